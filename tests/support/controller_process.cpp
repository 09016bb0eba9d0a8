#include "tests/support/controller_process.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace talon::test {

namespace {

using namespace std::chrono_literals;

/// A port that stays the program's own while it is down: below those that the system hands to
/// clients, so that no client ever meets itself there.
std::uint16_t freePort()
{
    constexpr int Lowest = 15000;
    constexpr int Ports = 15000;
    static int next = static_cast<int>(::getpid()) % Ports;
    for (int i = 0; i < Ports; ++i) {
        next = (next + 7) % Ports;
        const auto port = static_cast<std::uint16_t>(Lowest + next);
        const Socket socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets' interface
        if (::bind(socket.fd(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
            return port;
        }
    }
    throw std::runtime_error("no free port");
}

void mustBeGood(const std::string& what, const Finished& finished)
{
    if (finished.exit != Exit{}) {
        throw std::runtime_error(what + " failed: " + finished.errors);
    }
}

/// "AA", "AB", ... for as many services as there may be.
std::string prefixFor(int service)
{
    return {static_cast<char>('A' + service / 26), static_cast<char>('A' + service % 26)};
}

} // namespace

TempFolder::TempFolder(const std::filesystem::path& parent)
{
    std::string name =
        ((parent.empty() ? std::filesystem::temp_directory_path() : parent) / "talon-XXXXXX")
            .string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("cannot make a folder like " + name);
    }
    m_path = name;
}

TempFolder::~TempFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string settingsForLoad(int services, int windows)
{
    std::ostringstream json;
    json << R"({"name":{"ru":"Нагрузка","en":"Load"},"timeZone":"Europe/Saratov",)"
         << R"("qualityLine":"","rules":{"lastTicket":false},"hours":{)";
    const char* comma = "";
    for (const char* day :
         {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
        json << std::exchange(comma, ",") << '"' << day
             << R"(":{"opens":"00:00","closes":"24:00"})";
    }
    json << R"(},"holidays":[],"categories":[],)"
         << R"("topics":[{"id":1,"services":[],"name":{"ru":"Консультация"}}],"services":[)";
    std::ostringstream all;
    comma = "";
    for (int id = 1; id <= services; ++id) {
        json << comma << R"({"id":)" << id << R"(,"segment":"b2c","icon":"","bring":{},)"
             << R"("targetMinutes":15,"expectedServiceSeconds":300,"prefix":")" << prefixFor(id - 1)
             << R"(","name":{"ru":"Услуга )" << id << R"("}})";
        all << std::exchange(comma, ",") << id;
    }
    json << R"(],"windows":[)";
    comma = "";
    for (int id = 1; id <= windows; ++id) {
        json << std::exchange(comma, ",") << R"({"id":)" << id << R"(,"name":")" << id
             << R"(","services":[)" << all.str() << R"(],"helpsWith":[]})";
    }
    json << "]}";
    return json.str();
}

ControllerProcess::ControllerProcess(Options options)
    : m_options(std::move(options))
    , m_port(freePort())
{}

Finished ControllerProcess::command(const std::string& name,
                                    std::vector<std::string> arguments,
                                    const ProcessOptions& options,
                                    std::chrono::milliseconds patience) const
{
    arguments.insert(arguments.begin(),
                     {m_options.program, name, "--journal", m_options.journal.string()});
    return run(arguments, options, patience);
}

void ControllerProcess::init(const std::string& settingsJson)
{
    const std::filesystem::path settings = m_options.journal.string() + ".settings.json";
    std::ofstream(settings) << settingsJson;
    mustBeGood("init", command("init", {"--settings", settings.string()}));
    std::filesystem::remove(settings);
}

std::string ControllerProcess::addDevice(const std::string& kind, const std::string& name)
{
    const Finished added = command("add-device", {"--kind", kind, "--name", name});
    mustBeGood("add-device", added);
    return added.output.substr(0, added.output.find('\n'));
}

void ControllerProcess::addStaff(const std::string& login, const std::string& role)
{
    mustBeGood("add-staff",
               command("add-staff",
                       {"--login", login, "--name", login, "--role", role, "--password-stdin"},
                       {.input = login + login + "\n"}));
}

void ControllerProcess::launch()
{
    std::vector<std::string> arguments{m_options.program, "serve",
                                       "--journal",       m_options.journal.string(),
                                       "--listen",        "127.0.0.1:" + std::to_string(m_port)};
    if (!m_options.pretendTime.empty()) {
        arguments.insert(arguments.end(), {"--pretend-time", m_options.pretendTime});
    }
    arguments.insert(arguments.end(), m_options.serveArguments.begin(),
                     m_options.serveArguments.end());
    m_process = std::make_unique<Process>(arguments, m_options.process);
}

void ControllerProcess::waitUntilReady()
{
    while (const auto line = m_process->readLine(60s)) {
        if (line->starts_with("listening on ")) {
            return;
        }
    }
    const std::string words = m_process->errors();
    m_process.reset();
    throw std::runtime_error("the controller did not start: " + words);
}

void ControllerProcess::start()
{
    launch();
    waitUntilReady();
}

void ControllerProcess::kill()
{
    m_process->signal(SIGKILL);
    m_process->waitFor(10s);
    m_process.reset();
}

Exit ControllerProcess::stop()
{
    m_process->signal(SIGTERM);
    const auto exit = m_process->waitFor(10s);
    const std::string words = m_process->errors();
    m_process.reset();
    if (!exit) {
        throw std::runtime_error("the controller does not end: " + words);
    }
    return *exit;
}

std::pair<std::string, std::string> ControllerProcess::signIn(const std::string& login) const
{
    HttpClient client(m_port);
    const auto reply = client.send(
        {.method = "POST",
         .path = "/api/session",
         .headers = {},
         .body = R"({"login":")" + login + R"(","password":")" + login + login + "\"}"});
    if (!reply || reply->status != 200) {
        throw std::runtime_error(
            login + " cannot sign in: " + (reply ? reply->head + "\n" + reply->body : "no answer"));
    }
    const std::string cookie = reply->header("Set-Cookie").value_or("");
    return {"Cookie", cookie.substr(0, cookie.find(';'))};
}

std::pair<std::string, std::string> bearer(const std::string& token)
{
    return {"Authorization", "Bearer " + token};
}

HttpRequest post(const std::string& path,
                 const std::string& body,
                 const std::string& key,
                 const std::pair<std::string, std::string>& credential)
{
    return {.method = "POST",
            .path = path,
            .headers = {credential, {"Idempotency-Key", key}},
            .body = body};
}

} // namespace talon::test
