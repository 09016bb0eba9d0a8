pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

Window {
    id: root

    required property DisplayApp app

    visible: false
    color: Theme.board
    //: Title of the window, seen by developers only.
    title: qsTr("Talon hall display")

    Binding {
        target: Theme
        property: "scale"
        value: Math.min(root.width, root.height) / 1080
    }

    Board {
        anchors.fill: parent
        scene: root.app.scene
        officeName: root.app.officeName
        qualityLine: root.app.qualityLine
        dateText: root.app.dateText
        timeText: root.app.timeText
        opensDate: root.app.opensDate
        opensTime: root.app.opensTime
        openWindows: root.app.openWindows
        waiting: root.app.waiting
        old: root.app.old
        lostTime: root.app.lostTime
        present: root.app.present
        recent: root.app.recent
        queues: root.app.queues
    }
}
