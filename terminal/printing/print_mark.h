#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/base/id.h"

#include <filesystem>
#include <optional>
#include <string>

namespace talon::terminal {

/// The ticket that is being printed, kept on the disk from before its first byte until the printer
/// has spoken: after a power cut the terminal knows whose paper nobody can be sure of.
struct HalfPrinted
{
    VisitId visit; ///< 0 for one that was given without the controller.
    std::string number;

    friend bool operator==(const HalfPrinted&, const HalfPrinted&) = default;
};

class PrintMark
{
public:
    /// The file need not exist; its folder must. An empty path keeps nothing.
    explicit PrintMark(std::filesystem::path file);

    /// What was being printed when the program or the power went; none if all was told.
    std::optional<HalfPrinted> left() const;

    /// On the disk when this returns.
    Expected<Done, IoError> set(const HalfPrinted& ticket) const;
    Expected<Done, IoError> clear() const;

private:
    std::filesystem::path m_file;
};

} // namespace talon::terminal
