#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/domain/text.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// What stands on a ticket, from top to bottom: an office may leave out, move and resize, and add
/// lines of its own.
namespace talon {

enum class TicketPart {
    Logo,        ///< The picture of the template.
    Office,      ///< Its name.
    Number,      ///< Cannot be left out.
    Service,     ///< With the mark of a priority category, and of a copy.
    Queue,       ///< People ahead, waiting time, day and time; the code beside it on wide paper.
    Documents,   ///< What to have ready, if the service says so.
    Advice,      ///< Where to look for the number.
    QualityLine, ///< The telephone for praise and complaints.
    Code,        ///< The QR code: number and visit.
    OwnText,     ///< A line of the office's own.
    Rule,        ///< A line across the paper.
};

inline constexpr std::array TicketParts{
    TicketPart::Logo,  TicketPart::Office,    TicketPart::Number, TicketPart::Service,
    TicketPart::Queue, TicketPart::Documents, TicketPart::Advice, TicketPart::QualityLine,
    TicketPart::Code,  TicketPart::OwnText,   TicketPart::Rule};

/// The name used in JSON.
std::string_view name(TicketPart part);

enum class PartSize { Small, Normal, Large };

inline constexpr std::array PartSizes{PartSize::Small, PartSize::Normal, PartSize::Large};

std::string_view name(PartSize size);

struct TemplatePart
{
    TicketPart part = TicketPart::Rule;
    PartSize size = PartSize::Normal;
    Text text = {}; ///< For OwnText only.

    friend bool operator==(const TemplatePart&, const TemplatePart&) = default;
};

inline constexpr std::size_t TemplatePartsMax = 40;
inline constexpr std::size_t LogoBytesMax = 8 * 1024;

struct TicketTemplate
{
    std::vector<TemplatePart> parts;
    std::string logo; ///< The bytes of a PNG; dark dots are printed. May be empty.

    friend bool operator==(const TicketTemplate&, const TicketTemplate&) = default;
};

/// The ticket of an office that has not made its own.
TicketTemplate usualTicket();

/// Names what cannot work: no number, a text without words, a logo that is missing or too large.
Expected<Done, ParseError> check(const TicketTemplate& ticket);

} // namespace talon
