pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
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
    readonly property bool tall: root.height > 310 * Theme.scale

    kind: root.closed === "" ? TouchButton.Plain : TouchButton.Quiet
    implicitHeight: Math.max(Theme.touchHeight, lines.implicitHeight + 2 * Theme.space)
    Accessible.name: root.name

    GridLayout {
        id: lines

        anchors.fill: parent
        anchors.margins: root.tall ? Theme.spaceLarge * 0.9 : Theme.space
        anchors.topMargin: root.tall ? Theme.spaceLarge * 0.9 : Theme.spaceSmall / 2
        anchors.bottomMargin: anchors.topMargin
        columns: root.tall ? 1 : 2
        columnSpacing: Theme.space
        rowSpacing: Theme.space

        RoundIcon {
            Layout.preferredWidth: Math.round((root.tall ? 104 : 84) * Theme.scale)
            Layout.preferredHeight: Layout.preferredWidth
            name: root.drawing === "" && root.opensMore ? "branch" : root.drawing
            // Its place goes to the reason, or to large letters.
            visible: root.closed === "" && !(Theme.largePrint && root.tall)
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: root.tall
            spacing: root.tall ? Theme.spaceSmall : Theme.spaceSmall / 2

            Label {
                Layout.fillWidth: true
                Layout.fillHeight: root.tall
                verticalAlignment: Text.AlignTop
                text: root.name
                color: root.closed === "" ? Theme.ink : Theme.mutedInk
                strong: root.closed === ""
                font.pixelSize: Math.round(root.tall ? Theme.textLarge * 1.15 : Theme.text * 1.04)
                lineHeight: 1.05
            }

            QueueLine {
                Layout.fillWidth: true
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
                Layout.fillWidth: true
                visible: root.opensMore
                //: On a button that opens a group of services.
                text: qsTr("Choose…")
                color: Theme.mutedInk
                font.pixelSize: root.tall ? Theme.text : Theme.textSmall
            }
        }
    }
}
