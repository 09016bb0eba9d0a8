#include "tests/hw/usb_port.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <vector>

/// Runs any unmodified program on a machine with one USB printer that is not there:
///
///     usb_emulator FOLDER [options] -- talon-hw print usb:
///
/// The printer is a VirtualPrinter with its slips, bytes and `faults` in the folder. `gone` pulls
/// it out and `dies-after N` too; taking the word away plugs it in again. `usb-faults` has what is
/// wrong with the plug (emulated_usb_printer.h). The program finds the folder in TALON_USB_FOLDER.
/// Exit code: the program's.
namespace {

using namespace talon;
using namespace talon::test;

constexpr std::string_view Preload = "libumockdev-preload.so.0";
constexpr int LookEveryMs = 20;
constexpr int WrongUsage = 125;
constexpr int CannotStart = 127;

struct Options
{
    std::filesystem::path folder;
    UsbIdentity identity;
    bool isDenied = false;
    std::vector<char*> command;
};

std::string textOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<Options> optionsOf(const std::vector<char*>& words)
{
    if (words.size() < 2) {
        return std::nullopt;
    }
    Options options{.folder = words[1]};
    for (std::size_t i = 2; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "--") {
            options.command.assign(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            break;
        }
        if (word == "--one-way") {
            options.identity.oneWay = true;
        } else if (word == "--denied") {
            options.isDenied = true;
        } else if (word == "--id" && i + 1 < words.size()) {
            options.identity.deviceId = words[++i];
        } else {
            return std::nullopt;
        }
    }
    return options.command.empty() ? std::nullopt : std::optional(options);
}

/// Where this program runs with AddressSanitizer, so does the other, whose library must be first.
std::string preload()
{
    std::istringstream maps(textOf("/proc/self/maps"));
    for (std::string line; std::getline(maps, line);) {
        if (line.find("/libasan.so") != std::string::npos) {
            return line.substr(line.find('/')) + ":" + std::string(Preload);
        }
    }
    return std::string(Preload);
}

pid_t start(Options& options)
{
    options.command.push_back(nullptr);
    const pid_t child = fork();
    if (child != 0) {
        return child;
    }
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (options.isDenied) {
        // Root may open whatever it likes, unless it gives these up.
        prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
        prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
    }
    setenv("TALON_USB_FOLDER", options.folder.c_str(), 1);
    execvp(options.command.front(), options.command.data());
    std::cerr << "usb_emulator: cannot start " << options.command.front() << "\n";
    _exit(CannotStart);
}

/// The bus with its one socket, which the faults plug and unplug.
class Bus
{
public:
    explicit Bus(Options& options)
        : m_options(options)
        , m_testbed(umockdev_testbed_new())
    {}
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;
    ~Bus() { g_object_unref(m_testbed); }

    void look()
    {
        const auto faults = hw::parseFaults(textOf(m_options.folder / "faults"));
        if (!faults) {
            return; // the printer itself complains
        }
        const bool isIn = !m_ports.empty() && !m_isOut;
        if (isIn && (faults->gone || !m_ports.back()->isPlugged())) {
            m_ports.back()->unplug();
            m_isOut = true;
        } else if (!isIn && !faults->gone && (m_ports.empty() || !faults->diesAfterBytes)) {
            plug();
        }
    }

private:
    void plug()
    {
        auto printer = std::make_unique<EmulatedUsbPrinter>(m_options.folder, m_options.identity);
        const int number = static_cast<int>(m_ports.size()) + 2;
        m_ports.push_back(std::make_unique<UsbPort>(m_testbed, std::move(printer), number));
        m_isOut = false;
        if (m_options.isDenied) {
            gchar* const root = umockdev_testbed_get_root_dir(m_testbed);
            namespace fs = std::filesystem;
            for (const auto& node :
                 fs::directory_iterator(std::string(root) + "/dev/bus/usb/001")) {
                fs::permissions(node, fs::perms::none);
            }
            g_free(root);
        }
    }

    Options& m_options;
    UMockdevTestbed* m_testbed;
    std::vector<std::unique_ptr<UsbPort>> m_ports; ///< Also those pulled out: somebody may ask.
    bool m_isOut = false;
};

/// Until the program has ended; signals that end us are handed on to it.
int runBeside(Bus& bus, pid_t child, int signals)
{
    while (true) {
        bus.look();
        pollfd wait{.fd = signals, .events = POLLIN, .revents = 0};
        if (poll(&wait, 1, LookEveryMs) > 0) {
            signalfd_siginfo came{};
            if (read(signals, &came, sizeof came) == sizeof came && came.ssi_signo != SIGCHLD) {
                kill(child, static_cast<int>(came.ssi_signo));
            }
        }
        int status = 0;
        if (waitpid(child, &status, WNOHANG) == child) {
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
    }
}

} // namespace

int main(int argc, char* argv[])
{
    auto options = optionsOf({argv, argv + argc});
    if (!options) {
        std::cerr << "usage: usb_emulator FOLDER [--one-way] [--denied] [--id TEXT] -- COMMAND\n";
        return WrongUsage;
    }
    const char* const preloaded = getenv("LD_PRELOAD");
    if (preloaded == nullptr || std::string_view(preloaded).find(Preload) == std::string::npos) {
        // What is plugged in and out is told only from inside.
        setenv("LD_PRELOAD", preload().c_str(), 1);
        execv("/proc/self/exe", argv);
        return CannotStart;
    }
    std::filesystem::create_directories(options->folder);
    sigset_t handed;
    sigemptyset(&handed);
    for (const int number : {SIGCHLD, SIGTERM, SIGINT, SIGHUP}) {
        sigaddset(&handed, number);
    }
    sigprocmask(SIG_BLOCK, &handed, nullptr); // before umockdev starts its threads
    const int signals = signalfd(-1, &handed, SFD_CLOEXEC);
    Bus bus(*options);
    bus.look();
    const pid_t child = start(*options);
    return runBeside(bus, child, signals);
}
