pragma ComponentBehavior: Bound
import QtQuick
import Talon.Terminal
import Talon.Ui

Window {
    id: root

    required property TerminalApp app
    readonly property string screenName: root.app.screen
    // Touches count for nothing while one screen gives way to another.
    readonly property bool settled: !settling.running

    visible: false
    color: Theme.background
    //: Title of the window, seen by developers only.
    title: qsTr("Talon terminal")

    onScreenNameChanged: settling.restart()

    Binding {
        target: Theme
        property: "scale"
        value: Math.min(root.width / 1080, root.height / 1000)
    }

    PauseAnimation {
        id: settling

        duration: Theme.settleMs
    }

    PointHandler {
        acceptedButtons: Qt.LeftButton
        onActiveChanged: {
            if (active) {
                root.app.noticeTouch();
            }
        }
    }

    BrandHeader {
        id: header

        width: parent.width
        officeName: root.app.officeName
        dateText: root.app.dateText
        timeText: root.app.timeText
    }

    Item {
        id: stage

        anchors.top: header.bottom
        anchors.bottom: footer.top
        width: parent.width
        enabled: root.settled
        clip: true

        ScreenSlot {
            current: root.screenName === "away"

            AwayScreen {
                anchors.fill: parent
                starting: root.app.starting
            }
        }

        ScreenSlot {
            current: root.screenName === "closed"

            ClosedScreen {
                anchors.fill: parent
                opensDate: root.app.opensDate
                opensTime: root.app.opensTime
            }
        }

        ScreenSlot {
            current: root.screenName === "segments"

            SegmentsScreen {
                anchors.fill: parent
                paperReady: root.app.paperReady
                onChosen: segment => root.app.chooseSegment(segment)
            }
        }

        ScreenSlot {
            current: root.screenName === "services"

            ServicesScreen {
                anchors.fill: parent
                services: root.app.services
                paperReady: root.app.paperReady
                onChosen: service => root.app.chooseService(service)
            }
        }

        ScreenSlot {
            current: root.screenName === "category"

            CategoryScreen {
                anchors.fill: parent
                categories: root.app.categories
                onAnswered: category => root.app.answerCategory(category)
            }
        }

        ScreenSlot {
            id: issuing

            current: root.screenName === "issuing"

            IssuingScreen {
                anchors.fill: parent
                current: issuing.current
            }
        }

        ScreenSlot {
            id: done

            current: root.screenName === "done"

            DoneScreen {
                anchors.fill: parent
                current: done.current
                number: root.app.ticketNumber
                service: root.app.ticketService
                peopleAhead: root.app.peopleAhead
                waitFrom: root.app.waitFrom
                waitTo: root.app.waitTo
                paper: root.app.paper
                patienceMs: root.app.patienceMs
                onFinished: root.app.goHome()
            }
        }

        ScreenSlot {
            current: root.screenName === "refused"

            RefusedScreen {
                anchors.fill: parent
                problem: root.app.problem
                opensDate: root.app.refusedOpensDate
                opensTime: root.app.refusedOpensTime
                onFinished: root.app.goHome()
            }
        }
    }

    ActionFooter {
        id: footer

        anchors.bottom: parent.bottom
        width: parent.width
        enabled: root.settled
        canGoBack: root.app.canGoBack
        canGoHome: root.app.canGoHome
        qualityLine: root.app.qualityLine
        language: root.app.language
        onBack: root.app.goBack()
        onHome: root.app.goHome()
        onLanguageChosen: code => root.app.chooseLanguage(code)
    }
}
