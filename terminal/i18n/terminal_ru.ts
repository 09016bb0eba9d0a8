<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>ActionFooter</name>
    <message>
        <source>Back</source>
        <extracomment>Button at the foot of the screen: to the screen before this one.</extracomment>
        <translation>Назад</translation>
    </message>
    <message>
        <source>To the start</source>
        <extracomment>Button at the foot of the screen: to the first screen.</extracomment>
        <translation>В начало</translation>
    </message>
    <message>
        <source>Quality line: %1</source>
        <extracomment>Foot of the screen. %1 is a telephone number for praise and complaints.</extracomment>
        <translation>Линия качества: %1</translation>
    </message>
</context>
<context>
    <name>AwayScreen</name>
    <message>
        <source>Starting…</source>
        <extracomment>The first seconds after the terminal is switched on.</extracomment>
        <translation>Запускаемся…</translation>
    </message>
    <message>
        <source>No tickets for the moment</source>
        <extracomment>The terminal has lost the controller.</extracomment>
        <translation>Талоны временно не выдаются</translation>
    </message>
    <message>
        <source>The terminal has lost its connection to the queue and is restoring it by itself. Please ask the hall administrator.</source>
        <extracomment>The terminal has lost the controller and looks for it.</extracomment>
        <translation>Терминал потерял связь с системой очереди и восстанавливает её сам. Пожалуйста, обратитесь к администратору зала.</translation>
    </message>
</context>
<context>
    <name>CategoryScreen</name>
    <message>
        <source>Do you have a right to be served first?</source>
        <extracomment>Title: does the visitor belong to a priority category?</extracomment>
        <translation>Есть ли у вас право на обслуживание без очереди?</translation>
    </message>
    <message>
        <source>Please show the document for it at the window.</source>
        <extracomment>Under the title about priority categories.</extracomment>
        <translation>Подтверждающий документ нужно показать у окна.</translation>
    </message>
    <message>
        <source>No, take a ticket</source>
        <extracomment>The largest button: the visitor has no right to be served first, and gets a ticket.</extracomment>
        <translation>Нет, получить талон</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>We open today at %1</source>
        <extracomment>The closed office opens later today. %1 is a time such as 08:00.</extracomment>
        <translation>Откроемся сегодня в %1</translation>
    </message>
    <message>
        <source>We open on %1 at %2</source>
        <extracomment>The closed office opens on another day. %1 is e.g. &quot;Tuesday, 24 November&quot;, %2 a time.</extracomment>
        <translation>Откроемся: %1, в %2</translation>
    </message>
    <message>
        <source>The office is closed</source>
        <extracomment>The whole screen while the office is closed.</extracomment>
        <translation>Офис закрыт</translation>
    </message>
</context>
<context>
    <name>DoneScreen</name>
    <message>
        <source>Take your ticket below</source>
        <extracomment>The printer has confirmed that the ticket is on paper.</extracomment>
        <translation>Возьмите талон</translation>
    </message>
    <message>
        <source>The printer did not confirm your ticket. If there is no paper, remember the number: it is in the queue.</source>
        <extracomment>The printer has not confirmed that the ticket came out.</extracomment>
        <translation>Принтер не подтвердил печать. Если талон не вышел, запомните номер: вы в очереди.</translation>
    </message>
    <message>
        <source>The ticket could not be printed. Remember the number or photograph it: it is in the queue.</source>
        <extracomment>There is no paper ticket.</extracomment>
        <translation>Талон не напечатан. Запомните или сфотографируйте номер: вы в очереди.</translation>
    </message>
    <message>
        <source>Your ticket is being printed…</source>
        <extracomment>The ticket is on its way through the printer.</extracomment>
        <translation>Талон печатается…</translation>
    </message>
    <message>
        <source>You are the next in this queue</source>
        <extracomment>Nobody is due before this visitor.</extracomment>
        <translation>Вы первый в этой очереди</translation>
    </message>
    <message numerus="yes">
        <source>%n people are ahead of you</source>
        <extracomment>How many visitors are due before this one.</extracomment>
        <translation>
            <numerusform>Перед вами %n человек</numerusform>
            <numerusform>Перед вами %n человека</numerusform>
            <numerusform>Перед вами %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch the board: it shows your number and the window</source>
        <extracomment>What to do with the number.</extracomment>
        <translation>Следите за табло: на нём появятся ваш номер и номер окна</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button that ends the visitor&apos;s business at the terminal.</extracomment>
        <translation>Готово</translation>
    </message>
    <message>
        <source>%1. Waiting time: %2</source>
        <extracomment>After how many are ahead; %2 is &quot;10–20 min&quot;.</extracomment>
        <translation>%1. Ожидание: %2</translation>
    </message>
</context>
<context>
    <name>IssuingScreen</name>
    <message>
        <source>One moment…</source>
        <extracomment>While the ticket is being made.</extracomment>
        <translation>Одну минуту…</translation>
    </message>
    <message>
        <source>This takes a little longer than usual. Please wait.</source>
        <extracomment>While the ticket is being made, after two seconds.</extracomment>
        <translation>Это занимает чуть больше времени, чем обычно. Пожалуйста, подождите.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Talon terminal</source>
        <extracomment>Title of the window, seen by developers only.</extracomment>
        <translation>Терминал Талон</translation>
    </message>
</context>
<context>
    <name>PaperTicket</name>
    <message>
        <source>Your number</source>
        <extracomment>On the ticket shown on the screen, over the number.</extracomment>
        <translation>Ваш номер</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message>
        <source>No queue</source>
        <extracomment>On a service: nobody waits for it now.</extracomment>
        <translation>Очереди нет</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <extracomment>On a service: how many visitors wait for it now.</extracomment>
        <translation>
            <numerusform>Ждёт %n</numerusform>
            <numerusform>Ждут %n</numerusform>
            <numerusform>Ждут %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer possible today</source>
        <extracomment>On a service: whoever joins now would not be served before closing.</extracomment>
        <translation>Сегодня уже не успеть</translation>
    </message>
    <message>
        <source>No tickets left today</source>
        <extracomment>On a service: the day&apos;s tickets are given out.</extracomment>
        <translation>Талонов на сегодня больше нет</translation>
    </message>
    <message>
        <source>Not given any more today</source>
        <extracomment>On a service: the staff gives no more tickets for it today.</extracomment>
        <translation>Сегодня больше не оказывается</translation>
    </message>
    <message>
        <source>Not given now</source>
        <extracomment>On a service: outside its hours.</extracomment>
        <translation>Сейчас не оказывается</translation>
    </message>
    <message>
        <source>again at %1</source>
        <extracomment>On a closed service: when it is given again today.</extracomment>
        <translation>снова в %1</translation>
    </message>
    <message>
        <source>again on %1 at %2</source>
        <extracomment>On a closed service: day (&quot;Wednesday, 25 November&quot;) and time when it is given again.</extracomment>
        <translation>снова %1 в %2</translation>
    </message>
</context>
<context>
    <name>RefusedScreen</name>
    <message>
        <source>The office has just closed</source>
        <extracomment>The office closed while the visitor was choosing.</extracomment>
        <translation>Офис только что закрылся</translation>
    </message>
    <message>
        <source>No tickets are left for this service today</source>
        <extracomment>All numbers of this service are given out.
----------
The day&apos;s tickets for this service are given out.</extracomment>
        <translation>Талонов на эту услугу сегодня больше нет</translation>
    </message>
    <message>
        <source>This service is no longer offered</source>
        <extracomment>The service was taken away while the visitor was choosing.</extracomment>
        <translation>Эта услуга больше не предоставляется</translation>
    </message>
    <message>
        <source>We could not give you a ticket</source>
        <extracomment>The controller did not answer in time.</extracomment>
        <translation>Не удалось выдать талон</translation>
    </message>
    <message>
        <source>This terminal needs help</source>
        <translation>Терминалу нужна помощь</translation>
    </message>
    <message>
        <source>Please come again in opening hours.</source>
        <extracomment>Under &quot;The office has just closed&quot;.</extracomment>
        <translation>Пожалуйста, приходите в часы приёма.</translation>
    </message>
    <message>
        <source>Please ask the hall administrator.</source>
        <extracomment>Under &quot;No tickets are left&quot;.</extracomment>
        <translation>Пожалуйста, обратитесь к администратору зала.</translation>
    </message>
    <message>
        <source>Please choose another one.</source>
        <extracomment>Under &quot;This service is no longer offered&quot;.</extracomment>
        <translation>Пожалуйста, выберите другую.</translation>
    </message>
    <message>
        <source>The queue did not answer. Please try again in a minute or ask the hall administrator.</source>
        <extracomment>The controller did not answer in time; honest: nobody knows whether a number was given.</extracomment>
        <translation>Система очереди не ответила. Попробуйте через минуту или обратитесь к администратору зала.</translation>
    </message>
    <message>
        <source>Please tell the hall administrator that it cannot give tickets.</source>
        <translation>Сообщите администратору зала, что терминал не может выдать талон.</translation>
    </message>
    <message>
        <source>To the start</source>
        <extracomment>Button under a message that there is no ticket: to the first screen.</extracomment>
        <translation>В начало</translation>
    </message>
    <message>
        <source>This service is not given now</source>
        <extracomment>Outside the hours of this service.</extracomment>
        <translation>Сейчас эта услуга не оказывается</translation>
    </message>
    <message>
        <source>This service is not given any more today</source>
        <extracomment>The staff gives no more tickets for this service today.</extracomment>
        <translation>Сегодня эта услуга больше не оказывается</translation>
    </message>
    <message>
        <source>We can no longer serve you today</source>
        <extracomment>The last ticket of the day was given: whoever joins now would not be served in time.</extracomment>
        <translation>Сегодня мы уже не успеем вас принять</translation>
    </message>
    <message>
        <source>It is given again today at %1. </source>
        <extracomment>When a service is given again today; with a blank at the end.</extracomment>
        <translation>Приём возобновится сегодня в %1. </translation>
    </message>
    <message>
        <source>It is given again on %1 at %2. </source>
        <extracomment>Day (&quot;Wednesday, 25 November&quot;) and time when a service is given again; blank at the end.</extracomment>
        <translation>Приём возобновится: %1, с %2. </translation>
    </message>
    <message>
        <source>Please choose another service or ask the hall administrator.</source>
        <translation>Пожалуйста, выберите другую услугу или обратитесь к администратору зала.</translation>
    </message>
    <message>
        <source>Everybody who already waits will fill the time until closing. %1If it is urgent, ask the hall administrator.</source>
        <extracomment>Why no more tickets are given before closing; %1 says when it opens again, or nothing.</extracomment>
        <translation>Те, кто уже ждёт, займут всё время до закрытия. %1Если дело срочное, обратитесь к администратору зала.</translation>
    </message>
</context>
<context>
    <name>SegmentsScreen</name>
    <message>
        <source>Welcome</source>
        <extracomment>First screen, the greeting.</extracomment>
        <translation>Добро пожаловать!</translation>
    </message>
    <message>
        <source>Take a ticket: whom do you represent?</source>
        <extracomment>First screen, under the greeting: the question that its two large buttons answer.</extracomment>
        <translation>Получите талон. Кого вы представляете?</translation>
    </message>
    <message>
        <source>Tickets cannot be printed just now. You will get a number on the screen: please remember it.</source>
        <extracomment>First screen, when the printer has no paper or is out of order.</extracomment>
        <translation>Талоны сейчас не печатаются. Номер появится на экране: пожалуйста, запомните его.</translation>
    </message>
    <message>
        <source>Private person</source>
        <extracomment>Large button of the first screen.</extracomment>
        <translation>Частное лицо</translation>
    </message>
    <message>
        <source>Questions about a flat or a house</source>
        <extracomment>Large button of the first screen, explains &quot;Private person&quot;.</extracomment>
        <translation>Вопросы по квартире или дому</translation>
    </message>
    <message>
        <source>Company</source>
        <extracomment>Large button of the first screen.</extracomment>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Organisations and sole traders</source>
        <extracomment>Large button of the first screen, explains &quot;Company&quot;.</extracomment>
        <translation>Юридические лица и предприниматели</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>What is your visit about?</source>
        <extracomment>Title over the services.</extracomment>
        <translation>По какому вопросу вы пришли?</translation>
    </message>
    <message>
        <source>Tickets cannot be printed just now. You will get a number on the screen: please remember it.</source>
        <extracomment>Over the services, when the printer has no paper or is out of order.</extracomment>
        <translation>Талоны сейчас не печатаются. Номер появится на экране: пожалуйста, запомните его.</translation>
    </message>
    <message>
        <source>More services (%1 of %2)</source>
        <extracomment>Button under the services: shows those that did not fit; goes round.</extracomment>
        <translation>Другие услуги (%1 из %2)</translation>
    </message>
</context>
<context>
    <name>SlipWindow</name>
    <message>
        <source>Paper</source>
        <extracomment>Title of the window with the paper of the virtual printer.</extracomment>
        <translation>Бумага</translation>
    </message>
</context>
<context>
    <name>WaitText</name>
    <message>
        <source>up to %1 min</source>
        <extracomment>How long a visitor will wait: from nothing to so many minutes.</extracomment>
        <translation>до %1 мин</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <extracomment>How long a visitor will wait: a range of minutes.</extracomment>
        <translation>%1–%2 мин</translation>
    </message>
</context>
</TS>
