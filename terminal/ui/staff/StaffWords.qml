import QtQml

// What the terminal tells the staff, in words.
QtObject {
    function of(said: string, detail: string): string {
        switch (said) {
        case "wrongPin":
            //: To the staff: the PIN or badge is not known.
            return qsTr("This PIN or badge is not known.");
        case "wait":
            //: To the staff: too many wrong PINs. %1 is a number of seconds.
            return qsTr("Too many tries. Please wait %1 s.").arg(detail);
        case "noAnswer":
            //: To the staff: the controller does not answer.
            return qsTr("The controller does not answer. Tickets are given out from the reserve; the work of the staff has to wait.");
        case "mayNot":
            //: To the staff: this role has no right to it.
            return qsTr("Your role does not allow this.");
        case "refused":
            //: To the staff: the office refused; %1 is the technical name of the reason.
            return qsTr("The office refuses: %1").arg(detail);
        case "printing":
            //: To the staff: a copy or a test page is on its way; %1 is a ticket's number.
            return detail === "" ? qsTr("Printing…") : qsTr("Printing %1…").arg(detail);
        case "printed":
            //: To the staff: the printer has confirmed.
            return detail === "" ? qsTr("Printed.") : qsTr("%1 is printed.").arg(detail);
        case "notPrinted":
            //: To the staff: nothing was printed, or nobody knows.
            return qsTr("The printer did not confirm. Please look at the paper and the cover.");
        case "categorySet":
            //: To the staff: the priority category of a ticket is changed.
            return qsTr("The category of %1 is changed.").arg(detail);
        case "restarting":
            //: To the staff: the terminal starts again.
            return qsTr("The terminal restarts…");
        default:
            return said;
        }
    }
}
