#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Real programs, started and ended by tests and benches. Standard library and POSIX only.
namespace talon::test {

/// How a program ended: by itself with a code, or by a signal.
struct Exit
{
    int code = 0;
    int signal = 0; ///< 0 when it ended by itself.

    friend bool operator==(const Exit&, const Exit&) = default;
};

struct ProcessOptions
{
    std::string input;                         ///< Handed over on standard input.
    std::optional<std::uint64_t> fileBytesMax; ///< Longer files fail with EFBIG, without a signal.
    std::optional<uid_t> user;                 ///< Runs as this user; needs root.
};

/// A program that was started, killed and reaped at the latest by the destructor. It also dies
/// with the thread that started it: start programs from a thread that outlives them.
class Process
{
public:
    /// Starts without a shell; throws when there is no such program.
    explicit Process(const std::vector<std::string>& arguments, const ProcessOptions& options = {});
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();

    pid_t pid() const { return m_pid; }

    /// The next line of its standard output, without the line's end; none when the time is over or
    /// the program closed it.
    std::optional<std::string> readLine(std::chrono::milliseconds patience);

    /// Everything left of its standard output; waits until the program closes it.
    std::string readAll();

    /// What it has written on standard error so far.
    std::string errors() const;

    void signal(int number) const;
    std::optional<Exit> waitFor(std::chrono::milliseconds patience);

    /// Processor time that all its threads have used.
    std::chrono::nanoseconds cpuTime() const;

private:
    bool fillBuffer(std::chrono::milliseconds patience);

    pid_t m_pid = -1;
    int m_pidFd = -1;
    int m_output = -1;
    int m_errors = -1;
    std::string m_buffer;
    std::optional<Exit> m_exit;
};

/// What a program that ends by itself has left.
struct Finished
{
    Exit exit;
    std::string output;
    std::string errors;
};

/// Runs a program to its end; throws when it takes longer than the patience.
Finished run(const std::vector<std::string>& arguments,
             const ProcessOptions& options = {},
             std::chrono::milliseconds patience = std::chrono::seconds{30});

} // namespace talon::test
