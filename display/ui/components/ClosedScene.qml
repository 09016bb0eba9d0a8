import QtQuick
import Talon.Ui

// The office is closed and empty: when to come again.
Item {
    id: root

    required property string opensDate
    required property string opensTime

    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: Theme.spaceLarge

        Icon {
            width: Theme.iconLarge
            height: Theme.iconLarge
            name: "clock"
            color: Theme.callout
        }

        Label {
            width: parent.width
            color: Theme.boardInk
            strong: true
            font.pixelSize: Math.round(Theme.headline * 1.5)
            //: Large on the board outside the opening hours.
            text: qsTr("The office is closed")
        }

        Label {
            width: parent.width
            visible: root.opensTime !== ""
            color: Theme.boardInkMuted
            font.pixelSize: Math.round(Theme.title * 1.2)
            //: %1 is a time, %2 a day such as "Tuesday, 24 November".
            text: qsTr("Opens at %1, %2").arg(root.opensTime).arg(root.opensDate)
        }
    }
}
