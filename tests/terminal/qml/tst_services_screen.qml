import QtQuick
import QtTest
import Talon.Terminal
import Talon.Ui

Item {
    id: root

    width: 1080
    height: 1500

    ListModel {
        id: many

        Component.onCompleted: {
            for (let i = 1; i <= 30; ++i) {
                append({ choiceId: i, isGroup: false, name: "Услуга " + i, icon: "meter",
                         waiting: i % 3,
                         waitFrom: 0, waitTo: 5 * (i % 3), closed: i === 2 ? "lastTicket" : "",
                         opensDate: "", opensTime: i === 2 ? "14:00" : "" });
            }
        }
    }

    ServicesScreen {
        id: screen

        anchors.fill: parent
        services: many
        groupName: ""
        place: "services"
        paperReady: true
    }

    ListModel {
        id: branches

        ListElement {
            choiceId: 2
            isGroup: true
            name: "Договоры"
            icon: ""
            waiting: 0
            waitFrom: 0
            waitTo: 0
            closed: ""
            opensDate: ""
            opensTime: ""
        }
    }

    SignalSpy {
        id: opened

        target: screen
        signalName: "opened"
    }

    SignalSpy {
        id: chosen

        target: screen
        signalName: "chosen"
    }

    TestCase {
        name: "ServicesScreen"
        when: windowShown

        function init() {
            wait(Theme.settleMs + 50);
            screen.page = 0;
            chosen.clear();
        }

        function test_a_tap_chooses_the_service() {
            mouseClick(findChild(screen, "service-2"));
            compare(chosen.count, 1);
            compare(chosen.signalArguments[0][0], 2);
        }

        function test_a_tap_on_a_branch_opens_it() {
            screen.services = branches;
            mouseClick(findChild(screen, "group-2"));
            screen.services = many;
            compare(chosen.count, 0);
            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], 2);
        }

        function test_another_branch_begins_at_its_first_page() {
            screen.page = 1;
            screen.place = "services/2";
            compare(screen.page, 0);
        }

        function test_services_that_do_not_fit_are_on_further_pages() {
            verify(screen.pages > 1);
            const seen = [];
            for (let page = 0; page < screen.pages; ++page) {
                for (let i = 1; i <= 30; ++i) {
                    const card = findChild(screen, "service-" + i);
                    if (card.visible) {
                        seen.push(i);
                        verify(card.height >= Theme.touchHeight);
                        verify(card.y + card.height <= screen.height);
                    }
                }
                mouseClick(findChild(screen, "moreServices"));
                wait(Theme.settleMs + 50);
            }
            compare(seen.length, 30);
            compare(screen.page, 0);
        }

        function test_two_fingers_on_two_services_choose_no_third() {
            const fingers = touchEvent(screen);
            const one = findChild(screen, "service-1");
            const two = findChild(screen, "service-2");
            fingers.press(0, one).press(1, two).commit();
            fingers.release(0, one).release(1, two).commit();
            verify(chosen.count <= 2);
            for (let i = 0; i < chosen.count; ++i) {
                verify([1, 2].includes(chosen.signalArguments[i][0]));
            }
        }
    }
}
