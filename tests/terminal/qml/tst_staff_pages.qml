import QtQuick
import QtTest
import Talon.Terminal

Item {
    id: root

    width: 1080
    height: 1500

    ListModel {
        id: someTickets

        ListElement {
            visit: 17
            number: "А015"
            service: "Замена счётчика"
            time: "10:05"
            priority: true
        }
        ListElement {
            visit: 16
            number: "Б003"
            service: "Оплата"
            time: "10:01"
            priority: false
        }
    }

    ListModel {
        id: none
    }

    ListModel {
        id: someCategories

        ListElement { choiceId: 3; name: "Беременная женщина" }
        ListElement { choiceId: 4; name: "Инвалид первой группы" }
    }

    // Each page alone, as large as the display.
    component Page: Item {
        property bool shown: false

        anchors.fill: parent
        visible: shown
    }

    Page {
        shown: pinTest.running

        StaffPin {
            id: pin

            anchors.fill: parent
            busy: false
            portrait: true
        }
    }

    Page {
        shown: menuTest.running

        StaffMenu {
            id: menu

            anchors.fill: parent
            portrait: true
            busy: false
        }
    }

    Page {
        shown: ticketsTest.running

        StaffTickets {
            id: tickets

            anchors.fill: parent
            tickets: someTickets
        }
    }

    Page {
        shown: ticketTest.running

        StaffTicket {
            id: ticket

            anchors.fill: parent
            number: "А015"
            service: "Замена счётчика"
            time: "10:05"
            category: 0
            categories: someCategories
            busy: false
        }
    }

    Page {
        shown: devicesTest.running

        StaffDevices {
            id: devices

            anchors.fill: parent
            busy: false
            devices: []
        }
    }

    Page {
        shown: bannerTest.running

        StaffBanner {
            id: banner

            width: parent.width
            staffName: "Иванова Анна"
        }
    }

    SignalSpy {
        id: entered

        target: pin
        signalName: "entered"
    }

    SignalSpy {
        id: action

        target: menu
        signalName: "chosen"
    }

    SignalSpy {
        id: ticketChosen

        target: tickets
        signalName: "chosen"
    }

    SignalSpy {
        id: categoryChosen

        target: ticket
        signalName: "categoryChosen"
    }

    SignalSpy {
        id: reprint

        target: ticket
        signalName: "reprint"
    }

    SignalSpy {
        id: testPrint

        target: devices
        signalName: "testPrint"
    }

    SignalSpy {
        id: ended

        target: banner
        signalName: "ended"
    }

    ScreenTest {
        id: pinTest

        name: "StaffPin"
        screen: pin

        function init() {
            pin.typed = "";
            entered.clear();
            settle();
        }

        function type(keys: string) {
            for (const key of keys) {
                tap("key-" + key);
            }
        }

        function test_a_pin_has_four_to_eight_digits() {
            type("123");
            tap("key-done");
            compare(entered.count, 0);
            type("456789");
            tap("key-done");
            compare(entered.signalArguments.map(each => each[0]), ["12345678"]);
        }

        function test_who_looks_over_a_shoulder_sees_dots() {
            type("4711");
            verifyShown("●●●●");
            verifyNotShown("4711");
        }

        function test_nothing_of_a_pin_stays_when_it_was_entered() {
            type("4711");
            tap("key-done");
            compare(pin.typed, "");
            verifyNotShown("●");
        }

        function test_one_pin_at_a_time_is_asked_about() {
            type("4711");
            pin.busy = true;
            tap("key-done");
            compare(entered.count, 0);
            pin.busy = false;
        }

        function test_letters_are_in_no_pin() {
            verify(!isOffered("key-letters"));
        }
    }

    ScreenTest {
        id: menuTest

        name: "StaffMenu"
        screen: menu

        readonly property list<string> actions: ["issue", "tickets", "devices", "testPrint",
            "restart"]

        function test_everything_is_chosen_by_its_name() {
            for (const each of actions) {
                tap("staff-" + each);
            }
            compare(action.signalArguments.map(each => each[0]), actions);
        }

        function test_nothing_can_be_chosen_while_something_is_under_way() {
            menu.busy = true;
            compare(offeredOf(actions.map(each => "staff-" + each)), "");
            menu.busy = false;
        }
    }

    ScreenTest {
        id: ticketsTest

        name: "StaffTickets"
        screen: tickets

        function test_a_ticket_is_found_by_its_number_service_and_time() {
            verifyShown("А015");
            verifyShown("Оплата");
            verifyShown("10:01");
            tap("ticket-Б003");
            compare(ticketChosen.signalArguments.map(each => each[0]), [16]);
        }

        function test_a_day_without_tickets_says_so() {
            verifyNotShown("No tickets yet");
            tickets.tickets = none;
            verifyShown("No tickets yet today");
            tickets.tickets = someTickets;
        }
    }

    ScreenTest {
        id: ticketTest

        name: "StaffTicket"
        screen: ticket

        function test_a_copy_is_one_touch_away() {
            verifyShown("Замена счётчика · 10:05");
            tap("reprint");
            compare(reprint.count, 1);
        }

        function test_a_category_is_set_or_taken_away() {
            tap("setCategory-4");
            tap("setCategory-0");
            compare(categoryChosen.signalArguments.map(each => each[0]), [4, 0]);
        }

        function test_the_present_category_is_marked() {
            const look = name => String(findChild(ticket, name).color);
            const marked = look("setCategory-0");
            verify(look("setCategory-3") !== marked);
            ticket.category = 3;
            compare(look("setCategory-3"), marked);
            verify(look("setCategory-0") !== marked);
            ticket.category = 0;
        }

        function test_the_answer_is_waited_for() {
            ticket.busy = true;
            compare(offeredOf(["reprint", "setCategory-0", "setCategory-3"]), "");
            verify(isOffered("staffToTickets"));
            ticket.busy = false;
        }
    }

    ScreenTest {
        id: devicesTest

        name: "StaffDevices"
        screen: devices

        function test_every_state_of_a_device_is_said_in_words_data() {
            return [
                { tag: "ready", text: "Works" },
                { tag: "paperLow", text: "Little paper left" },
                { tag: "paperOut", text: "No paper" },
                { tag: "coverOpen", text: "The cover is open" },
                { tag: "cutterFault", text: "The cutter is stuck" },
                { tag: "fault", text: "switch it off and on" },
                { tag: "notAnswering", text: "Does not answer" },
                { tag: "gone", text: "Not connected" },
                { tag: "none", text: "There is none" },
                { tag: "handingOver", detail: "3", text: "Tickets to hand over: 3" }
            ];
        }

        function test_every_state_of_a_device_is_said_in_words(data) {
            devices.devices = [{ what: "printer", state: data.tag, detail: data.detail ?? "",
                                 good: data.tag === "ready" }];
            verifyShown("Ticket printer");
            verifyShown(data.text);
        }

        function test_the_version_is_told() {
            devices.devices = [{ what: "version", state: "", detail: "0.1.0", good: true }];
            verifyShown("0.1.0");
        }

        function test_a_page_to_try_the_printer_is_one_touch_away() {
            tap("testPrint");
            compare(testPrint.count, 1);
        }
    }

    ScreenTest {
        id: bannerTest

        name: "StaffBanner"
        screen: banner

        function test_who_gives_a_ticket_is_named_and_goes_back_by_one_touch() {
            verifyShown("Иванова Анна");
            tap("staffIssuingBack");
            compare(ended.count, 1);
        }
    }
}
