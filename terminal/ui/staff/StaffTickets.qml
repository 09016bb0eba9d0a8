pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// The latest tickets of the day, the newest first.
Item {
    id: root

    required property var tickets

    signal chosen(int visit)
    signal back

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space

        ScreenTitle {
            Layout.fillWidth: true
            //: Staff: title over the latest tickets.
            title: qsTr("Which ticket?")
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.spaceSmall
            boundsBehavior: Flickable.StopAtBounds
            model: root.tickets

            delegate: TouchButton {
                id: row

                required property int visit
                required property string number
                required property string service
                required property string time
                required property bool priority

                objectName: "ticket-" + row.number
                width: list.width
                height: Math.max(Theme.touchHeight, Math.round(84 * Theme.textScale))
                Accessible.name: row.number
                onTapped: root.chosen(row.visit)

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.space
                    anchors.rightMargin: Theme.space
                    spacing: Theme.space

                    Label {
                        Layout.preferredWidth: Math.round(150 * Theme.textScale)
                        text: row.number
                        strong: true
                        color: Theme.brand
                        font.pixelSize: Theme.title * 0.9
                        wrapMode: Text.NoWrap
                    }

                    Label {
                        Layout.fillWidth: true
                        text: row.service
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        font.pixelSize: Theme.textSmall
                    }

                    Icon {
                        Layout.preferredWidth: Math.round(40 * Theme.scale)
                        Layout.preferredHeight: Layout.preferredWidth
                        visible: row.priority
                        name: "heart"
                        color: Theme.brand
                    }

                    Label {
                        text: row.time
                        color: Theme.mutedInk
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }

        Label {
            Layout.fillWidth: true
            visible: list.count === 0
            horizontalAlignment: Text.AlignHCenter
            //: Staff: no ticket was given out today.
            text: qsTr("No tickets yet today")
            color: Theme.mutedInk
        }

        TouchButton {
            objectName: "staffToMenu"
            //: Staff: to the list of everything that can be done.
            text: qsTr("Back")
            icon: "back"
            pixelSize: Theme.text
            onTapped: root.back()
        }
    }
}
