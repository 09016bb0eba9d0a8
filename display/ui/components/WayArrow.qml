import QtQuick
import Talon.Ui

// Where one goes who looks at the screen; to the window beside it when nothing is known.
Icon {
    required property string to

    name: to === "left" ? "back" : to === "" || to === "right" ? "forward" : to
}
