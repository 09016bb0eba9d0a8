pragma ComponentBehavior: Bound
import QtQuick
import Talon.Ui

// Something to touch that does exactly one thing: `tapped` comes once for one finger, put down and
// lifted inside. It takes no further tap until its owner has had time to change the screen, and a
// second finger counts for nothing.
Rectangle {
    id: root

    enum Kind { Plain, Primary, Quiet }

    property int kind: TouchButton.Plain
    property string text
    property string icon
    property int pixelSize: Theme.textLarge
    readonly property bool pressed: finger.pressed
    // The drawing before the text, with the gap between them.
    readonly property int iconWidth: root.icon === "" ? 0 : drawing.width + row.spacing
    readonly property color inkColor:
        root.kind === TouchButton.Primary ? Theme.brandInk : Theme.brand
    default property alias content: custom.data

    signal tapped

    implicitWidth: root.iconWidth + natural.advanceWidth + 2 * Theme.spaceLarge
    implicitHeight: Math.max(Theme.touchHeight, row.implicitHeight + 2 * Theme.space)
    radius: Theme.radius
    color: {
        if (root.kind === TouchButton.Primary) {
            return root.pressed ? Theme.brandPressed : Theme.brand;
        }
        if (root.kind === TouchButton.Quiet) {
            return root.pressed ? Theme.surfacePressed : "transparent";
        }
        return root.pressed ? Theme.surfacePressed : Theme.surface;
    }
    border.width: root.kind === TouchButton.Plain ? Theme.lineWidth : 0
    border.color: root.pressed ? Theme.brand : Theme.line
    scale: root.pressed ? 0.985 : 1

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: finger.fire()

    Item {
        id: custom

        anchors.fill: parent
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space
        visible: root.text !== ""

        Icon {
            id: drawing

            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(root.pixelSize * 1.25)
            height: width
            visible: root.icon !== ""
            name: root.icon
            color: root.inkColor
        }

        Label {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(natural.advanceWidth) + 1,
                            root.width - 2 * Theme.space - root.iconWidth)
            text: root.text
            color: root.inkColor
            strong: true
            font.pixelSize: root.pixelSize
        }
    }

    // Asked of the text itself: a label that wraps changes its own wish with its width.
    TextMetrics {
        id: natural

        font: label.font
        text: root.text
    }

    TapHandler {
        id: finger

        property bool spent: false

        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: Theme.noLongPress
        acceptedButtons: Qt.LeftButton
        onTapped: fire()

        function fire() {
            if (!finger.spent && root.enabled) {
                finger.spent = true;
                refill.restart();
                root.tapped();
            }
        }
    }

    PauseAnimation {
        id: refill

        duration: Theme.settleMs
        onFinished: finger.spent = false
    }
}
