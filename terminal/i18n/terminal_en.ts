<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AccessBar</name>
    <message>
        <source>Larger</source>
        <extracomment>Under a drawing of two letters: makes all text larger. One short word.</extracomment>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>Under a drawing of a half-filled disc: black on white. One short word.</extracomment>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Lower</source>
        <extracomment>Under a drawing of a wheelchair: moves all buttons down. One short word.</extracomment>
        <translation>Lower</translation>
    </message>
    <message>
        <source>Voice</source>
        <extracomment>Under a drawing of a loudspeaker: the terminal speaks. One short word.</extracomment>
        <translation>Voice</translation>
    </message>
</context>
<context>
    <name>ActionFooter</name>
    <message>
        <source>Back</source>
        <extracomment>Button at the foot of the screen: to the screen before this one.</extracomment>
        <translation>Back</translation>
    </message>
    <message>
        <source>To the start</source>
        <extracomment>Button at the foot of the screen: to the first screen.</extracomment>
        <translation>To the start</translation>
    </message>
    <message>
        <source>Quality line: %1</source>
        <extracomment>Foot of the screen. %1 is a telephone number for praise and complaints.</extracomment>
        <translation>Quality line: %1</translation>
    </message>
</context>
<context>
    <name>ArrivalScreen</name>
    <message>
        <source>You are early</source>
        <extracomment>The booked visitor came long before the time.</extracomment>
        <translation>You are early</translation>
    </message>
    <message>
        <source>Your time has passed</source>
        <extracomment>The booked visitor came after the time.</extracomment>
        <translation>Your time has passed</translation>
    </message>
    <message>
        <source>Your booking is for another day</source>
        <extracomment>The booking is for another day.</extracomment>
        <translation>Your booking is for another day</translation>
    </message>
    <message>
        <source>Your booking is for another office</source>
        <extracomment>The booking is for another office of the company.</extracomment>
        <translation>Your booking is for another office</translation>
    </message>
    <message>
        <source>You are already in the queue</source>
        <extracomment>The booked visitor has a ticket already.</extracomment>
        <translation>You are already in the queue</translation>
    </message>
    <message>
        <source>This booking was cancelled</source>
        <extracomment>The booking was cancelled.</extracomment>
        <translation>This booking was cancelled</translation>
    </message>
    <message>
        <source>This is not the code of a booking</source>
        <extracomment>Something else was scanned.</extracomment>
        <translation>This is not the code of a booking</translation>
    </message>
    <message>
        <source>We found no such booking</source>
        <extracomment>No booking has this number.</extracomment>
        <translation>We found no such booking</translation>
    </message>
    <message>
        <source>You are booked for %1. Please check in here from %2 on.</source>
        <extracomment>%1 is the booked time, %2 the time from which check-in is possible.</extracomment>
        <translation>You are booked for %1. Please check in here from %2 on.</translation>
    </message>
    <message>
        <source>You were booked for %1. We will still serve you today, but you may wait longer.</source>
        <extracomment>%1 is the booked time. Late visitors are served, but wait.</extracomment>
        <translation>You were booked for %1. We will still serve you today, but you may wait longer.</translation>
    </message>
    <message>
        <source>You are booked for %1 at %2. Today you can take a usual ticket.</source>
        <extracomment>%1 is a day, %2 a time.</extracomment>
        <translation>You are booked for %1 at %2. Today you can take a usual ticket.</translation>
    </message>
    <message>
        <source>Here you can take a usual ticket, or ask the hall administrator.</source>
        <translation>Here you can take a usual ticket, or ask the hall administrator.</translation>
    </message>
    <message>
        <source>Your number is %1. Watch the board. Is the ticket lost? Ask the hall administrator.</source>
        <extracomment>%1 is the number of a ticket.</extracomment>
        <translation>Your number is %1. Watch the board. Is the ticket lost? Ask the hall administrator.</translation>
    </message>
    <message>
        <source>You can take a usual ticket, or ask the hall administrator.</source>
        <translation>You can take a usual ticket, or ask the hall administrator.</translation>
    </message>
    <message>
        <source>Hold the QR code of your booking to the scanner, or type its number.</source>
        <translation>Hold the QR code of your booking to the scanner, or type its number.</translation>
    </message>
    <message>
        <source>Please check the number. You can also take a usual ticket, or ask the hall administrator.</source>
        <translation>Please check the number. You can also take a usual ticket, or ask the hall administrator.</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <extracomment>Large button for a booked visitor who is late.</extracomment>
        <translation>Take a ticket</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Large button when no booking was found.</extracomment>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Take a usual ticket</source>
        <extracomment>Large button for a booked visitor who cannot check in: a ticket as for everybody.</extracomment>
        <translation>Take a usual ticket</translation>
    </message>
</context>
<context>
    <name>AwayScreen</name>
    <message>
        <source>Starting…</source>
        <extracomment>The first seconds after the terminal is switched on.</extracomment>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>No tickets for the moment</source>
        <extracomment>The terminal has lost the controller.</extracomment>
        <translation>No tickets for the moment</translation>
    </message>
    <message>
        <source>The terminal has lost its connection to the queue and is restoring it by itself. Please ask the hall administrator.</source>
        <extracomment>The terminal has lost the controller and looks for it.</extracomment>
        <translation>The terminal has lost its connection to the queue and is restoring it by itself. Please ask the hall administrator.</translation>
    </message>
</context>
<context>
    <name>BookingsScreen</name>
    <message>
        <source>Which booking is yours?</source>
        <extracomment>Title over several bookings of which the visitor chooses one.</extracomment>
        <translation>Which booking is yours?</translation>
    </message>
</context>
<context>
    <name>CategoryScreen</name>
    <message>
        <source>Do you have a right to be served first?</source>
        <extracomment>Title: does the visitor belong to a priority category?</extracomment>
        <translation>Do you have a right to be served first?</translation>
    </message>
    <message>
        <source>Please show the document for it at the window.</source>
        <extracomment>Under the title about priority categories.</extracomment>
        <translation>Please show the document for it at the window.</translation>
    </message>
    <message>
        <source>No, take a ticket</source>
        <extracomment>The largest button: the visitor has no right to be served first, and gets a ticket.</extracomment>
        <translation>No, take a ticket</translation>
    </message>
</context>
<context>
    <name>CheckInButton</name>
    <message>
        <source>I have a booking</source>
        <extracomment>Button of the first screen for visitors who booked a time.</extracomment>
        <translation>I have a booking</translation>
    </message>
</context>
<context>
    <name>CheckInScreen</name>
    <message>
        <source>Your booking</source>
        <extracomment>Title of the screen where booked visitors check in.</extracomment>
        <translation>Your booking</translation>
    </message>
    <message>
        <source>Hold the QR code of your booking to the scanner</source>
        <extracomment>How to check in with a booking.</extracomment>
        <translation>Hold the QR code of your booking to the scanner</translation>
    </message>
    <message>
        <source>or type its number, or the last four digits of your telephone number</source>
        <extracomment>How to check in with a booking, after the scanner.</extracomment>
        <translation>or type its number, or the last four digits of your telephone number</translation>
    </message>
    <message>
        <source>Type the number of your booking, or the last four digits of your telephone number</source>
        <extracomment>How to check in with a booking, where there is no scanner.</extracomment>
        <translation>Type the number of your booking, or the last four digits of your telephone number</translation>
    </message>
    <message>
        <source>Number or 4 digits</source>
        <extracomment>In the empty field for the number of a booking.</extracomment>
        <translation>Number or 4 digits</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>We open today at %1</source>
        <extracomment>The closed office opens later today. %1 is a time such as 08:00.</extracomment>
        <translation>We open today at %1</translation>
    </message>
    <message>
        <source>We open on %1 at %2</source>
        <extracomment>The closed office opens on another day. %1 is e.g. &quot;Tuesday, 24 November&quot;, %2 a time.</extracomment>
        <translation>We open on %1 at %2</translation>
    </message>
    <message>
        <source>The office is closed</source>
        <extracomment>The whole screen while the office is closed.</extracomment>
        <translation>The office is closed</translation>
    </message>
</context>
<context>
    <name>CornersScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Corner of the spoken mode.</extracomment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Repeat</source>
        <extracomment>Corner of the spoken mode.</extracomment>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Corner of the spoken mode: the next choice is told.</extracomment>
        <translation>Next</translation>
    </message>
    <message>
        <source>Take it</source>
        <extracomment>Corner of the spoken mode: what was told is taken.</extracomment>
        <translation>Take it</translation>
    </message>
    <message>
        <source>Usual screen</source>
        <extracomment>For who turned the spoken mode on by mistake: to the usual screens.</extracomment>
        <translation>Usual screen</translation>
    </message>
</context>
<context>
    <name>DoneScreen</name>
    <message>
        <source>Take your ticket below</source>
        <extracomment>The printer has confirmed that the ticket is on paper.</extracomment>
        <translation>Take your ticket below</translation>
    </message>
    <message>
        <source>The printer did not confirm your ticket. If there is no paper, remember the number: it is in the queue.</source>
        <extracomment>The printer has not confirmed that the ticket came out.</extracomment>
        <translation>The printer did not confirm your ticket. If there is no paper, remember the number: it is in the queue.</translation>
    </message>
    <message>
        <source>The ticket could not be printed. Remember the number or photograph it: it is in the queue.</source>
        <extracomment>There is no paper ticket.</extracomment>
        <translation>The ticket could not be printed. Remember the number or photograph it: it is in the queue.</translation>
    </message>
    <message>
        <source>Your ticket is being printed…</source>
        <extracomment>The ticket is on its way through the printer.</extracomment>
        <translation>Your ticket is being printed…</translation>
    </message>
    <message>
        <source>You are the next in this queue</source>
        <extracomment>Nobody is due before this visitor.</extracomment>
        <translation>You are the next in this queue</translation>
    </message>
    <message numerus="yes">
        <source>%n people are ahead of you</source>
        <extracomment>How many visitors are due before this one.</extracomment>
        <translation>
            <numerusform>%n person is ahead of you</numerusform>
            <numerusform>%n people are ahead of you</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch the board: it shows your number and the window</source>
        <extracomment>What to do with the number.</extracomment>
        <translation>Watch the board: it shows your number and the window</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button that ends the visitor&apos;s business at the terminal.</extracomment>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1. Waiting time: %2</source>
        <extracomment>After how many are ahead; %2 is &quot;10–20 min&quot;.</extracomment>
        <translation>%1. Waiting time: %2</translation>
    </message>
    <message>
        <source>The printer has stopped. Please wait a moment: the staff is told. Your number is valid without paper too.</source>
        <extracomment>The printer has stopped in the middle; somebody may load paper.</extracomment>
        <translation>The printer has stopped. Please wait a moment: the staff is told. Your number is valid without paper too.</translation>
    </message>
    <message>
        <source>Take your ticket below. It is marked as a copy, since the printer had stopped.</source>
        <extracomment>The printer stopped, and has printed a second paper, marked as a copy.</extracomment>
        <translation>Take your ticket below. It is marked as a copy, since the printer had stopped.</translation>
    </message>
    <message>
        <source>The connection to the queue is lost for the moment. How long you will wait is not known yet; your number is valid.</source>
        <extracomment>The controller is away; honest: nobody knows how many are ahead.</extracomment>
        <translation>The connection to the queue is lost for the moment. How long you will wait is not known yet; your number is valid.</translation>
    </message>
</context>
<context>
    <name>IssuingScreen</name>
    <message>
        <source>One moment…</source>
        <extracomment>While the ticket is being made.</extracomment>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>This takes a little longer than usual. Please wait.</source>
        <extracomment>While the ticket is being made, after two seconds.</extracomment>
        <translation>This takes a little longer than usual. Please wait.</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Go on</source>
        <extracomment>Large key under the digits: takes what was typed.</extracomment>
        <translation>Go on</translation>
    </message>
    <message>
        <source>123</source>
        <extracomment>Key that shows letters in place of digits, and the other way round.</extracomment>
        <translation>123</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Key that takes the last character back.</extracomment>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Talon terminal</source>
        <extracomment>Title of the window, seen by developers only.</extracomment>
        <translation>Talon terminal</translation>
    </message>
</context>
<context>
    <name>PaperTicket</name>
    <message>
        <source>Your number</source>
        <extracomment>On the ticket shown on the screen, over the number.</extracomment>
        <translation>Your number</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Tickets</source>
        <extracomment>Title of the window with the tickets of an office, for who edits them.</extracomment>
        <translation>Tickets</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message>
        <source>No queue</source>
        <extracomment>On a service: nobody waits for it now.</extracomment>
        <translation>No queue</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <extracomment>On a service: how many visitors wait for it now.</extracomment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer possible today</source>
        <extracomment>On a service: whoever joins now would not be served before closing.</extracomment>
        <translation>No longer possible today</translation>
    </message>
    <message>
        <source>No tickets left today</source>
        <extracomment>On a service: the day&apos;s tickets are given out.</extracomment>
        <translation>No tickets left today</translation>
    </message>
    <message>
        <source>Not given any more today</source>
        <extracomment>On a service: the staff gives no more tickets for it today.</extracomment>
        <translation>Not given any more today</translation>
    </message>
    <message>
        <source>Not given now</source>
        <extracomment>On a service: outside its hours.</extracomment>
        <translation>Not given now</translation>
    </message>
    <message>
        <source>again at %1</source>
        <extracomment>On a closed service: when it is given again today.</extracomment>
        <translation>again at %1</translation>
    </message>
    <message>
        <source>again on %1 at %2</source>
        <extracomment>On a closed service: day (&quot;Wednesday, 25 November&quot;) and time when it is given again.</extracomment>
        <translation>again on %1 at %2</translation>
    </message>
    <message>
        <source>Waiting time not known</source>
        <extracomment>On a service, while the controller is away: nobody knows who waits.</extracomment>
        <translation>Waiting time not known</translation>
    </message>
</context>
<context>
    <name>ReadScreen</name>
    <message>
        <source>Please check that you have everything with you:</source>
        <extracomment>Under the name of a service, over the documents it needs.</extracomment>
        <translation>Please check that you have everything with you:</translation>
    </message>
    <message>
        <source>I have everything, go on</source>
        <extracomment>Large button under the documents that a service needs: goes on to the ticket.</extracomment>
        <translation>I have everything, go on</translation>
    </message>
</context>
<context>
    <name>RefusedScreen</name>
    <message>
        <source>The office has just closed</source>
        <extracomment>The office closed while the visitor was choosing.</extracomment>
        <translation>The office has just closed</translation>
    </message>
    <message>
        <source>No tickets are left for this service today</source>
        <extracomment>All numbers of this service are given out.
----------
The day&apos;s tickets for this service are given out.</extracomment>
        <translation>No tickets are left for this service today</translation>
    </message>
    <message>
        <source>This service is no longer offered</source>
        <extracomment>The service was taken away while the visitor was choosing.</extracomment>
        <translation>This service is no longer offered</translation>
    </message>
    <message>
        <source>We could not give you a ticket</source>
        <extracomment>The controller did not answer in time.</extracomment>
        <translation>We could not give you a ticket</translation>
    </message>
    <message>
        <source>This terminal needs help</source>
        <translation>This terminal needs help</translation>
    </message>
    <message>
        <source>Please come again in opening hours.</source>
        <extracomment>Under &quot;The office has just closed&quot;.</extracomment>
        <translation>Please come again in opening hours.</translation>
    </message>
    <message>
        <source>Please ask the hall administrator.</source>
        <extracomment>Under &quot;No tickets are left&quot;.</extracomment>
        <translation>Please ask the hall administrator.</translation>
    </message>
    <message>
        <source>Please choose another one.</source>
        <extracomment>Under &quot;This service is no longer offered&quot;.</extracomment>
        <translation>Please choose another one.</translation>
    </message>
    <message>
        <source>The queue did not answer. Please try again in a minute or ask the hall administrator.</source>
        <extracomment>The controller did not answer in time; honest: nobody knows whether a number was given.</extracomment>
        <translation>The queue did not answer. Please try again in a minute or ask the hall administrator.</translation>
    </message>
    <message>
        <source>Please tell the hall administrator that it cannot give tickets.</source>
        <translation>Please tell the hall administrator that it cannot give tickets.</translation>
    </message>
    <message>
        <source>To the start</source>
        <extracomment>Button under a message that there is no ticket: to the first screen.</extracomment>
        <translation>To the start</translation>
    </message>
    <message>
        <source>This service is not given now</source>
        <extracomment>Outside the hours of this service.</extracomment>
        <translation>This service is not given now</translation>
    </message>
    <message>
        <source>This service is not given any more today</source>
        <extracomment>The staff gives no more tickets for this service today.</extracomment>
        <translation>This service is not given any more today</translation>
    </message>
    <message>
        <source>We can no longer serve you today</source>
        <extracomment>The last ticket of the day was given: whoever joins now would not be served in time.</extracomment>
        <translation>We can no longer serve you today</translation>
    </message>
    <message>
        <source>It is given again today at %1. </source>
        <extracomment>When a service is given again today; with a blank at the end.</extracomment>
        <translation>It is given again today at %1. </translation>
    </message>
    <message>
        <source>It is given again on %1 at %2. </source>
        <extracomment>Day (&quot;Wednesday, 25 November&quot;) and time when a service is given again; blank at the end.</extracomment>
        <translation>It is given again on %1 at %2. </translation>
    </message>
    <message>
        <source>Please choose another service or ask the hall administrator.</source>
        <translation>Please choose another service or ask the hall administrator.</translation>
    </message>
    <message>
        <source>Everybody who already waits will fill the time until closing. %1If it is urgent, ask the hall administrator.</source>
        <extracomment>Why no more tickets are given before closing; %1 says when it opens again, or nothing.</extracomment>
        <translation>Everybody who already waits will fill the time until closing. %1If it is urgent, ask the hall administrator.</translation>
    </message>
    <message>
        <source>The connection to the queue is lost, and the tickets in reserve for this service are given out. Please ask the hall administrator.</source>
        <extracomment>The connection is lost for long, and all numbers in reserve are given out.</extracomment>
        <translation>The connection to the queue is lost, and the tickets in reserve for this service are given out. Please ask the hall administrator.</translation>
    </message>
</context>
<context>
    <name>SegmentsScreen</name>
    <message>
        <source>Welcome</source>
        <extracomment>First screen, the greeting.</extracomment>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Take a ticket: whom do you represent?</source>
        <extracomment>First screen, under the greeting: the question that its two large buttons answer.</extracomment>
        <translation>Take a ticket: whom do you represent?</translation>
    </message>
    <message>
        <source>Tickets cannot be printed just now. You will get a number on the screen: please remember it.</source>
        <extracomment>First screen, when the printer has no paper or is out of order.</extracomment>
        <translation>Tickets cannot be printed just now. You will get a number on the screen: please remember it.</translation>
    </message>
    <message>
        <source>Private person</source>
        <extracomment>Large button of the first screen.</extracomment>
        <translation>Private person</translation>
    </message>
    <message>
        <source>Questions about a flat or a house</source>
        <extracomment>Large button of the first screen, explains &quot;Private person&quot;.</extracomment>
        <translation>Questions about a flat or a house</translation>
    </message>
    <message>
        <source>Company</source>
        <extracomment>Large button of the first screen.</extracomment>
        <translation>Company</translation>
    </message>
    <message>
        <source>Organisations and sole traders</source>
        <extracomment>Large button of the first screen, explains &quot;Company&quot;.</extracomment>
        <translation>Organisations and sole traders</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Choose…</source>
        <extracomment>On a button that opens a group of services.</extracomment>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>What is your visit about?</source>
        <extracomment>Title over the services.</extracomment>
        <translation>What is your visit about?</translation>
    </message>
    <message>
        <source>Tickets cannot be printed just now. You will get a number on the screen: please remember it.</source>
        <extracomment>Over the services, when the printer has no paper or is out of order.</extracomment>
        <translation>Tickets cannot be printed just now. You will get a number on the screen: please remember it.</translation>
    </message>
    <message>
        <source>More services (%1 of %2)</source>
        <extracomment>Button under the services: shows those that did not fit; goes round.</extracomment>
        <translation>More services (%1 of %2)</translation>
    </message>
</context>
<context>
    <name>SlipWindow</name>
    <message>
        <source>Paper</source>
        <extracomment>Title of the window with the paper of the virtual printer.</extracomment>
        <translation>Paper</translation>
    </message>
</context>
<context>
    <name>StaffBanner</name>
    <message>
        <source>Staff: %1. Giving somebody a ticket</source>
        <extracomment>Over the visitor&apos;s screens while the staff uses them. %1 is a name.</extracomment>
        <translation>Staff: %1. Giving somebody a ticket</translation>
    </message>
    <message>
        <source>To the staff&apos;s menu</source>
        <extracomment>Staff: back to everything that can be done.</extracomment>
        <translation>To the staff&apos;s menu</translation>
    </message>
</context>
<context>
    <name>StaffDevices</name>
    <message>
        <source>Ticket printer</source>
        <extracomment>A device of the terminal.</extracomment>
        <translation>Ticket printer</translation>
    </message>
    <message>
        <source>Scanner</source>
        <extracomment>A device of the terminal.</extracomment>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Connection to the queue</source>
        <extracomment>The office&apos;s computer that keeps the queue.</extracomment>
        <translation>Connection to the queue</translation>
    </message>
    <message>
        <source>Reserve of numbers</source>
        <extracomment>Numbers that the terminal may give out while the controller is away.</extracomment>
        <translation>Reserve of numbers</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>The version of the program.</extracomment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Works</source>
        <extracomment>State of a device.</extracomment>
        <translation>Works</translation>
    </message>
    <message>
        <source>Little paper left</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Little paper left</translation>
    </message>
    <message>
        <source>No paper</source>
        <extracomment>State of the printer.</extracomment>
        <translation>No paper</translation>
    </message>
    <message>
        <source>The cover is open</source>
        <extracomment>State of the printer.</extracomment>
        <translation>The cover is open</translation>
    </message>
    <message>
        <source>The cutter is stuck</source>
        <extracomment>State of the printer.</extracomment>
        <translation>The cutter is stuck</translation>
    </message>
    <message>
        <source>Out of order: switch it off and on</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Out of order: switch it off and on</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <extracomment>State of the printer.</extracomment>
        <translation>Does not answer</translation>
    </message>
    <message>
        <source>Not connected</source>
        <extracomment>State of a device: unplugged or switched off.</extracomment>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>There is none</source>
        <extracomment>State of a device that this terminal does not have.</extracomment>
        <translation>There is none</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <extracomment>Staff: prints a page that shows whether the printer works.</extracomment>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Staff: to the list of everything that can be done.</extracomment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tickets to hand over: %1</source>
        <extracomment>Tickets that were given while the connection was lost, and are not handed over yet.</extracomment>
        <translation>Tickets to hand over: %1</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Give somebody a ticket</source>
        <extracomment>Staff: to give a ticket to somebody, also when the service is closed.</extracomment>
        <translation>Give somebody a ticket</translation>
    </message>
    <message>
        <source>Print again, set a category</source>
        <extracomment>Staff: to print a ticket again, or to change its priority category.</extracomment>
        <translation>Print again, set a category</translation>
    </message>
    <message>
        <source>State of the devices</source>
        <extracomment>Staff: printer, scanner, connection.</extracomment>
        <translation>State of the devices</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <extracomment>Staff: prints a page that shows whether the printer works.</extracomment>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>Restart the terminal</source>
        <extracomment>Staff: starts the terminal&apos;s program again.</extracomment>
        <translation>Restart the terminal</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>Type your PIN or hold your badge to the scanner</source>
        <extracomment>Over the keypad for the PIN of the staff.</extracomment>
        <translation>Type your PIN or hold your badge to the scanner</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>Key that signs the staff in at the terminal.</extracomment>
        <translation>Sign in</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Staff</source>
        <extracomment>Head of the screens for the staff at the terminal.</extracomment>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Staff: %1</source>
        <extracomment>Head of the screens for the staff; %1 is the name of the one signed in.</extracomment>
        <translation>Staff: %1</translation>
    </message>
    <message>
        <source>Leave</source>
        <extracomment>Button that ends the work of the staff at the terminal.</extracomment>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>StaffTicket</name>
    <message>
        <source>Print a copy</source>
        <extracomment>Staff: prints the ticket once more, marked as a copy.</extracomment>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>Priority category</source>
        <extracomment>Staff: over the priority categories, the present one marked.</extracomment>
        <translation>Priority category</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>Staff: the ticket has no priority category.</extracomment>
        <translation>None</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Staff: to the list before.</extracomment>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>StaffTickets</name>
    <message>
        <source>Which ticket?</source>
        <extracomment>Staff: title over the latest tickets.</extracomment>
        <translation>Which ticket?</translation>
    </message>
    <message>
        <source>No tickets yet today</source>
        <extracomment>Staff: no ticket was given out today.</extracomment>
        <translation>No tickets yet today</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Staff: to the list of everything that can be done.</extracomment>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>This PIN or badge is not known.</source>
        <extracomment>To the staff: the PIN or badge is not known.</extracomment>
        <translation>This PIN or badge is not known.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait %1 s.</source>
        <extracomment>To the staff: too many wrong PINs. %1 is a number of seconds.</extracomment>
        <translation>Too many tries. Please wait %1 s.</translation>
    </message>
    <message>
        <source>The controller does not answer. Tickets are given out from the reserve; the work of the staff has to wait.</source>
        <extracomment>To the staff: the controller does not answer.</extracomment>
        <translation>The controller does not answer. Tickets are given out from the reserve; the work of the staff has to wait.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <extracomment>To the staff: this role has no right to it.</extracomment>
        <translation>Your role does not allow this.</translation>
    </message>
    <message>
        <source>The office refuses: %1</source>
        <extracomment>To the staff: the office refused; %1 is the technical name of the reason.</extracomment>
        <translation>The office refuses: %1</translation>
    </message>
    <message>
        <source>Printing…</source>
        <extracomment>To the staff: a copy or a test page is on its way; %1 is a ticket&apos;s number.</extracomment>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Printing %1…</source>
        <translation>Printing %1…</translation>
    </message>
    <message>
        <source>Printed.</source>
        <extracomment>To the staff: the printer has confirmed.</extracomment>
        <translation>Printed.</translation>
    </message>
    <message>
        <source>%1 is printed.</source>
        <translation>%1 is printed.</translation>
    </message>
    <message>
        <source>The printer did not confirm. Please look at the paper and the cover.</source>
        <extracomment>To the staff: nothing was printed, or nobody knows.</extracomment>
        <translation>The printer did not confirm. Please look at the paper and the cover.</translation>
    </message>
    <message>
        <source>The category of %1 is changed.</source>
        <extracomment>To the staff: the priority category of a ticket is changed.</extracomment>
        <translation>The category of %1 is changed.</translation>
    </message>
    <message>
        <source>The terminal restarts…</source>
        <extracomment>To the staff: the terminal starts again.</extracomment>
        <translation>The terminal restarts…</translation>
    </message>
</context>
<context>
    <name>WaitText</name>
    <message>
        <source>up to %1 min</source>
        <extracomment>How long a visitor will wait: from nothing to so many minutes.</extracomment>
        <translation>up to %1 min</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <extracomment>How long a visitor will wait: a range of minutes.</extracomment>
        <translation>%1–%2 min</translation>
    </message>
</context>
</TS>
