#include "tests/e2e/hall_load.h"

#include "tests/support/websocket_client.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace talon::test {

namespace {

std::string describe(const Unanswered& request, const HttpReply& reply)
{
    return request.key + " " + request.path + ": " + std::to_string(reply.status) + " " +
           reply.body.substr(0, 300);
}

} // namespace

void TerminalLoad::live()
{
    HttpClient client(m_port);
    while (!m_unanswered && m_problems.empty()) {
        const int service = m_requests % TestOffice::Services + 1;
        m_unanswered = Unanswered{.key = m_name + "-" + std::to_string(++m_requests),
                                  .path = "/api/tickets",
                                  .body = ticketFor(service)};
        const auto reply = client.send(
            post(m_unanswered->path, m_unanswered->body, m_unanswered->key, m_credential));
        if (reply) {
            keep(*reply);
        }
    }
}

void TerminalLoad::settle()
{
    if (!m_unanswered) {
        return;
    }
    const HttpRequest request =
        post(m_unanswered->path, m_unanswered->body, m_unanswered->key, m_credential);
    std::vector<std::optional<HttpReply>> replies(3);
    std::vector<std::thread> threads;
    threads.reserve(replies.size());
    for (auto& reply : replies) {
        threads.emplace_back([&] { reply = HttpClient(m_port).send(request); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const auto& reply : replies) {
        if (!reply) {
            m_problems.push_back(m_unanswered->key + " got no answer after the restart");
            return;
        }
        if (reply->body != replies.front()->body) {
            m_problems.push_back(m_unanswered->key + " got two answers: " + replies.front()->body +
                                 " and " + reply->body);
        }
    }
    keep(*replies.front());
}

void TerminalLoad::keep(const HttpReply& reply)
{
    const QJsonObject ticket = jsonOf(reply);
    if (reply.status != 200) {
        m_problems.push_back(describe(*m_unanswered, reply));
    } else {
        m_told.push_back({.visit = ticket.value("visit"_L1).toInteger(),
                          .number = textOf(ticket.value("number"_L1))});
    }
    m_unanswered.reset();
}

/// What a clerk does next; now and then a visitor is called again, or does not come.
Unanswered ClerkLoad::nextCommand()
{
    const std::string path = "/api/windows/" + std::to_string(m_window) + "/";
    ++m_requests;
    const auto command = [&](const char* name, const char* body = "{}") {
        return Unanswered{.key = "window" + std::to_string(m_window) + "-" +
                                 std::to_string(m_requests),
                          .path = path + name,
                          .body = body};
    };
    if (m_state == "closed") {
        return command("open");
    }
    if (m_state == "called") {
        return command(m_requests % 7 == 0 ? "no-show" : m_requests % 5 == 0 ? "recall" : "start");
    }
    return m_state == "serving" ? command("finish", R"({"topic":1})") : command("call-next");
}

void ClerkLoad::live()
{
    HttpClient client(m_port);
    do {
        m_unanswered = nextCommand();
    } while (send(client) && m_problems.empty());
}

void ClerkLoad::settle()
{
    HttpClient client(m_port);
    if (m_unanswered && !send(client)) {
        m_problems.push_back(m_unanswered->key + " got no answer after the restart");
    }
}

bool ClerkLoad::send(HttpClient& client)
{
    const auto reply =
        client.send(post(m_unanswered->path, m_unanswered->body, m_unanswered->key, m_credential));
    if (!reply) {
        return false;
    }
    keep(*m_unanswered, *reply);
    m_unanswered.reset();
    return true;
}

void ClerkLoad::keep(const Unanswered& command, const HttpReply& reply)
{
    const QJsonObject view = jsonOf(reply);
    if (reply.status == 409 && textOf(view.value("refusal"_L1)) == "queueEmpty") {
        return;
    }
    if (reply.status != 200) {
        m_problems.push_back(describe(command, reply));
        return;
    }
    const QJsonObject visit = view.value("visit"_L1).toObject();
    if (visit.isEmpty()) {
        if (m_visit != 0) {
            m_told[m_visit] = command.path.ends_with("no-show") ? "noShow" : "finished";
        }
        m_state = "idle";
        m_visit = 0;
        return;
    }
    m_visit = visit.value("visit"_L1).toInteger();
    m_state = textOf(visit.value("state"_L1));
    m_told[m_visit] = m_state;
}

FeedWatch::FeedWatch(std::uint16_t port, Credential credential, std::string feed)
    : m_port(port)
    , m_credential(std::move(credential))
    , m_feed(std::move(feed))
    , m_thread([this] { watch(); })
{}

FeedWatch::~FeedWatch()
{
    m_ending = true;
    m_thread.join();
}

std::vector<std::string> FeedWatch::problems() const
{
    const std::lock_guard lock(m_mutex);
    return m_problems;
}

void FeedWatch::watch()
{
    while (!m_ending) {
        HttpReply refusal;
        auto socket =
            WebSocketClient::open(m_port, "/api/feeds/" + m_feed, {m_credential}, &refusal);
        if (!socket) {
            if (refusal.status != 0) {
                const std::lock_guard lock(m_mutex);
                m_problems.push_back(m_feed + ": " + refusal.head);
            }
            std::this_thread::sleep_for(5ms);
            continue;
        }
        bool first = true;
        while (!m_ending) {
            if (const auto text = socket->waitForNext(20ms)) {
                take(*text);
                m_connections += first ? 1 : 0;
                first = false;
            } else if (!socket->readSome()) {
                break;
            }
        }
    }
}

/// What was shown once must stay true: the office never goes back, and a call keeps its visitor.
void FeedWatch::take(const std::string& text)
{
    const QJsonObject message = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    const std::int64_t seq = message.value("seq"_L1).toInteger(-1);
    const std::lock_guard lock(m_mutex);
    if (textOf(message.value("feed"_L1)) != m_feed || message.value("epoch"_L1).toInteger() != 1) {
        m_problems.push_back(m_feed + " got " + text.substr(0, 200));
    }
    if (seq < m_latestSeq) {
        m_problems.push_back(m_feed + " went back from " + std::to_string(m_latestSeq) + " to " +
                             std::to_string(seq));
    }
    m_latestSeq = seq;
    const QJsonArray calls = message.value("view"_L1).toObject().value("calls"_L1).toArray();
    for (const auto& value : calls) {
        const std::int64_t call = value["id"_L1].toInteger();
        const std::int64_t visit = value["visit"_L1].toInteger();
        if (m_visitByCall.emplace(call, visit).first->second != visit) {
            m_problems.push_back("call " + std::to_string(call) + " has changed its visitor");
        }
    }
}

} // namespace talon::test
