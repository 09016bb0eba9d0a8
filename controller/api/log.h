#pragma once

#include <QLoggingCategory>

namespace talon::api {

/// One line a fact; no names, no tokens, no bodies.
Q_DECLARE_LOGGING_CATEGORY(lcApi)

} // namespace talon::api
