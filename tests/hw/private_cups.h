#pragma once

#include "tests/support/process.h"

#include <filesystem>
#include <memory>
#include <string>

namespace talon::test {

/// A CUPS of its own on loopback, with its own folder, queues and one backend more: `talon:FOLDER`
/// does what the shell script `plan` in that folder says, and notes in `ran` that it was run.
class PrivateCups
{
public:
    /// False where cupsd is not installed: then there is nothing to test.
    static bool isInstalled();

    /// Listens when it returns.
    PrivateCups();
    PrivateCups(const PrivateCups&) = delete;
    PrivateCups& operator=(const PrivateCups&) = delete;
    ~PrivateCups();

    const std::string& address() const { return m_address; }

    /// "cups:127.0.0.1:8631/QUEUE".
    std::string uriOf(const std::string& queue) const;

    /// A queue on the backend of ours; its folder, with the plan.
    std::filesystem::path addPlanned(const std::string& queue,
                                     const std::string& plan,
                                     const std::string& policy = "abort-job",
                                     bool hasDriver = false);
    void add(const std::string& queue,
             const std::string& deviceUri,
             const std::string& policy,
             bool hasDriver);

    /// One of CUPS's own programs, with this server: {"lp", "-d", "queue", "file"}.
    void tell(std::vector<std::string> words) const;

    void stop();

private:
    void writeSettings(int port);

    std::filesystem::path m_folder;
    std::string m_address;
    std::unique_ptr<Process> m_process;
};

} // namespace talon::test
