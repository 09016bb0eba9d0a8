pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// Over the visitor's screens while the staff gives somebody a ticket with them.
Rectangle {
    id: root

    required property string staffName

    signal ended

    height: Theme.touchHeight + Theme.spaceSmall
    color: Theme.board

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceLarge
        anchors.rightMargin: Theme.spaceSmall
        spacing: Theme.space

        Label {
            Layout.fillWidth: true
            //: Over the visitor's screens while the staff uses them. %1 is a name.
            text: qsTr("Staff: %1. Giving somebody a ticket").arg(root.staffName)
            color: Theme.boardInk
            font.pixelSize: Theme.textSmall
        }

        TouchButton {
            objectName: "staffIssuingBack"
            Layout.preferredHeight: Theme.touchHeight
            //: Staff: back to everything that can be done.
            text: qsTr("To the staff's menu")
            pixelSize: Theme.textSmall
            onTapped: root.ended()
        }
    }
}
