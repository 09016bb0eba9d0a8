import QtQuick
import Talon.Terminal
import Talon.Ui

// A drawing on a tinted disc.
Rectangle {
    id: root

    property string name
    property color inkColor: Theme.brand

    implicitWidth: Theme.iconLarge
    implicitHeight: implicitWidth
    radius: width / 2
    color: Theme.brandTint

    Icon {
        anchors.centerIn: parent
        width: Math.round(root.width * 0.56)
        height: width
        name: root.name
        color: root.inkColor
    }
}
