import QtQuick
import Talon.Terminal
import Talon.Ui

// The controller has been asked. Mostly gone before it is seen.
Item {
    id: root

    required property bool current

    Message {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.spaceHuge
        icon: "ticket"
        //: While the ticket is being made.
        title: qsTr("One moment…")
        //: While the ticket is being made, after two seconds.
        body: late.elapsed ? qsTr("This takes a little longer than usual. Please wait.") : " "
    }

    SequentialAnimation {
        id: late

        property bool elapsed: false

        running: root.current
        onStarted: late.elapsed = false

        PauseAnimation {
            duration: 2000
        }
        ScriptAction {
            script: late.elapsed = true
        }
    }
}
