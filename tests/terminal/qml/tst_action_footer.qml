import QtQuick
import QtTest
import Talon.Terminal
import Talon.Test

Item {
    width: 1080
    height: 400

    TerminalUnderTest {
        id: terminal
    }

    ActionFooter {
        id: footer

        width: parent.width
        canGoBack: false
        canGoHome: false
        qualityLine: "8 800 100-00-00"
        language: "ru"
        access: terminal.app.access
        tall: true
        lowReachOffered: true
        onAccessToggled: mode => terminal.app.toggleAccess(mode)
    }

    SignalSpy {
        id: back

        target: footer
        signalName: "back"
    }

    SignalSpy {
        id: home

        target: footer
        signalName: "home"
    }

    SignalSpy {
        id: language

        target: footer
        signalName: "languageChosen"
    }

    ScreenTest {
        name: "ActionFooter"
        screen: footer

        function test_back_and_home_are_there_where_they_lead_somewhere() {
            compare(offeredOf(["back", "home"]), "");
            footer.canGoBack = true;
            footer.canGoHome = true;
            waitForRendering(footer);
            tap("back");
            tap("home");
            compare([back.count, home.count], [1, 1]);
            footer.canGoBack = false;
            footer.canGoHome = false;
        }

        function test_every_language_is_one_touch_away_under_its_own_name() {
            verifyShown("Русский");
            verifyShown("English");
            tap("language-en");
            compare(language.signalArguments.map(each => each[0]), ["en"]);
        }

        function test_the_quality_line_stands_there() {
            verifyShown("8 800 100-00-00");
        }
    }

    ScreenTest {
        name: "AccessBar"
        screen: footer

        function test_what_a_visitor_needs_is_put_on_and_off_by_the_same_button_data() {
            return [{ tag: "largePrint" }, { tag: "highContrast" }, { tag: "lowReach" }];
        }

        function test_what_a_visitor_needs_is_put_on_and_off_by_the_same_button(data) {
            const button = findChild(footer, "access-" + data.tag);
            verify(!button.Accessible.checked);
            tap("access-" + data.tag);
            verify(terminal.app.access[data.tag]);
            verify(findChild(footer, "access-" + data.tag).Accessible.checked);
            settle();
            tap("access-" + data.tag);
            verify(!terminal.app.access[data.tag]);
        }

        function test_only_what_this_terminal_can_do_is_offered() {
            const all = ["largePrint", "highContrast", "lowReach", "spoken"];
            const names = all.map(each => "access-" + each);
            compare(offeredOf(names), "access-largePrint access-highContrast access-lowReach");
            footer.lowReachOffered = false;
            footer.spokenOffered = true;
            compare(offeredOf(names), "access-largePrint access-highContrast access-spoken");
            footer.lowReachOffered = true;
            footer.spokenOffered = false;
        }
    }
}
