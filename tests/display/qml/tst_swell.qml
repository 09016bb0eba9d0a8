import QtQuick
import QtTest
import Talon.Display

Item {
    id: root

    width: 200
    height: 100

    Swell {
        id: swell

        anchors.fill: parent
        running: false
    }

    TestCase {
        name: "Swell"
        when: windowShown

        // WCAG 2.2, 2.3.1: no more than three flashes in any second.
        function test_a_new_call_never_flashes_above_3_hz() {
            swell.running = true;
            let turns = 0;
            let rising = true;
            let before = 0;
            const begin = Date.now();
            while (Date.now() - begin < 3000) {
                wait(10);
                if (swell.opacity !== before) {
                    const rises = swell.opacity > before;
                    turns += rises !== rising ? 1 : 0;
                    rising = rises;
                    before = swell.opacity;
                }
            }
            verify(turns >= 2, "it does swell");
            verify(turns <= 2 * 3, turns + " turns in three seconds are above 1 Hz");
            swell.running = false;
            tryCompare(swell, "opacity", 0);
        }
    }
}
