pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// Digits to touch, and letters where a code has some. What was typed is the owner's to keep.
ColumnLayout {
    id: root

    property bool lettersOffered: false
    property bool letters: false
    property bool complete: false // What was typed can be sent.
    //: Large key under the digits: takes what was typed.
    property string doneText: qsTr("Go on")
    readonly property list<string> digitKeys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    readonly property list<string> letterKeys: [
        "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M",
        "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"]
    readonly property int keyHeight: Math.max(56, Math.round(98 * Theme.scale))

    signal typed(string key)
    signal erased
    signal done

    spacing: Theme.space

    GridLayout {
        Layout.fillWidth: true
        columns: root.letters ? 6 : 3
        columnSpacing: Theme.spaceSmall * 1.5
        rowSpacing: Theme.spaceSmall * 1.5

        Repeater {
            model: root.letters ? root.letterKeys : root.digitKeys

            KeypadKey {
                required property string modelData

                text: modelData
                objectName: "key-" + modelData
                tall: root.letters ? Math.round(root.keyHeight * 0.72) : root.keyHeight
                onTapped: root.typed(modelData)
            }
        }

        KeypadKey {
            objectName: "key-letters"
            enabled: root.lettersOffered
            opacity: root.lettersOffered ? 1 : 0
            //: Key that shows letters in place of digits, and the other way round.
            text: root.letters ? qsTr("123") : qsTr("ABC")
            quiet: true
            tall: root.letters ? Math.round(root.keyHeight * 0.72) : root.keyHeight
            onTapped: root.letters = !root.letters
        }

        KeypadKey {
            objectName: "key-0"
            visible: !root.letters
            text: "0"
            tall: root.keyHeight
            onTapped: root.typed("0")
        }

        KeypadKey {
            objectName: "key-erase"
            Layout.columnSpan: root.letters ? 3 : 1
            //: Key that takes the last character back.
            Accessible.name: qsTr("Erase")
            quiet: true
            tall: root.letters ? Math.round(root.keyHeight * 0.72) : root.keyHeight
            onTapped: root.erased()

            Icon {
                anchors.centerIn: parent
                width: Math.round(Theme.title)
                height: width
                name: "erase"
                color: Theme.brand
            }
        }
    }

    TouchButton {
        objectName: "key-done"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.round(Theme.touchHeight * 1.1)
        enabled: root.complete
        opacity: root.complete ? 1 : 0.35
        kind: TouchButton.Primary
        text: root.doneText
        pixelSize: Theme.title
        onTapped: root.done()
    }
}
