import QtQuick
import Talon.Ui

// A clock face such as "09:41". Each sign has a cell of its own, so that the time does not jump
// about as digits change width.
Row {
    id: root

    property string text
    property color color: Theme.ink
    property int pixelSize: Theme.title
    property int weight: Font.DemiBold

    TextMetrics {
        id: digit

        font.family: Theme.fontFamily
        font.pixelSize: root.pixelSize
        font.weight: root.weight
        text: "0"
    }

    Repeater {
        model: root.text.length

        Text {
            required property int index

            width: root.text[index] === ":" ? Math.ceil(digit.advanceWidth * 0.5)
                                            : Math.ceil(digit.advanceWidth)
            text: root.text[index]
            horizontalAlignment: Text.AlignHCenter
            color: root.color
            font: digit.font
        }
    }
}
