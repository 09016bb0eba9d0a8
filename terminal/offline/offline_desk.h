#pragma once

#include "terminal/offline/lease_book.h"
#include "terminal/offline/offline_store.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace talon::terminal {

/// What a visitor asked for while there was no controller.
struct OfflineWish
{
    ServiceId service;
    std::optional<CategoryId> category;
    std::string language = "ru";
    int people = 1;
    std::optional<BookingId> booking; ///< Whose visitor it is, by the bookings known here.
    std::string instead; ///< Key of the request that was sent and then given up; empty for none.
};

/// Gives tickets from the numbers that the terminal holds, and knows what is still to be handed
/// over. Everything is in the store before it is said: see docs/offline.md.
class OfflineDesk
{
public:
    explicit OfflineDesk(OfflineStore store);

    const std::string& storeId() const { return m_store.id(); }
    const LeaseBook& book() const { return m_book; }
    /// Those of the last week, in the order of giving.
    const std::vector<KeptTicket>& tickets() const { return m_tickets; }

    /// Gives the next number of a service. The ticket is on the disk: it may be printed. `key` is
    /// new, and stands for its hand-over for ever.
    Expected<KeptTicket, NoNumber> give(const OfflineWish& wish, Instant now, std::string key);

    /// The paper of a ticket came out, or did not. Also after the hand-over.
    Expected<Done, StoreError> settlePaper(const std::string& key, PrintOutcome outcome);

    int waitingCount() const;

    /// The ticket to be handed over now, as its request must say it, also after a restart.
    /// None when none waits.
    Expected<std::optional<KeptTicket>, StoreError> nextToHandOver();
    /// The controller has it, as this visit or as a mere record.
    Expected<Done, StoreError>
    handedOver(std::int64_t seq, std::optional<VisitId> visit, std::int64_t epoch);
    /// The controller cannot read it: the next start tries again.
    Expected<Done, StoreError> setAside(std::int64_t seq);

    /// A ticket that was handed over before it was known what became of its paper.
    std::optional<KeptTicket> nextPaperToTell() const;
    Expected<Done, StoreError> paperTold(std::int64_t seq, PrintOutcome outcome);

    /// Whether the journal of this epoch may lack what an older one had; then those tickets wait
    /// again, and under the same keys a journal that has them says so.
    Expected<bool, StoreError> noticeEpoch(std::int64_t epoch);

    /// All numbers that are held from now on; `text` is how they were told.
    Expected<Done, StoreError> hold(std::vector<LeasedDay> days, const std::string& text);
    /// For a start: what document(Document::Leases) said.
    void recall(std::vector<LeasedDay> days) { m_book.hold(std::move(days)); }

    Expected<Done, StoreError> keepDocument(Document document, const std::string& text);
    std::optional<std::string> document(Document document) const;

    /// Tickets are kept for a week after their day.
    Expected<Done, StoreError> forgetOld(Day today);

private:
    KeptTicket* find(std::int64_t seq);
    Expected<Done, StoreError> change(std::int64_t seq,
                                      const std::function<void(KeptTicket&)>& change);

    OfflineStore m_store;
    LeaseBook m_book;
    std::vector<KeptTicket> m_tickets; ///< In the order of giving.
};

} // namespace talon::terminal
