import QtQuick
import QtTest
import Talon.Terminal

Item {
    width: 1080
    height: 1500

    ReadScreen {
        id: read

        anchors.fill: parent
        service: "Замена счётчика"
        bring: "Паспорт и акт допуска"
    }

    SignalSpy {
        id: understood

        target: read
        signalName: "understood"
    }

    ScreenTest {
        name: "ReadScreen"
        screen: read

        function test_the_documents_are_read_before_the_ticket_is_taken() {
            verifyShown("Замена счётчика");
            verifyShown("Паспорт и акт допуска");
            compare(understood.count, 0);
            tap("readOn");
            compare(understood.count, 1);
        }
    }
}
