#pragma once

namespace talon::hw {

/// From now on SIGINT and SIGTERM end nothing by themselves, but are seen by isToldToEnd(); a pipe
/// or a connection that breaks is told by the call that meets it.
void watchForTheEnd();
bool isToldToEnd();

} // namespace talon::hw
