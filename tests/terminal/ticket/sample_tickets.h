#pragma once

#include "terminal/ticket/ticket_paper.h"

namespace talon::test {

inline terminal::TicketPaper plainTicket()
{
    using namespace std::chrono;
    return {.visit = {4711},
            .code = terminal::visitCode({4711}, "А015"),
            .officeName = "Энгельсский ЦОК",
            .number = "А015",
            .service = "Передать показания счётчика",
            .bring = "Показания и номер лицевого счёта",
            .peopleAhead = 3,
            .wait = WaitMinutes{.from = 5, .to = 15},
            .day = sys_days(2026y / November / 24),
            .minuteOfDay = 10h + 5min,
            .qualityLine = "8 800 000-00-00"};
}

inline terminal::TicketPaper longTicket()
{
    terminal::TicketPaper paper = plainTicket();
    paper.visit = {9'223'372'036'854'775'807};
    paper.officeName = "Межрайонный центр обслуживания клиентов «Саратовский»";
    paper.number = "Ж128";
    paper.code = terminal::visitCode(paper.visit, paper.number);
    paper.service = "Начисления на общедомовые нужды и перерасчёт за период отсутствия";
    paper.bring = "Паспорт, свидетельство о праве собственности или выписка из ЕГРН, квитанция "
                  "за последний месяц";
    paper.priority = true;
    paper.peopleAhead = 21;
    paper.wait = WaitMinutes{.from = 50, .to = 100};
    return paper;
}

inline terminal::TicketPaper englishTicket()
{
    terminal::TicketPaper paper = plainTicket();
    paper.visit = {4712};
    paper.language = "en";
    paper.officeName = "Engels Service Centre";
    paper.number = "Б003";
    paper.code = terminal::visitCode(paper.visit, paper.number);
    paper.service = "Pay a bill at the cash desk";
    paper.bring = "";
    paper.peopleAhead = 0;
    paper.wait.reset();
    return paper;
}

} // namespace talon::test
