import QtQuick
import QtTest
import Talon.Display
import Talon.Ui

Item {
    id: root

    width: 1920
    height: 1920

    ListModel {
        id: calls
    }

    ListModel {
        id: earlier

        Component.onCompleted: {
            for (let i = 0; i < 12; ++i) {
                append({number: "Б0" + (10 + i), window: String(i + 1), fresh: false, arrow: "",
                        place: ""});
            }
        }
    }

    ListModel {
        id: waiting

        ListElement {
            name: "Заключить или изменить договор энергоснабжения"
            waiting: 128; waitFrom: 40; waitTo: 60; next: "А016"
        }
        ListElement {
            name: "Передать показания счётчика"
            waiting: 4; waitFrom: 0; waitTo: 10; next: ""
        }
    }

    QtObject {
        id: office

        property string officeName: "Энгельсский центр обслуживания клиентов"
        property string qualityLine: "8 800 000-00-00"
        property string dateText: "воскресенье, 27 сентября"
        property string timeText: "10:42"
        property string opensDate: "среда, 25 ноября"
        property string opensTime: "08:00"
        property bool old: true
        property string lostTime: "10:42"
    }

    QtObject {
        id: shown

        property string layout: "hall"
        property string scene: "calls"
        property string openWindows: "1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15"
        property int waiting: 132
        property bool waits: true
        property bool next: false
        property var ticker: []
        property var present: calls
        property var recent: earlier
        property var queues: waiting
    }

    Board {
        id: board

        office: office
        shown: shown
        media: QtObject {
            property int count: 0
        }
    }

    TestCase {
        name: "Board"
        when: windowShown

        function visibleTexts(item) {
            const texts = [];
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                if (child.visible && child.contentWidth !== undefined && child.text) {
                    texts.push(child);
                }
                if (child.visible) {
                    texts.push(...visibleTexts(child));
                }
            }
            return texts;
        }

        function test_everything_is_inside_data() {
            const rows = [];
            for (const size of [[1920, 1080], [1080, 1920], [1280, 720], [720, 1280]]) {
                for (const scene of ["calls", "welcome", "closed", "connecting"]) {
                    rows.push({tag: scene + " " + size[0] + "x" + size[1],
                               width: size[0], height: size[1], scene: scene});
                }
            }
            return rows;
        }

        function test_everything_is_inside(data) {
            board.width = data.width;
            board.height = data.height;
            shown.scene = data.scene;
            Theme.scale = Math.min(data.width, data.height) / 1080;
            calls.clear();
            if (data.scene === "calls") {
                calls.append({number: "А015", window: "5", fresh: true, arrow: "", place: ""});
            }
            wait(400);
            const texts = visibleTexts(board);
            verify(texts.length > 8);
            for (const text of texts) {
                const at = text.mapToItem(board, 0, 0);
                verify(at.x >= -1 && at.x + text.width <= board.width + 1, text.text);
                verify(at.y >= -1 && at.y + text.contentHeight <= board.height + 1, text.text);
                verify(text.contentWidth <= text.width + 1, text.text + " is too wide");
                verify(text.contentHeight <= text.parent.height + 1, text.text + " is too high");
                verify(text.font.pixelSize >= 15, text.text + " is too small");
            }
        }

        function test_the_latest_of_the_earlier_calls_is_at_the_top() {
            board.width = 1920;
            board.height = 1080;
            Theme.scale = 1;
            earlier.insert(0, {number: "Ж777", window: "9", fresh: false, arrow: "", place: ""});
            wait(400);
            const rows = visibleTexts(board).filter(text => text.text.startsWith("Б0")
                || text.text === "Ж777");
            const latest = rows.filter(text => text.text === "Ж777");
            compare(latest.length, 1);
            const top = latest[0].mapToItem(board, 0, 0).y;
            verify(rows.every(row => row.mapToItem(board, 0, 0).y >= top));
            earlier.remove(0);
        }

        function test_a_ticker_takes_room_only_when_it_has_something_to_say() {
            board.width = 1920;
            board.height = 1080;
            Theme.scale = 1;
            const ticker = findChild(board, "ticker");
            shown.ticker = [];
            tryCompare(ticker, "visible", false);
            shown.ticker = ["Показания — до 25 числа"];
            tryCompare(ticker, "visible", true);
            compare(ticker.text, "Показания — до 25 числа");
            shown.ticker = [];
        }
    }
}
