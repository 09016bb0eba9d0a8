import QtQuick
import Talon.Terminal
import Talon.Ui

// A place that shows its screen while it is current, and lets it fade and slide in and out.
Item {
    id: root

    property bool current: false
    default property alias content: inner.data

    anchors.fill: parent
    visible: inner.opacity > 0
    enabled: root.current
    z: root.current ? 1 : 0

    Item {
        id: inner

        width: parent.width
        height: parent.height
        opacity: root.current ? 1 : 0
        y: root.current ? 0 : Math.round(24 * Theme.scale)

        Behavior on opacity {
            NumberAnimation {
                duration: root.current ? Theme.motionMs : Theme.motionMs / 2
                easing.type: Easing.OutCubic
            }
        }
        Behavior on y {
            NumberAnimation {
                duration: Theme.motionMs
                easing.type: Easing.OutCubic
            }
        }
    }
}
