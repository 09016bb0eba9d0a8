pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// There is no ticket, and why; in words a visitor can act on.
Item {
    id: root

    required property string problem

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
        case "noAnswer":
            //: The controller did not answer in time.
            return qsTr("We could not give you a ticket");
        default:
            return qsTr("This terminal needs help");
        }
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
        spacing: Theme.spaceLarge

        Item {
            Layout.fillHeight: true
        }

        Message {
            Layout.fillWidth: true
            icon: root.problem === "officeClosed" ? "clock" : "warning"
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
