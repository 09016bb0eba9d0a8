pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// There is no ticket, and why; in words a visitor can act on.
Item {
    id: root

    required property string problem
    required property string opensDate
    required property string opensTime

    signal finished

    function titleText(): string {
        switch (root.problem) {
        case "officeClosed":
            //: The office closed while the visitor was choosing.
            return qsTr("The office has just closed");
        case "numbersUsedUp":
            //: All numbers of this service are given out.
            return qsTr("No tickets are left for this service today");
        case "notOffered":
            //: The service was taken away while the visitor was choosing.
            return qsTr("This service is no longer offered");
        case "notNow":
            //: Outside the hours of this service.
            return qsTr("This service is not given now");
        case "stopped":
            //: The staff gives no more tickets for this service today.
            return qsTr("This service is not given any more today");
        case "dayLimit":
            //: The day's tickets for this service are given out.
            return qsTr("No tickets are left for this service today");
        case "lastTicket":
            //: The last ticket of the day was given: whoever joins now would not be served in time.
            return qsTr("We can no longer serve you today");
        case "reserveUsedUp":
        case "noAnswer":
            //: The controller did not answer in time.
            return qsTr("We could not give you a ticket");
        default:
            return qsTr("This terminal needs help");
        }
    }

    // A whole sentence with a blank behind it, or nothing.
    function againText(): string {
        if (root.opensTime === "") {
            return "";
        }
        //: When a service is given again today; with a blank at the end.
        return root.opensDate === "" ? qsTr("It is given again today at %1. ").arg(root.opensTime)
        //: Day ("Wednesday, 25 November") and time when a service is given again; blank at the end.
                                     : qsTr("It is given again on %1 at %2. ").arg(root.opensDate)
                                                                            .arg(root.opensTime);
    }

    function bodyText(): string {
        switch (root.problem) {
        case "officeClosed":
            //: Under "The office has just closed".
            return qsTr("Please come again in opening hours.");
        case "numbersUsedUp":
            //: Under "No tickets are left".
            return qsTr("Please ask the hall administrator.");
        case "notOffered":
            //: Under "This service is no longer offered".
            return qsTr("Please choose another one.");
        case "notNow":
        case "stopped":
        case "dayLimit":
            return root.againText() + qsTr("Please choose another service or ask the hall administrator.");
        case "lastTicket":
            //: Why no more tickets are given before closing; %1 says when it opens again, or nothing.
            return qsTr("Everybody who already waits will fill the time until closing. %1If it is urgent, ask the hall administrator.").arg(root.againText());
        case "reserveUsedUp":
            //: The connection is lost for long, and all numbers in reserve are given out.
            return qsTr("The connection to the queue is lost, and the tickets in reserve for this service are given out. Please ask the hall administrator.");
        case "noAnswer":
            //: The controller did not answer in time; honest: nobody knows whether a number was given.
            return qsTr("The queue did not answer. Please try again in a minute or ask the hall administrator.");
        default:
            return qsTr("Please tell the hall administrator that it cannot give tickets.");
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
            icon: ["officeClosed", "notNow", "lastTicket"].includes(root.problem) ? "clock"
                                                                                  : "warning"
            tint: Theme.calloutTint
            inkColor: Theme.calloutInk
            title: root.titleText()
            body: root.bodyText()
        }

        Item {
            Layout.fillHeight: true
        }

        TouchButton {
            objectName: "understood"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(Theme.touchHeight * 1.25)
            kind: TouchButton.Primary
            //: Button under a message that there is no ticket: to the first screen.
            text: qsTr("To the start")
            pixelSize: Theme.title
            onTapped: root.finished()
        }
    }
}
