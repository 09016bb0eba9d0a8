#pragma once

#include "shared/domain/offline.h"
#include "terminal/offline/store_file.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talon::terminal {

/// How far a ticket is on its way to the controller.
enum class HandOverState {
    Waiting,
    HandedOver, ///< The controller has it: as a visit, or as a record.
    SetAside,   ///< The controller cannot read it; tried again at the next start.
};

inline constexpr std::array HandOverStates{HandOverState::Waiting, HandOverState::HandedOver,
                                           HandOverState::SetAside};

std::string_view name(HandOverState state);

/// A ticket that this terminal gave, with what became of it.
struct KeptTicket
{
    std::int64_t seq = 0; ///< The order in which they were given; made by the store.
    std::string key;      ///< Of its hand-over, for ever.
    OfflineTicket ticket; ///< Its paper as it is known here.
    std::optional<PrintOutcome> sentPaper; ///< As the request says it: a repeat says the same.
    std::optional<PrintOutcome> toldPaper; ///< As the controller was told after that.
    HandOverState state = HandOverState::Waiting;
    std::optional<VisitId> visit; ///< Once handed over, unless only recorded.
    std::int64_t epoch = 0;       ///< Of the journal that has it.

    friend bool operator==(const KeptTicket&, const KeptTicket&) = default;
};

/// What was heard last, kept as it was sent, for a start without a controller.
enum class Document { View, Bookings, Leases };

std::string_view name(Document document);

/// A terminal's memory: one small SQLite file. What it has kept is on the disk when it returns, so
/// that a ticket may be printed; a number is kept once a day, by a constraint too.
class OfflineStore
{
public:
    /// Opened as it is, or made. A file that is damaged or none of ours is set aside with a line in
    /// the log, and a new one made: it holds no numbers, and gets others than the old one had.
    static Expected<OfflineStore, StoreError> open(const std::string& path,
                                                   const StoreDisk& disk = {});

    OfflineStore(OfflineStore&&) noexcept;
    OfflineStore& operator=(OfflineStore&&) noexcept;
    ~OfflineStore();

    const std::string& id() const; ///< Made with the file; it holds the numbers.

    /// All that are kept, in the order of giving; as they were when the store was opened.
    std::vector<KeptTicket> takeTickets();
    std::optional<std::string> document(Document document) const;

    // On Full nothing was kept and the store goes on; after any other error it repeats that one.

    /// Keeps a new ticket and gives it its place.
    Expected<Done, StoreError> add(KeptTicket& ticket);
    Expected<Done, StoreError> update(const KeptTicket& ticket);
    Expected<Done, StoreError> setDocument(Document document, const std::string& text);

    /// Those that a journal of an epoch before this one has wait again, all at once.
    Expected<Done, StoreError> waitAgain(std::int64_t epoch);

    /// Forgets tickets of days before this one that the controller has.
    Expected<Done, StoreError> forgetBefore(Day day);

private:
    struct State;
    explicit OfflineStore(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace talon::terminal
