#pragma once

#include "controller/api/office_access.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace talon::api {

/// A session that is kept; its token is told once.
struct NewSession
{
    std::string token;
    Instant expiresAt;
};

/// A member has shown who they are: gives them a session. `done` hears of it once it is kept, or
/// of none when the disk is full.
void openSession(OfficeAccess& access,
                 const staff::StaffMember& member,
                 std::chrono::milliseconds life,
                 std::string_view tokenPrefix,
                 std::function<void(const std::optional<NewSession>&)> done);

} // namespace talon::api
