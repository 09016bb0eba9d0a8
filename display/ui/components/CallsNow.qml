pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// Everybody who is called at the moment, the latest first, as large as their number allows. Cards
// move to their places; none ever lies over another one for longer than the motion.
Item {
    id: root

    required property var calls
    property bool old: false
    readonly property int gap: Math.round(Theme.space * 1.25)
    readonly property real stepX: (root.width + root.gap) / grid.columns
    readonly property real stepY: (root.height + root.gap) / grid.rows

    CallGrid {
        id: grid

        count: cards.count
        width: root.width
        height: root.height
        aspect: 5
    }

    Repeater {
        id: cards

        model: root.calls

        CallCard {
            required property int index

            x: (index % grid.columns) * root.stepX
            y: Math.floor(index / grid.columns) * root.stepY
            width: root.stepX - root.gap
            height: root.stepY - root.gap
            old: root.old
        }
    }
}
