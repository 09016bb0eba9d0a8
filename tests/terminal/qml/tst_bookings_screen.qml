import QtQuick
import QtTest
import Talon.Terminal

Item {
    width: 1080
    height: 1500

    ListModel {
        id: three

        ListElement { choiceId: 7; name: "Замена счётчика"; opensTime: "10:10"; opensDate: "" }
        ListElement { choiceId: 8; name: "Замена счётчика"; opensTime: "11:30"; opensDate: "" }
        ListElement {
            choiceId: 9
            name: "Заключить договор"
            opensTime: "09:00"
            opensDate: "среда, 25 ноября"
        }
    }

    BookingsScreen {
        id: bookings

        anchors.fill: parent
        bookings: three
    }

    SignalSpy {
        id: chosen

        target: bookings
        signalName: "chosen"
    }

    ScreenTest {
        name: "BookingsScreen"
        screen: bookings

        function test_bookings_are_told_apart_by_their_times_and_days() {
            verifyShown("10:10");
            verifyShown("11:30");
            verifyShown("среда, 25 ноября");
            tap("booking-8");
            compare(chosen.count, 1);
            compare(chosen.signalArguments[0][0], 8);
        }
    }
}
