import QtQuick
import Talon.Display
import Talon.Ui

// A board of the hall, wide or high: what all of its layouts have around the calls. Nothing moves
// from its place when calls come and go.
Rectangle {
    id: root

    // DisplayApp, Screen and MediaPlaylist, or what is like them.
    required property var office
    required property var shown
    required property var media

    readonly property bool upright: root.height > root.width
    readonly property int margin: Math.round(Theme.spaceLarge * 1.1)

    color: Theme.board

    BoardHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        margin: root.margin
        upright: root.upright
        officeName: root.office.officeName
        dateText: root.office.dateText
        timeText: root.office.timeText
    }

    LostNotice {
        id: notice

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        shown: root.office.old
        lostTime: root.office.lostTime
    }

    Loader {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notice.bottom
        anchors.bottom: ticker.top
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        anchors.topMargin: root.margin * 0.6
        anchors.bottomMargin: ticker.visible ? root.margin * 0.5 : 0
        sourceComponent: root.shown.layout === "calls" ? callsBody
                       : root.shown.layout === "list" ? listBody
                       : root.shown.layout === "media" && root.media.count > 0 ? mediaBody
                       : hallBody
    }

    Component {
        id: hallBody

        HallBody {
            office: root.office
            shown: root.shown
            upright: root.upright
            margin: root.margin
        }
    }

    Component {
        id: callsBody

        CallsBody {
            office: root.office
            shown: root.shown
        }
    }

    Component {
        id: listBody

        ListBody {
            office: root.office
            shown: root.shown
            upright: root.upright
        }
    }

    Component {
        id: mediaBody

        MediaBody {
            office: root.office
            shown: root.shown
            media: root.media
            upright: root.upright
            margin: root.margin
        }
    }

    Ticker {
        id: ticker

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: footer.top
        margin: root.margin
        texts: root.shown.ticker
    }

    BoardFooter {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        margin: root.margin
        upright: root.upright
        qualityLine: root.office.qualityLine
        openWindows: root.shown.openWindows
    }
}
