import QtQuick
import Talon.Terminal
import Talon.Ui

// For who has booked a time.
TouchButton {
    objectName: "checkIn"
    implicitHeight: Math.round(Theme.touchHeight * 1.25)
    //: Button of the first screen for visitors who booked a time.
    text: qsTr("I have a booking")
    icon: "calendar"
}
