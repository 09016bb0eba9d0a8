pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// What this service needs, to be read before a ticket is taken for nothing.
Item {
    id: root

    required property string service
    required property string bring

    signal understood

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        spacing: Theme.spaceLarge

        ScreenTitle {
            Layout.fillWidth: true
            title: root.service
            //: Under the name of a service, over the documents it needs.
            hint: qsTr("Please check that you have everything with you:")
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Math.max(Math.round(560 * Theme.scale), sheet.implicitHeight
                                           + 2 * Theme.spaceLarge)
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.lineWidth
            border.color: Theme.line

            RowLayout {
                id: sheet

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.spaceLarge
                spacing: Theme.spaceLarge

                RoundIcon {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: Math.round(120 * Theme.scale)
                    Layout.preferredHeight: Layout.preferredWidth
                    name: "contract"
                }

                Label {
                    Layout.fillWidth: true
                    text: root.bring
                    font.pixelSize: Theme.textLarge
                    lineHeight: 1.25
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        TouchButton {
            objectName: "readOn"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(Theme.touchHeight * 1.6)
            kind: TouchButton.Primary
            //: Large button under the documents that a service needs: goes on to the ticket.
            text: qsTr("I have everything, go on")
            icon: "check"
            pixelSize: Theme.title
            onTapped: root.understood()
        }
    }
}
