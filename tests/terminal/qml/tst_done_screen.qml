import QtQuick
import QtTest
import Talon.Terminal
import Talon.Ui

Item {
    id: root

    width: 1080
    height: 1500

    DoneScreen {
        id: screen

        anchors.fill: parent
        current: true
        number: "А015"
        service: "Замена счётчика"
        peopleAhead: 0
        alone: false
        waitFrom: 0
        waitTo: 10
        paper: "notReported"
        patienceMs: 10000
    }

    SignalSpy {
        id: finished

        target: screen
        signalName: "finished"
    }

    TestCase {
        name: "DoneScreen"
        when: windowShown

        function test_the_number_is_the_largest_thing() {
            const number = findChild(screen, "ticketNumber");
            compare(number.text, "А015");
            verify(number.font.pixelSize >= 4 * Theme.text);
        }

        // "Take your ticket" may be said only when the printer said that there is one.
        function test_it_says_what_the_printer_said_data() {
            return [
                { tag: "notReported", icon: "ticket", text: "Your ticket is being printed…" },
                { tag: "printed", icon: "ticket", text: "Take your ticket below" },
                { tag: "unknown", icon: "warning", text: "did not confirm" },
                { tag: "onScreen", icon: "warning", text: "could not be printed" }
            ];
        }

        function test_it_says_what_the_printer_said(data) {
            screen.paper = data.tag;
            const step = findChild(screen, "paperStep");
            verify(step.text.includes(data.text), step.text);
            compare(step.icon, data.icon);
        }

        function test_done_ends_it_once() {
            finished.clear();
            mouseDoubleClickSequence(findChild(screen, "finish"));
            compare(finished.count, 1);
        }
    }
}
