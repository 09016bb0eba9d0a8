pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// A booking that could not simply be checked in: what is the matter, and what can be done now.
Item {
    id: root

    required property string appointment
    required property string service
    required property string date
    required property string time
    required property string opensAt // From when on a booking for today can be checked in.
    required property string number  // Of the ticket that was given already.
    required property bool usualOffered

    signal anyway
    signal usual
    signal again

    function titleText(): string {
        switch (root.appointment) {
        case "early":
            //: The booked visitor came long before the time.
            return qsTr("You are early");
        case "late":
            //: The booked visitor came after the time.
            return qsTr("Your time has passed");
        case "wrongDay":
            //: The booking is for another day.
            return qsTr("Your booking is for another day");
        case "wrongOffice":
            //: The booking is for another office of the company.
            return qsTr("Your booking is for another office");
        case "alreadyHere":
            //: The booked visitor has a ticket already.
            return qsTr("You are already in the queue");
        case "cancelled":
            //: The booking was cancelled.
            return qsTr("This booking was cancelled");
        case "notABooking":
            //: Something else was scanned.
            return qsTr("This is not the code of a booking");
        default:
            //: No booking has this number.
            return qsTr("We found no such booking");
        }
    }

    function bodyText(): string {
        switch (root.appointment) {
        case "early":
            //: %1 is the booked time, %2 the time from which check-in is possible.
            return qsTr("You are booked for %1. Please check in here from %2 on.").arg(root.time).arg(root.opensAt);
        case "late":
            //: %1 is the booked time. Late visitors are served, but wait.
            return qsTr("You were booked for %1. We will still serve you today, but you may wait longer.").arg(root.time);
        case "wrongDay":
            //: %1 is a day, %2 a time.
            return qsTr("You are booked for %1 at %2. Today you can take a usual ticket.").arg(root.date).arg(root.time);
        case "wrongOffice":
            return qsTr("Here you can take a usual ticket, or ask the hall administrator.");
        case "alreadyHere":
            //: %1 is the number of a ticket.
            return qsTr("Your number is %1. Watch the board. Is the ticket lost? Ask the hall administrator.").arg(root.number);
        case "cancelled":
            return qsTr("You can take a usual ticket, or ask the hall administrator.");
        case "notABooking":
            return qsTr("Hold the QR code of your booking to the scanner, or type its number.");
        default:
            return qsTr("Please check the number. You can also take a usual ticket, or ask the hall administrator.");
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        spacing: root.height > root.width ? Theme.spaceLarge : Theme.space

        Item {
            Layout.fillHeight: true
        }

        Message {
            Layout.fillWidth: true
            icon: root.appointment === "alreadyHere" ? "ticket"
                : ["early", "late", "wrongDay"].includes(root.appointment) ? "calendar" : "warning"
            tint: Theme.calloutTint
            inkColor: Theme.calloutInk
            title: root.titleText()
            body: root.bodyText()
        }

        Label {
            Layout.fillWidth: true
            visible: root.service !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.service
            strong: true
            font.pixelSize: Theme.textLarge
        }

        Item {
            Layout.fillHeight: true
        }

        TouchButton {
            objectName: "checkInAnyway"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(Theme.touchHeight * 1.25)
            visible: root.appointment === "late"
            kind: TouchButton.Primary
            //: Large button for a booked visitor who is late.
            text: qsTr("Take a ticket")
            icon: "ticket"
            pixelSize: Theme.title
            onTapped: root.anyway()
        }

        TouchButton {
            objectName: "tryAgain"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(Theme.touchHeight * 1.25)
            visible: ["unknown", "notABooking"].includes(root.appointment)
            kind: TouchButton.Primary
            //: Large button when no booking was found.
            text: qsTr("Try again")
            pixelSize: Theme.title
            onTapped: root.again()
        }

        TouchButton {
            objectName: "usualTicket"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(Theme.touchHeight * 1.25)
            visible: root.usualOffered && !["late", "alreadyHere"].includes(root.appointment)
            kind: ["unknown", "notABooking"].includes(root.appointment) ? TouchButton.Plain
                                                                        : TouchButton.Primary
            //: Large button for a booked visitor who cannot check in: a ticket as for everybody.
            text: qsTr("Take a usual ticket")
            icon: "ticket"
            pixelSize: Theme.title
            onTapped: root.usual()
        }
    }
}
