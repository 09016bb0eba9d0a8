import QtQuick
import QtTest
import Talon.Display
import Talon.Ui

Item {
    id: root

    width: 1920
    height: 1080

    Plate {
        id: plate

        width: 1920
        height: 1080
        window: "5"
        doing: "free"
        number: ""
        fresh: false
        old: false
    }

    TestCase {
        name: "Plate"
        when: windowShown

        function show(doing, number, fresh) {
            plate.doing = doing;
            plate.number = number;
            plate.fresh = fresh;
            waitForRendering(plate);
        }

        function texts(item) {
            let found = [];
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                if (!child.visible) {
                    continue;
                }
                if (child.contentWidth !== undefined && child.text) {
                    found.push(child);
                }
                found = found.concat(texts(child));
            }
            return found;
        }

        function test_whatever_it_says_fits_the_width_data() {
            const rows = [];
            for (const size of [[1920, 1080], [1080, 1920], [1920, 540], [800, 480], [512, 512]]) {
                for (const doing of ["closed", "away", "free", "called", "serving"]) {
                    rows.push({tag: size.join("x") + " " + doing, size: size, doing: doing});
                }
            }
            return rows;
        }

        function test_whatever_it_says_fits_the_width(row) {
            plate.width = row.size[0];
            plate.height = row.size[1];
            plate.window = "12";
            plate.old = true;
            show(row.doing, ["called", "serving"].includes(row.doing) ? "Ж999" : "", true);
            for (const text of texts(plate)) {
                const place = text.mapToItem(plate, 0, 0, text.width, text.height);
                verify(place.x >= -1, text.text + " " + place);
                verify(place.x + place.width <= plate.width + 1, text.text + " " + place);
                verify(text.contentWidth <= text.width + 1, text.text);
            }
            plate.old = false;
            plate.window = "5";
        }

        function test_the_number_is_readable_from_far() {
            plate.width = 1920;
            plate.height = 1080;
            show("called", "А015", true);
            // A capital of Inter is 0.727 of its size; README.md has the distances.
            verify(findChild(plate, "plateNumber").font.pixelSize * 0.727 > 200);
            compare(findChild(plate, "plateNumber").text, "А015");
            verify(plate.bright);
        }

        function test_an_old_call_does_not_stand_out() {
            plate.old = true;
            show("called", "А015", true);
            verify(!plate.bright);
            plate.old = false;
        }
    }
}
