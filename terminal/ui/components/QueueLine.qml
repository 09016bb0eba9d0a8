import QtQuick
import Talon.Terminal
import Talon.Ui

// How many wait, in one quiet line.
Row {
    id: root

    required property int waiting
    property int pixelSize: Theme.textSmall
    readonly property color inkColor: root.waiting === 0 ? Theme.success : Theme.mutedInk

    spacing: Theme.spaceSmall

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(root.pixelSize * 1.3)
        height: width
        name: root.waiting === 0 ? "check" : "people"
        color: root.inkColor
    }

    Label {
        width: root.width - Math.round(root.pixelSize * 1.3) - root.spacing
        //: On a service: nobody waits for it now.
        text: root.waiting === 0 ? qsTr("No queue")
        //: On a service: how many visitors wait for it now.
                                 : qsTr("%n waiting", "", root.waiting)
        color: root.inkColor
        font.pixelSize: root.pixelSize
    }
}
