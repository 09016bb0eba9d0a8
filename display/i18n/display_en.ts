<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>BoardFooter</name>
    <message>
        <source>Quality line: %1</source>
        <extracomment>Foot of the board. %1 is a telephone number for praise and complaints.</extracomment>
        <translation>Quality line: %1</translation>
    </message>
    <message>
        <source>Open windows: %1</source>
        <extracomment>Foot of the board. %1 are names of windows: &quot;1, 2, 5&quot;.</extracomment>
        <translation>Open windows: %1</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>window</source>
        <extracomment>Before the number of the window to go to, on the board.</extracomment>
        <translation>window</translation>
    </message>
</context>
<context>
    <name>CallsStage</name>
    <message>
        <source>Connecting to the office…</source>
        <extracomment>The board after it was switched on, before it has heard from the office&apos;s controller.</extracomment>
        <translation>Connecting to the office…</translation>
    </message>
</context>
<context>
    <name>ClosedScene</name>
    <message>
        <source>The office is closed</source>
        <extracomment>Large on the board outside the opening hours.</extracomment>
        <translation>The office is closed</translation>
    </message>
    <message>
        <source>Opens at %1, %2</source>
        <extracomment>%1 is a time, %2 a day such as &quot;Tuesday, 24 November&quot;.</extracomment>
        <translation>Opens at %1, %2</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Closed</source>
        <extracomment>In the corner of a media wall, after hours.</extracomment>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Connecting to the office…</source>
        <translation>Connecting to the office…</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <extracomment>In the corner of a media wall, while nobody is called. %1 is a time.</extracomment>
        <translation>Waiting: %1</translation>
    </message>
    <message>
        <source>no connection</source>
        <extracomment>In the corner of the plate above a window, while the controller is away.</extracomment>
        <translation>no connection</translation>
    </message>
</context>
<context>
    <name>ListBody</name>
    <message>
        <source>Ticket</source>
        <extracomment>Over the numbers of tickets in a table of calls.</extracomment>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Window</source>
        <extracomment>Over the numbers of windows in a table of calls.</extracomment>
        <translation>Window</translation>
    </message>
</context>
<context>
    <name>LostNotice</name>
    <message>
        <source>Connection lost at %1; the board shows the queue as of that time</source>
        <extracomment>The board has lost its controller and shows what it knew last. %1 is a time.</extracomment>
        <translation>Connection lost at %1; the board shows the queue as of that time</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Talon hall display</source>
        <extracomment>Title of the window, seen by developers only.</extracomment>
        <translation>Talon hall display</translation>
    </message>
</context>
<context>
    <name>Plate</name>
    <message>
        <source>please come</source>
        <extracomment>On the plate above a window, under the number of the ticket.</extracomment>
        <translation>please come</translation>
    </message>
    <message>
        <source>is being served</source>
        <extracomment>On the plate above a window, under the number of the ticket.</extracomment>
        <translation>is being served</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>On the plate above a window that waits for the next call.</extracomment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Break</source>
        <extracomment>On the plate above a window whose clerk will be back.</extracomment>
        <translation>Break</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>On the plate above a window where nobody works.</extracomment>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Window</source>
        <extracomment>Over the number of the window, on its plate.</extracomment>
        <translation>Window</translation>
    </message>
    <message>
        <source>no connection</source>
        <extracomment>In the corner of the plate above a window, while the controller is away.</extracomment>
        <translation>no connection</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Waiting</source>
        <extracomment>Heading of the list of queues; beside it stands how many wait in all.</extracomment>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <extracomment>In the empty list of queues.</extracomment>
        <translation>Nobody is waiting</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>up to %1 min</source>
        <extracomment>On the board, beside a service: how long a newcomer will wait.</extracomment>
        <translation>up to %1 min</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <extracomment>On the board, beside a service: how long a newcomer will wait.</extracomment>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <extracomment>On the board, under a service. %1 are the numbers of those who are due first.</extracomment>
        <translation>Next: %1</translation>
    </message>
</context>
<context>
    <name>RecentCalls</name>
    <message>
        <source>Called before</source>
        <extracomment>Heading of the list of earlier calls.</extracomment>
        <translation>Called before</translation>
    </message>
    <message>
        <source>Nobody yet today</source>
        <extracomment>In the empty list of earlier calls.</extracomment>
        <translation>Nobody yet today</translation>
    </message>
</context>
<context>
    <name>WelcomeScene</name>
    <message>
        <source>Welcome</source>
        <extracomment>Large on the board while nobody is called.</extracomment>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Take a ticket at the terminal</source>
        <extracomment>First of three steps on the board.</extracomment>
        <translation>Take a ticket at the terminal</translation>
    </message>
    <message>
        <source>Wait for your number here and by voice</source>
        <extracomment>Second of three steps on the board.</extracomment>
        <translation>Wait for your number here and by voice</translation>
    </message>
    <message>
        <source>Go to the window that is shown</source>
        <extracomment>Third of three steps on the board.</extracomment>
        <translation>Go to the window that is shown</translation>
    </message>
</context>
</TS>
