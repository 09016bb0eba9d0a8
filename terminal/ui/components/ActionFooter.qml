pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// What is always within reach, at the foot of the screen: back, home, access, language. On a tall
// display in two rows, else in one.
Rectangle {
    id: root

    required property bool canGoBack
    required property bool canGoHome
    required property string qualityLine
    required property string language
    required property AccessModes access
    property bool tall: false
    property bool lowReachOffered: false
    property bool spokenOffered: false
    readonly property bool hasSteps: root.canGoBack || root.canGoHome

    signal back
    signal home
    signal languageChosen(string language)
    signal accessToggled(string mode)

    implicitHeight: rows.implicitHeight + 2 * Theme.space
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.lineWidth
        color: Theme.line
    }

    GridLayout {
        id: rows

        anchors.fill: parent
        anchors.margins: Theme.space
        anchors.leftMargin: root.tall ? Theme.spaceLarge : Theme.space
        anchors.rightMargin: anchors.leftMargin
        columns: root.tall ? 1 : 2
        columnSpacing: Theme.space
        rowSpacing: Theme.space

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            TouchButton {
                objectName: "back"
                Layout.fillHeight: true
                Layout.preferredHeight: Theme.touchHeight
                visible: root.canGoBack
                //: Button at the foot of the screen: to the screen before this one.
                text: qsTr("Back")
                icon: "back"
                pixelSize: Theme.text
                onTapped: root.back()
            }

            TouchButton {
                objectName: "home"
                Layout.fillHeight: true
                Layout.preferredHeight: Theme.touchHeight
                visible: root.canGoHome
                //: Button at the foot of the screen: to the first screen.
                text: root.tall ? qsTr("To the start") : ""
                icon: root.tall ? "home" : ""
                pixelSize: Theme.text
                Accessible.name: qsTr("To the start")
                onTapped: root.home()

                // Where there is little room the drawing alone says it.
                Icon {
                    anchors.centerIn: parent
                    width: Math.round(Theme.text * 1.5)
                    height: width
                    visible: !root.tall
                    name: "home"
                    color: Theme.brand
                }
            }

            Label {
                Layout.fillWidth: true
                Layout.minimumHeight: root.tall ? Theme.touchHeight : 0
                visible: root.qualityLine !== "" && (root.tall || !root.hasSteps)
                //: Foot of the screen. %1 is a telephone number for praise and complaints.
                text: qsTr("Quality line: %1").arg(root.qualityLine)
                color: Theme.mutedInk
                font.pixelSize: Theme.textSmall
                horizontalAlignment: root.tall && root.hasSteps ? Text.AlignRight : Text.AlignLeft
                verticalAlignment: Text.AlignVCenter
            }

            Item {
                Layout.fillWidth: true
                visible: !root.tall && root.hasSteps
            }
        }

        RowLayout {
            Layout.fillWidth: root.tall
            spacing: Theme.space

            AccessBar {
                largePrint: root.access.largePrint
                highContrast: root.access.highContrast
                lowReach: root.access.lowReach
                spoken: root.access.spoken
                lowReachOffered: root.lowReachOffered
                spokenOffered: root.spokenOffered
                onToggled: mode => root.accessToggled(mode)
            }

            Item {
                Layout.fillWidth: true
            }

            LanguageSwitch {
                language: root.language
                shortNames: !root.tall
                onChosen: code => root.languageChosen(code)
            }
        }
    }
}
