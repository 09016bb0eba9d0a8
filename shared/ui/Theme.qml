pragma Singleton
import QtQuick

// How everything looks, by meaning. A program sets `scale` once for its display; access modes set
// `largePrint` and `highContrast`, and every screen follows.
QtObject {
    id: theme

    // 1 for a kiosk of 1080 x 1920; programs set it from the size of their window.
    property real scale: 1
    property bool largePrint: false
    property bool highContrast: false
    readonly property real textScale: scale * (largePrint ? 1.3 : 1)

    // What is behind everything, what lies on it, and what is written there.
    readonly property color background: highContrast ? palette.white : palette.mist
    readonly property color surface: palette.white
    readonly property color surfacePressed: palette.tint
    readonly property color ink: highContrast ? palette.black : palette.ink
    readonly property color mutedInk: highContrast ? palette.black : palette.slate
    readonly property color line: highContrast ? palette.black : palette.line

    // The office's own colour, and what is written on it.
    readonly property color brand: highContrast ? palette.black : palette.blue
    readonly property color brandPressed: highContrast ? palette.ink : palette.deepBlue
    readonly property color brandTint: highContrast ? palette.white : palette.tint
    readonly property color brandInk: palette.white
    readonly property color brandInkMuted: highContrast ? palette.white : palette.paleBlue

    // What must be seen first: a call, a number.
    readonly property color callout: palette.amber
    readonly property color calloutTint: highContrast ? palette.white : palette.paleAmber
    readonly property color calloutInk: highContrast ? palette.black : palette.ink

    readonly property color success: highContrast ? palette.black : palette.green
    readonly property color successTint: highContrast ? palette.white : palette.paleGreen
    readonly property color danger: palette.red
    readonly property color dangerTint: highContrast ? palette.white : palette.paleRed

    // The hall board: read from 15 m, so light on dark.
    readonly property color board: highContrast ? palette.black : palette.night
    readonly property color boardSurface: highContrast ? palette.black : palette.nightRaised
    readonly property color boardLine: highContrast ? palette.white : palette.nightLine
    readonly property color boardInk: palette.white
    readonly property color boardInkMuted: highContrast ? palette.white : palette.moon

    // The four corners of the spoken mode: as strong as a screen can be.
    readonly property color corner: palette.white
    readonly property color cornerInk: palette.black
    readonly property color behindCorners: palette.black
    readonly property color behindCornersInk: palette.white

    readonly property string fontFamily: "Inter"
    readonly property int textSmall: Math.round(22 * textScale)
    readonly property int text: Math.round(28 * textScale)
    readonly property int textLarge: Math.round(34 * textScale)
    readonly property int title: Math.round(46 * textScale)
    readonly property int headline: Math.round(64 * textScale)
    readonly property int number: Math.round(190 * textScale)

    readonly property int spaceSmall: Math.round(8 * scale)
    readonly property int space: Math.round(16 * scale)
    readonly property int spaceLarge: Math.round(32 * scale)
    readonly property int spaceHuge: Math.round(64 * scale)
    readonly property int radius: Math.round(20 * scale)
    readonly property int lineWidth: Math.max(1, Math.round((highContrast ? 4 : 2) * scale))
    readonly property int iconSmall: Math.round(36 * scale)
    readonly property int icon: Math.round(64 * scale)
    readonly property int iconLarge: Math.round(112 * scale)

    // The least height of what a finger must hit: 20 mm on a 22 inch kiosk, never under 56 px.
    readonly property int touchHeight: Math.max(56, Math.round(96 * scale))

    // 0 for who wants nothing to move.
    property int motionMs: 200
    // How long after a change of screens touches count for nothing: the second tap of a double tap
    // was meant for what was there before.
    readonly property int settleMs: 400
    // Seconds: a finger may rest as long as it likes and still is one tap. Handlers of Qt take one
    // that is longer than their threshold for something else, and say nothing.
    readonly property int noLongPress: 3600

    readonly property QtObject palette: QtObject {
        readonly property color white: "#FFFFFF"
        readonly property color black: "#000000"
        readonly property color mist: "#F4F6F8"
        readonly property color ink: "#10222E"
        readonly property color slate: "#4A5F6D"
        readonly property color line: "#D5DEE4"
        readonly property color blue: "#0B4F8A"
        readonly property color deepBlue: "#083A66"
        readonly property color paleBlue: "#BFD8EE"
        readonly property color tint: "#E3EEF8"
        readonly property color amber: "#F5A400"
        readonly property color paleAmber: "#FEF3DC"
        readonly property color green: "#1B7F4B"
        readonly property color paleGreen: "#E2F3EA"
        readonly property color red: "#B3261E"
        readonly property color paleRed: "#FBE9E7"
        readonly property color night: "#0A1F2E"
        readonly property color nightRaised: "#12303F"
        readonly property color nightLine: "#244657"
        readonly property color moon: "#A9C0CE"
    }
}
