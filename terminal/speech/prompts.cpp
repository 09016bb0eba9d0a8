#include "terminal/speech/prompts.h"

#include "shared/base/ensure.h"
#include "shared/voice/words.h"

namespace talon::terminal {

namespace {

bool isRussian(std::string_view language)
{
    return language == "ru";
}

/// Sentences one after the other; empty ones are left out.
class Sentences
{
public:
    explicit Sentences(std::string_view language)
        : m_russian(isRussian(language))
    {}

    Sentences& say(std::string_view russian, std::string_view english)
    {
        return say(m_russian ? russian : english);
    }

    /// A text of the office's own, which may end in any sign.
    Sentences& say(std::string_view text)
    {
        while (!text.empty() && text.back() == ' ') {
            text.remove_suffix(1);
        }
        if (text.empty()) {
            return *this;
        }
        m_text += m_text.empty() ? "" : " ";
        m_text += text;
        if (std::string_view(".!?:").find(text.back()) == std::string_view::npos) {
            m_text += '.';
        }
        return *this;
    }

    const std::string& text() const { return m_text; }

private:
    bool m_russian;
    std::string m_text;
};

void sayOpening(Sentences& sentences,
                const std::optional<SpokenMoment>& opens,
                std::string_view russian,
                std::string_view english,
                std::string_view language)
{
    if (opens) {
        const std::string moment = " " + momentInWords(*opens, language);
        sentences.say(std::string(russian) + moment, std::string(english) + moment);
    }
}

std::string questionOf(const TellQuestion& screen, std::string_view language)
{
    Sentences sentences(language);
    if (!screen.group.empty()) {
        sentences.say(screen.group);
    }
    switch (screen.question) {
    case Question::Language: return sentences.say("Выберите язык.", "Choose a language.").text();
    case Question::Segment:
        return sentences.say("Кого вы представляете?", "Whom do you represent?").text();
    case Question::Service:
        return sentences.say("По какому вопросу вы пришли?", "What is your visit about?").text();
    case Question::Category:
        return sentences
            .say("Есть ли у вас право на обслуживание без очереди? Документ нужно показать у окна.",
                 "Do you have a right to be served first? Please show the document at the window.")
            .text();
    case Question::Information:
        return sentences.say("Прослушайте, пожалуйста.", "Please listen first.")
            .say(screen.text)
            .text();
    case Question::Booking:
        return sentences.say("Какая запись ваша?", "Which booking is yours?").text();
    case Question::Appointment: return sentences.say(screen.text).text();
    }
    TALON_ENSURE(false);
}

std::string prompt(const TellAway& screen, std::string_view language)
{
    Sentences sentences(language);
    if (screen.isStarting) {
        return sentences
            .say("Терминал включается. Подождите.", "The terminal is starting. Please wait.")
            .text();
    }
    return sentences
        .say("Талоны временно не выдаются. Терминал потерял связь с очередью и "
             "восстанавливает её сам. "
             "Обратитесь к администратору зала.",
             "No tickets for the moment. The terminal has lost its connection to the queue and is "
             "restoring it by itself. Please ask the hall administrator.")
        .text();
}

std::string prompt(const TellClosed& screen, std::string_view language)
{
    Sentences sentences(language);
    sentences.say("Офис закрыт.", "The office is closed.");
    sayOpening(sentences, screen.opens, "Откроется", "It opens", language);
    return sentences.text();
}

std::string prompt(const TellQuestion& screen, std::string_view language)
{
    Sentences sentences(language);
    if (screen.isFirst) {
        sentences.say("Здравствуйте! Здесь можно взять талон в очередь.",
                      "Welcome! Here you can take a ticket for the queue.");
    }
    sentences.say(questionOf(screen, language));
    if (screen.choices.empty()) {
        sentences.say("Выбрать здесь сейчас нечего.", "There is nothing to choose here now.");
    }
    if (!screen.paperReady) {
        sentences.say("Талоны сейчас не печатаются: номер нужно будет запомнить.",
                      "Tickets cannot be printed just now: you will have to remember your number.");
    }
    return sentences.text();
}

std::string prompt(const TellIssuing& /*screen*/, std::string_view language)
{
    return Sentences(language)
        .say("Минуту, получаем номер.", "One moment, we get your number.")
        .text();
}

std::string prompt(const TellTicket& screen, std::string_view language)
{
    Sentences sentences(language);
    const std::string number = numberPrompt(screen.number, language);
    sentences.say("Ваш номер: " + number, "Your number: " + number);
    sentences.say(screen.service);
    if (screen.peopleAhead == 0) {
        sentences.say("Впереди никого нет.", "Nobody is ahead of you.");
    } else if (screen.peopleAhead) {
        const std::string people = peopleInWords(*screen.peopleAhead, language);
        sentences.say("Впереди " + people, "Ahead of you: " + people);
    }
    if (screen.wait) {
        const std::string wait = waitInWords(*screen.wait, language);
        sentences.say("Ждать " + wait, "Waiting time: " + wait);
    } else {
        sentences.say("Сколько ждать, сейчас неизвестно.", "The waiting time is not known now.");
    }
    sentences.say(paperPrompt(screen.paper, language));
    if (!screen.bring.empty()) {
        sentences.say("Приготовьте документы.", "Please have ready.").say(screen.bring);
    }
    sentences.say("Слушайте вызов: ваш номер и окно назовут вслух.",
                  "Listen for the call: your number and the window are said aloud.");
    return sentences.say("Ещё раз, ваш номер: " + number, "Once more, your number: " + number)
        .text();
}

std::string prompt(const TellRefused& screen, std::string_view language)
{
    Sentences sentences(language);
    const auto again = [&] {
        sayOpening(sentences, screen.opens, "Приём возобновится", "It is given again", language);
        sentences.say("Выберите другую услугу или обратитесь к администратору зала.",
                      "Please choose another service or ask the hall administrator.");
        return sentences.text();
    };
    switch (screen.problem) {
    case Problem::None: return {};
    case Problem::OfficeClosed:
        sentences.say("Офис только что закрылся.", "The office has just closed.");
        sayOpening(sentences, screen.opens, "Откроется", "It opens", language);
        return sentences.text();
    case Problem::NumbersUsedUp:
    case Problem::DayLimit:
        sentences.say("Талонов на эту услугу сегодня больше нет.",
                      "No tickets are left for this service today.");
        return again();
    case Problem::NotOffered:
        return sentences
            .say("Эта услуга больше не предоставляется. Выберите другую.",
                 "This service is no longer offered. Please choose another one.")
            .text();
    case Problem::NotNow:
        sentences.say("Сейчас эта услуга не оказывается.", "This service is not given now.");
        return again();
    case Problem::Stopped:
        sentences.say("Сегодня эта услуга больше не оказывается.",
                      "This service is not given any more today.");
        return again();
    case Problem::LastTicket:
        sentences.say(
            "Сегодня мы уже не успеем вас принять: время до закрытия займут те, кто ждёт.",
            "We can no longer serve you today: everybody who already waits will fill the "
            "time until closing.");
        return again();
    case Problem::NoAnswer:
        return sentences
            .say("Не удалось выдать талон: очередь не ответила. Попробуйте через минуту или "
                 "обратитесь к администратору зала.",
                 "We could not give you a ticket: the queue did not answer. Please try again in a "
                 "minute or ask the hall administrator.")
            .text();
    case Problem::ReserveUsedUp:
        return sentences
            .say("Связь с очередью потеряна, и запас талонов на эту услугу выдан. Обратитесь к "
                 "администратору зала.",
                 "The connection to the queue is lost, and the tickets in reserve for this service "
                 "are given out. Please ask the hall administrator.")
            .text();
    case Problem::Fault:
        return sentences
            .say("Терминал не может выдать талон. Сообщите об этом администратору зала.",
                 "This terminal cannot give tickets. Please tell the hall administrator.")
            .text();
    } // no default: the compiler names a missing case
    TALON_ENSURE(false);
}

std::string closedText(ClosedReason reason, std::string_view language)
{
    Sentences sentences(language);
    switch (reason) {
    case ClosedReason::OfficeClosed: sentences.say("Офис закрыт", "The office is closed"); break;
    case ClosedReason::NotNow: sentences.say("Сейчас не оказывается", "Not given now"); break;
    case ClosedReason::Stopped:
        sentences.say("Сегодня больше не оказывается", "Not given any more today");
        break;
    case ClosedReason::DayLimit:
        sentences.say("Талонов на сегодня больше нет", "No tickets left today");
        break;
    case ClosedReason::LastTicket:
        sentences.say("Сегодня уже не успеть", "No longer possible today");
        break;
    }
    return sentences.text();
}

} // namespace

std::string screenPrompt(const Telling& screen, std::string_view language)
{
    return std::visit([&](const auto& each) { return prompt(each, language); }, screen);
}

std::string appointmentPrompt(const SpokenAppointment& appointment, std::string_view language)
{
    Sentences sentences(language);
    const auto booked = [&](std::string_view russian, std::string_view english) {
        sayOpening(sentences, appointment.at, russian, english, language);
    };
    switch (appointment.appointment) {
    case Appointment::Early:
        sentences.say("Вы пришли раньше.", "You are early.");
        booked("Вы записаны:", "Your booking is");
        sayOpening(sentences, appointment.from, "Отметиться можно не раньше, чем",
                   "The earliest time to check in is", language);
        return sentences.text();
    case Appointment::Late:
        sentences.say("Ваше время прошло.", "Your time has passed.");
        booked("Вы были записаны:", "Your booking was");
        return sentences
            .say("Мы примем вас сегодня, но ждать, возможно, придётся дольше.",
                 "We will still serve you today, but you may wait longer.")
            .text();
    case Appointment::WrongDay:
        sentences.say("Ваша запись на другой день.", "Your booking is for another day.");
        booked("Вы записаны:", "Your booking is");
        return sentences.text();
    case Appointment::WrongOffice:
        return sentences.say("Ваша запись в другой офис.", "Your booking is for another office.")
            .text();
    case Appointment::AlreadyHere: {
        const std::string number = numberPrompt(appointment.number, language);
        sentences.say("Вы уже в очереди.", "You are already in the queue.");
        sentences.say("Ваш номер: " + number, "Your number: " + number);
        return sentences
            .say("Потеряли талон? Обратитесь к администратору зала.",
                 "Is the ticket lost? Ask the hall administrator.")
            .text();
    }
    case Appointment::Cancelled:
        return sentences.say("Эта запись отменена.", "This booking was cancelled.").text();
    case Appointment::NotABooking:
        sentences.say("Это не код записи.", "This is not the code of a booking.");
        return sentences.say(checkInPrompt(language)).text();
    case Appointment::Unknown:
        return sentences.say("Такая запись не найдена.", "We found no such booking.").text();
    case Appointment::OnTime:
    case Appointment::Several: return {}; // They have screens of their own.
    }
    TALON_ENSURE(false);
}

std::string checkInPrompt(std::string_view language)
{
    return Sentences(language)
        .say("Поднесите код записи к сканеру.", "Hold the code of your booking to the scanner.")
        .text();
}

std::string
choicePrompt(const SpokenChoice& choice, int position, int count, std::string_view language)
{
    Sentences sentences(language);
    if (count > 1) {
        std::string where = positionInWords(position, count, language);
        sentences.say(where);
    }
    sentences.say(choice.name);
    if (choice.isGroup) {
        sentences.say("Раздел: услуги внутри него.", "A group: services are in it.");
    }
    if (choice.closed) {
        sentences.say(closedText(*choice.closed, language));
        sayOpening(sentences, choice.opens, "Снова", "Again", language);
        return sentences.text();
    }
    if (choice.wait) {
        const std::string wait = waitInWords(*choice.wait, language);
        sentences.say("Ждать " + wait, "Waiting time: " + wait);
    }
    if (choice.waiting == 0) {
        sentences.say("Очереди нет.", "No queue.");
    } else if (choice.waiting) {
        const std::string people = peopleInWords(*choice.waiting, language);
        sentences.say("В очереди " + people, "In the queue: " + people);
    }
    return sentences.text();
}

std::string countPrompt(int count, std::string_view language)
{
    const std::string number =
        count < 0 || count > 999 ? std::to_string(count) : voice::numberInWords(count, language);
    return Sentences(language)
        .say("Всего вариантов: " + number, "Choices in all: " + number)
        .text();
}

std::string paperPrompt(PrintOutcome paper, std::string_view language)
{
    Sentences sentences(language);
    switch (paper) {
    case PrintOutcome::NotReported:
        return sentences.say("Талон выходит внизу.", "Your ticket comes out below.").text();
    case PrintOutcome::Printed:
        return sentences
            .say("Талон напечатан, возьмите его внизу.", "Your ticket is printed, take it below.")
            .text();
    case PrintOutcome::Unknown:
        return sentences
            .say("Принтер не подтвердил талон. Если внизу его нет, запомните номер: он в очереди.",
                 "The printer did not confirm your ticket. If there is no paper below, remember "
                 "the number: it is in the queue.")
            .text();
    case PrintOutcome::OnScreen:
        return sentences
            .say("Талон не напечатан. Запомните номер: он в очереди.",
                 "The ticket could not be printed. Remember the number: it is in the queue.")
            .text();
    }
    TALON_ENSURE(false);
}

std::string numberPrompt(std::string_view number, std::string_view language)
{
    return voice::labelInWords(number, language);
}

std::string segmentName(Segment segment, std::string_view language)
{
    switch (segment) {
    case Segment::B2c: return isRussian(language) ? "Частное лицо" : "Private person";
    case Segment::B2b: return isRussian(language) ? "Организация" : "Company";
    }
    TALON_ENSURE(false);
}

std::string noCategoryName(std::string_view language)
{
    return isRussian(language) ? "Нет, взять талон" : "No, take a ticket";
}

std::string continueName(std::string_view language)
{
    return isRussian(language) ? "Продолжить" : "Continue";
}

std::string takeTicketName(std::string_view language)
{
    return isRussian(language) ? "Взять талон" : "Take a ticket";
}

std::string usualTicketName(std::string_view language)
{
    return isRussian(language) ? "Взять обычный талон" : "Take a usual ticket";
}

} // namespace talon::terminal
