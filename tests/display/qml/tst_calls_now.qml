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

    CallsNow {
        id: now

        width: 1190
        height: 812
        calls: calls
    }

    TestCase {
        name: "CallsNow"
        when: windowShown

        function init() {
            calls.clear();
            Theme.scale = 1;
        }

        function fill(count, number, place) {
            for (let i = 0; i < count; ++i) {
                calls.insert(0, {number: number, window: place, fresh: i === count - 1,
                                 arrow: "", place: ""});
            }
        }

        function cards() {
            return Array.from(now.children).filter(each => each.number !== undefined);
        }

        function atRest() {
            return cards().every(card => card.scale === 1 && card.opacity === 1);
        }

        function settle(count) {
            tryVerify(() => cards().length === count && atRest(), 3000);
            wait(Theme.motionMs + 100);
        }

        function test_no_card_covers_another_data() {
            const sizes = [[1190, 812], [1010, 1060], [790, 530]];
            const rows = [];
            for (const size of sizes) {
                for (const count of [1, 3, 8, 24, 40]) {
                    rows.push({tag: count + " in " + size[0] + "x" + size[1],
                               count: count, width: size[0], height: size[1]});
                }
            }
            return rows;
        }

        function test_no_card_covers_another(data) {
            now.width = data.width;
            now.height = data.height;
            fill(data.count, "А015", "5");
            settle(data.count);
            const all = cards();
            for (const card of all) {
                verify(card.x >= -0.5 && card.y >= -0.5);
                verify(card.x + card.width <= now.width + 0.5, "within the width");
                verify(card.y + card.height <= now.height + 0.5, "within the height");
                verify(card.width > 120 && card.height > 30, "large enough to read");
                for (const other of all) {
                    if (other !== card) {
                        const apart = card.x + card.width <= other.x + 0.5
                            || other.x + other.width <= card.x + 0.5
                            || card.y + card.height <= other.y + 0.5
                            || other.y + other.height <= card.y + 0.5;
                        verify(apart, "a card lies over another one");
                    }
                }
            }
        }

        function test_texts_stay_inside_data() {
            const rows = [];
            for (const size of [[1190, 812], [1010, 1060]]) {
                for (const count of [1, 3, 24]) {
                    for (const text of [["А015", "5"], ["Ж8888", "12А"], ["ЮЛ-0999", "Касса 12"]]) {
                        rows.push({tag: text[0] + " of " + count + " in " + size[0],
                                   count: count, width: size[0], height: size[1],
                                   number: text[0], place: text[1]});
                    }
                }
            }
            return rows;
        }

        function test_texts_stay_inside(data) {
            now.width = data.width;
            now.height = data.height;
            fill(data.count, data.number, data.place);
            settle(data.count);
            for (const card of cards()) {
                for (const name of ["number", "window"]) {
                    const text = findChild(card, name);
                    const place = text.mapToItem(card, 0, 0);
                    verify(text.width > 0);
                    verify(place.x >= 0 && place.x + text.width <= card.width + 0.5,
                           name + " is too wide");
                    // Figures take 0.727 of the line that they stand in.
                    const spare = (text.height - text.font.pixelSize * 0.727) / 2;
                    verify(place.y + spare >= 0 && place.y + text.height - spare <= card.height,
                           name + " is too high");
                }
                const number = findChild(card, "number");
                const place = findChild(card, "window");
                verify(card.stacked || number.x + number.width <= place.x, "texts run together");
            }
        }

        // Sixteen arc minutes at fifteen metres from a 55 inch screen need 70 mm: 110 of 1080
        // pixels' height; Inter's capitals have 0.727 of the type size.
        function test_up_to_four_calls_are_read_at_fifteen_metres() {
            now.width = 1190;
            now.height = 812;
            for (let count = 1; count <= 4; ++count) {
                calls.clear();
                fill(count, "А015", "5");
                settle(count);
                for (const card of cards()) {
                    const text = findChild(card, "number");
                    const capital = text.font.pixelSize * 0.727;
                    verify(capital >= 110, count + " calls: " + capital + " pixels");
                }
            }
        }

        function test_a_new_call_stands_out_and_swells_softly() {
            now.width = 1190;
            now.height = 812;
            fill(2, "А015", "5");
            settle(2);
            const bright = cards().filter(card => card.bright);
            compare(bright.length, 1);
            verify(Qt.colorEqual(bright[0].color, Theme.callout));
            now.old = true;
            compare(cards().filter(card => card.bright).length, 0);
            now.old = false;
        }
    }
}
