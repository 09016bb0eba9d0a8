import QtQuick
import QtTest
import Talon.Terminal

// The small texts that stand on several screens.
Item {
    width: 800
    height: 600

    Column {
        anchors.fill: parent

        Notice {
            id: notice

            width: parent.width
            text: "Tickets cannot be printed just now."
        }

        QueueLine {
            id: queue

            width: parent.width
            waiting: 0
        }
    }

    ScreenTest {
        name: "Notice"
        screen: notice

        function test_a_notice_is_as_high_as_its_text() {
            verifyShown("cannot be printed");
            const one = notice.implicitHeight;
            notice.text = notice.text.repeat(8);
            tryVerify(() => notice.implicitHeight > one);
        }
    }

    ScreenTest {
        name: "QueueLine"
        screen: queue

        function test_one_line_says_how_long_or_why_not_data() {
            const open = { waiting: 3, from: 10, to: 20, closed: "", date: "", time: "" };
            const shut = { waiting: 3, from: 10, to: 20, date: "", time: "" };
            return [
                Object.assign({}, open, { tag: "a queue", text: "3 waiting · 10–20 min" }),
                Object.assign({}, open, { tag: "from nothing", from: 0, to: 10,
                                          text: "3 waiting · up to 10 min" }),
                Object.assign({}, open, { tag: "nobody", waiting: 0, from: 0, to: 5,
                                          text: "No queue" }),
                Object.assign({}, open, { tag: "nobody, but no window free", waiting: 0,
                                          text: "No queue · 10–20 min" }),
                Object.assign({}, open, { tag: "not to be told", to: 0, text: "3 waiting" }),
                Object.assign({}, open, { tag: "controller away", waiting: -1,
                                          text: "Waiting time not known" }),
                Object.assign({}, shut, { tag: "outside its hours", closed: "notNow", time: "14:00",
                                          text: "Not given now, again at 14:00" }),
                Object.assign({}, shut, { tag: "day's tickets gone", closed: "dayLimit",
                                          text: "No tickets left today" }),
                Object.assign({}, shut, { tag: "stopped", closed: "stopped",
                                          text: "Not given any more today" }),
                Object.assign({}, shut, { tag: "closing soon", closed: "lastTicket",
                                          date: "среда, 25 ноября", time: "08:00",
                                          text: "No longer possible today, "
                                                + "again on среда, 25 ноября at 08:00" })
            ];
        }

        function test_one_line_says_how_long_or_why_not(data) {
            queue.waiting = data.waiting;
            queue.waitFrom = data.from;
            queue.waitTo = data.to;
            queue.closed = data.closed;
            queue.opensDate = data.date;
            queue.opensTime = data.time;
            compare(readable(queue).join(""), data.text);
        }
    }
}
