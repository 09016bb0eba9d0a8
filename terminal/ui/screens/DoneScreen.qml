pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// The visitor has a number. Says of the paper what the printer said, no more.
Item {
    id: root

    required property bool current
    required property string number
    required property string service
    required property int peopleAhead
    required property bool alone // Given without the controller: nobody knows who is ahead.
    required property int waitFrom
    required property int waitTo
    required property string paper
    required property int patienceMs
    readonly property bool portrait: root.height > root.width
    // Large letters beside the number have little room on a low display.
    readonly property bool roomy: root.portrait || !Theme.largePrint
    readonly property bool withoutPaper: ["onScreen", "unknown", "waiting"].includes(root.paper)

    signal finished

    function paperText(): string {
        switch (root.paper) {
        case "waiting":
            //: The printer has stopped in the middle; somebody may load paper.
            return qsTr("The printer has stopped. Please wait a moment: the staff is told. Your number is valid without paper too.");
        case "copy":
            //: The printer stopped, and has printed a second paper, marked as a copy.
            return qsTr("Take your ticket below. It is marked as a copy, since the printer had stopped.");
        case "printed":
            //: The printer has confirmed that the ticket is on paper.
            return qsTr("Take your ticket below");
        case "unknown":
            //: The printer has not confirmed that the ticket came out.
            return qsTr("The printer did not confirm your ticket. If there is no paper, remember the number: it is in the queue.");
        case "onScreen":
            //: There is no paper ticket.
            return qsTr("The ticket could not be printed. Remember the number or photograph it: it is in the queue.");
        default:
            //: The ticket is on its way through the printer.
            return qsTr("Your ticket is being printed…");
        }
    }

    function aheadText(): string {
        if (root.alone) {
            //: The controller is away; honest: nobody knows how many are ahead.
            return qsTr("The connection to the queue is lost for the moment. How long you will wait is not known yet; your number is valid.");
        }
        //: Nobody is due before this visitor.
        return root.peopleAhead === 0 ? qsTr("You are the next in this queue")
        //: How many visitors are due before this one.
                                      : qsTr("%n people are ahead of you", "", root.peopleAhead);
    }

    WaitText {
        id: wait

        from: root.waitFrom
        to: root.waitTo
    }

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        columns: root.portrait ? 1 : 2
        columnSpacing: Theme.spaceLarge * 1.5
        rowSpacing: Theme.spaceLarge

        Item {
            Layout.fillHeight: true
            visible: root.portrait
        }

        PaperTicket {
            Layout.fillWidth: root.portrait
            Layout.preferredWidth: root.portrait ? 1 : Math.round(root.width * 0.44)
            Layout.alignment: Qt.AlignVCenter
            number: root.number
            service: root.service
            shown: root.current
            numberSize: Math.round(Theme.number * (root.portrait ? 1.5 : root.roomy ? 1 : 0.7))
        }

        Item {
            Layout.fillHeight: true
            visible: root.portrait
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: root.portrait ? Theme.spaceLarge : Theme.space

            NextStep {
                objectName: "paperStep"
                Layout.fillWidth: true
                large: root.roomy
                icon: root.withoutPaper ? "warning" : "ticket"
                tint: root.withoutPaper ? Theme.calloutTint : Theme.brandTint
                inkColor: root.withoutPaper ? Theme.calloutInk : Theme.brand
                text: root.paperText()
            }

            NextStep {
                Layout.fillWidth: true
                large: root.roomy
                icon: "people"
                text: wait.text === "" ? root.aheadText()
                    //: After how many are ahead; %2 is "10–20 min".
                    : qsTr("%1. Waiting time: %2").arg(root.aheadText()).arg(wait.text)
            }

            NextStep {
                Layout.fillWidth: true
                large: root.roomy
                icon: "board"
                //: What to do with the number.
                text: qsTr("Watch the board: it shows your number and the window")
            }

            TouchButton {
                objectName: "finish"
                Layout.fillWidth: true
                Layout.preferredHeight: Math.round(Theme.touchHeight * (root.portrait ? 1.25 : 1.1))
                kind: TouchButton.Primary
                //: Button that ends the visitor's business at the terminal.
                text: qsTr("Done")
                pixelSize: Theme.title
                onTapped: root.finished()

                // Shows how long this screen will stay.
                Rectangle {
                    id: rest

                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.spaceSmall
                    anchors.horizontalCenter: parent.horizontalCenter
                    height: Math.round(6 * Theme.scale)
                    radius: height / 2
                    color: Theme.brandInkMuted

                    NumberAnimation on width {
                        id: run

                        from: rest.parent.width - 2 * Theme.spaceLarge
                        to: 0
                        duration: Math.max(1, root.patienceMs)
                        running: false
                    }
                }
            }
        }
    }

    onCurrentChanged: run.restart()
    onPatienceMsChanged: run.restart()
}
