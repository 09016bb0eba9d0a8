pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display
import Talon.Ui

// Pictures and videos of the office, one after the other: fitted, never distorted, never heard.
// What cannot be shown is passed over.
Rectangle {
    id: root

    // MediaPlaylist, or what is like it.
    required property var playlist
    // Stops and lets go of everything while it is not.
    property bool active: true
    readonly property bool showsPicture: root.active && root.playlist.kind === "picture"
    readonly property bool showsVideo: root.active && root.playlist.kind === "video"
    readonly property int turn: root.playlist.turn

    radius: Theme.radius
    color: Theme.boardSurface
    clip: true

    onTurnChanged: begin()
    onActiveChanged: begin()

    // The same picture again has its time again.
    function begin() {
        time.stop();
        if (root.showsPicture && picture.status === Image.Ready) {
            time.start();
        }
    }

    // Two, so that the one before stays until the next is there.
    Image {
        id: before

        anchors.fill: picture
        visible: root.active && picture.status === Image.Loading
        fillMode: Image.PreserveAspectFit
        asynchronous: true
        cache: false
        sourceSize: picture.sourceSize
    }

    Image {
        id: picture

        objectName: "picture"
        anchors.fill: parent
        visible: root.showsPicture
        fillMode: Image.PreserveAspectFit
        asynchronous: true
        cache: false
        // Read no larger than it is shown; a picture of a camera would take 200 MB.
        sourceSize: Qt.size(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
        source: root.showsPicture ? root.playlist.source : ""

        onStatusChanged: {
            if (status === Image.Ready) {
                root.begin();
            } else if (status === Image.Error && root.showsPicture) {
                Qt.callLater(root.playlist.skip, "the picture cannot be read");
            }
        }
    }

    Timer {
        id: time

        interval: Math.max(1, root.playlist.seconds) * 1000
        onTriggered: root.playlist.next()
    }

    VideoView {
        id: video

        objectName: "video"
        anchors.fill: parent
        visible: root.showsVideo
        source: root.showsVideo ? root.playlist.source : ""

        onEnded: Qt.callLater(root.goOn)
        onFailed: why => Qt.callLater(root.playlist.skip, why)
    }

    // The only video there is begins again.
    function goOn() {
        const was = root.playlist.source;
        root.playlist.next();
        if (root.showsVideo && root.playlist.source === was) {
            video.source = "";
            video.source = Qt.binding(() => root.showsVideo ? root.playlist.source : "");
        }
    }
}
