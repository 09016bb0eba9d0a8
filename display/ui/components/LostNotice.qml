import QtQuick
import Talon.Ui

// Says that what is shown may be out of date; takes no room while all is well.
Item {
    id: root

    required property bool shown
    required property string lostTime

    height: root.shown ? bar.height : 0
    visible: root.shown

    Rectangle {
        id: bar

        width: parent.width
        height: row.height + 2 * Theme.space
        radius: Theme.radius
        color: "transparent"
        border.width: Theme.lineWidth
        border.color: Theme.callout

        Row {
            id: row

            x: Theme.spaceLarge
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.iconSmall
                height: Theme.iconSmall
                name: "warning"
                color: Theme.callout
            }

            Label {
                width: bar.width - Theme.iconSmall - Theme.space - 2 * Theme.spaceLarge
                color: Theme.boardInk
                font.pixelSize: Theme.textLarge
                //: The board has lost its controller and shows what it knew last. %1 is a time.
                text: qsTr("Connection lost at %1; the board shows the queue as of that time")
                    .arg(root.lostTime)
            }
        }
    }
}
