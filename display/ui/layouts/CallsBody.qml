pragma ComponentBehavior: Bound
import QtQuick
import Talon.Display

// Nothing but who is called now: read from farthest.
CallsStage {
}
