#include "controller/api/routes.h"

#include "controller/api/handlers.h"
#include "shared/wire/json_values.h"

#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace talon::api {

namespace {

using enum Method;

/// Most used first: they are tried in this order.
constexpr std::array Routes{
    Route{.method = Post,
          .path = "/api/tickets",
          .right = Right::Issue,
          .keyed = Keyed::Yes,
          .request = "TicketRequest",
          .reply = "Ticket",
          .about = "Issues a ticket: a visit begins to wait.",
          .handler = issueTicket},
    Route{.method = Get,
          .path = "/api/tickets",
          .right = Right::WatchOffice,
          .reply = "TicketList",
          .about = "Today's tickets, newest first: the last (?last=20), or one (?number=A015).",
          .handler = ticketList},
    Route{.method = Post,
          .path = "/api/tickets/{visit}/print-report",
          .right = Right::Terminal,
          .keyed = Keyed::Yes,
          .request = "PrintReport",
          .reply = "Empty",
          .about = "Says what became of a ticket's paper.",
          .handler = reportPrint},
    Route{.method = Post,
          .path = "/api/tickets/offline",
          .right = Right::Terminal,
          .keyed = Keyed::Yes,
          .request = "OfflineTicket",
          .reply = "HandedOver",
          .about = "Hands over a ticket that the terminal gave by itself; never refused.",
          .handler = handOverTicket},
    Route{.method = Post,
          .path = "/api/number-leases",
          .right = Right::Terminal,
          .keyed = Keyed::Yes,
          .request = "LeaseRequest",
          .reply = "NumberLeases",
          .about = "Fills up the numbers that the terminal may give by itself; tells all it holds.",
          .handler = leaseNumbers},

    Route{.method = Post,
          .path = "/api/windows/{window}/call-next",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "Empty",
          .reply = "WindowView",
          .about = "Calls the visitor who is due first.",
          .handler = callNext},
    Route{.method = Post,
          .path = "/api/windows/{window}/recall",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "VisitMeant",
          .reply = "WindowView",
          .about = "Calls the same visitor again.",
          .handler = recall},
    Route{.method = Post,
          .path = "/api/windows/{window}/start",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "VisitMeant",
          .reply = "WindowView",
          .about = "The visitor has come to the window.",
          .handler = startService},
    Route{.method = Post,
          .path = "/api/windows/{window}/finish",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "FinishRequest",
          .reply = "WindowView",
          .about = "The visit is done; says what it was about.",
          .handler = finishVisit},
    Route{.method = Post,
          .path = "/api/windows/{window}/no-show",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "VisitMeant",
          .reply = "WindowView",
          .about = "The visitor was called and did not come.",
          .handler = markNoShow},
    Route{.method = Post,
          .path = "/api/windows/{window}/open",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "Empty",
          .reply = "WindowView",
          .about = "Begins work at a window, or comes back from a pause.",
          .handler = openWindow},
    Route{.method = Post,
          .path = "/api/windows/{window}/pause",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "Empty",
          .reply = "WindowView",
          .about = "Leaves the window for a moment.",
          .handler = pauseWindow},
    Route{.method = Post,
          .path = "/api/windows/{window}/close",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "Empty",
          .reply = "WindowView",
          .about = "Ends work at a window.",
          .handler = closeWindow},
    Route{.method = Post,
          .path = "/api/windows/{window}/call",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "OutOfTurnRequest",
          .reply = "WindowView",
          .about = "Calls one who is not first, or who is on hold, and says why.",
          .handler = callOutOfTurn},
    Route{.method = Post,
          .path = "/api/windows/{window}/put-back",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "VisitMeant",
          .reply = "WindowView",
          .about = "Puts the called visitor back to the place they had.",
          .handler = putBack},
    Route{.method = Post,
          .path = "/api/windows/{window}/undo",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "Empty",
          .reply = "WindowView",
          .about = "Takes back the latest action at the window.",
          .handler = undoLast},
    Route{.method = Post,
          .path = "/api/windows/{window}/break",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "BreakRequest",
          .reply = "WindowView",
          .about = "Goes on a break.",
          .handler = takeBreak},
    Route{.method = Post,
          .path = "/api/windows/{window}/breaks",
          .right = Right::Oversee,
          .keyed = Keyed::Yes,
          .request = "BreakPlanRequest",
          .reply = "WindowView",
          .about = "Plans today's breaks of a window in place of the usual ones.",
          .handler = planBreaks},
    Route{.method = Get,
          .path = "/api/windows",
          .right = Right::Staff,
          .reply = "WindowList",
          .about = "All windows, to choose one.",
          .handler = windowList},

    Route{.method = Post,
          .path = "/api/visits/{visit}/hold",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "HoldRequest",
          .reply = "VisitRow",
          .about = "Parks a visit until a time, or until it is called.",
          .handler = holdVisit},
    Route{.method = Post,
          .path = "/api/visits/{visit}/return",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "Empty",
          .reply = "VisitRow",
          .about = "A held visitor, or one who was absent, waits again.",
          .handler = returnVisit},
    Route{.method = Post,
          .path = "/api/visits/{visit}/transfer",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "TransferRequest",
          .reply = "VisitRow",
          .about = "Sends a visit to another service or window, with or without return.",
          .handler = transferVisit},
    Route{.method = Post,
          .path = "/api/visits/{visit}/cancel",
          .right = Right::CancelVisit,
          .keyed = Keyed::Yes,
          .request = "CancelRequest",
          .reply = "VisitRow",
          .about = "Ends a visit without service; a terminal only one that waits.",
          .handler = cancelVisit},
    Route{.method = Post,
          .path = "/api/visits/{visit}/category",
          .right = Right::Staff,
          .keyed = Keyed::Yes,
          .request = "CategoryRequest",
          .reply = "VisitRow",
          .about = "Grants a priority category, or takes it away.",
          .handler = setCategory},
    Route{.method = Get,
          .path = "/api/bookings",
          .right = Right::Staff,
          .reply = "BookingList",
          .about = "The bookings of today and of days to come.",
          .handler = bookingList},
    Route{.method = Post,
          .path = "/api/bookings",
          .right = Right::Oversee,
          .keyed = Keyed::Yes,
          .request = "BookingRequest",
          .reply = "Booking",
          .about = "Books a time for a service at the counter.",
          .handler = addBooking},
    Route{.method = Post,
          .path = "/api/bookings/{booking}/move",
          .right = Right::Oversee,
          .keyed = Keyed::Yes,
          .request = "BookingTime",
          .reply = "Booking",
          .about = "Moves a booking to another time.",
          .handler = moveBooking},
    Route{.method = Post,
          .path = "/api/bookings/{booking}/cancel",
          .right = Right::Oversee,
          .keyed = Keyed::Yes,
          .request = "Empty",
          .reply = "Booking",
          .about = "Cancels a booking.",
          .handler = cancelBooking},
    Route{.method = Post,
          .path = "/api/bookings/{booking}/check-in",
          .right = Right::Issue,
          .keyed = Keyed::Yes,
          .request = "CheckInRequest",
          .reply = "Ticket",
          .about = "The booked visitor is here: a visit begins to wait.",
          .handler = checkIn},
    Route{.method = Get,
          .path = "/api/arrivals",
          .right = Right::Terminal,
          .reply = "ArrivalList",
          .about = "The bookings of today and the next 7 days, for a terminal to check in.",
          .handler = arrivalList},
    Route{.method = Post,
          .path = "/api/services/{service}/issuing",
          .right = Right::Oversee,
          .keyed = Keyed::Yes,
          .request = "IssuingRequest",
          .reply = "Empty",
          .about = "Stops issuing for a service today, goes on after the last ticket, or neither.",
          .handler = setIssuing},
    Route{.method = Post,
          .path = "/api/send-home",
          .right = Right::Manager,
          .keyed = Keyed::Yes,
          .request = "Empty",
          .reply = "Empty",
          .about = "Ends the day for all who still wait.",
          .handler = sendHome},
    Route{.method = Get,
          .path = "/api/rule",
          .right = Right::Staff,
          .reply = "RuleText",
          .about =
              "What follows from the order of service that the office has chosen, in plain words.",
          .handler = ruleText},

    Route{.method = Get,
          .path = "/api/health",
          .right = Right::Anyone,
          .reply = "Health",
          .about = "Whether the controller works, and how far its journal is.",
          .handler = health},
    Route{.method = Post,
          .path = "/api/session",
          .right = Right::Anyone,
          .request = "SignIn",
          .reply = "SessionView",
          .about = "Signs a member of the staff in; sets the cookie.",
          .handler = signIn},
    Route{.method = Get,
          .path = "/api/session",
          .right = Right::Staff,
          .reply = "SessionView",
          .about = "Who is signed in.",
          .handler = whoIsSignedIn},
    Route{.method = Delete,
          .path = "/api/session",
          .right = Right::Staff,
          .reply = "Empty",
          .about = "Signs out; the cookie is worth nothing from then on.",
          .handler = signOut},
    Route{.method = Post,
          .path = "/api/device-status",
          .right = Right::Device,
          .request = "DeviceStatus",
          .reply = "Empty",
          .about = "A terminal or display says how it is.",
          .handler = takeDeviceStatus},
    Route{.method = Post,
          .path = "/api/terminal/sign-in",
          .right = Right::Terminal,
          .request = "TerminalSignIn",
          .reply = "TerminalSession",
          .about = "Signs a member of the staff in at a terminal, by a PIN or a badge.",
          .handler = signInAtTerminal},
    Route{.method = Get,
          .path = "/api/visits",
          .right = Right::Manager,
          .reply = "VisitList",
          .about = "All visits of a day (?day=2026-11-24), of the business day if none is named.",
          .handler = visitList},
    Route{.method = Get,
          .path = "/api/settings",
          .right = Right::Manager,
          .reply = "OfficeSettings",
          .about = "How the office is set up.",
          .handler = settings},
    Route{.method = Put,
          .path = "/api/settings",
          .right = Right::Manager,
          .keyed = Keyed::Yes,
          .request = "OfficeSettings",
          .reply = "OfficeSettings",
          .about = "Sets the office up anew.",
          .handler = changeSettings,
          .bodyBytesMax = SettingsBytesMax},
    Route{.method = Get,
          .path = "/api/media",
          .right = Right::WatchMedia,
          .reply = "MediaList",
          .about = "The pictures and videos to be shown in the hall, in their order.",
          .handler = mediaList},
    Route{.method = Get,
          .path = "/api/media/{file}",
          .right = Right::WatchMedia,
          .reply = "MediaContent",
          .about = "One of them, or a part of it (`Range`).",
          .handler = mediaContent},
    Route{.method = Get,
          .path = "/api",
          .right = Right::Anyone,
          .reply = "Introspection",
          .about = "This table.",
          .handler = describeApi},

    Route{.method = Get,
          .path = "/api/feeds/terminal",
          .right = Right::WatchTerminal,
          .reply = "TerminalView",
          .about = "What a terminal offers.",
          .feed = FeedKind::Terminal},
    Route{.method = Get,
          .path = "/api/feeds/hall",
          .right = Right::WatchHall,
          .reply = "HallView",
          .about = "What the hall sees and hears.",
          .feed = FeedKind::Hall},
    Route{.method = Get,
          .path = "/api/feeds/windows/{window}",
          .right = Right::Staff,
          .reply = "WindowView",
          .about = "What the clerk at a window sees.",
          .feed = FeedKind::Window},
    Route{.method = Get,
          .path = "/api/feeds/dashboard",
          .right = Right::WatchOffice,
          .reply = "DashboardView",
          .about = "What a manager sees of the hall.",
          .feed = FeedKind::Dashboard},
};

constexpr std::string_view FileMark = "{file}";

int digitOf(char letter)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    const std::size_t found = Digits.find(
        letter >= 'A' && letter <= 'F' ? static_cast<char>(letter - 'A' + 'a') : letter);
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

/// One part of a path with its %xx as bytes; none when it is not well written, or empty. What it
/// says is not judged.
std::optional<std::string> decoded(std::string_view part)
{
    std::string text;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] == '/') {
            return std::nullopt;
        }
        if (part[i] != '%') {
            text += part[i];
            continue;
        }
        if (i + 2 >= part.size() || digitOf(part[i + 1]) < 0 || digitOf(part[i + 2]) < 0) {
            return std::nullopt;
        }
        text += static_cast<char>(digitOf(part[i + 1]) * 16 + digitOf(part[i + 2]));
        i += 2;
    }
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

/// What stands in a path for the braces of a pattern that it fits.
struct Meant
{
    std::int64_t id = 0;
    std::string name = {};
};

std::optional<Meant> meantBy(std::string_view pattern, std::string_view path)
{
    const std::size_t brace = pattern.find('{');
    if (brace == std::string_view::npos) {
        return pattern == path ? std::optional<Meant>(Meant{}) : std::nullopt;
    }
    if (pattern.ends_with(FileMark)) {
        if (!path.starts_with(pattern.substr(0, brace))) {
            return std::nullopt;
        }
        auto name = decoded(path.substr(brace));
        return name ? std::optional(Meant{.name = *std::move(name)}) : std::nullopt;
    }
    const std::string_view behind = pattern.substr(pattern.find('}') + 1);
    if (path.size() <= brace + behind.size() || !path.starts_with(pattern.substr(0, brace)) ||
        !path.ends_with(behind)) {
        return std::nullopt;
    }
    const std::string_view digits = path.substr(brace, path.size() - brace - behind.size());
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (error != std::errc() || end != digits.data() + digits.size() || id < 1) {
        return std::nullopt;
    }
    return Meant{.id = id};
}

QJsonObject introspectionOf(const Route& route)
{
    QJsonArray who;
    for (const std::string& holder : holdersOf(route.right)) {
        who.append(wire::toJson(holder));
    }
    const auto orNull = [](std::string_view text) {
        return text.empty() ? QJsonValue(QJsonValue::Null) : wire::toJson(text);
    };
    return {
        {u"method"_s, wire::toJson(name(route.method))},
        {u"path"_s, wire::toJson(route.path)},
        {u"who"_s, who},
        {u"idempotencyKey"_s, route.keyed == Keyed::Yes},
        {u"feed"_s, route.feed.has_value()},
        {u"request"_s, orNull(route.request)},
        {u"reply"_s, orNull(route.reply)},
        {u"about"_s, wire::toJson(route.about)},
    };
}

} // namespace

std::span<const Route> routes()
{
    return Routes;
}

std::optional<Match> findRoute(Method method, std::string_view path)
{
    Match match;
    for (const Route& route : Routes) {
        const auto meant = meantBy(route.path, path);
        if (!meant) {
            continue;
        }
        if (route.method == method) {
            return Match{.route = &route, .id = meant->id, .methods = {}, .name = meant->name};
        }
        match.methods += match.methods.empty() ? "" : ", ";
        match.methods += name(route.method);
    }
    return match.methods.empty() ? std::nullopt : std::optional(std::move(match));
}

QJsonObject introspection()
{
    QJsonArray all;
    for (const Route& route : Routes) {
        all.append(introspectionOf(route));
    }
    return {{u"version"_s, ApiVersion}, {u"routes"_s, all}};
}

} // namespace talon::api
