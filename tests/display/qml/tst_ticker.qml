import QtQuick
import QtTest
import Talon.Display
import Talon.Ui

Item {
    id: root

    width: 1280
    height: 200

    Ticker {
        id: ticker

        width: 1280
        margin: 30
        texts: []
        pauseMs: 200
        letterMs: 0
    }

    TestCase {
        name: "Ticker"
        when: windowShown

        readonly property var words: findChild(ticker, "ticker")

        function init() {
            Theme.scale = 1;
            ticker.texts = [];
            ticker.width = 1280;
        }

        function test_a_text_that_fits_stands_still_and_gives_way_to_the_next() {
            ticker.texts = ["Первое", "Второе"];
            tryCompare(words, "text", "Первое");
            tryCompare(words, "x", 0);
            tryCompare(words, "text", "Второе");
            tryCompare(words, "opacity", 1);
            tryCompare(words, "x", 0);
            tryCompare(words, "text", "Первое");
        }

        function test_a_text_that_does_not_fit_runs_through_from_its_first_word_to_its_last() {
            ticker.width = 420;
            ticker.texts = ["Касса работает до половины пятого, без перерыва"];
            tryVerify(() => words.x > 300, 1000, "begins at the right");
            tryVerify(() => words.x < 100, 5000, "runs to the left");
            compare(words.opacity, 1);
        }

        function test_other_texts_begin_with_the_first() {
            ticker.texts = ["Первое", "Второе"];
            tryCompare(words, "text", "Второе");
            ticker.texts = ["Третье", "Четвёртое"];
            tryCompare(words, "text", "Третье");
        }

        function test_without_texts_it_takes_no_room() {
            compare(ticker.height, 0);
            verify(!ticker.visible);
        }
    }
}
