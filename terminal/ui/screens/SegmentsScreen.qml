pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// The first screen: who has come?
Item {
    id: root

    required property bool paperReady
    required property bool checkInOffered
    readonly property bool portrait: root.height > root.width

    signal chosen(string segment)
    signal checkIn

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        spacing: Theme.spaceLarge

        Item {
            Layout.fillHeight: true
        }

        RoundIcon {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.round(220 * Theme.scale)
            Layout.preferredHeight: Layout.preferredWidth
            visible: root.portrait
            name: "ticket"
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space
            visible: root.portrait || root.paperReady // Else there is no room for both.

            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                //: First screen, the greeting.
                text: qsTr("Welcome")
                strong: true
                font.pixelSize: Theme.headline
            }

            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                visible: root.portrait || !Theme.largePrint
                //: First screen, under the greeting: the question that its two large buttons answer.
                text: qsTr("Take a ticket: whom do you represent?")
                color: Theme.mutedInk
                font.pixelSize: Theme.textLarge
            }
        }

        Item {
            Layout.fillHeight: true
        }

        Notice {
            Layout.fillWidth: true
            visible: !root.paperReady
            //: First screen, when the printer has no paper or is out of order.
            text: qsTr("Tickets cannot be printed just now. You will get a number on the screen: please remember it.")
        }

        GridLayout {
            Layout.fillWidth: true
            columns: root.portrait ? 1 : 2
            columnSpacing: Theme.spaceLarge
            rowSpacing: Theme.spaceLarge

            SegmentCard {
                objectName: "segment-b2c"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: !root.portrait
                drawing: "person"
                //: Large button of the first screen.
                name: qsTr("Private person")
                //: Large button of the first screen, explains "Private person".
                hint: qsTr("Questions about a flat or a house")
                onTapped: root.chosen("b2c")
            }

            SegmentCard {
                objectName: "segment-b2b"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: !root.portrait
                drawing: "company"
                //: Large button of the first screen.
                name: qsTr("Company")
                //: Large button of the first screen, explains "Company".
                hint: qsTr("Organisations and sole traders")
                onTapped: root.chosen("b2b")
            }
        }

        CheckInButton {
            Layout.fillWidth: true
            visible: root.checkInOffered
            onTapped: root.checkIn()
        }

        Item {
            Layout.fillHeight: true
            Layout.maximumHeight: Theme.spaceHuge
            visible: !root.portrait
        }
    }
}
