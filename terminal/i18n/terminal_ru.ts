<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>AccessBar</name>
    <message>
        <source>Larger</source>
        <extracomment>Under a drawing of two letters: makes all text larger. One short word.</extracomment>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>Under a drawing of a half-filled disc: black on white. One short word.</extracomment>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Lower</source>
        <extracomment>Under a drawing of a wheelchair: moves all buttons down. One short word.</extracomment>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Voice</source>
        <extracomment>Under a drawing of a loudspeaker: the terminal speaks. One short word.</extracomment>
        <translation>Голос</translation>
    </message>
</context>
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
    <name>ArrivalScreen</name>
    <message>
        <source>You are early</source>
        <extracomment>The booked visitor came long before the time.</extracomment>
        <translation>Вы пришли раньше</translation>
    </message>
    <message>
        <source>Your time has passed</source>
        <extracomment>The booked visitor came after the time.</extracomment>
        <translation>Ваше время прошло</translation>
    </message>
    <message>
        <source>Your booking is for another day</source>
        <extracomment>The booking is for another day.</extracomment>
        <translation>Ваша запись на другой день</translation>
    </message>
    <message>
        <source>Your booking is for another office</source>
        <extracomment>The booking is for another office of the company.</extracomment>
        <translation>Ваша запись в другой офис</translation>
    </message>
    <message>
        <source>You are already in the queue</source>
        <extracomment>The booked visitor has a ticket already.</extracomment>
        <translation>Вы уже в очереди</translation>
    </message>
    <message>
        <source>This booking was cancelled</source>
        <extracomment>The booking was cancelled.</extracomment>
        <translation>Эта запись отменена</translation>
    </message>
    <message>
        <source>This is not the code of a booking</source>
        <extracomment>Something else was scanned.</extracomment>
        <translation>Это не код записи</translation>
    </message>
    <message>
        <source>We found no such booking</source>
        <extracomment>No booking has this number.</extracomment>
        <translation>Такая запись не найдена</translation>
    </message>
    <message>
        <source>You are booked for %1. Please check in here from %2 on.</source>
        <extracomment>%1 is the booked time, %2 the time from which check-in is possible.</extracomment>
        <translation>Вы записаны на %1. Отметиться здесь можно с %2.</translation>
    </message>
    <message>
        <source>You were booked for %1. We will still serve you today, but you may wait longer.</source>
        <extracomment>%1 is the booked time. Late visitors are served, but wait.</extracomment>
        <translation>Вы были записаны на %1. Мы примем вас сегодня, но ждать, возможно, придётся дольше.</translation>
    </message>
    <message>
        <source>You are booked for %1 at %2. Today you can take a usual ticket.</source>
        <extracomment>%1 is a day, %2 a time.</extracomment>
        <translation>Вы записаны: %1, %2. Сегодня можно взять обычный талон.</translation>
    </message>
    <message>
        <source>Here you can take a usual ticket, or ask the hall administrator.</source>
        <translation>Здесь можно взять обычный талон или обратиться к администратору зала.</translation>
    </message>
    <message>
        <source>Your number is %1. Watch the board. Is the ticket lost? Ask the hall administrator.</source>
        <extracomment>%1 is the number of a ticket.</extracomment>
        <translation>Ваш номер %1. Следите за табло. Потеряли талон? Обратитесь к администратору зала.</translation>
    </message>
    <message>
        <source>You can take a usual ticket, or ask the hall administrator.</source>
        <translation>Можно взять обычный талон или обратиться к администратору зала.</translation>
    </message>
    <message>
        <source>Hold the QR code of your booking to the scanner, or type its number.</source>
        <translation>Поднесите QR-код записи к сканеру или наберите её номер.</translation>
    </message>
    <message>
        <source>Please check the number. You can also take a usual ticket, or ask the hall administrator.</source>
        <translation>Проверьте номер. Можно также взять обычный талон или обратиться к администратору зала.</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <extracomment>Large button for a booked visitor who is late.</extracomment>
        <translation>Получить талон</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Large button when no booking was found.</extracomment>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Take a usual ticket</source>
        <extracomment>Large button for a booked visitor who cannot check in: a ticket as for everybody.</extracomment>
        <translation>Взять обычный талон</translation>
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
    <name>BookingsScreen</name>
    <message>
        <source>Which booking is yours?</source>
        <extracomment>Title over several bookings of which the visitor chooses one.</extracomment>
        <translation>Какая запись ваша?</translation>
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
    <name>CheckInButton</name>
    <message>
        <source>I have a booking</source>
        <extracomment>Button of the first screen for visitors who booked a time.</extracomment>
        <translation>У меня запись</translation>
    </message>
</context>
<context>
    <name>CheckInScreen</name>
    <message>
        <source>Your booking</source>
        <extracomment>Title of the screen where booked visitors check in.</extracomment>
        <translation>Ваша запись</translation>
    </message>
    <message>
        <source>Hold the QR code of your booking to the scanner</source>
        <extracomment>How to check in with a booking.</extracomment>
        <translation>Поднесите QR-код записи к сканеру</translation>
    </message>
    <message>
        <source>or type its number, or the last four digits of your telephone number</source>
        <extracomment>How to check in with a booking, after the scanner.</extracomment>
        <translation>или наберите её номер или последние четыре цифры вашего телефона</translation>
    </message>
    <message>
        <source>Type the number of your booking, or the last four digits of your telephone number</source>
        <extracomment>How to check in with a booking, where there is no scanner.</extracomment>
        <translation>Наберите номер записи или последние четыре цифры вашего телефона</translation>
    </message>
    <message>
        <source>Number or 4 digits</source>
        <extracomment>In the empty field for the number of a booking.</extracomment>
        <translation>Номер или 4 цифры</translation>
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
    <name>CornersScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Corner of the spoken mode.</extracomment>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Repeat</source>
        <extracomment>Corner of the spoken mode.</extracomment>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Corner of the spoken mode: the next choice is told.</extracomment>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Take it</source>
        <extracomment>Corner of the spoken mode: what was told is taken.</extracomment>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Usual screen</source>
        <extracomment>For who turned the spoken mode on by mistake: to the usual screens.</extracomment>
        <translation>Обычный экран</translation>
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
    <message>
        <source>The printer has stopped. Please wait a moment: the staff is told. Your number is valid without paper too.</source>
        <extracomment>The printer has stopped in the middle; somebody may load paper.</extracomment>
        <translation>Принтер остановился. Подождите немного, сотрудник уже знает. Номер действует и без бумаги.</translation>
    </message>
    <message>
        <source>Take your ticket below. It is marked as a copy, since the printer had stopped.</source>
        <extracomment>The printer stopped, and has printed a second paper, marked as a copy.</extracomment>
        <translation>Возьмите талон. На нём пометка «Копия»: принтер останавливался.</translation>
    </message>
    <message>
        <source>The connection to the queue is lost for the moment. How long you will wait is not known yet; your number is valid.</source>
        <extracomment>The controller is away; honest: nobody knows how many are ahead.</extracomment>
        <translation>Связь с системой очереди временно потеряна. Сколько ждать, пока неизвестно; номер действует.</translation>
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
    <name>Keypad</name>
    <message>
        <source>Go on</source>
        <extracomment>Large key under the digits: takes what was typed.</extracomment>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>123</source>
        <extracomment>Key that shows letters in place of digits, and the other way round.</extracomment>
        <translation>123</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>Буквы</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Key that takes the last character back.</extracomment>
        <translation>Стереть</translation>
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
    <name>PreviewWindow</name>
    <message>
        <source>Tickets</source>
        <extracomment>Title of the window with the tickets of an office, for who edits them.</extracomment>
        <translation>Талоны</translation>
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
    <message>
        <source>Waiting time not known</source>
        <extracomment>On a service, while the controller is away: nobody knows who waits.</extracomment>
        <translation>Время ожидания неизвестно</translation>
    </message>
</context>
<context>
    <name>ReadScreen</name>
    <message>
        <source>Please check that you have everything with you:</source>
        <extracomment>Under the name of a service, over the documents it needs.</extracomment>
        <translation>Проверьте, пожалуйста, всё ли у вас с собой:</translation>
    </message>
    <message>
        <source>I have everything, go on</source>
        <extracomment>Large button under the documents that a service needs: goes on to the ticket.</extracomment>
        <translation>Всё есть, дальше</translation>
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
    <message>
        <source>The connection to the queue is lost, and the tickets in reserve for this service are given out. Please ask the hall administrator.</source>
        <extracomment>The connection is lost for long, and all numbers in reserve are given out.</extracomment>
        <translation>Связь с системой очереди потеряна, а запас талонов на эту услугу выдан. Обратитесь к администратору зала.</translation>
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
    <name>ServiceCard</name>
    <message>
        <source>Choose…</source>
        <extracomment>On a button that opens a group of services.</extracomment>
        <translation>Выбрать…</translation>
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
    <name>StaffBanner</name>
    <message>
        <source>Staff: %1. Giving somebody a ticket</source>
        <extracomment>Over the visitor&apos;s screens while the staff uses them. %1 is a name.</extracomment>
        <translation>Сотрудник: %1. Выдача талона</translation>
    </message>
    <message>
        <source>To the staff&apos;s menu</source>
        <extracomment>Staff: back to everything that can be done.</extracomment>
        <translation>В меню сотрудника</translation>
    </message>
</context>
<context>
    <name>StaffDevices</name>
    <message>
        <source>Ticket printer</source>
        <extracomment>A device of the terminal.</extracomment>
        <translation>Принтер талонов</translation>
    </message>
    <message>
        <source>Scanner</source>
        <extracomment>A device of the terminal.</extracomment>
        <translation>Сканер</translation>
    </message>
    <message>
        <source>Connection to the queue</source>
        <extracomment>The office&apos;s computer that keeps the queue.</extracomment>
        <translation>Связь с системой очереди</translation>
    </message>
    <message>
        <source>Reserve of numbers</source>
        <extracomment>Numbers that the terminal may give out while the controller is away.</extracomment>
        <translation>Запас номеров</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>The version of the program.</extracomment>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Works</source>
        <extracomment>State of a device.</extracomment>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Little paper left</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Бумага кончается</translation>
    </message>
    <message>
        <source>No paper</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Нет бумаги</translation>
    </message>
    <message>
        <source>The cover is open</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Открыта крышка</translation>
    </message>
    <message>
        <source>The cutter is stuck</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Заклинил нож</translation>
    </message>
    <message>
        <source>Out of order: switch it off and on</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Неисправен: выключите и включите</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Не отвечает</translation>
    </message>
    <message>
        <source>Not connected</source>
        <extracomment>State of a device: unplugged or switched off.</extracomment>
        <translation>Не подключён</translation>
    </message>
    <message>
        <source>There is none</source>
        <extracomment>State of a device that this terminal does not have.</extracomment>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <extracomment>Staff: prints a page that shows whether the printer works.</extracomment>
        <translation>Напечатать пробный талон</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Staff: to the list of everything that can be done.</extracomment>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Tickets to hand over: %1</source>
        <extracomment>Tickets that were given while the connection was lost, and are not handed over yet.</extracomment>
        <translation>Талонов к передаче: %1</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Give somebody a ticket</source>
        <extracomment>Staff: to give a ticket to somebody, also when the service is closed.</extracomment>
        <translation>Выдать кому-то талон</translation>
    </message>
    <message>
        <source>Print again, set a category</source>
        <extracomment>Staff: to print a ticket again, or to change its priority category.</extracomment>
        <translation>Повторить талон, указать категорию</translation>
    </message>
    <message>
        <source>State of the devices</source>
        <extracomment>Staff: printer, scanner, connection.</extracomment>
        <translation>Состояние устройств</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <extracomment>Staff: prints a page that shows whether the printer works.</extracomment>
        <translation>Напечатать пробный талон</translation>
    </message>
    <message>
        <source>Restart the terminal</source>
        <extracomment>Staff: starts the terminal&apos;s program again.</extracomment>
        <translation>Перезапустить терминал</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>Type your PIN or hold your badge to the scanner</source>
        <extracomment>Over the keypad for the PIN of the staff.</extracomment>
        <translation>Наберите ПИН-код или поднесите бейдж к сканеру</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>Key that signs the staff in at the terminal.</extracomment>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Staff</source>
        <extracomment>Head of the screens for the staff at the terminal.</extracomment>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Staff: %1</source>
        <extracomment>Head of the screens for the staff; %1 is the name of the one signed in.</extracomment>
        <translation>Сотрудник: %1</translation>
    </message>
    <message>
        <source>Leave</source>
        <extracomment>Button that ends the work of the staff at the terminal.</extracomment>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>StaffTicket</name>
    <message>
        <source>Print a copy</source>
        <extracomment>Staff: prints the ticket once more, marked as a copy.</extracomment>
        <translation>Напечатать копию</translation>
    </message>
    <message>
        <source>Priority category</source>
        <extracomment>Staff: over the priority categories, the present one marked.</extracomment>
        <translation>Льготная категория</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>Staff: the ticket has no priority category.</extracomment>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Staff: to the list before.</extracomment>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>StaffTickets</name>
    <message>
        <source>Which ticket?</source>
        <extracomment>Staff: title over the latest tickets.</extracomment>
        <translation>Какой талон?</translation>
    </message>
    <message>
        <source>No tickets yet today</source>
        <extracomment>Staff: no ticket was given out today.</extracomment>
        <translation>Сегодня талонов ещё нет</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Staff: to the list of everything that can be done.</extracomment>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>This PIN or badge is not known.</source>
        <extracomment>To the staff: the PIN or badge is not known.</extracomment>
        <translation>ПИН-код или бейдж не подходит.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait %1 s.</source>
        <extracomment>To the staff: too many wrong PINs. %1 is a number of seconds.</extracomment>
        <translation>Слишком много попыток. Подождите %1 с.</translation>
    </message>
    <message>
        <source>The controller does not answer. Tickets are given out from the reserve; the work of the staff has to wait.</source>
        <extracomment>To the staff: the controller does not answer.</extracomment>
        <translation>Система очереди не отвечает. Талоны выдаются из запаса, остальное придётся подождать.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <extracomment>To the staff: this role has no right to it.</extracomment>
        <translation>Для этого не хватает прав.</translation>
    </message>
    <message>
        <source>The office refuses: %1</source>
        <extracomment>To the staff: the office refused; %1 is the technical name of the reason.</extracomment>
        <translation>Отказ: %1</translation>
    </message>
    <message>
        <source>Printing…</source>
        <extracomment>To the staff: a copy or a test page is on its way; %1 is a ticket&apos;s number.</extracomment>
        <translation>Печатаем…</translation>
    </message>
    <message>
        <source>Printing %1…</source>
        <translation>Печатаем %1…</translation>
    </message>
    <message>
        <source>Printed.</source>
        <extracomment>To the staff: the printer has confirmed.</extracomment>
        <translation>Напечатано.</translation>
    </message>
    <message>
        <source>%1 is printed.</source>
        <translation>%1 напечатан.</translation>
    </message>
    <message>
        <source>The printer did not confirm. Please look at the paper and the cover.</source>
        <extracomment>To the staff: nothing was printed, or nobody knows.</extracomment>
        <translation>Принтер не подтвердил печать. Проверьте бумагу и крышку.</translation>
    </message>
    <message>
        <source>The category of %1 is changed.</source>
        <extracomment>To the staff: the priority category of a ticket is changed.</extracomment>
        <translation>Категория талона %1 изменена.</translation>
    </message>
    <message>
        <source>The terminal restarts…</source>
        <extracomment>To the staff: the terminal starts again.</extracomment>
        <translation>Терминал перезапускается…</translation>
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
