pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// The tickets of an office while somebody edits its template: 203 dots to the inch, as on paper.
Window {
    id: root

    required property TicketPreview preview

    width: 1500
    height: 950
    visible: true
    color: Theme.line
    //: Title of the window with the tickets of an office, for who edits them.
    title: qsTr("Tickets")

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 16

        Notice {
            Layout.fillWidth: true
            visible: root.preview.problem !== ""
            text: root.preview.problem
        }

        Flickable {
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentWidth: papers.width
            contentHeight: papers.height
            clip: true

            Row {
                id: papers

                spacing: 24

                Repeater {
                    model: root.preview.pictures

                    Image {
                        required property string modelData

                        source: modelData
                        cache: false
                        scale: 1
                    }
                }
            }
        }
    }
}
