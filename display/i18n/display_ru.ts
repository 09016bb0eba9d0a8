<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>BoardFooter</name>
    <message>
        <source>Quality line: %1</source>
        <extracomment>Foot of the board. %1 is a telephone number for praise and complaints.</extracomment>
        <translation>Линия качества: %1</translation>
    </message>
    <message>
        <source>Open windows: %1</source>
        <extracomment>Foot of the board. %1 are names of windows: &quot;1, 2, 5&quot;.</extracomment>
        <translation>Работают окна: %1</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>window</source>
        <extracomment>Before the number of the window to go to, on the board.</extracomment>
        <translation>окно</translation>
    </message>
</context>
<context>
    <name>CallsStage</name>
    <message>
        <source>Connecting to the office…</source>
        <extracomment>The board after it was switched on, before it has heard from the office&apos;s controller.</extracomment>
        <translation>Соединяемся с офисом…</translation>
    </message>
</context>
<context>
    <name>ClosedScene</name>
    <message>
        <source>The office is closed</source>
        <extracomment>Large on the board outside the opening hours.</extracomment>
        <translation>Офис закрыт</translation>
    </message>
    <message>
        <source>Opens at %1, %2</source>
        <extracomment>%1 is a time, %2 a day such as &quot;Tuesday, 24 November&quot;.</extracomment>
        <translation>Откроется в %1, %2</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Closed</source>
        <extracomment>In the corner of a media wall, after hours.</extracomment>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Connecting to the office…</source>
        <translation>Соединяемся с офисом…</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <extracomment>In the corner of a media wall, while nobody is called. %1 is a time.</extracomment>
        <translation>Ожидают: %1</translation>
    </message>
    <message>
        <source>no connection</source>
        <extracomment>In the corner of the plate above a window, while the controller is away.</extracomment>
        <translation>нет связи</translation>
    </message>
</context>
<context>
    <name>ListBody</name>
    <message>
        <source>Ticket</source>
        <extracomment>Over the numbers of tickets in a table of calls.</extracomment>
        <translation>Талон</translation>
    </message>
    <message>
        <source>Window</source>
        <extracomment>Over the numbers of windows in a table of calls.</extracomment>
        <translation>Окно</translation>
    </message>
</context>
<context>
    <name>LostNotice</name>
    <message>
        <source>Connection lost at %1; the board shows the queue as of that time</source>
        <extracomment>The board has lost its controller and shows what it knew last. %1 is a time.</extracomment>
        <translation>Связь потеряна в %1. Данные на это время.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Talon hall display</source>
        <extracomment>Title of the window, seen by developers only.</extracomment>
        <translation>Табло зала «Талон»</translation>
    </message>
</context>
<context>
    <name>Plate</name>
    <message>
        <source>please come</source>
        <extracomment>On the plate above a window, under the number of the ticket.</extracomment>
        <translation>подойдите</translation>
    </message>
    <message>
        <source>is being served</source>
        <extracomment>On the plate above a window, under the number of the ticket.</extracomment>
        <translation>идёт приём</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>On the plate above a window that waits for the next call.</extracomment>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Break</source>
        <extracomment>On the plate above a window whose clerk will be back.</extracomment>
        <translation>Перерыв</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>On the plate above a window where nobody works.</extracomment>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Window</source>
        <extracomment>Over the number of the window, on its plate.</extracomment>
        <translation>Окно</translation>
    </message>
    <message>
        <source>no connection</source>
        <extracomment>In the corner of the plate above a window, while the controller is away.</extracomment>
        <translation>нет связи</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Waiting</source>
        <extracomment>Heading of the list of queues; beside it stands how many wait in all.</extracomment>
        <translation>Ожидают</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <extracomment>In the empty list of queues.</extracomment>
        <translation>Очереди нет</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>up to %1 min</source>
        <extracomment>On the board, beside a service: how long a newcomer will wait.</extracomment>
        <translation>до %1 мин</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <extracomment>On the board, beside a service: how long a newcomer will wait.</extracomment>
        <translation>%1–%2 мин</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <extracomment>On the board, under a service. %1 are the numbers of those who are due first.</extracomment>
        <translation>Далее: %1</translation>
    </message>
</context>
<context>
    <name>RecentCalls</name>
    <message>
        <source>Called before</source>
        <extracomment>Heading of the list of earlier calls.</extracomment>
        <translation>Вызваны ранее</translation>
    </message>
    <message>
        <source>Nobody yet today</source>
        <extracomment>In the empty list of earlier calls.</extracomment>
        <translation>Сегодня ещё никого</translation>
    </message>
</context>
<context>
    <name>WelcomeScene</name>
    <message>
        <source>Welcome</source>
        <extracomment>Large on the board while nobody is called.</extracomment>
        <translation>Добро пожаловать</translation>
    </message>
    <message>
        <source>Take a ticket at the terminal</source>
        <extracomment>First of three steps on the board.</extracomment>
        <translation>Возьмите талон в терминале</translation>
    </message>
    <message>
        <source>Wait for your number here and by voice</source>
        <extracomment>Second of three steps on the board.</extracomment>
        <translation>Ждите: номер появится здесь и прозвучит</translation>
    </message>
    <message>
        <source>Go to the window that is shown</source>
        <extracomment>Third of three steps on the board.</extracomment>
        <translation>Подойдите к указанному окну</translation>
    </message>
</context>
</TS>
