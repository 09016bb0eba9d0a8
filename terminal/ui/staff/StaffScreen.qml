import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// What the staff can do at the terminal, over everything else. Looks unlike a visitor's screen, so
// that nobody leaves it open by mistake.
Rectangle {
    id: root

    required property StaffDesk desk
    required property string language
    readonly property bool portrait: root.height > root.width * 1.1

    signal languageChosen(string language)

    objectName: "staffScreen"
    color: Theme.background

    // No touch goes through to the visitor's screens.
    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Math.round(100 * Theme.scale),
                                             leave.implicitHeight + 2 * Theme.space)
            color: Theme.board

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.spaceLarge
                anchors.rightMargin: Theme.space
                spacing: Theme.space

                Icon {
                    Layout.preferredWidth: Math.round(52 * Theme.scale)
                    Layout.preferredHeight: Layout.preferredWidth
                    name: "key"
                    color: Theme.boardInk
                }

                Label {
                    Layout.fillWidth: true
                    text: root.desk.staffName === ""
                        //: Head of the screens for the staff at the terminal.
                        ? qsTr("Staff")
                        //: Head of the screens for the staff; %1 is the name of the one signed in.
                        : qsTr("Staff: %1").arg(root.desk.staffName)
                    color: Theme.boardInk
                    strong: true
                    font.pixelSize: Theme.textLarge
                }

                LanguageSwitch {
                    language: root.language
                    shortNames: true
                    onChosen: language => root.languageChosen(language)
                }

                TouchButton {
                    id: leave

                    objectName: "staffLeave"
                    //: Button that ends the work of the staff at the terminal.
                    text: qsTr("Leave")
                    icon: "cross"
                    pixelSize: Theme.text
                    onTapped: root.desk.leave()
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.margins: Theme.spaceLarge
            Layout.bottomMargin: 0
            visible: root.desk.said !== ""
            icon: root.desk.saidIsTrouble ? "warning" : "info"
            text: words.of(root.desk.said, root.desk.saidDetail)
        }

        StaffWords {
            id: words
        }

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.spaceLarge
            sourceComponent: root.desk.page === "pin" ? pin
                : root.desk.page === "tickets" ? tickets
                : root.desk.page === "ticket" ? ticket
                : root.desk.page === "devices" ? devices : menu
        }
    }

    Component {
        id: pin

        StaffPin {
            busy: root.desk.busy
            portrait: root.portrait
            onEntered: pin => root.desk.signIn(pin)
        }
    }

    Component {
        id: menu

        StaffMenu {
            portrait: root.portrait
            busy: root.desk.busy
            onChosen: action => root.desk.choose(action)
        }
    }

    Component {
        id: tickets

        StaffTickets {
            tickets: root.desk.tickets
            onChosen: visit => root.desk.openTicket(visit)
            onBack: root.desk.back()
        }
    }

    Component {
        id: ticket

        StaffTicket {
            number: root.desk.ticketNumber
            service: root.desk.ticketService
            time: root.desk.ticketTime
            category: root.desk.ticketCategory
            categories: root.desk.categories
            busy: root.desk.busy
            onReprint: root.desk.reprint()
            onCategoryChosen: category => root.desk.setCategory(category)
            onBack: root.desk.back()
        }
    }

    Component {
        id: devices

        StaffDevices {
            devices: root.desk.devices
            busy: root.desk.busy
            onTestPrint: root.desk.choose("testPrint")
            onBack: root.desk.back()
        }
    }
}
