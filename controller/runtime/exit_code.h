#pragma once

namespace talon::runtime {

/// How talon-controller ends; documented in docs/technician.md.
enum class ExitCode {
    Good = 0,
    Usage = 1,       ///< Wrong options.
    BadSettings = 2, ///< The settings file cannot be read or cannot work.
    BadJournal = 3,  ///< The journal cannot be used; the log says why. It was left as it is.
    CannotListen = 4,
    DiskFailed = 5, ///< The disk failed under way; a restart reads what is durable.
};

} // namespace talon::runtime
