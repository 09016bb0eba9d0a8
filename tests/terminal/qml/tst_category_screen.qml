import QtQuick
import QtTest
import Talon.Terminal
import Talon.Ui

Item {
    id: root

    width: 1080
    height: 1500

    ListModel {
        id: categories

        ListElement { choiceId: 3; name: "Беременная женщина" }
        ListElement { choiceId: 4; name: "С ребёнком до трёх лет" }
    }

    CategoryScreen {
        id: screen

        anchors.fill: parent
        categories: categories
    }

    SignalSpy {
        id: answered

        target: screen
        signalName: "answered"
    }

    TestCase {
        name: "CategoryScreen"
        when: windowShown

        function init() {
            wait(Theme.settleMs + 50);
            answered.clear();
        }

        function test_the_common_answer_is_the_largest_button() {
            const none = findChild(screen, "noCategory");
            verify(none.height >= findChild(screen, "category-3").height * 0.9);
            mouseClick(none);
            compare(answered.count, 1);
            compare(answered.signalArguments[0][0], 0);
        }

        function test_a_category_is_answered_by_its_id() {
            mouseClick(findChild(screen, "category-4"));
            compare(answered.count, 1);
            compare(answered.signalArguments[0][0], 4);
        }
    }
}
