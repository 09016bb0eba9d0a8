pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// How printer, scanner and connection are, in words.
Item {
    id: root

    required property var devices // Rows of {what, state, detail, good}.
    required property bool busy

    signal testPrint
    signal back

    function whatText(what: string): string {
        switch (what) {
        case "printer":
            //: A device of the terminal.
            return qsTr("Ticket printer");
        case "scanner":
            //: A device of the terminal.
            return qsTr("Scanner");
        case "controller":
            //: The office's computer that keeps the queue.
            return qsTr("Connection to the queue");
        case "reserve":
            //: Numbers that the terminal may give out while the controller is away.
            return qsTr("Reserve of numbers");
        default:
            //: The version of the program.
            return qsTr("Version");
        }
    }

    function stateText(state: string, detail: string): string {
        switch (state) {
        case "ready":
            //: State of a device.
            return qsTr("Works");
        case "paperLow":
            //: State of the printer.
            return qsTr("Little paper left");
        case "paperOut":
            //: State of the printer.
            return qsTr("No paper");
        case "coverOpen":
            //: State of the printer.
            return qsTr("The cover is open");
        case "cutterFault":
            //: State of the printer.
            return qsTr("The cutter is stuck");
        case "fault":
            //: State of the printer.
            return qsTr("Out of order: switch it off and on");
        case "notAnswering":
            //: State of the printer.
            return qsTr("Does not answer");
        case "gone":
            //: State of a device: unplugged or switched off.
            return qsTr("Not connected");
        case "none":
            //: State of a device that this terminal does not have.
            return qsTr("There is none");
        case "handingOver":
            //: Tickets that were given while the connection was lost, and are not handed over yet.
            return qsTr("Tickets to hand over: %1").arg(detail);
        default:
            return detail === "" ? state : detail;
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space

        Repeater {
            model: root.devices

            RowLayout {
                id: row

                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredHeight: Math.max(Theme.touchHeight, implicitHeight)
                spacing: Theme.space

                RoundIcon {
                    Layout.preferredWidth: Math.round(72 * Theme.scale)
                    Layout.preferredHeight: Layout.preferredWidth
                    name: row.modelData.good ? "check" : "warning"
                    color: row.modelData.good ? Theme.successTint : Theme.calloutTint
                    inkColor: row.modelData.good ? Theme.success : Theme.calloutInk
                }

                Label {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.fillHeight: true
                    verticalAlignment: Text.AlignVCenter
                    text: root.whatText(row.modelData.what)
                }

                Label {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.fillHeight: true
                    verticalAlignment: Text.AlignVCenter
                    text: root.stateText(row.modelData.state, row.modelData.detail)
                    strong: !row.modelData.good
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        TouchButton {
            objectName: "testPrint"
            Layout.fillWidth: true
            enabled: !root.busy
            //: Staff: prints a page that shows whether the printer works.
            text: qsTr("Print a test page")
            icon: "printer"
            onTapped: root.testPrint()
        }

        TouchButton {
            objectName: "staffToMenu"
            //: Staff: to the list of everything that can be done.
            text: qsTr("Back")
            icon: "back"
            pixelSize: Theme.text
            onTapped: root.back()
        }
    }
}
