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
    readonly property bool portrait: root.height > root.width

    signal understood

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        spacing: root.portrait ? Theme.spaceLarge : Theme.space

        ScreenTitle {
            Layout.fillWidth: true
            title: root.service
            //: Under the name of a service, over the documents it needs.
            hint: qsTr("Please check that you have everything with you:")
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Math.round(560 * Theme.scale)
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.lineWidth
            border.color: Theme.line

            RowLayout {
                anchors.fill: parent
                anchors.margins: root.portrait ? Theme.spaceLarge : Theme.space
                spacing: Theme.spaceLarge

                RoundIcon {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: Math.round(120 * Theme.scale)
                    Layout.preferredHeight: Layout.preferredWidth
                    visible: root.portrait || !Theme.largePrint
                    name: "contract"
                }

                Label {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    verticalAlignment: Text.AlignVCenter
                    text: root.bring
                    font.pixelSize: Theme.textLarge
                    // A long list becomes smaller before it leaves its sheet.
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.textSmall
                    lineHeight: 1.25
                }
            }
        }

        Item {
            Layout.fillHeight: true
            visible: root.portrait
        }

        TouchButton {
            objectName: "readOn"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(Theme.touchHeight * (root.portrait ? 1.6 : 1.25))
            kind: TouchButton.Primary
            //: Large button under the documents that a service needs: goes on to the ticket.
            text: qsTr("I have everything, go on")
            icon: "check"
            pixelSize: Theme.title
            onTapped: root.understood()
        }
    }
}
