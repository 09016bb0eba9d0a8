pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// Which booking? Its QR code at the scanner, its number, or the end of the telephone's.
Item {
    id: root

    required property bool current
    required property bool scannerReady
    readonly property bool portrait: root.height > root.width * 1.1
    readonly property int charactersMax: 12
    property string typed

    signal entered(string text)

    onCurrentChanged: {
        root.typed = "";
        pad.letters = false;
    }

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        anchors.bottomMargin: root.portrait ? Theme.spaceLarge : Theme.space
        columns: root.portrait ? 1 : 2
        columnSpacing: Theme.spaceLarge
        rowSpacing: Theme.spaceLarge

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            spacing: Theme.spaceLarge

            ScreenTitle {
                Layout.fillWidth: true
                //: Title of the screen where booked visitors check in.
                title: qsTr("Your booking")
            }

            NextStep {
                Layout.fillWidth: true
                visible: root.scannerReady
                icon: "scan"
                //: How to check in with a booking.
                text: qsTr("Hold the QR code of your booking to the scanner")
            }

            NextStep {
                Layout.fillWidth: true
                icon: "phone"
                text: root.scannerReady
                    //: How to check in with a booking, after the scanner.
                    ? qsTr("or type its number, or the last four digits of your telephone number")
                    //: How to check in with a booking, where there is no scanner.
                    : qsTr("Type the number of your booking, or the last four digits of your telephone number")
            }

            Item {
                Layout.fillHeight: true
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignBottom
            spacing: Theme.space

            TypedField {
                objectName: "typed"
                Layout.fillWidth: true
                text: root.typed
                //: In the empty field for the number of a booking.
                hint: qsTr("Number or 4 digits")
            }

            Keypad {
                id: pad

                Layout.fillWidth: true
                lettersOffered: true
                complete: root.typed.length >= 4
                onTyped: key => {
                    if (root.typed.length < root.charactersMax) {
                        root.typed += key;
                    }
                }
                onErased: root.typed = root.typed.slice(0, -1)
                onDone: root.entered(root.typed)
            }
        }
    }
}
