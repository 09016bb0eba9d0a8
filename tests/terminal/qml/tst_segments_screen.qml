import QtQuick
import QtTest
import Talon.Terminal

Item {
    width: 1080
    height: 1500

    SegmentsScreen {
        id: segments

        anchors.fill: parent
        paperReady: true
        checkInOffered: false
    }

    SignalSpy {
        id: chosen

        target: segments
        signalName: "chosen"
    }

    SignalSpy {
        id: checkIn

        target: segments
        signalName: "checkIn"
    }

    ScreenTest {
        name: "SegmentsScreen"
        screen: segments

        function test_a_visitor_comes_for_themselves_or_for_a_company() {
            tap("segment-b2c");
            tap("segment-b2b");
            compare(chosen.signalArguments.map(each => each[0]), ["b2c", "b2b"]);
        }

        function test_checking_in_is_offered_where_times_can_be_booked() {
            verify(!isOffered("checkIn"));
            segments.checkInOffered = true;
            waitForRendering(segments);
            tap("checkIn");
            compare(checkIn.count, 1);
        }

        function test_a_printer_without_paper_is_told_before_anything_is_chosen() {
            verifyNotShown("cannot be printed");
            segments.paperReady = false;
            verifyShown("remember it");
            verify(isOffered("segment-b2c"));
            segments.paperReady = true;
        }
    }
}
