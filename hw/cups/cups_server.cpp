#include "hw/cups/cups_server.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace talon::hw {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr const char* Resource = "/";
constexpr std::size_t UriBytesMax = 1024;

constexpr std::array QueueAttributes{
    "printer-name",           "printer-state",         "printer-state-change-time",
    "printer-up-time",        "printer-state-reasons", "printer-is-accepting-jobs",
    "printer-make-and-model", "printer-error-policy",  "device-uri"};
constexpr std::array JobAttributes{"job-state", "time-at-processing"};

milliseconds leftUntil(steady_clock::time_point deadline)
{
    return std::max(1ms, std::chrono::ceil<milliseconds>(deadline - steady_clock::now()));
}

const char* noPassword(const char*, http_t*, const char*, const char*, void*)
{
    return nullptr;
}

int giveUp(http_t*, void*)
{
    return 0;
}

void addText(
    const Ipp& message, ipp_tag_t group, ipp_tag_t kind, const char* name, const char* value)
{
    ippAddString(message.get(), group, kind, name, nullptr, value);
}

void addWanted(const Ipp& message, std::span<const char* const> names)
{
    ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(names.size()), nullptr, names.data());
}

std::string textOf(ipp_attribute_t* attribute)
{
    const char* const text = ippGetString(attribute, 0, nullptr);
    return text == nullptr ? std::string() : std::string(text);
}

/// The next queue of an answer, which lists attribute after attribute, or none.
std::optional<CupsQueue> nextQueue(ipp_t* answer, ipp_attribute_t*& at)
{
    while (at != nullptr && ippGetGroupTag(at) != IPP_TAG_PRINTER) {
        at = ippNextAttribute(answer);
    }
    if (at == nullptr) {
        return std::nullopt;
    }
    CupsQueue queue;
    for (; at != nullptr && ippGetGroupTag(at) == IPP_TAG_PRINTER; at = ippNextAttribute(answer)) {
        const char* const known = ippGetName(at);
        const std::string_view name = known == nullptr ? "" : known;
        if (name == "printer-name") {
            queue.name = textOf(at);
        } else if (name == "printer-make-and-model") {
            queue.makeAndModel = textOf(at);
        } else if (name == "device-uri") {
            queue.deviceUri = textOf(at);
        } else if (name == "printer-error-policy") {
            queue.errorPolicy = textOf(at);
        } else if (name == "printer-state") {
            queue.state.isStopped = ippGetInteger(at, 0) == IPP_PSTATE_STOPPED;
            queue.state.isIdle = ippGetInteger(at, 0) == IPP_PSTATE_IDLE;
        } else if (name == "printer-state-change-time") {
            queue.state.age -= std::chrono::seconds(ippGetInteger(at, 0));
        } else if (name == "printer-up-time") { // on the same clock
            queue.state.age += std::chrono::seconds(ippGetInteger(at, 0));
        } else if (name == "printer-is-accepting-jobs") {
            queue.state.isAccepting = ippGetBoolean(at, 0) != 0;
        } else if (name == "printer-state-reasons") {
            for (int i = 0; i < ippGetCount(at); ++i) {
                queue.state.reasons.emplace_back(ippGetString(at, i, nullptr));
            }
        }
    }
    return queue;
}

CupsJob::State stateOf(int state)
{
    switch (state) {
    case IPP_JSTATE_PROCESSING: return CupsJob::State::Processing;
    case IPP_JSTATE_STOPPED: return CupsJob::State::Stopped;
    case IPP_JSTATE_CANCELED: return CupsJob::State::Canceled;
    case IPP_JSTATE_ABORTED: return CupsJob::State::Aborted;
    case IPP_JSTATE_COMPLETED: return CupsJob::State::Completed;
    default: return CupsJob::State::Waiting;
    }
}

} // namespace

bool CupsQueue::isRaw() const
{
    // So CUPS calls every queue without a driver: "Local Raw Printer".
    return makeAndModel.find("Raw Printer") != std::string::npos;
}

CupsServer::CupsServer(CupsAddress address,
                       std::unique_ptr<http_t, CupsRelease> http,
                       Moment deadline)
    : m_address(std::move(address))
    , m_http(std::move(http))
    , m_deadline(deadline)
{
    std::array<char, UriBytesMax> uri{};
    const std::string host = m_address.host.empty() ? "localhost" : m_address.host;
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
                     host.c_str(), m_address.port, "/printers/%s", m_address.queue.c_str());
    m_uri = uri.data();
}

Expected<CupsServer, IoError> CupsServer::connect(const CupsAddress& address, Moment deadline)
{
    cupsSetPasswordCB2(noPassword, nullptr); // of this thread; it would ask at the prompt
    const bool isOurs = address.host.empty();
    const std::string host = isOurs ? cupsServer() : address.host;
    std::unique_ptr<http_t, CupsRelease> http(
        httpConnect2(host.c_str(), isOurs ? ippPort() : address.port, nullptr, AF_UNSPEC,
                     cupsEncryption(), 1, static_cast<int>(leftUntil(deadline).count()), nullptr));
    if (!http) {
        return Unexpected(IoError{"no CUPS answers at " + host});
    }
    return CupsServer(address, std::move(http), deadline);
}

Ipp CupsServer::request(ipp_op_t operation) const
{
    Ipp message(ippNewRequest(operation));
    addText(message, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", m_uri.c_str());
    addText(message, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", cupsUser());
    return message;
}

/// Every wait of libcups ends with the time that is left.
void CupsServer::hurry()
{
    httpSetTimeout(m_http.get(), std::chrono::duration<double>(leftUntil(m_deadline)).count(),
                   giveUp, nullptr);
}

Expected<Ipp, IoError> CupsServer::ask(Ipp request)
{
    hurry();
    return checked(cupsDoRequest(m_http.get(), request.release(), Resource));
}

Expected<Ipp, IoError> CupsServer::checked(ipp_t* answer) const
{
    Ipp message(answer);
    if (!message || cupsLastError() >= IPP_STATUS_ERROR_BAD_REQUEST) {
        return Unexpected(IoError{cupsLastErrorString()});
    }
    return message;
}

Expected<CupsQueue, IoError> CupsServer::queue()
{
    Ipp message = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    addWanted(message, QueueAttributes);
    const auto answer = ask(std::move(message));
    if (!answer) {
        return Unexpected(answer.error());
    }
    ipp_attribute_t* at = ippFirstAttribute(answer->get());
    auto queue = nextQueue(answer->get(), at);
    if (!queue) {
        return Unexpected(IoError{"CUPS does not describe the queue"});
    }
    return *std::move(queue);
}

Expected<std::vector<CupsQueue>, IoError> CupsServer::queues()
{
    Ipp message(ippNewRequest(IPP_OP_CUPS_GET_PRINTERS));
    addWanted(message, QueueAttributes);
    std::vector<CupsQueue> queues;
    hurry();
    const Ipp answer(cupsDoRequest(m_http.get(), message.release(), Resource));
    if (!answer || (cupsLastError() >= IPP_STATUS_ERROR_BAD_REQUEST &&
                    cupsLastError() != IPP_STATUS_ERROR_NOT_FOUND)) { // there is none
        return Unexpected(IoError{cupsLastErrorString()});
    }
    ipp_attribute_t* at = ippFirstAttribute(answer.get());
    while (auto queue = nextQueue(answer.get(), at)) {
        queues.push_back(*std::move(queue));
    }
    return queues;
}

Expected<int, IoError> CupsServer::createJob(const CupsDocument& document)
{
    Ipp message = request(IPP_OP_CREATE_JOB);
    addText(message, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", document.name.c_str());
    // The picture has the width of the head: neither blown up nor cut off.
    addText(message, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", "fit");
    ippAddInteger(message.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "job-cancel-after",
                  document.secondsMax);
    const auto answer = ask(std::move(message));
    if (!answer) {
        return Unexpected(answer.error());
    }
    ipp_attribute_t* const id = ippFindAttribute(answer->get(), "job-id", IPP_TAG_INTEGER);
    if (id == nullptr) {
        return Unexpected(IoError{"CUPS gave the job no number"});
    }
    return ippGetInteger(id, 0);
}

Expected<Done, IoError>
CupsServer::sendDocument(int job, const CupsDocument& document, bool& wentWhole)
{
    wentWhole = false;
    Ipp message = request(IPP_OP_SEND_DOCUMENT);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    addText(message, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", document.format);
    ippAddBoolean(message.get(), IPP_TAG_OPERATION, "last-document", 1);
    hurry();
    const std::size_t length = ippLength(message.get()) + document.bytes.size();
    const http_status_t begun = cupsSendRequest(m_http.get(), message.get(), Resource, length);
    if (begun != HTTP_STATUS_CONTINUE ||
        cupsWriteRequestData(m_http.get(), reinterpret_cast<const char*>(document.bytes.data()),
                             document.bytes.size()) != HTTP_STATUS_CONTINUE) {
        return Unexpected(IoError{cupsLastErrorString()});
    }
    wentWhole = true;
    if (const auto answer = checked(cupsGetResponse(m_http.get(), Resource)); !answer) {
        return Unexpected(answer.error());
    }
    return Done{};
}

Expected<CupsJob, IoError> CupsServer::job(int job)
{
    Ipp message = request(IPP_OP_GET_JOB_ATTRIBUTES);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    addWanted(message, JobAttributes);
    const auto answer = ask(std::move(message));
    if (!answer) {
        return Unexpected(answer.error());
    }
    ipp_attribute_t* const state = ippFindAttribute(answer->get(), "job-state", IPP_TAG_ENUM);
    ipp_attribute_t* const begun =
        ippFindAttribute(answer->get(), "time-at-processing", IPP_TAG_INTEGER);
    if (state == nullptr) {
        return Unexpected(IoError{"CUPS does not know the job any more"});
    }
    return CupsJob{.state = stateOf(ippGetInteger(state, 0)), .hasBegun = begun != nullptr};
}

Expected<Done, IoError> CupsServer::cancel(int job)
{
    Ipp message = request(IPP_OP_CANCEL_JOB);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    if (const auto answer = ask(std::move(message)); !answer) {
        return Unexpected(answer.error());
    }
    return Done{};
}

} // namespace talon::hw
