#include "tests/hw/private_cups.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace talon::test {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr const char* Server = "/usr/sbin/cupsd";
const fs::path Programs = "/usr/lib/cups";

/// Everybody on loopback may do everything: no passwords in a test.
constexpr const char* Settings = R"(
LogLevel debug
DefaultAuthType None
WebInterface No
Browsing No
JobRetryInterval 1
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Location /admin>
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow from 127.0.0.1
  </Limit>
</Policy>
)";

constexpr const char* Backend = R"(#!/bin/sh
[ $# -eq 0 ] && exit 0
folder=${DEVICE_URI#talon:}
echo "job $1" >> "$folder/ran"
cat ${6:+"$6"} > "$folder/document"
. "$folder/plan"
)";

/// The smallest driver that there can be: the printer takes pictures.
constexpr const char* Driver = R"ppd(*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TALON.PPD"
*Manufacturer: "Talon"
*Product: "(Picture)"
*ModelName: "Talon Picture"
*ShortNickName: "Talon Picture"
*NickName: "Talon Picture"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*cupsVersion: 2.3
*cupsFilter2: "image/png image/png 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: Roll
*PageSize Roll/Roll: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: Roll
*PageRegion Roll/Roll: ""
*CloseUI: *PageRegion
*DefaultImageableArea: Roll
*ImageableArea Roll: "0 0 204 842"
*DefaultPaperDimension: Roll
*PaperDimension Roll: "204 842"
)ppd";

void write(const fs::path& path, const std::string& text)
{
    std::ofstream(path) << text;
}

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    bind(socket, reinterpret_cast<sockaddr*>(&address), length);
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    close(socket);
    return ntohs(address.sin_port);
}

bool listens(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(port);
    const bool isOpen = connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    close(socket);
    return isOpen;
}

} // namespace

bool PrivateCups::isInstalled()
{
    return fs::exists(Server);
}

PrivateCups::PrivateCups()
{
    std::string name = (fs::temp_directory_path() / "cups-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder for CUPS");
    }
    m_folder = name;
    // CUPS's own programs run as another user.
    fs::permissions(m_folder, fs::perms(0755));
    const int port = freePort();
    m_address = "127.0.0.1:" + std::to_string(port);
    writeSettings(port);
    m_process = std::make_unique<Process>(std::vector<std::string>{
        Server, "-f", "-c", m_folder / "cupsd.conf", "-s", m_folder / "cups-files.conf"});
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!listens(port)) {
        if (std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("CUPS does not listen: " + m_process->errors());
        }
        poll(nullptr, 0, 20);
    }
}

PrivateCups::~PrivateCups()
{
    stop();
    std::error_code error;
    fs::remove_all(m_folder, error);
}

void PrivateCups::writeSettings(int port)
{
    for (const char* folder : {"spool/tmp", "cache", "state", "log", "programs/backend"}) {
        fs::create_directories(m_folder / folder);
    }
    for (const auto& entry : fs::directory_iterator(Programs)) {
        if (entry.path().filename() != "backend") {
            fs::create_symlink(entry.path(), m_folder / "programs" / entry.path().filename());
        }
    }
    fs::create_symlink(Programs / "backend/socket", m_folder / "programs/backend/socket");
    const fs::path backend = m_folder / "programs/backend/talon";
    write(backend, Backend);
    fs::permissions(backend, fs::perms(0700)); // so CUPS runs it as the user that it has itself
    write(m_folder / "driver.ppd", Driver);
    write(m_folder / "cupsd.conf", "Listen 127.0.0.1:" + std::to_string(port) + Settings);
    const std::string folder = m_folder.string();
    write(m_folder / "cups-files.conf",
          "ServerRoot " + folder + "\nDataDir /usr/share/cups\nServerBin " + folder +
              "/programs\nCacheDir " + folder + "/cache\nStateDir " + folder +
              "/state\nRequestRoot " + folder + "/spool\nTempDir " + folder +
              "/spool/tmp\nAccessLog " + folder + "/log/access\nErrorLog " + folder +
              "/log/error\nPageLog " + folder + "/log/page\nSystemGroup root\nSyncOnClose No\n");
}

std::string PrivateCups::uriOf(const std::string& queue) const
{
    return "cups:" + m_address + "/" + queue;
}

fs::path PrivateCups::addPlanned(const std::string& queue,
                                 const std::string& plan,
                                 const std::string& policy,
                                 bool hasDriver)
{
    fs::path folder = m_folder / queue;
    fs::create_directories(folder);
    write(folder / "plan", plan);
    add(queue, "talon:" + folder.string(), policy, hasDriver);
    return folder;
}

void PrivateCups::add(const std::string& queue,
                      const std::string& deviceUri,
                      const std::string& policy,
                      bool hasDriver)
{
    std::vector<std::string> words{"lpadmin", "-p",      queue, "-E",
                                   "-v",      deviceUri, "-o",  "printer-error-policy=" + policy};
    if (hasDriver) {
        words.insert(words.end(), {"-P", m_folder / "driver.ppd"});
    }
    tell(words);
}

void PrivateCups::tell(std::vector<std::string> words) const
{
    words.insert(words.begin() + 1, {"-h", m_address});
    words.insert(words.begin(), {"/usr/bin/env", "PATH=/usr/sbin:/usr/bin:/bin"});
    const Finished finished = run(words);
    if (finished.exit.code != 0) {
        throw std::runtime_error(words.at(2) + ": " + finished.errors);
    }
}

void PrivateCups::stop()
{
    if (m_process) {
        m_process->signal(SIGTERM);
        m_process->waitFor(10s);
        m_process.reset();
    }
}

} // namespace talon::test
