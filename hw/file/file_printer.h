#pragma once

#include "hw/printer.h"

#include <fstream>
#include <memory>

namespace talon::hw {

/// Adds the bytes to a file or device node. Nothing can answer, so nothing is ever confirmed.
class FilePrinter : public Printer
{
public:
    FilePrinter(std::string path, std::ofstream file);

    std::string id() const override;
    bool canAnswer() const override { return false; }
    Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) override;
    Expected<Bytes, IoError> read(std::chrono::milliseconds within) override;

private:
    std::string m_path;
    std::ofstream m_file;
};

Expected<std::unique_ptr<FilePrinter>, IoError> openFilePrinter(const std::string& path);

} // namespace talon::hw
