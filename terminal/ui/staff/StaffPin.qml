pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// Who is there? A PIN, or a badge at the scanner.
Item {
    id: root

    required property bool busy
    required property bool portrait
    property string typed

    signal entered(string pin)

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width, Math.round(640 * Theme.scale))
        spacing: Theme.space

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            //: Over the keypad for the PIN of the staff.
            text: qsTr("Type your PIN or hold your badge to the scanner")
            font.pixelSize: Theme.text
        }

        TypedField {
            Layout.fillWidth: true
            text: root.typed
            hidden: true
            hint: "PIN"
        }

        Keypad {
            Layout.fillWidth: true
            complete: root.typed.length >= 4 && !root.busy
            //: Key that signs the staff in at the terminal.
            doneText: qsTr("Sign in")
            onTyped: key => {
                if (root.typed.length < 8) {
                    root.typed += key;
                }
            }
            onErased: root.typed = root.typed.slice(0, -1)
            onDone: {
                const pin = root.typed;
                root.typed = "";
                root.entered(pin);
            }
        }
    }
}
