import QtQuick
import Talon.Terminal
import Talon.Ui

// The controller does not answer. It comes back by itself, and so does this terminal.
Item {
    id: root

    required property bool starting

    Message {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.spaceHuge
        visible: root.starting
        icon: "bolt"
        //: The first seconds after the terminal is switched on.
        title: qsTr("Starting…")
    }

    Message {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.spaceHuge
        visible: !root.starting
        icon: "warning"
        tint: Theme.calloutTint
        inkColor: Theme.calloutInk
        //: The terminal has lost the controller.
        title: qsTr("No tickets for the moment")
        //: The terminal has lost the controller and looks for it.
        body: qsTr("The terminal has lost its connection to the queue and is restoring it by itself. Please ask the hall administrator.")
    }
}
