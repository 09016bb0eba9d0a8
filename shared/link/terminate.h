#pragma once

namespace talon::link {

/// From now on SIGTERM and SIGINT end the application's event loop, so that it leaves through the
/// front door: sockets closed, files whole, exit code 0. Call once, after the application object.
void quitOnTerminate();

} // namespace talon::link
