#include "controller/api/actor.h"
#include "controller/api/http_parser.h"
#include "controller/api/limits.h"
#include "controller/api/routes.h"
#include "shared/base/ensure.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/settings_json.h"
#include "shared/wire/ticket_json.h"
#include "tests/fuzz/fuzz_target.h"

using namespace talon;

namespace {

/// What the port does with a request that it has read, up to the office's door.
void readOn(const api::HttpHead& head, std::string_view rest)
{
    const api::HttpRequest& request = head.request;
    TALON_ENSURE(!request.host.empty());
    TALON_ENSURE(request.path.find('?') == std::string::npos);
    if (const auto match = api::findRoute(request.method, request.path)) {
        TALON_ENSURE(match->route != nullptr || !match->methods.empty());
        TALON_ENSURE(match->id >= 0);
    }
    (void)api::actorOf({}, api::credentialOf(request), {});
    (void)api::isOwnOrigin(request);
    const auto body = wire::objectFromText(
        QByteArray::fromRawData(rest.data(), static_cast<qsizetype>(rest.size())));
    if (body) {
        (void)wire::ticketRequestFromJson(*body);
        (void)wire::printReportFromJson(*body);
        (void)wire::settingsFromJson(*body);
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
    const std::string_view text(reinterpret_cast<const char*>(bytes), count);
    const auto head = api::parseHead(text);
    if (!head) {
        TALON_ENSURE(head.error().status >= 400 && head.error().status < 500);
        TALON_ENSURE(!head.error().what.empty());
        return 0;
    }
    if (!*head) {
        TALON_ENSURE(count < api::HeadBytesMax);
        return 0;
    }
    const std::size_t used = (*head)->bytes;
    TALON_ENSURE(used > 0 && used <= count && used <= api::HeadBytesMax);
    // What comes behind a head does not change how it is read.
    const auto alone = api::parseHead(text.substr(0, used));
    TALON_ENSURE(alone && *alone && (*alone)->bytes == used);
    TALON_ENSURE((*alone)->request.contentLength == (*head)->request.contentLength);
    readOn(**head, text.substr(used));
    return 0;
}
