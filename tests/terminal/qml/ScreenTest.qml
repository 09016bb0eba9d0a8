import QtQuick
import QtTest
import Talon.Ui

// What the tests of screens have in common: how somebody reads a screen, and how they touch it.
TestCase {
    id: root

    required property Item screen
    property bool isTouched: false

    when: windowShown

    function init() {
        if (root.isTouched) {
            settle();
        }
    }

    // As long as buttons and screens take no further touch.
    function settle() {
        wait(Theme.settleMs + 50);
        root.isTouched = false;
    }

    function readable(item: Item): var {
        if (!item.visible || item.opacity === 0) {
            return [];
        }
        const own = item instanceof Text && item.text !== "" ? [item.text] : [];
        return Array.from(item.children).reduce((all, each) => all.concat(readable(each)), own);
    }

    function verifyShown(text: string) {
        const all = readable(root.screen);
        verify(all.some(each => each.includes(text)), text + " is not among " + all.join(" | "));
    }

    function verifyNotShown(text: string) {
        const all = readable(root.screen);
        verify(!all.some(each => each.includes(text)), text + " is among " + all.join(" | "));
    }

    function isOffered(name: string): bool {
        const button = findChild(root.screen, name);
        return button !== null && button.visible && button.enabled;
    }

    // The buttons of a list that can be touched just now.
    function offeredOf(names: var): string {
        return names.filter(isOffered).join(" ");
    }

    function tap(name: string) {
        const button = findChild(root.screen, name);
        verify(button !== null && button.visible, name + " cannot be touched");
        root.isTouched = true;
        mouseClick(button);
    }
}
