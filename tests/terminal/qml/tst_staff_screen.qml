import QtQuick
import QtTest
import Talon.Terminal
import Talon.Test

// The staff's screens over a desk whose controller says what the test wants.
Item {
    width: 1080
    height: 1500

    TerminalUnderTest {
        id: terminal
    }

    StaffScreen {
        id: staff

        anchors.fill: parent
        desk: terminal.app.staff
        language: terminal.app.language
    }

    SignalSpy {
        id: language

        target: staff
        signalName: "languageChosen"
    }

    ScreenTest {
        name: "StaffScreen"
        screen: staff

        function initTestCase() {
            terminal.showOffice();
            tryCompare(terminal.app, "screen", "segments");
        }

        function init() {
            terminal.app.staff.leave();
            terminal.letStaffIn();
            terminal.app.staff.open();
            settle();
        }

        function signIn() {
            for (const key of "4711") {
                tap("key-" + key);
            }
            tap("key-done");
            tryCompare(terminal.app.staff, "page", "menu");
            settle();
        }

        function test_a_pin_opens_the_menu_of_the_one_whose_it_is() {
            signIn();
            verifyShown("Staff: Иванова Анна");
            verify(isOffered("staff-issue"));
        }

        function test_a_wrong_pin_is_said_and_the_next_can_be_typed() {
            terminal.letNobodyIn();
            for (const key of "0000") {
                tap("key-" + key);
            }
            tap("key-done");
            tryVerify(() => readable(staff).some(each => each.includes("is not known")));
            verify(isOffered("key-1"));
        }

        function test_pages_follow_each_other_and_lead_back() {
            signIn();
            tap("staff-tickets");
            tryCompare(terminal.app.staff, "page", "tickets");
            waitForRendering(staff);
            tap("ticket-А015");
            waitForRendering(staff);
            tap("reprint");
            verifyShown("Printing А015");
            tap("staffToTickets");
            tryCompare(terminal.app.staff, "page", "tickets");
            waitForRendering(staff);
            tap("staffToMenu");
            compare(terminal.app.staff.page, "menu");
            waitForRendering(staff);
            tap("staff-devices");
            verifyShown("Ticket printer");
        }

        function test_leaving_takes_one_touch_from_everywhere() {
            signIn();
            tap("staffLeave");
            compare(terminal.app.staff.page, "");
            compare(terminal.app.staff.staffName, "");
        }

        function test_the_staff_works_in_its_own_language() {
            tap("language-en");
            compare(language.signalArguments.map(each => each[0]), ["en"]);
        }

        function test_no_touch_goes_through_to_the_visitors_screens() {
            verify(staff.children.length > 0);
            mouseClick(staff, staff.width / 2, staff.height - 5);
            compare(terminal.app.screen, "segments");
        }
    }
}
