#include "hw/cups/cups_printer.h"

#include "hw/escpos/encoder.h"
#include "hw/png.h"

#include <poll.h>

#include <utility>

namespace talon::hw {

using namespace std::chrono_literals;
using escpos::Condition;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr auto OpenWithin = 3s;
constexpr auto LookEvery = 100ms;
constexpr auto TakeBackWithin = 2s;
constexpr std::string_view ResendsAtOnce = "retry-current-job"; ///< Nobody could see it do so.
constexpr const char* PictureFormat = "image/png";

int secondsOf(milliseconds time)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

void waitFor(milliseconds time)
{
    poll(nullptr, 0, static_cast<int>(time.count()));
}

} // namespace

CupsPrinter::CupsPrinter(std::string id, CupsAddress address)
    : m_id(std::move(id))
    , m_address(std::move(address))
{}

Expected<Done, WriteError> CupsPrinter::write(BytesView bytes, milliseconds within)
{
    m_deadline = steady_clock::now() + within;
    auto server = CupsServer::connect(m_address, m_deadline);
    if (!server) {
        return Unexpected(WriteError{.what = m_id + ": " + server.error().what});
    }
    const Delivery delivery = deliver(*server, {.name = "talon",
                                                .bytes = Bytes(bytes.begin(), bytes.end()),
                                                .secondsMax = secondsOf(within)});
    if (delivery.isCompleted) {
        return Done{};
    }
    return Unexpected(WriteError{.cause = WriteError::Cause::TimedOut,
                                 .bytesSent = delivery.fate == Fate::NotPrinted ? 0 : bytes.size(),
                                 .what = delivery.what});
}

Expected<Bytes, IoError> CupsPrinter::read(milliseconds /*within*/)
{
    return Bytes{};
}

Condition CupsPrinter::condition(milliseconds within)
{
    auto server = CupsServer::connect(m_address, steady_clock::now() + within);
    if (!server) {
        return Condition::Gone;
    }
    const auto queue = server->queue();
    return queue ? conditionOf(queue->state) : Condition::Gone;
}

PrintResult CupsPrinter::print(const Raster& slip,
                               const escpos::Model& model,
                               std::int64_t job,
                               milliseconds within)
{
    m_deadline = steady_clock::now() + within;
    auto server = CupsServer::connect(m_address, m_deadline);
    if (!server) {
        return {.condition = Condition::Gone, .what = m_id + ": " + server.error().what};
    }
    const auto queue = server->queue();
    if (!queue) {
        return {.condition = Condition::Gone, .what = m_id + ": " + queue.error().what};
    }
    CupsDocument document{.name = "talon " + std::to_string(job), .secondsMax = secondsOf(within)};
    if (queue->isRaw()) {
        document.bytes = escpos::silentSlip(slip, model);
    } else {
        document.format = PictureFormat;
        document.bytes = pngOf(slip);
    }
    const Delivery delivery = deliver(*server, document);
    return {.fate = delivery.fate, .condition = delivery.condition, .what = delivery.what};
}

CupsPrinter::Delivery
CupsPrinter::failed(Fate fate, Condition condition, const std::string& what) const
{
    return {.fate = fate, .condition = condition, .what = m_id + ": " + what};
}

CupsPrinter::Delivery CupsPrinter::deliver(CupsServer& server, const CupsDocument& document)
{
    const auto job = server.createJob(document);
    if (!job) {
        return failed(Fate::NotPrinted, Condition::Fault, job.error().what);
    }
    bool wentWhole = false;
    const auto sent = server.sendDocument(*job, document, wentWhole);
    if (!sent) {
        takeBack(server, *job, sent.error().what);
        return failed(wentWhole ? Fate::Unknown : Fate::NotPrinted, Condition::Fault,
                      sent.error().what);
    }
    return watch(server, *job);
}

CupsPrinter::Delivery CupsPrinter::watch(CupsServer& server, int job)
{
    while (steady_clock::now() < m_deadline) {
        const auto now = server.job(job);
        if (!now) {
            return failed(Fate::Unknown, Condition::Gone, now.error().what);
        }
        if (now->state == CupsJob::State::Completed) {
            Delivery delivery = failed(Fate::Unknown, condition(OpenWithin),
                                       "CUPS passed the slip on and cannot confirm it");
            delivery.isCompleted = true;
            return delivery;
        }
        if (now->hasEnded()) {
            return failed(now->hasBegun ? Fate::Unknown : Fate::NotPrinted, Condition::Fault,
                          "CUPS gave the slip up");
        }
        if (now->hasBegun && now->state != CupsJob::State::Processing) {
            // By the queue's policy the whole slip would go again some time later.
            return takeBack(server, job, "the printer failed");
        }
        waitFor(LookEvery);
    }
    return takeBack(server, job, "the printer did not take the slip in time");
}

CupsPrinter::Delivery CupsPrinter::takeBack(CupsServer& server, int job, const std::string& why)
{
    const auto deadline = steady_clock::now() + TakeBackWithin;
    server.setDeadline(deadline);
    const auto queue = server.queue();
    const Condition told = queue ? conditionOf(queue->state) : Condition::Gone;
    const Condition condition = canPrint(told) ? Condition::NotAnswering : told;
    // It says so before its first byte. Between this look and the next line a printer that was
    // just switched on might begin: some milliseconds, and a ticket too many is the worst of it.
    const bool isStillConnecting = queue && isConnecting(queue->state);
    if (const auto canceled = server.cancel(job); !canceled) {
        const auto after = server.job(job);
        const bool isOver = after && after->hasEnded() && !after->hasBegun;
        return failed(isOver ? Fate::NotPrinted : Fate::Unknown, condition,
                      why + "; cannot be taken back: " + canceled.error().what);
    }
    auto after = server.job(job);
    while (after && !after->hasEnded() && steady_clock::now() < deadline) {
        waitFor(LookEvery);
        after = server.job(job);
    }
    const bool isWhole = after && after->state != CupsJob::State::Completed;
    const bool hasBegun = !after || (after->hasBegun && !isStillConnecting);
    return failed(isWhole && !hasBegun ? Fate::NotPrinted : Fate::Unknown, condition,
                  why + "; taken back");
}

Expected<std::unique_ptr<CupsPrinter>, IoError> openCupsPrinter(const std::string& address)
{
    const std::string id = "cups:" + address;
    const auto parsed = parseCupsAddress(address);
    if (!parsed) {
        return Unexpected(IoError{id + ": " + describe(parsed.error())});
    }
    auto server = CupsServer::connect(*parsed, steady_clock::now() + OpenWithin);
    if (!server) {
        return Unexpected(IoError{id + ": " + server.error().what});
    }
    const auto queue = server->queue();
    if (!queue) {
        return Unexpected(IoError{id + ": " + queue.error().what});
    }
    if (queue->errorPolicy == ResendsAtOnce) {
        return Unexpected(IoError{id + ": would print tickets twice: lpadmin -p " + parsed->queue +
                                  " -o printer-error-policy=abort-job"});
    }
    return std::make_unique<CupsPrinter>(id, *parsed);
}

Expected<std::vector<CupsQueue>, IoError> listCupsQueues()
{
    auto server = CupsServer::connect({}, steady_clock::now() + OpenWithin);
    if (!server) {
        return Unexpected(server.error());
    }
    return server->queues();
}

} // namespace talon::hw
