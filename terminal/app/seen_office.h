#pragma once

#include "shared/link/office_clock.h"
#include "shared/wire/terminal_view.h"
#include "terminal/app/choice_list_model.h"
#include "terminal/flow/flow.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace talon::terminal {

/// The office as this terminal knows it: as the controller showed it last, or, while that is away,
/// by the hours it told; and its time, names and numbers as a visitor reads them.
class SeenOffice
{
public:
    void show(const wire::TerminalView& view);

    /// Known from an earlier day or start of the program, at a time that only this machine's own
    /// clock tells. Passed over when that clock is behind what was seen already.
    void recall(wire::TerminalView view, Instant machineTime);

    /// From now on by what is known; until the next show().
    void goAlone();
    /// Alone, time has passed: closes and opens by the hours.
    void passTime();

    bool isKnown() const { return m_isKnown; }
    bool isAlone() const { return m_isAlone; }

    /// As visitors are shown it.
    const wire::TerminalView& view() const { return m_view; }
    const link::OfficeClock& clock() const { return m_clock; }
    std::optional<Day> today() const;

    /// What must be known to go on without the controller, as JSON; the same text while nothing of
    /// that changes.
    std::string document() const;

    /// What the office offers, as far as it decides the way through the screens.
    Offer offer() const;

    std::vector<Choice>
    choices(Segment segment, const std::vector<GroupId>& path, const QString& language) const;
    std::vector<Choice> categories(const QString& language) const;

    QString text(const Text& text, const QString& language) const;
    QString dayText(Instant at, const QString& language) const;      ///< Empty for today.
    QString shortDayText(Instant at, const QString& language) const; ///< Likewise, no weekday.
    QString minuteText(Instant at) const;
    QString timeText() const;
    QString dateText(const QString& language) const;

private:
    Choice row(const wire::GroupChoice& group, const QString& language) const;
    Choice row(const wire::ServiceChoice& service, const QString& language) const;

    wire::TerminalView m_last; ///< As it was shown.
    wire::TerminalView m_view;
    link::OfficeClock m_clock;
    bool m_isKnown = false;
    bool m_isAlone = false;
};

} // namespace talon::terminal
