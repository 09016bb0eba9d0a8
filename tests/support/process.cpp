#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <utility>

namespace talon::test {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

[[noreturn]] void failed(const std::string& what)
{
    throw std::runtime_error(what + ": " + std::strerror(errno));
}

int memoryFile(const char* name, const std::string& content)
{
    const int fd = ::memfd_create(name, MFD_CLOEXEC);
    if (fd < 0) {
        failed("memfd_create");
    }
    if (::write(fd, content.data(), content.size()) != static_cast<ssize_t>(content.size())) {
        failed("write");
    }
    ::lseek(fd, 0, SEEK_SET);
    return fd;
}

/// In the child, between fork and exec: only what is safe there.
[[noreturn]] void become(char* const* arguments, int in, int out, int err, const ProcessOptions& as)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (as.fileBytesMax) {
        const rlimit limit{.rlim_cur = *as.fileBytesMax, .rlim_max = *as.fileBytesMax};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
    }
    if (as.user && ::setuid(*as.user) != 0) {
        ::_exit(126);
    }
    ::execv(*arguments, arguments);
    ::_exit(127);
}

} // namespace

Process::Process(const std::vector<std::string>& arguments, const ProcessOptions& options)
{
    std::vector<char*> pointers;
    pointers.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments) {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): execv does not change them
        pointers.push_back(const_cast<char*>(argument.c_str())); // NOLINT
    }
    pointers.push_back(nullptr);
    if (::access(pointers.front(), X_OK) != 0) {
        failed(arguments.front());
    }
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        failed("pipe2");
    }
    const int input = memoryFile("input", options.input);
    m_errors = memoryFile("errors", {});
    m_pid = ::fork();
    if (m_pid == 0) {
        become(pointers.data(), input, pipe[1], m_errors, options);
    }
    ::close(input);
    ::close(pipe[1]);
    m_output = pipe[0];
    if (m_pid < 0) {
        failed("fork");
    }
    // The header of glibc 2.36 declares pidfd_open() for C only.
    m_pidFd = static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0));
    if (m_pidFd < 0) {
        failed("pidfd_open");
    }
}

Process::~Process()
{
    if (!m_exit) {
        signal(SIGKILL);
        waitFor(milliseconds{-1});
    }
    ::close(m_pidFd);
    ::close(m_output);
    ::close(m_errors);
}

/// One more piece of standard output; false when the time is over or there will be no more.
bool Process::fillBuffer(milliseconds patience)
{
    pollfd wait{.fd = m_output, .events = POLLIN, .revents = 0};
    if (::poll(&wait, 1, static_cast<int>(patience.count())) <= 0) {
        return false;
    }
    std::array<char, 4096> piece{};
    const ssize_t count = ::read(m_output, piece.data(), piece.size());
    if (count <= 0) {
        return false;
    }
    m_buffer.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

std::optional<std::string> Process::readLine(milliseconds patience)
{
    const auto until = steady_clock::now() + patience;
    while (true) {
        if (const auto end = m_buffer.find('\n'); end != std::string::npos) {
            const std::string line = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::ceil<milliseconds>(until - steady_clock::now());
        if (left.count() <= 0 || !fillBuffer(left)) {
            return std::nullopt;
        }
    }
}

std::string Process::readAll()
{
    while (fillBuffer(milliseconds{-1})) {
    }
    return std::exchange(m_buffer, {});
}

std::string Process::errors() const
{
    std::string text(static_cast<std::size_t>(::lseek(m_errors, 0, SEEK_END)), '\0');
    const ssize_t count = ::pread(m_errors, text.data(), text.size(), 0);
    text.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return text;
}

void Process::signal(int number) const
{
    if (!m_exit) {
        ::kill(m_pid, number);
    }
}

std::optional<Exit> Process::waitFor(milliseconds patience)
{
    if (m_exit) {
        return m_exit;
    }
    pollfd wait{.fd = m_pidFd, .events = POLLIN, .revents = 0};
    if (::poll(&wait, 1, static_cast<int>(patience.count())) <= 0) {
        return std::nullopt;
    }
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_exit = WIFSIGNALED(status) ? Exit{.code = 0, .signal = WTERMSIG(status)}
                                 : Exit{.code = WEXITSTATUS(status), .signal = 0};
    return m_exit;
}

std::chrono::nanoseconds Process::cpuTime() const
{
    clockid_t clock{};
    timespec used{};
    if (::clock_getcpuclockid(m_pid, &clock) != 0 || ::clock_gettime(clock, &used) != 0) {
        return {};
    }
    return std::chrono::seconds{used.tv_sec} + std::chrono::nanoseconds{used.tv_nsec};
}

Finished
run(const std::vector<std::string>& arguments, const ProcessOptions& options, milliseconds patience)
{
    Process process(arguments, options);
    std::string output;
    const auto until = steady_clock::now() + patience;
    while (const auto line =
               process.readLine(std::chrono::ceil<milliseconds>(until - steady_clock::now()))) {
        output += *line + "\n";
    }
    const auto exit = process.waitFor(
        std::max(milliseconds{0}, std::chrono::ceil<milliseconds>(until - steady_clock::now())));
    if (!exit) {
        throw std::runtime_error(arguments.front() + " does not end");
    }
    return {.exit = *exit, .output = output + process.readAll(), .errors = process.errors()};
}

} // namespace talon::test
