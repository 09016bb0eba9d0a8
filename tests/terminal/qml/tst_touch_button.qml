import QtQuick
import QtTest
import Talon.Ui

Item {
    id: root

    width: 600
    height: 400

    TouchButton {
        id: button

        x: 50
        y: 50
        width: 300
        height: 100
        text: "Взять талон"
    }

    SignalSpy {
        id: taps

        target: button
        signalName: "tapped"
    }

    TestCase {
        name: "TouchButton"
        when: windowShown

        function init() {
            // As long as the button needs to take the next tap.
            wait(Theme.settleMs + 50);
            button.enabled = true;
            taps.clear();
        }

        function test_a_finger_put_down_shows_at_once() {
            const finger = touchEvent(button);
            const plain = String(button.color);
            finger.press(0, button, 20, 20).commit();
            verify(button.pressed);
            verify(String(button.color) !== plain);
            compare(taps.count, 0);
            finger.release(0, button, 20, 20).commit();
            verify(!button.pressed);
            compare(taps.count, 1);
        }

        function test_a_double_tap_is_one_tap() {
            const finger = touchEvent(button);
            for (let i = 0; i < 2; ++i) {
                finger.press(0, button, 20, 20).commit();
                finger.release(0, button, 20, 20).commit();
            }
            compare(taps.count, 1);
        }

        function test_a_mouse_double_click_is_one_tap() {
            mouseDoubleClickSequence(button);
            compare(taps.count, 1);
        }

        function test_two_fingers_are_one_tap() {
            const fingers = touchEvent(button);
            fingers.press(0, button, 20, 20).commit();
            fingers.stationary(0).press(1, button, 200, 50).commit();
            fingers.stationary(0).release(1, button, 200, 50).commit();
            fingers.release(0, button, 20, 20).commit();
            verify(taps.count <= 1);
        }

        function test_a_palm_is_at_most_one_tap() {
            const palm = touchEvent(button);
            for (let i = 0; i < 5; ++i) {
                palm.press(i, button, 40 * i + 20, 20 + 10 * i);
            }
            palm.commit();
            for (let i = 0; i < 5; ++i) {
                palm.release(i, button, 40 * i + 20, 20 + 10 * i);
            }
            palm.commit();
            verify(taps.count <= 1);
        }

        // Qt's own handlers take it for something else, and the visitor waits for nothing.
        function test_a_finger_that_rests_is_one_tap() {
            const finger = touchEvent(button);
            finger.press(0, button, 20, 20).commit();
            wait(1000);
            compare(taps.count, 0);
            finger.release(0, button, 20, 20).commit();
            compare(taps.count, 1);
        }

        function test_a_finger_that_slides_away_taps_nothing() {
            const finger = touchEvent(button);
            finger.press(0, button, 20, 20).commit();
            finger.move(0, button, 20, 250).commit();
            // Moves are delivered with the next frame.
            tryCompare(button, "pressed", false);
            finger.release(0, button, 20, 250).commit();
            compare(taps.count, 0);
        }

        function test_a_finger_on_a_button_that_goes_dead_taps_nothing() {
            const finger = touchEvent(button);
            finger.press(0, button, 20, 20).commit();
            button.enabled = false;
            finger.release(0, button, 20, 20).commit();
            compare(taps.count, 0);
        }

        function test_it_can_be_tapped_again_later() {
            mouseClick(button);
            wait(Theme.settleMs + 50);
            mouseClick(button);
            compare(taps.count, 2);
        }
    }
}
