#include "hw/tcp/address.h"

#include <netdb.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstring>
#include <memory>

namespace talon::hw {
namespace {

/// A question to the system that may outlive the one who asked.
struct Question
{
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;
    explicit Question(HostPort asked)
        : where(std::move(asked))
    {
        hints.ai_family = AF_UNSPEC;
        hints.ai_socktype = SOCK_STREAM;
        request.ar_name = where.host.c_str();
        request.ar_service = where.port.c_str();
        request.ar_request = &hints;
    }
    ~Question()
    {
        if (request.ar_result != nullptr) {
            freeaddrinfo(request.ar_result);
        }
    }

    HostPort where;
    addrinfo hints{};
    gaicb request{};
};

using SharedQuestion = std::shared_ptr<Question>;

/// Called by the system when it is done, on a thread of its own.
void letGo(sigval value)
{
    delete static_cast<SharedQuestion*>(value.sival_ptr);
}

std::vector<SocketAddress> addressesOf(const addrinfo* found)
{
    std::vector<SocketAddress> addresses;
    for (; found != nullptr; found = found->ai_next) {
        SocketAddress address{.size = found->ai_addrlen};
        std::memcpy(&address.bytes, found->ai_addr,
                    std::min<std::size_t>(found->ai_addrlen, sizeof(address.bytes)));
        addresses.push_back(address);
    }
    return addresses;
}

timespec timeOf(std::chrono::milliseconds time)
{
    using namespace std::chrono;
    const auto whole = duration_cast<seconds>(time);
    return {.tv_sec = whole.count(), .tv_nsec = nanoseconds(time - whole).count()};
}

} // namespace

std::optional<HostPort> hostPortFrom(std::string_view text)
{
    HostPort where;
    std::string_view port;
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        where.host = std::string(text.substr(1, end - 1));
        port = text.substr(end + 1);
    } else {
        const std::size_t colon = std::min(text.find(':'), text.size());
        where.host = std::string(text.substr(0, colon));
        port = text.substr(colon);
    }
    if (!port.empty()) {
        int number = 0;
        const char* const end = port.data() + port.size();
        const auto read = std::from_chars(port.data() + 1, end, number);
        if (port[0] != ':' || read.ec != std::errc() || read.ptr != end || number < 1 ||
            number > 65535) {
            return std::nullopt;
        }
        where.port = std::to_string(number);
    }
    return where.host.empty() ? std::nullopt : std::optional(where);
}

Expected<std::vector<SocketAddress>, IoError>
resolve(const HostPort& where, Deadline deadline, const std::string& id)
{
    addrinfo figures{};
    figures.ai_family = AF_UNSPEC;
    figures.ai_socktype = SOCK_STREAM;
    figures.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (getaddrinfo(where.host.c_str(), where.port.c_str(), &figures, &found) == 0) {
        auto addresses = addressesOf(found);
        freeaddrinfo(found);
        return addresses;
    }
    const auto question = std::make_shared<Question>(where);
    sigevent whenDone{};
    whenDone.sigev_notify = SIGEV_THREAD;
    whenDone.sigev_notify_function = letGo;
    whenDone.sigev_value.sival_ptr = new SharedQuestion(question);
    gaicb* request = &question->request;
    if (const int error = getaddrinfo_a(GAI_NOWAIT, &request, 1, &whenDone); error != 0) {
        letGo(whenDone.sigev_value);
        return Unexpected(IoError{id + ": " + gai_strerror(error)});
    }
    int answer = EAI_INPROGRESS;
    while (answer == EAI_INPROGRESS && !deadline.isOver()) {
        const timespec patience = timeOf(deadline.left());
        gai_suspend(&request, 1, &patience);
        answer = gai_error(request);
    }
    if (answer == EAI_INPROGRESS) {
        return Unexpected(IoError{id + ": nobody says in time where it is"});
    }
    if (answer != 0) {
        return Unexpected(IoError{id + ": " + gai_strerror(answer)});
    }
    return addressesOf(question->request.ar_result);
}

} // namespace talon::hw
