import QtQuick
import QtTest
import Talon.Ui

TestCase {
    name: "Theme"

    function cleanup() {
        Theme.largePrint = false;
        Theme.highContrast = false;
        Theme.scale = 1;
    }

    function luminance(colour: color): real {
        const part = value =>
            value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        return 0.2126 * part(colour.r) + 0.7152 * part(colour.g) + 0.0722 * part(colour.b);
    }

    function contrast(one: color, other: color): real {
        const a = luminance(one) + 0.05;
        const b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    // WCAG AA asks for 4.5, AAA for 7.
    function checkContrast(least: real) {
        const pairs = [
            [Theme.ink, Theme.background], [Theme.ink, Theme.surface],
            [Theme.ink, Theme.surfacePressed],
            [Theme.mutedInk, Theme.background], [Theme.mutedInk, Theme.surface],
            [Theme.brand, Theme.surface], [Theme.brand, Theme.surfacePressed],
            [Theme.brandInk, Theme.brand], [Theme.brandInk, Theme.brandPressed],
            [Theme.brandInkMuted, Theme.brand], [Theme.calloutInk, Theme.callout],
            [Theme.calloutInk, Theme.calloutTint], [Theme.success, Theme.surface],
            [Theme.boardInk, Theme.board], [Theme.boardInkMuted, Theme.boardSurface]
        ];
        for (let i = 0; i < pairs.length; ++i) {
            verify(contrast(pairs[i][0], pairs[i][1]) >= least,
                   "pair " + i + ": " + pairs[i][0] + " on " + pairs[i][1]);
        }
    }

    function test_everything_written_can_be_read() {
        checkContrast(4.5);
    }

    function test_high_contrast_is_higher() {
        Theme.highContrast = true;
        checkContrast(7);
    }

    function test_large_print_makes_letters_larger_not_the_gaps() {
        const text = Theme.text;
        const space = Theme.space;
        Theme.largePrint = true;
        verify(Theme.text >= text * 1.25);
        compare(Theme.space, space);
    }

    function test_no_display_is_too_small_for_a_finger() {
        Theme.scale = 0.4;
        verify(Theme.touchHeight >= 56);
    }
}
