#pragma once

#include "shared/base/done.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace talon::display {

/// How long after it was kept a view may still tell people something: a power cut, not a night.
inline constexpr std::chrono::hours LastViewMax{2};

/// Keeps what the controller showed last, in the display's state folder, for a start without it.
/// Replaced as a whole and durably: a power cut leaves the old one or the new one.
class LastViewFile
{
public:
    explicit LastViewFile(const QString& folder);

    /// None when there is none, when it cannot be read, or when it is too old to be shown. Only for
    /// that is this machine's clock asked; one that stood still in between says that it is new.
    std::optional<QJsonObject> read() const;
    Expected<Done, IoError> write(const QJsonObject& view);

private:
    QString m_path;
};

} // namespace talon::display
