pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// Who is called now, or what is to be said while nobody is.
Item {
    id: root

    required property var office
    required property var shown

    CallsNow {
        anchors.fill: parent
        calls: root.shown.present
        old: root.office.old
    }

    WelcomeScene {
        anchors.fill: parent
        visible: root.shown.scene === "welcome"
    }

    ClosedScene {
        anchors.fill: parent
        visible: root.shown.scene === "closed"
        opensDate: root.office.opensDate
        opensTime: root.office.opensTime
    }

    Label {
        anchors.centerIn: parent
        visible: root.shown.scene === "connecting"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: Theme.boardInkMuted
        font.pixelSize: Theme.title
        //: The board after it was switched on, before it has heard from the office's controller.
        text: qsTr("Connecting to the office…")
    }
}
