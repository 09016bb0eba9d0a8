import QtQuick
import QtTest
import Talon.Terminal
import Talon.Test
import Talon.Ui

// The rules of touch, on the whole terminal: whatever a hand does, it does one thing.
Item {
    id: root

    property Window window: null

    width: 200
    height: 200

    TerminalUnderTest {
        id: terminal
    }

    Component {
        id: main

        Main {
            app: terminal.app
            guide: terminal.guide
            width: 1080
            height: 1500
            visible: true
        }
    }

    SignalSpy {
        id: places

        target: terminal.app
        signalName: "screenChanged"
    }

    ScreenTest {
        name: "Main"
        screen: root.window === null ? root : root.window.contentItem

        function initTestCase() {
            root.window = main.createObject(root);
            root.window.requestActivate();
            tryVerify(() => root.window.active);
            terminal.showOffice();
            tryCompare(terminal.app, "screen", "segments");
        }

        function cleanupTestCase() {
            root.window.destroy();
        }

        function init() {
            terminal.app.staff.leave();
            terminal.app.goHome();
            if (terminal.app.access.spoken) {
                terminal.app.toggleAccess("spoken");
            }
            settle();
            tryVerify(() => root.window.settled);
        }

        function touch(finger: var, item: Item) {
            finger.press(0, item).commit();
            finger.release(0, item).commit();
        }

        function test_the_second_tap_of_a_double_tap_chooses_nothing_on_the_next_screen() {
            const button = findChild(screen, "segment-b2c");
            const finger = touchEvent(button);
            touch(finger, button);
            compare(terminal.app.screen, "services");
            // The same place once more, where by now something else can be seen.
            const place = button.mapToItem(null, button.width / 2, button.height / 2);
            wait(150);
            verify(!root.window.settled);
            const second = touchEvent(screen);
            second.press(0, screen, place.x, place.y).commit();
            second.release(0, screen, place.x, place.y).commit();
            compare(terminal.app.screen, "services");
        }

        function test_touches_count_for_nothing_while_one_screen_gives_way_to_another() {
            tap("segment-b2c");
            tryVerify(() => findChild(screen, "service-1").visible);
            verify(!root.window.settled);
            tap("service-1");
            tap("back");
            compare(terminal.app.screen, "services");
            tryVerify(() => root.window.settled);
            tap("service-1");
            compare(terminal.app.screen, "category");
        }

        function test_a_finger_that_came_before_the_change_does_nothing_after_it() {
            tap("segment-b2c");
            settle();
            const service = findChild(screen, "service-1");
            const finger = touchEvent(service);
            finger.press(0, service).commit();
            terminal.app.goBack();
            finger.release(0, service).commit();
            compare(terminal.app.screen, "segments");
        }

        function test_a_palm_does_at_most_one_thing() {
            tap("segment-b2c");
            settle();
            places.clear();
            const cards = [1, 2, 3, 4, 5].map(each => findChild(screen, "service-" + each));
            const palm = touchEvent(root.window.contentItem);
            cards.forEach((card, i) => palm.press(i, card));
            palm.commit();
            cards.forEach((card, i) => palm.release(i, card));
            palm.commit();
            verify(["services", "category"].includes(terminal.app.screen));
            verify(places.count <= 1);
        }

        function test_who_presses_long_is_understood() {
            const button = findChild(screen, "segment-b2c");
            const finger = touchEvent(button);
            finger.press(0, button).commit();
            wait(1200);
            compare(terminal.app.screen, "segments");
            finger.release(0, button).commit();
            compare(terminal.app.screen, "services");
        }

        function test_the_staff_comes_by_a_long_touch_of_the_drawing_in_the_header_only() {
            const sign = findChild(root.window, "staffDoor").parent;
            const header = sign.parent;
            const name = touchEvent(header);
            name.press(0, header, header.width / 2, header.height / 2).commit();
            wait(2700);
            name.release(0, header, header.width / 2, header.height / 2).commit();
            compare(terminal.app.staff.page, "");

            const finger = touchEvent(sign);
            touch(finger, sign);
            wait(300);
            compare(terminal.app.staff.page, "");
            finger.press(0, sign).commit();
            wait(2000);
            compare(terminal.app.staff.page, "");
            tryCompare(terminal.app.staff, "page", "pin");
            finger.release(0, sign).commit();
        }

        function test_the_staffs_screens_keep_touches_from_the_visitors() {
            const segment = findChild(screen, "segment-b2c");
            const place = segment.mapToItem(null, 5, 5);
            terminal.app.staff.open();
            settle();
            mouseClick(root.window.contentItem, place.x, place.y);
            compare(terminal.app.screen, "segments");
            tap("staffLeave");
            compare(terminal.app.staff.page, "");
        }

        function test_keys_lead_who_cannot_see_through_the_terminal() {
            terminal.app.toggleAccess("spoken");
            settle();
            keyClick(Qt.Key_5);
            compare(terminal.app.screen, "services");
            keyClick(Qt.Key_Escape);
            compare(terminal.app.screen, "segments");
            // The next one, too.
            terminal.app.toggleAccess("spoken");
            settle();
            terminal.app.toggleAccess("spoken");
            settle();
            keyClick(Qt.Key_6);
            keyClick(Qt.Key_5);
            compare(terminal.app.screen, "services");
        }

        function test_the_corners_lead_who_cannot_see_and_cover_everything_else() {
            terminal.app.toggleAccess("spoken");
            settle();
            const screen = root.window.contentItem;
            mouseClick(screen, screen.width - 5, screen.height - 5);
            compare(terminal.app.screen, "services");
            verify(terminal.guide.said.length > 0);
            tap("leaveSpoken");
            verify(!terminal.app.access.spoken);
        }
    }
}
