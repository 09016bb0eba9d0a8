#include "shared/disk/file_system.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace talon::disk {

namespace {

Unexpected<IoError> failed(const std::string& path, const char* action)
{
    return Unexpected(IoError{path + ": " + action + ": " + std::strerror(errno)});
}

class Descriptor
{
public:
    Descriptor(const std::string& path, int flags, mode_t mode = 0)
        : m_number(::open(path.c_str(), flags | O_CLOEXEC, mode))
    {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }

    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number;
};

class DescriptorLock : public FileLock
{
public:
    explicit DescriptorLock(const std::string& path)
        : m_file(path, O_RDWR | O_CREAT, 0600)
    {}

    const Descriptor& file() const { return m_file; }

private:
    Descriptor m_file;
};

std::string folderOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) {
        return ".";
    }
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// Renames without replacing. Not every file system knows how (FAT on a stick does not): there a
/// look beforehand must do.
int renameNew(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return -1;
    }
    if (::access(to.c_str(), F_OK) == 0) {
        errno = EEXIST;
        return -1;
    }
    return ::rename(from.c_str(), to.c_str());
}

class SystemFiles : public FileSystem
{
public:
    Expected<std::optional<std::string>, IoError> head(const std::string& path,
                                                       std::size_t bytes) override
    {
        const Descriptor file(path, O_RDONLY);
        if (!file.isOpen()) {
            if (errno == ENOENT) {
                return std::optional<std::string>();
            }
            return failed(path, "open");
        }
        std::string content(bytes, '\0');
        const ssize_t got = ::pread(file.number(), content.data(), bytes, 0);
        if (got < 0) {
            return failed(path, "read");
        }
        content.resize(static_cast<std::size_t>(got));
        return std::optional(std::move(content));
    }

    Expected<Done, IoError> make(const std::string& path) override
    {
        const Descriptor file(path, O_RDWR | O_CREAT | O_EXCL, 0600);
        if (!file.isOpen()) {
            return failed(path, "create");
        }
        return Done{};
    }

    Expected<Done, IoError> remove(const std::string& path) override
    {
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
            return failed(path, "remove");
        }
        return Done{};
    }

    Expected<Done, IoError> sync(const std::string& path) override
    {
        const Descriptor file(path, O_RDONLY);
        if (!file.isOpen() || ::fsync(file.number()) != 0) {
            return failed(path, "sync");
        }
        return Done{};
    }

    Expected<Done, IoError> rename(const std::string& from, const std::string& to) override
    {
        if (renameNew(from, to) != 0) {
            return failed(to, "rename");
        }
        return sync(folderOf(to));
    }

    Expected<std::unique_ptr<FileLock>, IoError> tryLock(const std::string& path) override
    {
        auto lock = std::make_unique<DescriptorLock>(path);
        if (!lock->file().isOpen()) {
            return failed(path, "open");
        }
        if (::flock(lock->file().number(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK) {
                return std::unique_ptr<FileLock>();
            }
            return failed(path, "lock");
        }
        return std::unique_ptr<FileLock>(std::move(lock));
    }
};

} // namespace

FileSystem& systemFiles()
{
    static SystemFiles Files;
    return Files;
}

} // namespace talon::disk
