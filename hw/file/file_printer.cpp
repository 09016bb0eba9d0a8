#include "hw/file/file_printer.h"

#include <utility>

namespace talon::hw {

FilePrinter::FilePrinter(std::string path, std::ofstream file)
    : m_path(std::move(path))
    , m_file(std::move(file))
{}

std::string FilePrinter::id() const
{
    return "file:" + m_path;
}

Expected<Done, WriteError> FilePrinter::write(BytesView bytes, std::chrono::milliseconds /*within*/)
{
    // Bytes, not letters: that is what the stream wants them called.
    m_file.write(reinterpret_cast<const char*>(bytes.data()),
                 static_cast<std::streamsize>(bytes.size()));
    m_file.flush();
    if (!m_file) {
        m_file.clear();
        // How much went before the disk was full is not known: at worst all.
        return Unexpected(WriteError{.bytesSent = bytes.size(), .what = id() + ": write failed"});
    }
    return Done{};
}

Expected<Bytes, IoError> FilePrinter::read(std::chrono::milliseconds /*within*/)
{
    return Bytes{};
}

Expected<std::unique_ptr<FilePrinter>, IoError> openFilePrinter(const std::string& path)
{
    std::ofstream file(path, std::ios::binary | std::ios::app);
    if (!file) {
        return Unexpected(IoError{"file:" + path + ": cannot be opened for writing"});
    }
    return std::make_unique<FilePrinter>(path, std::move(file));
}

} // namespace talon::hw
