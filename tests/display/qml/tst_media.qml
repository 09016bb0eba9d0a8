import QtQuick
import QtTest
import Talon.Display
import Talon.Ui

Item {
    id: root

    width: 800
    height: 450

    QtObject {
        id: list

        property int count: 1
        property string kind: ""
        property url source: ""
        property int seconds: 1
        property int turn: 0
        property int nexts: 0
        property var skipped: []

        function next() {
            ++nexts;
            ++turn;
        }

        function skip(why) {
            skipped = skipped.concat([why]);
        }
    }

    MediaBox {
        id: box

        anchors.fill: parent
        playlist: list
    }

    TestCase {
        name: "MediaBox"
        when: windowShown

        function show(kind, source) {
            list.source = source;
            list.kind = kind;
            ++list.turn;
        }

        function init() {
            list.kind = "";
            list.nexts = 0;
            list.skipped = [];
            list.seconds = 1;
        }

        function test_a_picture_has_its_time_and_keeps_its_shape() {
            show("picture", Qt.resolvedUrl("../../../docs/pictures/display.png"));
            const picture = findChild(box, "picture");
            tryCompare(picture, "status", Image.Ready);
            compare(picture.fillMode, Image.PreserveAspectFit);
            verify(picture.implicitWidth <= 800, "read no larger than it is shown");
            tryCompare(list, "nexts", 1, 3000);
            tryCompare(list, "nexts", 2, 3000);
        }

        function test_a_broken_picture_is_passed_over() {
            show("picture", Qt.resolvedUrl("tst_media.qml"));
            tryVerify(() => list.skipped.length === 1, 3000);
            compare(list.nexts, 0);
        }

        function test_a_video_is_seen_and_gives_way_at_its_end_data() {
            return [{tag: "clip.mp4"}, {tag: "clip.webm"}];
        }

        function test_a_video_is_seen_and_gives_way_at_its_end(row) {
            show("video", Qt.resolvedUrl("../media/" + row.tag));
            const video = findChild(box, "video");
            tryCompare(video, "hasPicture", true, 10000);
            verify(video.visible);
            tryVerify(() => list.nexts > 0, 10000);
            compare(list.skipped.length, 0);
            list.kind = "";
            tryCompare(video, "hasPicture", false);
        }

        function test_a_broken_video_is_passed_over() {
            show("video", Qt.resolvedUrl("tst_media.qml"));
            tryVerify(() => list.skipped.length > 0, 10000);
        }

        function test_nothing_is_held_while_it_is_not_active() {
            show("picture", Qt.resolvedUrl("../../../docs/pictures/display.png"));
            const picture = findChild(box, "picture");
            tryCompare(picture, "status", Image.Ready);
            box.active = false;
            compare(picture.source.toString(), "");
            box.active = true;
            tryCompare(picture, "status", Image.Ready);
        }
    }
}
