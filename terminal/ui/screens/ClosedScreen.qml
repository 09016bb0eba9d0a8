import QtQuick
import Talon.Terminal
import Talon.Ui

// The office receives nobody now; says when it will.
Item {
    id: root

    required property string opensDate
    required property string opensTime

    function bodyText(): string {
        if (root.opensTime === "") {
            return "";
        }
        if (root.opensDate === "") {
            //: The closed office opens later today. %1 is a time such as 08:00.
            return qsTr("We open today at %1").arg(root.opensTime);
        }
        //: The closed office opens on another day. %1 is e.g. "Tuesday, 24 November", %2 a time.
        return qsTr("We open on %1 at %2").arg(root.opensDate).arg(root.opensTime);
    }

    Message {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.spaceHuge
        icon: "clock"
        //: The whole screen while the office is closed.
        title: qsTr("The office is closed")
        body: root.bodyText()
    }
}
