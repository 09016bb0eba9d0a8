import QtQuick
import QtTest
import Talon.Terminal

// The screens that only say something: nothing is chosen there.
Item {
    width: 1080
    height: 1500

    AwayScreen {
        id: away

        anchors.fill: parent
        starting: true
    }

    ClosedScreen {
        id: closed

        anchors.fill: parent
        opensDate: ""
        opensTime: ""
    }

    IssuingScreen {
        id: issuing

        anchors.fill: parent
        current: false
    }

    RefusedScreen {
        id: refused

        anchors.fill: parent
        problem: "fault"
        opensDate: ""
        opensTime: ""
    }

    SignalSpy {
        id: finished

        target: refused
        signalName: "finished"
    }

    ScreenTest {
        name: "AwayScreen"
        screen: away

        function test_a_terminal_that_starts_does_not_say_that_something_is_wrong() {
            verifyShown("Starting");
            verifyNotShown("connection");
            away.starting = false;
            verifyShown("No tickets for the moment");
            verifyShown("restoring it by itself");
        }
    }

    ScreenTest {
        name: "ClosedScreen"
        screen: closed

        function test_a_closed_office_says_when_it_opens_as_far_as_it_knows() {
            verifyShown("The office is closed");
            verifyNotShown("We open");
            closed.opensTime = "08:00";
            verifyShown("We open today at 08:00");
            closed.opensDate = "среда, 25 ноября";
            verifyShown("We open on среда, 25 ноября at 08:00");
        }
    }

    ScreenTest {
        name: "IssuingScreen"
        screen: issuing

        function test_patience_is_asked_for_only_when_it_is_needed() {
            issuing.current = true;
            verifyShown("One moment");
            verifyNotShown("longer than usual");
            tryVerify(() => readable(issuing).some(each => each.includes("longer than usual")));
            issuing.current = false;
            issuing.current = true;
            verifyNotShown("longer than usual"); // Of the visitor before.
            issuing.current = false;
        }
    }

    ScreenTest {
        name: "RefusedScreen"
        screen: refused

        // Why there is no ticket, and what a visitor can do about it.
        function test_every_problem_has_words_to_act_on_data() {
            return [
                { tag: "officeClosed", title: "has just closed", body: "come again" },
                { tag: "numbersUsedUp", title: "No tickets are left", body: "ask the hall" },
                { tag: "notOffered", title: "no longer offered", body: "choose another one" },
                { tag: "notNow", title: "not given now", body: "again on среда at 09:30" },
                { tag: "stopped", title: "any more today", body: "again on среда at 09:30" },
                { tag: "dayLimit", title: "No tickets are left", body: "again on среда at 09:30" },
                { tag: "lastTicket", title: "no longer serve", body: "again on среда at 09:30" },
                { tag: "noAnswer", title: "could not give you", body: "did not answer" },
                { tag: "reserveUsedUp", title: "could not give you", body: "tickets in reserve" },
                { tag: "fault", title: "needs help", body: "cannot give tickets" }
            ];
        }

        function test_every_problem_has_words_to_act_on(data) {
            refused.problem = data.tag;
            refused.opensTime = "09:30";
            refused.opensDate = "среда";
            verifyShown(data.title);
            verifyShown(data.body);
        }

        function test_nothing_is_promised_where_the_next_time_is_not_known() {
            refused.problem = "stopped";
            refused.opensTime = "";
            verifyNotShown("given again");
            refused.opensTime = "16:00";
            refused.opensDate = "";
            verifyShown("It is given again today at 16:00. Please");
        }

        function test_understood_ends_it_once() {
            finished.clear();
            mouseDoubleClickSequence(findChild(refused, "understood"));
            compare(finished.count, 1);
        }
    }
}
