import QtQuick
import QtTest
import Talon.Terminal
import Talon.Ui

Item {
    id: root

    width: 1080
    height: 1500

    CheckInScreen {
        id: screen

        anchors.fill: parent
        current: true
        scannerReady: true
    }

    SignalSpy {
        id: entered

        target: screen
        signalName: "entered"
    }

    TestCase {
        name: "CheckInScreen"
        when: windowShown

        function init() {
            screen.current = false;
            screen.current = true;
            entered.clear();
            wait(Theme.settleMs + 50);
        }

        function type(keys: string) {
            for (const key of keys) {
                mouseClick(findChild(screen, "key-" + key));
            }
        }

        function test_digits_are_typed_as_fast_as_fingers_are() {
            type("0011");
            compare(screen.typed, "0011");
            mouseClick(findChild(screen, "key-done"));
            compare(entered.count, 1);
            compare(entered.signalArguments[0][0], "0011");
        }

        function test_nothing_goes_out_before_there_are_four() {
            type("041");
            mouseClick(findChild(screen, "key-done"));
            compare(entered.count, 0);
            mouseClick(findChild(screen, "key-erase"));
            compare(screen.typed, "04");
        }

        function test_a_code_with_letters_can_be_typed() {
            type("7");
            mouseClick(findChild(screen, "key-letters"));
            waitForRendering(screen);
            type("KM");
            mouseClick(findChild(screen, "key-letters"));
            waitForRendering(screen);
            type("3");
            compare(screen.typed, "7KM3");
        }

        function test_what_one_visitor_typed_is_gone_for_the_next() {
            type("0417");
            screen.current = false;
            screen.current = true;
            compare(screen.typed, "");
        }

        function test_more_than_a_code_is_not_taken() {
            type("1234567890123");
            compare(screen.typed.length, screen.charactersMax);
        }
    }
}
