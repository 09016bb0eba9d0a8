#include "controller/api/log.h"

namespace talon::api {

Q_LOGGING_CATEGORY(lcApi, "talon.controller.api")

} // namespace talon::api
