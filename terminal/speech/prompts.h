#pragma once

#include "shared/domain/arrival.h"
#include "shared/domain/issuing.h"
#include "shared/domain/settings.h"
#include "shared/domain/visit.h"
#include "terminal/flow/flow.h"
#include "terminal/speech/counts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What a person who cannot see is told of the terminal's screens. Pure: from a description of a
/// screen to sentences, in Russian ("ru") and in English (any other language).
namespace talon::terminal {

/// What a screen asks.
enum class Question { Language, Segment, Service, Category, Information, Booking, Appointment };

/// One thing that can be chosen.
struct SpokenChoice
{
    std::int64_t id = 0; ///< What the screen knows it by.
    std::string name;    ///< In the visitor's language, as far as it has one.
    bool isGroup = false;
    std::optional<int> waiting; ///< People in this queue; none: not known, or no queue.
    std::optional<WaitMinutes> wait;
    std::optional<ClosedReason> closed; ///< It cannot be chosen now.
    std::optional<SpokenMoment> opens;  ///< When a closed one can be chosen again.

    friend bool operator==(const SpokenChoice&, const SpokenChoice&) = default;
};

// The screens, as they are told.

/// The controller does not answer.
struct TellAway
{
    bool isStarting = false; ///< It has not had the time to.

    friend bool operator==(const TellAway&, const TellAway&) = default;
};
/// The office receives nobody now.
struct TellClosed
{
    std::optional<SpokenMoment> opens;

    friend bool operator==(const TellClosed&, const TellClosed&) = default;
};
struct TellQuestion
{
    Question question = Question::Service;
    std::string group; ///< Of services, which was opened; empty: the first level.
    std::string text;  ///< What is to be heard first: of an Information, an Appointment.
    std::vector<SpokenChoice> choices;
    bool isFirst = false; ///< Where a visitor begins: it greets, and one corner is the language.
    bool canGoBack = false;
    bool paperReady = true;

    friend bool operator==(const TellQuestion&, const TellQuestion&) = default;
};
struct TellIssuing
{
    friend bool operator==(const TellIssuing&, const TellIssuing&) = default;
};
struct TellTicket
{
    std::string number;
    std::string service;
    std::optional<int> peopleAhead;  ///< None: it is not known, the controller is away.
    std::optional<WaitMinutes> wait; ///< None: not known.
    std::string bring;               ///< Documents to have; may be empty.
    PrintOutcome paper = PrintOutcome::NotReported;

    friend bool operator==(const TellTicket&, const TellTicket&) = default;
};
struct TellRefused
{
    Problem problem = Problem::Fault;
    std::optional<SpokenMoment> opens; ///< When the service is given again.

    friend bool operator==(const TellRefused&, const TellRefused&) = default;
};

using Telling =
    std::variant<TellAway, TellClosed, TellQuestion, TellIssuing, TellTicket, TellRefused>;

/// What screen this is and what it says; of a question not yet its choices.
std::string screenPrompt(const Telling& screen, std::string_view language);

/// A booking that could not simply be checked in, as far as it is known.
struct SpokenAppointment
{
    Appointment appointment = Appointment::Unknown;
    std::optional<SpokenMoment> at;
    std::optional<SpokenMoment> from; ///< When it can be checked in, if it is early.
    std::string number;               ///< Of the ticket that was given already.

    friend bool operator==(const SpokenAppointment&, const SpokenAppointment&) = default;
};

/// What is the matter with a booking; what can be done now are the choices after it.
std::string appointmentPrompt(const SpokenAppointment& appointment, std::string_view language);

/// How a visitor checks in who cannot see a keypad: "Поднесите код записи к сканеру."
std::string checkInPrompt(std::string_view language);

/// "два из семи. Заключить договор. Ждать от десяти до двадцати минут. В очереди три человека."
std::string
choicePrompt(const SpokenChoice& choice, int position, int count, std::string_view language);

/// How many choices there are: "Всего вариантов: семь."
std::string countPrompt(int count, std::string_view language);

/// What becomes of the paper, and what the visitor is to do about it.
std::string paperPrompt(PrintOutcome paper, std::string_view language);

/// "А015" as it is said: "а ноль пятнадцать".
std::string numberPrompt(std::string_view number, std::string_view language);

// Names of choices that are the terminal's own.
std::string segmentName(Segment segment, std::string_view language);
std::string noCategoryName(std::string_view language);
std::string continueName(std::string_view language);    ///< After an Information.
std::string takeTicketName(std::string_view language);  ///< Of a visitor who comes late.
std::string usualTicketName(std::string_view language); ///< Without the booking.

} // namespace talon::terminal
