pragma ComponentBehavior: Bound
import QtQuick
import Talon.Terminal
import Talon.Ui

// One service to choose: what it is, how many wait for it and how long. A closed one looks it, and
// can still be touched: the visitor is told why. A branch opens further ones.
TouchButton {
    id: root

    property string name
    property string drawing
    property int waiting: 0
    property int waitFrom: 0
    property int waitTo: 0
    property string closed
    property string opensDate
    property string opensTime
    property bool opensMore: false
    // A tall card has its drawing above the words, a flat one beside them.
    readonly property bool tall: root.height > 310 * Theme.scale
    readonly property int margin: root.tall ? Theme.spaceLarge * 0.9 : Theme.space
    readonly property int gap: Theme.spaceSmall

    kind: root.closed === "" ? TouchButton.Plain : TouchButton.Quiet
    implicitHeight: Theme.touchHeight
    Accessible.name: root.name

    RoundIcon {
        id: sign

        x: root.margin
        y: root.tall ? root.margin : Math.round((root.height - height) / 2)
        width: Math.round((root.tall ? 104 : 84) * Theme.scale)
        height: width
        name: root.drawing === "" && root.opensMore ? "branch" : root.drawing
        // Its place goes to the reason, or to large letters.
        visible: root.closed === "" && !(Theme.largePrint && root.tall)
    }

    Item {
        id: words

        readonly property int fromTop:
            sign.visible ? sign.y + sign.height + Theme.space : root.margin
        readonly property int below: line.height + root.gap
        readonly property int flatHeight: title.height + words.below

        x: sign.visible && !root.tall ? sign.x + sign.width + Theme.space : root.margin
        y: root.tall ? words.fromTop : Math.round((root.height - words.flatHeight) / 2)
        width: root.width - words.x - root.margin
        height: words.flatHeight

        Label {
            id: title

            width: parent.width
            // A long name becomes smaller before it leaves its card.
            height: root.tall ? root.height - words.fromTop - words.below - root.margin
                              : implicitHeight
            fontSizeMode: root.tall ? Text.Fit : Text.FixedSize
            minimumPixelSize: Theme.textSmall
            text: root.name
            color: root.closed === "" ? Theme.ink : Theme.mutedInk
            strong: root.closed === ""
            font.pixelSize: Math.round(root.tall ? Theme.textLarge * 1.15 : Theme.text * 1.04)
            lineHeight: 1.05
        }

        Item {
            id: line

            y: title.height + root.gap
            width: parent.width
            height: root.opensMore ? choose.height : queue.implicitHeight

            QueueLine {
                id: queue

                width: parent.width
                visible: !root.opensMore
                waiting: root.waiting
                waitFrom: root.waitFrom
                waitTo: root.waitTo
                closed: root.closed
                opensDate: root.opensDate
                opensTime: root.opensTime
                pixelSize: root.tall ? Theme.text : Theme.textSmall
            }

            Label {
                id: choose

                width: parent.width
                visible: root.opensMore
                //: On a button that opens a group of services.
                text: qsTr("Choose…")
                color: Theme.mutedInk
                font.pixelSize: root.tall ? Theme.text : Theme.textSmall
            }
        }
    }
}
