#pragma once

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/domain/text.h"
#include "shared/domain/ticket_template.h"
#include "shared/domain/wait_range.h"

#include <optional>
#include <string>

namespace talon::terminal {

/// Everything that stands on a ticket, in the language of its visitor.
struct TicketPaper
{
    VisitId visit;    ///< 0 for one that was given without the controller.
    std::string code; ///< What the QR code says, in ASCII; empty for none.
    std::string language = FirstLanguage;
    std::string officeName;
    std::string number; ///< "А015".
    std::string service;
    std::string bring;               ///< What documents to have; may be empty.
    bool priority = false;           ///< Has a right to wait less. Which one is nobody's business.
    bool copy = false;               ///< Another paper with this number may be about.
    std::optional<int> peopleAhead;  ///< None when it is not known.
    std::optional<WaitMinutes> wait; ///< None when it cannot be told.
    Day day;                         ///< In the office's zone, as is the minute.
    std::chrono::minutes minuteOfDay{0};
    std::string qualityLine; ///< A telephone; may be empty.
    TicketTemplate layout = usualTicket();

    friend bool operator==(const TicketPaper&, const TicketPaper&) = default;
};

/// What the QR code says, in ASCII, since scanners that act as keyboards know no other letters:
/// "talon:4711:%D0%90015".
std::string visitCode(VisitId visit, const std::string& number);

} // namespace talon::terminal
