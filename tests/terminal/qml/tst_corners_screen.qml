import QtQuick
import QtTest
import Talon.Terminal

Item {
    width: 1080
    height: 1900

    CornersScreen {
        id: corners

        anchors.fill: parent
        said: "два из двух. Организация."
        focusText: "Организация"
        canTake: true
        offersLanguage: false
        number: ""
        language: "ru"
    }

    SignalSpy {
        id: touched

        target: corners
        signalName: "touched"
    }

    SignalSpy {
        id: ended

        target: corners
        signalName: "ended"
    }

    ScreenTest {
        name: "CornersScreen"
        screen: corners

        function init() {
            touched.clear();
            ended.clear();
        }

        // As Corner in terminal/speech: a hand finds them by the frame of the display.
        function test_the_very_corners_of_the_glass_are_the_buttons() {
            const far = Qt.point(corners.width - 1, corners.height - 1);
            mouseClick(corners, 1, 1);
            mouseClick(corners, far.x, 1);
            mouseClick(corners, 1, far.y);
            mouseClick(corners, far.x, far.y);
            compare(touched.signalArguments.map(each => each[0]), [0, 1, 2, 3]);
        }

        function test_elsewhere_the_way_is_told() {
            mouseClick(corners, corners.width / 2, 5);
            mouseClick(corners, 5, corners.height / 2);
            compare(touched.signalArguments.map(each => each[0]), [-1, -1]);
        }

        // Whoever feels for a corner rests on it.
        function test_a_hand_may_rest_on_a_corner_and_is_one_touch() {
            const finger = touchEvent(corners);
            finger.press(0, corners, 20, 20).commit();
            wait(1000);
            finger.release(0, corners, 20, 20).commit();
            compare(touched.signalArguments.map(each => each[0]), [0]);
        }

        function test_a_hand_that_feels_its_way_off_a_corner_touches_nothing() {
            const finger = touchEvent(corners);
            finger.press(0, corners, 20, 20).commit();
            finger.move(0, corners, 500, 950).commit();
            wait(50);
            finger.release(0, corners, 500, 950).commit();
            verify(touched.signalArguments.every(each => each[0] === -1));
        }

        function test_who_helps_reads_what_is_said() {
            verifyShown("два из двух. Организация.");
            verifyShown("Repeat");
            corners.offersLanguage = true;
            verifyShown("English");
            corners.language = "en";
            verifyShown("Русский");
            corners.number = "А015";
            verifyShown("А015");
        }

        function test_the_usual_screens_come_back_by_the_button_that_says_so() {
            tap("leaveSpoken");
            compare(ended.count, 1);
            compare(touched.count, 0);
        }
    }
}
