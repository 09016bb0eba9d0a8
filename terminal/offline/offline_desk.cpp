#include "terminal/offline/offline_desk.h"

#include "shared/base/ensure.h"

#include <QLoggingCategory>

#include <algorithm>

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.offline")

constexpr std::chrono::days KeptFor{7};

} // namespace

OfflineDesk::OfflineDesk(OfflineStore store)
    : m_store(std::move(store))
    , m_tickets(m_store.takeTickets())
{
    for (KeptTicket& kept : m_tickets) {
        m_book.give(kept.ticket.day, kept.ticket.number);
        if (kept.state == HandOverState::SetAside) {
            kept.state = HandOverState::Waiting; // The controller may be a newer one by now.
        }
    }
}

Expected<KeptTicket, NoNumber>
OfflineDesk::give(const OfflineWish& wish, Instant now, std::string key)
{
    const auto day = m_book.dayAt(now);
    if (!day) {
        return Unexpected(NoNumber::NoLeaseForDay);
    }
    const auto number = m_book.next(wish.service, *day);
    if (!number) {
        return Unexpected(number.error());
    }
    KeptTicket kept{.key = std::move(key)};
    kept.ticket = {.service = wish.service,
                   .category = wish.category,
                   .language = wish.language,
                   .people = wish.people,
                   .booking = wish.booking,
                   .day = *day,
                   .serial = number->serial,
                   .number = printedNumber(number->prefix, number->serial),
                   .takenAt = now,
                   .instead = wish.instead};
    if (const auto added = m_store.add(kept); !added) {
        qCCritical(log, "ticket %s was not given: %s", kept.ticket.number.c_str(),
                   added.error().what.c_str());
        return Unexpected(NoNumber::NotKept);
    }
    m_book.give(*day, kept.ticket.number);
    m_tickets.push_back(kept);
    return kept;
}

Expected<Done, StoreError> OfflineDesk::settlePaper(const std::string& key, PrintOutcome outcome)
{
    const auto found = std::ranges::find(m_tickets, key, &KeptTicket::key);
    if (found == m_tickets.end()) {
        return Done{}; // Forgotten long ago.
    }
    return change(found->seq, [&](KeptTicket& kept) { kept.ticket.paper = outcome; });
}

int OfflineDesk::waitingCount() const
{
    return static_cast<int>(
        std::ranges::count(m_tickets, HandOverState::Waiting, &KeptTicket::state));
}

Expected<std::optional<KeptTicket>, StoreError> OfflineDesk::nextToHandOver()
{
    const auto found = std::ranges::find(m_tickets, HandOverState::Waiting, &KeptTicket::state);
    if (found == m_tickets.end()) {
        return std::optional<KeptTicket>();
    }
    if (!found->sentPaper) {
        // From now on this request says the same, whatever the paper does meanwhile.
        const auto frozen =
            change(found->seq, [](KeptTicket& kept) { kept.sentPaper = kept.ticket.paper; });
        if (!frozen) {
            return Unexpected(frozen.error());
        }
    }
    KeptTicket next = *found;
    next.ticket.paper = *next.sentPaper;
    next.ticket.store = m_store.id();
    return std::optional(std::move(next));
}

Expected<Done, StoreError>
OfflineDesk::handedOver(std::int64_t seq, std::optional<VisitId> visit, std::int64_t epoch)
{
    return change(seq, [&](KeptTicket& kept) {
        kept.state = HandOverState::HandedOver;
        kept.visit = visit;
        kept.epoch = epoch;
    });
}

Expected<Done, StoreError> OfflineDesk::setAside(std::int64_t seq)
{
    return change(seq, [](KeptTicket& kept) { kept.state = HandOverState::SetAside; });
}

std::optional<KeptTicket> OfflineDesk::nextPaperToTell() const
{
    const auto found = std::ranges::find_if(m_tickets, [](const KeptTicket& kept) {
        const auto known = kept.toldPaper ? kept.toldPaper : kept.sentPaper;
        return kept.state == HandOverState::HandedOver && kept.visit && known &&
               kept.ticket.paper != *known && kept.ticket.paper != PrintOutcome::NotReported;
    });
    return found == m_tickets.end() ? std::nullopt : std::optional(*found);
}

Expected<Done, StoreError> OfflineDesk::paperTold(std::int64_t seq, PrintOutcome outcome)
{
    return change(seq, [&](KeptTicket& kept) { kept.toldPaper = outcome; });
}

Expected<bool, StoreError> OfflineDesk::noticeEpoch(std::int64_t epoch)
{
    const auto isOlder = [&](const KeptTicket& kept) {
        return kept.state == HandOverState::HandedOver && kept.epoch < epoch;
    };
    if (std::ranges::none_of(m_tickets, isOlder)) {
        return false;
    }
    if (const auto done = m_store.waitAgain(epoch); !done) {
        return Unexpected(done.error());
    }
    for (KeptTicket& kept : m_tickets) {
        if (isOlder(kept)) {
            kept.state = HandOverState::Waiting;
            kept.visit.reset();
            kept.toldPaper.reset();
        }
    }
    return true;
}

Expected<Done, StoreError> OfflineDesk::hold(std::vector<LeasedDay> days, const std::string& text)
{
    auto kept = m_store.setDocument(Document::Leases, text);
    if (kept) {
        m_book.hold(std::move(days));
    }
    return kept;
}

Expected<Done, StoreError> OfflineDesk::keepDocument(Document document, const std::string& text)
{
    return m_store.setDocument(document, text);
}

std::optional<std::string> OfflineDesk::document(Document document) const
{
    return m_store.document(document);
}

Expected<Done, StoreError> OfflineDesk::forgetOld(Day today)
{
    const Day first = today - KeptFor;
    const auto isOld = [&](const KeptTicket& kept) {
        return kept.ticket.day < first && kept.state == HandOverState::HandedOver;
    };
    if (std::ranges::none_of(m_tickets, isOld)) {
        return Done{};
    }
    auto forgotten = m_store.forgetBefore(first);
    if (forgotten) {
        std::erase_if(m_tickets, isOld);
    }
    return forgotten;
}

KeptTicket* OfflineDesk::find(std::int64_t seq)
{
    const auto found = std::ranges::find(m_tickets, seq, &KeptTicket::seq);
    return found == m_tickets.end() ? nullptr : &*found;
}

/// First on the disk, then here.
Expected<Done, StoreError> OfflineDesk::change(std::int64_t seq,
                                               const std::function<void(KeptTicket&)>& change)
{
    KeptTicket* const kept = find(seq);
    TALON_ENSURE(kept != nullptr);
    KeptTicket changed = *kept;
    change(changed);
    if (changed == *kept) {
        return Done{};
    }
    auto done = m_store.update(changed);
    if (done) {
        *kept = std::move(changed);
    }
    return done;
}

} // namespace talon::terminal
