#pragma once

#include "controller/api/http_message.h"
#include "controller/staff/accounts.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Who asks, and what they may.
namespace talon::api {

struct Actor
{
    std::variant<std::monostate, const staff::StaffMember*, const staff::Device*> who;
    std::string credentialHash; ///< Of the session or of the device's token; empty for nobody.

    const staff::StaffMember* member() const;
    const staff::Device* device() const;
    bool isNobody() const { return who.index() == 0; }

    /// As the journal keeps it: "staff:3", "device:1".
    std::string name() const;
};

/// A credential that a request showed, whether or not it is worth anything.
struct Credential
{
    enum class Kind { None, Session, DeviceToken };

    Kind kind = Kind::None;
    std::string hash;
};

Credential credentialOf(const HttpRequest& request);

/// Nobody when the credential is not known, has run out or was never shown. Points into the
/// accounts: to be used before they change.
Actor actorOf(const staff::Accounts& accounts, const Credential& credential, Instant now);

inline constexpr std::string_view SessionCookie = "talon-session";

/// How the token begins of who signed in at a terminal. It is sent as a device's is; one of a
/// browser is worth nothing there, nor this one in a cookie.
inline constexpr std::string_view StaffTokenPrefix = "staff-";

/// What a route asks of its caller.
enum class Right {
    Anyone,
    Staff,
    Manager,
    Terminal,
    Device,
    Issue,
    CancelVisit,
    Oversee, ///< The hall, as its administrator or a manager does.
    WatchTerminal,
    WatchHall,
    WatchOffice,
    WatchMedia, ///< What the hall sees beside its calls.
};

bool allows(Right right, const Actor& actor);

/// Who has it: "anyone", or roles and kinds of devices by their names.
std::vector<std::string> holdersOf(Right right);

/// Whether a browser says that this request comes from a page of our own, or no browser sent it.
bool isOwnOrigin(const HttpRequest& request);

} // namespace talon::api
