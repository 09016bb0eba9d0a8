pragma ComponentBehavior: Bound
import QtQuick
import Talon.Ui

// Nobody is called: a friendly word, and how it works.
Item {
    id: root

    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: Math.round(Theme.spaceHuge * 0.9)

        Label {
            width: parent.width
            color: Theme.boardInk
            strong: true
            font.pixelSize: Math.round(Theme.headline * 1.5)
            //: Large on the board while nobody is called.
            text: qsTr("Welcome")
        }

        WelcomeStep {
            width: parent.width
            icon: "ticket"
            //: First of three steps on the board.
            text: qsTr("Take a ticket at the terminal")
        }

        WelcomeStep {
            width: parent.width
            icon: "board"
            //: Second of three steps on the board.
            text: qsTr("Wait for your number here and by voice")
        }

        WelcomeStep {
            width: parent.width
            icon: "person"
            //: Third of three steps on the board.
            text: qsTr("Go to the window that is shown")
        }
    }
}
