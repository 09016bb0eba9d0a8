#pragma once

#include <string>

namespace talon {

/// The world failed: a disk, a device, the network. For the log and the health page, not for
/// visitors.
struct IoError
{
    std::string what; ///< Where and what, e.g. "usb:04b8:0202: write: pipe error".

    friend bool operator==(const IoError&, const IoError&) = default;
};

/// Input that cannot be understood. Names the first wrong field, so that its sender can mend it.
struct ParseError
{
    std::string field; ///< Path of the field, e.g. "services[2].prefix"; empty for the whole text.
    std::string what;  ///< What is wrong with it, e.g. "is missing".

    friend bool operator==(const ParseError&, const ParseError&) = default;
};

/// One line for a log or an answer: "services[2].prefix is missing".
inline std::string describe(const ParseError& error)
{
    return error.field.empty() ? error.what : error.field + " " + error.what;
}

} // namespace talon
