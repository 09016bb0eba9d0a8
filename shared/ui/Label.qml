import QtQuick
import Talon.Ui

// Text as this product writes it: wraps, never cuts off.
Text {
    property bool strong: false

    color: Theme.ink
    font.family: Theme.fontFamily
    font.pixelSize: Theme.text
    font.weight: strong ? Font.DemiBold : Font.Normal
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
}
