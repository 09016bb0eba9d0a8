import QtQuick
import Talon.Display
import Talon.Ui

// One screen of the hall. Not bound: Loader cannot make components of a bound file in Qt 6.4.
Window {
    id: root

    required property DisplayApp app
    required property Screen shown
    required property MediaPlaylist media

    visible: false
    color: Theme.board
    //: Title of the window, seen by developers only.
    title: qsTr("Talon hall display")

    Binding {
        target: Theme
        property: "scale"
        value: Math.min(root.width, root.height) / 1080
    }

    Binding {
        target: Theme
        property: "highContrast"
        value: root.shown.highContrast
    }

    Loader {
        anchors.fill: parent
        sourceComponent: root.shown.layout === "plate" ? plate
                       : root.shown.layout === "corner" ? corner : board
    }

    Component {
        id: plate

        Plate {
            window: root.shown.plateWindow
            doing: root.shown.plateState
            number: root.shown.plateNumber
            fresh: root.shown.plateFresh
            old: root.app.old
        }
    }

    Component {
        id: corner

        Corner {
            office: root.app
            shown: root.shown
        }
    }

    Component {
        id: board

        Board {
            office: root.app
            shown: root.shown
            media: root.media
        }
    }
}
