#include "controller/api/sessions.h"

#include "controller/api/limits.h"
#include "controller/staff/token.h"

#include <algorithm>

namespace talon::api {

namespace {

/// Closes what a member's sessions should not be any more, so that one more has a place.
void tidySessions(OfficeAccess& access, StaffId member, Instant now)
{
    std::vector<staff::Session> live;
    std::vector<std::string> over;
    for (const auto& [hash, session] : access.accounts().sessions) {
        if (session.expiresAt <= now) {
            over.push_back(hash);
        } else if (session.staff == member) {
            live.push_back(session);
        }
    }
    std::ranges::sort(live, {}, &staff::Session::expiresAt);
    for (std::size_t i = 0; i + SessionsPerMemberMax <= live.size(); ++i) {
        over.push_back(live[i].tokenHash);
    }
    for (const std::string& hash : over) {
        access.keep(staff::SessionClosed{hash}, [](bool /*done*/) {});
    }
}

} // namespace

void openSession(OfficeAccess& access,
                 const staff::StaffMember& member,
                 std::chrono::milliseconds life,
                 std::string_view tokenPrefix,
                 std::function<void(const std::optional<NewSession>&)> done)
{
    const Instant now = access.time().now;
    tidySessions(access, member.id, now);
    const NewSession session{.token = std::string(tokenPrefix) + staff::newToken(),
                             .expiresAt = now + life};
    access.keep(staff::SessionOpened{{.tokenHash = staff::tokenHash(session.token),
                                      .staff = member.id,
                                      .expiresAt = session.expiresAt}},
                [session, done = std::move(done)](bool kept) {
                    done(kept ? std::optional(session) : std::nullopt);
                });
}

} // namespace talon::api
