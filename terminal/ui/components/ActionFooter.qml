pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// What is always within reach, at the foot of the screen: back, home, language.
Rectangle {
    id: root

    required property bool canGoBack
    required property bool canGoHome
    required property string qualityLine
    required property string language

    signal back
    signal home
    signal languageChosen(string language)

    implicitHeight: languages.implicitHeight + 2 * Theme.space
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.lineWidth
        color: Theme.line
    }

    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.space
        anchors.leftMargin: Theme.spaceLarge
        anchors.rightMargin: Theme.spaceLarge
        spacing: Theme.space

        TouchButton {
            objectName: "back"
            Layout.fillHeight: true
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
            visible: root.canGoHome
            //: Button at the foot of the screen: to the first screen.
            text: qsTr("To the start")
            icon: "home"
            pixelSize: Theme.text
            onTapped: root.home()
        }

        Label {
            Layout.fillWidth: true
            visible: root.qualityLine !== ""
            //: Foot of the screen. %1 is a telephone number for praise and complaints.
            text: qsTr("Quality line: %1").arg(root.qualityLine)
            color: Theme.mutedInk
            font.pixelSize: Theme.textSmall
            horizontalAlignment: root.canGoHome ? Text.AlignHCenter : Text.AlignLeft
        }

        LanguageSwitch {
            id: languages

            Layout.fillHeight: true
            Layout.alignment: Qt.AlignRight
            language: root.language
            onChosen: code => root.languageChosen(code)
        }
    }
}
