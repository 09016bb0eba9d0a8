#include "controller/api/handlers.h"
#include "controller/api/submission.h"
#include "shared/wire/device_status_json.h"

namespace talon::api {

void takeDeviceStatus(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    if (const auto status = accepted(call, wire::deviceStatusFromJson(*body))) {
        call.desk.hub.hear(call.actor.device()->id, *status);
        call.reply({.status = 200, .body = "{}"});
    }
}

} // namespace talon::api
