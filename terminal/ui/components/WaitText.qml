import QtQuick
import Talon.Ui

// How long it will take, in words: the one place that says it.
QtObject {
    id: root

    required property int from
    required property int to // 0: it cannot be told.

    readonly property string text: root.to === 0 ? ""
        //: How long a visitor will wait: from nothing to so many minutes.
        : root.from === 0 ? qsTr("up to %1 min").arg(root.to)
        //: How long a visitor will wait: a range of minutes.
        : qsTr("%1–%2 min").arg(root.from).arg(root.to)
}
