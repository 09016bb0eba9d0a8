pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Talon.Terminal
import Talon.Ui

// What for? One card for each service; those that do not fit are on further pages.
Item {
    id: root

    required property var services
    required property string groupName // Of the open branch; empty at the first level.
    required property string place     // Changes with whatever there is to choose.
    required property bool paperReady
    property bool checkInOffered: false
    readonly property bool portrait: root.height > root.width
    readonly property int count: cards.count
    readonly property int columns: root.count > (root.portrait ? 4 : 1) ? 2 : 1
    readonly property int gap: Math.round(Theme.space * 1.25)
    // Rows that fit when the button for more is not there, and when it is.
    readonly property int rowsAlone: root.rowsIn(area.height)
    readonly property int rowsBesideMore: root.rowsIn(area.height - more.height - root.gap)
    readonly property int perPage: root.columns * (root.count <= root.columns * root.rowsAlone
                                                   ? root.rowsAlone : root.rowsBesideMore)
    readonly property int pages: Math.max(1, Math.ceil(root.count / root.perPage))
    readonly property int rows: Math.ceil(Math.min(root.count, root.perPage) / root.columns)
    property int page: 0

    signal chosen(int service)
    signal opened(int group)
    signal checkIn

    onPlaceChanged: root.page = 0
    onPagesChanged: root.page = 0
    onVisibleChanged: root.page = 0

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceLarge
        spacing: Theme.spaceLarge * 0.75

        ScreenTitle {
            Layout.fillWidth: true
            //: Title over the services.
            title: root.groupName === "" ? qsTr("What is your visit about?") : root.groupName
        }

        Notice {
            Layout.fillWidth: true
            visible: !root.paperReady
            //: Over the services, when the printer has no paper or is out of order.
            text: qsTr("Tickets cannot be printed just now. You will get a number on the screen: please remember it.")
        }

        Item {
            id: area

            Layout.fillWidth: true
            Layout.fillHeight: true

            Item {
                id: grid

                readonly property int rowMax:
                    Math.round((root.rows === 1 ? 560 : 350) * Theme.scale)
                readonly property int heightMax: area.height
                                                 - (root.pages > 1 ? more.height + root.gap : 0)
                readonly property int cardWidth:
                    (width - (root.columns - 1) * root.gap) / root.columns
                readonly property int cardHeight: (height - (root.rows - 1) * root.gap) / root.rows

                // Few cards do not grow without end; on a tall display they stay low, where every
                // hand reaches.
                width: parent.width
                height: Math.min(grid.heightMax, root.rows * grid.rowMax)
                y: root.portrait ? grid.heightMax - height : 0

                Repeater {
                    id: cards

                    model: root.services

                    ServiceCard {
                        id: card

                        required property int index
                        required property int choiceId
                        required property bool isGroup
                        required property var model
                        readonly property int place: card.index - root.page * root.perPage

                        objectName: (card.isGroup ? "group-" : "service-") + card.choiceId
                        x: (card.place % root.columns) * (grid.cardWidth + root.gap)
                        y: Math.floor(card.place / root.columns) * (grid.cardHeight + root.gap)
                        width: grid.cardWidth
                        height: grid.cardHeight
                        visible: card.place >= 0 && card.place < root.perPage
                        opensMore: card.isGroup
                        name: card.model.name
                        drawing: card.model.icon
                        waiting: card.model.waiting
                        waitFrom: card.model.waitFrom
                        waitTo: card.model.waitTo
                        closed: card.model.closed
                        opensDate: card.model.opensDate
                        opensTime: card.model.opensTime
                        onTapped: card.isGroup ? root.opened(card.choiceId)
                                               : root.chosen(card.choiceId)
                    }
                }
            }

            TouchButton {
                id: more

                objectName: "moreServices"
                anchors.bottom: parent.bottom
                width: parent.width
                visible: root.pages > 1
                //: Button under the services: shows those that did not fit; goes round.
                text: qsTr("More services (%1 of %2)").arg(root.page + 1).arg(root.pages)
                icon: "forward"
                onTapped: root.page = (root.page + 1) % root.pages
            }
        }

        CheckInButton {
            Layout.fillWidth: true
            visible: root.checkInOffered
            onTapped: root.checkIn()
        }
    }

    function rowsIn(height: real): int {
        const rowMin = Math.round(132 * Theme.textScale);
        return Math.max(1, Math.floor((height + root.gap) / (rowMin + root.gap)));
    }
}
