#pragma once

#include "display/board/announcer.h"
#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QString>

namespace talon::display {

/// Keeps which calls have been announced, in a small file of the display's state folder. Written
/// anew as a whole each time and durably, so a power cut leaves the old one or the new one.
class AnnouncedFile
{
public:
    /// Makes the folder if need be.
    static Expected<AnnouncedFile, IoError> openIn(const QString& folder);

    /// Nothing when there is no file yet; a damaged line is passed over and logged.
    board::Announced read() const;
    Expected<Done, IoError> write(const board::Announced& announced);

private:
    explicit AnnouncedFile(const QString& path)
        : m_path(path)
    {}

    QString m_path;
};

} // namespace talon::display
