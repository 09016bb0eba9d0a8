#pragma once

#include "tests/support/http_client.h"
#include "tests/support/process.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace talon::test {

/// A folder of its own that goes when its owner does.
class TempFolder
{
public:
    /// Below `parent`, or below the system's place for temporary files.
    explicit TempFolder(const std::filesystem::path& parent = {});
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder();

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Settings of an office for load: open round the clock, every window serves every service, one
/// topic (1). Numbers end at 9999 a service and day, so much load needs many services.
std::string settingsForLoad(int services, int windows);

/// One office on disk, and the real program that runs it: started, killed and started again on
/// the same journal and port. Throws when the program does not do as it must.
class ControllerProcess
{
public:
    struct Options
    {
        std::string program; ///< Path of talon-controller.
        std::filesystem::path journal;
        std::string pretendTime = "2026-11-24T10:05"; ///< Of the office; empty for the real one.
        std::vector<std::string> serveArguments;      ///< Further ones.
        ProcessOptions process;                       ///< Of serve.
    };

    explicit ControllerProcess(Options options);

    /// Makes the journal.
    void init(const std::string& settingsJson);

    /// Returns the device's token. The controller must not be running.
    std::string addDevice(const std::string& kind, const std::string& name);

    /// The password is the login, twice. The controller must not be running.
    void addStaff(const std::string& login, const std::string& role);

    /// From the next start on: the office's clock begins here, "2026-11-24T10:05".
    void setPretendTime(const std::string& wallClock) { m_options.pretendTime = wallClock; }

    /// From the next start on: no file may grow beyond this.
    void limitFiles(std::optional<std::uint64_t> bytesMax)
    {
        m_options.process.fileBytesMax = bytesMax;
    }

    /// Starts without waiting.
    void launch();

    /// Waits until it answers; throws with its last words when it ends instead.
    void waitUntilReady();

    void start();

    /// Ends it as a power cut would end the process: no goodbye.
    void kill();

    /// Asks it to end, and waits.
    Exit stop();

    bool isRunning() const { return m_process != nullptr; }
    Process& process() { return *m_process; }
    std::uint16_t port() const { return m_port; }
    const std::filesystem::path& journal() const { return m_options.journal; }

    /// `talon-controller NAME --journal ...`, to its end.
    Finished command(const std::string& name,
                     std::vector<std::string> arguments = {},
                     const ProcessOptions& options = {},
                     std::chrono::milliseconds patience = std::chrono::seconds{30}) const;

    /// Signs somebody in and returns the header that proves it.
    std::pair<std::string, std::string> signIn(const std::string& login) const;

private:
    Options m_options;
    std::uint16_t m_port;
    std::unique_ptr<Process> m_process;
};

std::pair<std::string, std::string> bearer(const std::string& token);

/// A changing request with its key.
HttpRequest post(const std::string& path,
                 const std::string& body,
                 const std::string& key,
                 const std::pair<std::string, std::string>& credential);

} // namespace talon::test
