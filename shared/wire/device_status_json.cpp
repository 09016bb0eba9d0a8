#include "shared/wire/device_status_json.h"

#include "shared/wire/json_reader.h"
#include "shared/wire/json_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

constexpr std::size_t NameBytesMax = 32;
constexpr int CountMax = 1'000'000;

/// "paperOut", as name() of an enum makes them.
bool isName(const std::string& text)
{
    return !text.empty() && text.size() <= NameBytesMax && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

int count(JsonReader& json, const char* key)
{
    return static_cast<int>(json.integer(key, 0, CountMax));
}

} // namespace

QJsonObject toJson(const DeviceStatus& status)
{
    QJsonArray problems;
    for (const std::string& problem : status.problems) {
        problems.append(toJson(problem));
    }
    return {
        {u"version"_s, toJson(status.version)},
        {u"printer"_s, toJson(status.printer)},
        {u"paperMetresLeft"_s,
         status.paperMetresLeft ? QJsonValue(*status.paperMetresLeft) : QJsonValue()},
        {u"scanner"_s, toJson(name(status.scanner))},
        {u"offlineTickets"_s, status.offlineTickets},
        {u"numbersLeft"_s, status.numbersLeft},
        {u"problems"_s, problems},
    };
}

Expected<DeviceStatus, ParseError> deviceStatusFromJson(const QJsonObject& object)
{
    JsonReader json(object);
    DeviceStatus status;
    status.version = json.text("version", NameBytesMax);
    status.printer = json.textMaybe("printer");
    if (status.printer && !isName(*status.printer)) {
        json.fail("printer", "must be a name of at most 32 letters and digits");
    }
    if (json.has("paperMetresLeft")) {
        status.paperMetresLeft = count(json, "paperMetresLeft");
    }
    status.scanner = json.choice("scanner", ScannerStates);
    status.offlineTickets = count(json, "offlineTickets");
    status.numbersLeft = count(json, "numbersLeft");
    status.problems = json.strings("problems");
    if (status.problems.size() > ProblemsMax || !std::ranges::all_of(status.problems, isName)) {
        json.fail("problems", "must be at most 16 names of letters and digits");
    }
    return json.finish(std::move(status));
}

} // namespace talon::wire
