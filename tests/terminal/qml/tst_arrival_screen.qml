import QtQuick
import QtTest
import Talon.Terminal

Item {
    width: 1080
    height: 1500

    ArrivalScreen {
        id: arrival

        anchors.fill: parent
        appointment: "unknown"
        service: "Замена счётчика"
        date: "четверг, 26 ноября"
        time: "13:10"
        opensAt: "12:10"
        number: "В004"
        usualOffered: true
    }

    SignalSpy {
        id: anyway

        target: arrival
        signalName: "anyway"
    }

    SignalSpy {
        id: usual

        target: arrival
        signalName: "usual"
    }

    SignalSpy {
        id: again

        target: arrival
        signalName: "again"
    }

    ScreenTest {
        name: "ArrivalScreen"
        screen: arrival

        // Who cannot simply check in is told why, and offered what they can do instead.
        function test_each_appointment_has_its_words_and_its_ways_on_data() {
            return [
                { tag: "late", text: "13:10", offered: "checkInAnyway" },
                { tag: "early", text: "from 12:10 on", offered: "usualTicket" },
                { tag: "wrongDay", text: "четверг, 26 ноября at 13:10", offered: "usualTicket" },
                { tag: "wrongOffice", text: "another office", offered: "usualTicket" },
                { tag: "cancelled", text: "was cancelled", offered: "usualTicket" },
                { tag: "alreadyHere", text: "В004", offered: "" },
                { tag: "unknown", text: "no such booking", offered: "tryAgain usualTicket" },
                { tag: "notABooking", text: "not the code of a booking",
                  offered: "tryAgain usualTicket" }
            ];
        }

        function test_each_appointment_has_its_words_and_its_ways_on(data) {
            arrival.appointment = data.tag;
            verifyShown(data.text);
            compare(offeredOf(["checkInAnyway", "tryAgain", "usualTicket"]), data.offered);
        }

        function test_each_button_does_what_it_says() {
            arrival.appointment = "late";
            waitForRendering(arrival);
            tap("checkInAnyway");
            arrival.appointment = "unknown";
            waitForRendering(arrival);
            tap("tryAgain");
            tap("usualTicket");
            compare([anyway.count, again.count, usual.count], [1, 1, 1]);
        }

        function test_where_there_are_no_usual_tickets_none_is_offered() {
            arrival.appointment = "unknown";
            arrival.usualOffered = false;
            compare(offeredOf(["checkInAnyway", "tryAgain", "usualTicket"]), "tryAgain");
            arrival.usualOffered = true;
        }
    }
}
