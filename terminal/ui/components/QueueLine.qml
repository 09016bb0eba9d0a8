import QtQuick
import Talon.Terminal
import Talon.Ui

// How many wait and how long it will take, or why the service is closed: one quiet line.
Item {
    id: root

    required property int waiting
    property int waitFrom: 0
    property int waitTo: 0
    property string closed
    property string opensDate
    property string opensTime
    property int pixelSize: Theme.textSmall
    readonly property bool free: root.closed === "" && root.waiting === 0 && root.waitTo <= 5
    readonly property color inkColor: root.free ? Theme.success : Theme.mutedInk

    implicitHeight: words.implicitHeight
    implicitWidth: words.implicitWidth

    function closedText(): string {
        switch (root.closed) {
        case "lastTicket":
            //: On a service: whoever joins now would not be served before closing.
            return qsTr("No longer possible today");
        case "dayLimit":
            //: On a service: the day's tickets are given out.
            return qsTr("No tickets left today");
        case "stopped":
            //: On a service: the staff gives no more tickets for it today.
            return qsTr("Not given any more today");
        default:
            //: On a service: outside its hours.
            return qsTr("Not given now");
        }
    }

    function opensText(): string {
        if (root.opensTime === "") {
            return "";
        }
        //: On a closed service: when it is given again today.
        return root.opensDate === "" ? qsTr("again at %1").arg(root.opensTime)
        //: On a closed service: day ("Wednesday, 25 November") and time when it is given again.
                                     : qsTr("again on %1 at %2").arg(root.opensDate)
                                                                .arg(root.opensTime);
    }

    function queueText(): string {
        if (root.waiting < 0) {
            //: On a service, while the controller is away: nobody knows who waits.
            return qsTr("Waiting time not known");
        }
        //: On a service: nobody waits for it now.
        const people = root.waiting === 0 ? qsTr("No queue")
        //: On a service: how many visitors wait for it now.
                                          : qsTr("%n waiting", "", root.waiting);
        return root.free || wait.text === "" ? people : people + " · " + wait.text;
    }

    WaitText {
        id: wait

        from: root.waitFrom
        to: root.waitTo
    }

    Icon {
        id: sign

        y: Math.round((root.pixelSize * 1.25 - height) / 2)
        width: Math.round(root.pixelSize * 1.3)
        height: width
        name: root.closed !== "" ? "clock" : root.free ? "check" : "people"
        color: root.inkColor
    }

    Label {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.spaceSmall
        anchors.right: parent.right
        text: root.closed === "" ? root.queueText()
            : root.opensText() === "" ? root.closedText()
            : root.closedText() + ", " + root.opensText()
        color: root.inkColor
        font.pixelSize: root.pixelSize
    }
}
