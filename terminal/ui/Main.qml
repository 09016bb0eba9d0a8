import QtQuick
import Talon.Terminal
import Talon.Ui

Window {
    id: root

    required property TerminalApp app
    property SpokenGuide guide: null
    readonly property string screenName: root.app.screen
    readonly property string place: root.app.place
    readonly property bool tall: root.height > root.width
    readonly property AccessModes access: root.app.access
    // Touches count for nothing while one screen gives way to another.
    readonly property bool settled: !settling.running

    visible: false
    color: Theme.background
    //: Title of the window, seen by developers only.
    title: qsTr("Talon terminal")

    onPlaceChanged: settling.restart()

    Binding {
        target: Theme
        property: "scale"
        value: Math.min(root.width / 1080, root.height / 1000)
    }
    Binding {
        target: Theme
        property: "largePrint"
        value: root.access.largePrint
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: root.access.highContrast
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

        // From a wheelchair an arm reaches the lower part: what is only read takes the upper.
        readonly property int reach: Math.round(root.width * 1.06)

        width: parent.width
        height: root.tall && root.access.lowReach
            ? Math.max(implicitHeight, root.height - reach) : implicitHeight
        officeName: root.app.officeName
        dateText: root.app.dateText
        timeText: root.app.timeText
        onHeld: root.app.staff.open()
    }

    Item {
        id: stage

        anchors.top: header.bottom
        anchors.topMargin: root.app.staff.issuing ? Theme.touchHeight + Theme.spaceSmall : 0
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
                checkInOffered: root.app.checkInOffered
                onChosen: segment => root.app.chooseSegment(segment)
                onCheckIn: root.app.checkIn()
            }
        }

        ScreenSlot {
            current: root.screenName === "services"

            ServicesScreen {
                anchors.fill: parent
                services: root.app.services
                groupName: root.app.groupName
                place: root.place
                paperReady: root.app.paperReady
                checkInOffered: root.app.checkInOffered && !root.app.canGoBack
                onCheckIn: root.app.checkIn()
                onChosen: service => root.app.chooseService(service)
                onOpened: group => root.app.chooseGroup(group)
            }
        }

        ScreenSlot {
            current: root.screenName === "read"

            ReadScreen {
                anchors.fill: parent
                service: root.app.serviceName
                bring: root.app.serviceBring
                onUnderstood: root.app.readOn()
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
            id: checkIn

            current: root.screenName === "checkIn"

            CheckInScreen {
                anchors.fill: parent
                current: checkIn.current
                scannerReady: root.app.scannerReady
                onEntered: text => root.app.findBooking(text)
            }
        }

        ScreenSlot {
            current: root.screenName === "bookings"

            BookingsScreen {
                anchors.fill: parent
                bookings: root.app.bookings
                onChosen: booking => root.app.chooseBooking(booking)
            }
        }

        ScreenSlot {
            current: root.screenName === "arrival"

            ArrivalScreen {
                anchors.fill: parent
                appointment: root.app.appointment
                service: root.app.appointmentService
                date: root.app.appointmentDate
                time: root.app.appointmentTime
                opensAt: root.app.appointmentFrom
                number: root.app.appointmentNumber
                usualOffered: true
                onAnyway: root.app.checkInAnyway()
                onUsual: root.app.takeUsualTicket()
                onAgain: root.app.goBack()
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
                alone: root.app.ticketAlone
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
                opensDate: root.app.serviceOpensDate
                opensTime: root.app.serviceOpensTime
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
        access: root.access
        tall: root.tall
        lowReachOffered: root.tall
        spokenOffered: root.guide !== null
        onBack: root.app.goBack()
        onHome: root.app.goHome()
        onLanguageChosen: code => root.app.chooseLanguage(code)
        onAccessToggled: mode => root.app.toggleAccess(mode)
    }

    Loader {
        anchors.fill: parent
        active: root.access.spoken && root.guide !== null
        sourceComponent: CornersScreen {
            said: root.guide.said
            focusText: root.guide.focus
            canTake: root.guide.canTake
            offersLanguage: root.guide.offersLanguage
            number: root.screenName === "done" ? root.app.ticketNumber : ""
            onTouched: corner => root.guide.touch(corner)
            language: root.app.language
            onEnded: root.app.toggleAccess("spoken")
        }
    }

    Item {
        id: keys

        focus: true
        Keys.onPressed: event => {
            event.accepted = root.guide !== null && root.guide.press(event.key);
        }
    }

    // The staff's own screens over everything; made only when they are asked for.
    Loader {
        anchors.fill: parent
        active: root.app.staff.page !== ""
        sourceComponent: StaffScreen {
            desk: root.app.staff
            language: root.app.language
            onLanguageChosen: language => root.app.chooseLanguage(language)
        }
    }

    StaffBanner {
        anchors.top: header.bottom
        width: parent.width
        visible: root.app.staff.issuing
        staffName: root.app.staff.staffName
        onEnded: root.app.staff.endIssuing()
    }
}
