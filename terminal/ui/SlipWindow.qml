pragma ComponentBehavior: Bound
import QtQuick
import Talon.Terminal
import Talon.Ui

// What the virtual printer has printed, as it would come out: for developers' screens only.
Window {
    id: root

    required property SlipView slip

    width: 420
    height: 640
    visible: true
    color: Theme.line
    //: Title of the window with the paper of the virtual printer.
    title: qsTr("Paper")

    Image {
        id: paper

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 40, implicitWidth)
        fillMode: Image.PreserveAspectFit
        source: root.slip.picture
        onSourceChanged: feed.restart()

        NumberAnimation on y {
            id: feed

            from: -paper.height
            to: 20
            duration: 900
            easing.type: Easing.OutCubic
        }
    }
}
