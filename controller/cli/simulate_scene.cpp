#include "controller/cli/simulate_scene.h"

#include "controller/cli/load_json.h"
#include "controller/journal/journal.h"
#include "controller/runtime/office_clock.h"
#include "controller/simulation/load.h"
#include "controller/simulation/past_days.h"
#include "controller/simulation/simulate.h"
#include "controller/simulation/trace.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/settings_json.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace talon::controller {

namespace {

using namespace simulation;
using runtime::ExitCode;

/// More than an office can receive in a day.
constexpr int VisitsADayMax = 200000;
constexpr int DaysMax = 5000;

Unexpected<Failure> usage(std::string why)
{
    return Unexpected(Failure{.code = ExitCode::Usage, .why = std::move(why)});
}

Unexpected<Failure> badFile(const QString& path, const ParseError& error)
{
    return Unexpected(
        Failure{.code = ExitCode::BadSettings, .why = path.toStdString() + ": " + describe(error)});
}

Expected<std::string, ParseError> readFile(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QFile::ReadOnly)) {
        return Unexpected(
            ParseError{.field = {}, .what = "cannot be read: " + file.errorString().toStdString()});
    }
    return file.readAll().toStdString();
}

OrFailure<QJsonObject> jsonFromFile(const QString& path)
{
    const auto text = readFile(path.toStdString());
    if (!text) {
        return badFile(path, text.error());
    }
    const auto json = wire::objectFromText(QByteArray::fromStdString(*text));
    if (!json) {
        return badFile(path, json.error());
    }
    return *json;
}

OrFailure<Done> readHabits(const QCommandLineParser& parser, Habits& habits)
{
    const auto read = [&](const QString& name, auto& into, int most) {
        if (!parser.isSet(name)) {
            return true;
        }
        bool whole = false;
        const int value = parser.value(name).toInt(&whole);
        if (whole && value >= 0 && value <= most) {
            into = std::remove_reference_t<decltype(into)>{value};
        }
        return whole && value >= 0 && value <= most;
    };
    if (!read(u"walk"_s, habits.walk, 600) || !read(u"hand-over"_s, habits.handOver, 600) ||
        !read(u"absence"_s, habits.absence, 600)) {
        return usage("--walk, --hand-over and --absence must be seconds from 0 to 600");
    }
    if (!read(u"stay"_s, habits.stay, 720)) {
        return usage("--stay must be minutes from 0 to 720");
    }
    return Done{};
}

OrFailure<std::optional<Day>> dayOption(const QCommandLineParser& parser, const QString& name)
{
    if (!parser.isSet(name)) {
        return std::optional<Day>();
    }
    const auto day = dayFrom(parser.value(name).toStdString());
    if (!day) {
        return usage("--" + name.toStdString() + " must be a day like 2026-01-12");
    }
    return day;
}

/// The days that are asked for; none given is all there are.
struct Span
{
    std::optional<Day> from;
    std::optional<Day> to;

    bool has(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

OrFailure<Span> spanFrom(const QCommandLineParser& parser)
{
    const auto from = dayOption(parser, u"from"_s);
    if (!from) {
        return Unexpected(from.error());
    }
    const auto to = dayOption(parser, u"to"_s);
    if (!to) {
        return Unexpected(to.error());
    }
    if (*from && *to && (**to < **from || **to - **from > std::chrono::days{DaysMax})) {
        return usage("--to must be a day after --from, and not years later");
    }
    return Span{.from = *from, .to = *to};
}

/// Sets the office up: its zone gives the clock.
OrFailure<Done> setOffice(Scene& scene, OfficeSettings settings, const QString& path)
{
    runtime::OfficeClock clock;
    if (const auto zone = clock.setZone(settings.timeZone); !zone) {
        return badFile(path, zone.error());
    }
    scene.clock = {.utcOffset = std::chrono::minutes{clock.utcOffsetMinutes()},
                   .dayBegins = settings.dayBegins};
    scene.base = {.name = "as it is", .settings = std::move(settings), .plan = {}};
    return Done{};
}

OrFailure<Done> readOffice(const QCommandLineParser& parser, Scene& scene)
{
    const QString path = parser.value(u"office"_s);
    const auto json = jsonFromFile(path);
    if (!json) {
        return Unexpected(json.error());
    }
    auto settings = wire::settingsFromJson(*json);
    if (!settings) {
        return badFile(path, settings.error());
    }
    return setOffice(scene, *std::move(settings), path);
}

void useTrace(Scene& scene, Trace trace)
{
    for (const auto& [day, arrivals] : trace) {
        scene.days.push_back(day);
    }
    scene.arrivals = [trace = std::move(trace)](Day day, double /*times*/) {
        return trace.at(day);
    };
}

OrFailure<Done> readTrace(const QCommandLineParser& parser, const Span& span, Scene& scene)
{
    const QString path = parser.value(u"trace"_s);
    const auto text = readFile(path.toStdString());
    if (!text) {
        return badFile(path, text.error());
    }
    auto trace = traceFromCsv(*text, scene.base.settings, scene.clock);
    if (!trace) {
        return badFile(path, trace.error());
    }
    std::erase_if(*trace, [&](const auto& entry) { return !span.has(entry.first); });
    useTrace(scene, *std::move(trace));
    return Done{};
}

OrFailure<Done> readLoad(const QCommandLineParser& parser, const Span& span, Scene& scene)
{
    const QString path = parser.value(u"load"_s);
    const auto json = jsonFromFile(path);
    if (!json) {
        return Unexpected(json.error());
    }
    auto load = loadFromJson(*json, scene.base.settings);
    if (!load) {
        return badFile(path, load.error());
    }
    bool whole = true;
    if (parser.isSet(u"seed"_s)) {
        load->seed = parser.value(u"seed"_s).toULongLong(&whole);
        if (!whole) {
            return usage("--seed must be a number");
        }
    }
    // A day of its own and not today: the same command tells the same tomorrow.
    const Day from = span.from.value_or(
        std::chrono::sys_days{std::chrono::year{2026} / std::chrono::January / 12});
    int count = 5;
    if (parser.isSet(u"days"_s)) {
        count = parser.value(u"days"_s).toInt(&whole);
        if (!whole || count < 1 || count > DaysMax) {
            return usage("--days must be a number from 1 to " + std::to_string(DaysMax));
        }
    } else if (span.to) {
        count = static_cast<int>((*span.to - from).count()) + 1;
    }
    scene.days = workingDays(scene.base.settings, from, count);
    std::erase_if(scene.days, [&](Day day) { return !span.has(day); });
    scene.arrivals = [load = *std::move(load), &scene](Day day, double times) {
        return arrivalsOn(load, scene.base.settings, scene.clock, day, times);
    };
    scene.canScale = true;
    return Done{};
}

OrFailure<Done> readJournal(const QCommandLineParser& parser, const Span& span, Scene& scene)
{
    if (!span.from || !span.to) {
        return usage("--journal needs --from and --to");
    }
    const QString path = parser.value(u"journal"_s);
    const auto bad = [](const journal::JournalError& error) {
        return Unexpected(Failure{.code = ExitCode::BadJournal, .why = error.what});
    };
    auto reader = journal::Reader::open(path.toStdString());
    if (!reader) {
        return bad(reader.error());
    }
    if (!parser.isSet(u"office"_s)) {
        auto settings = reader->settings();
        if (!settings) {
            return bad(settings.error());
        }
        if (!*settings) {
            return Unexpected(Failure{.code = ExitCode::BadJournal,
                                      .why = path.toStdString() + ": the office is not set up"});
        }
        if (auto set = setOffice(scene, **std::move(settings), path); !set) {
            return set;
        }
    }
    PastVisits past;
    for (Day day = *span.from; day <= *span.to; day += std::chrono::days{1}) {
        auto visits = reader->visitsOn(day, VisitsADayMax);
        if (!visits) {
            return bad(visits.error());
        }
        if (!visits->empty()) {
            past[day] = *std::move(visits);
        }
    }
    scene.base.plan = staffingOf(past, scene.base.settings, scene.clock);
    scene.habits.walk = walkOf(past).value_or(scene.habits.walk);
    useTrace(scene, arrivalsOf(past, scene.base.settings));
    return Done{};
}

} // namespace

OrFailure<Done> readScene(const QCommandLineParser& parser, Scene& scene)
{
    const auto span = spanFrom(parser);
    if (!span) {
        return Unexpected(span.error());
    }
    const int sources = (parser.isSet(u"journal"_s) ? 1 : 0) + (parser.isSet(u"trace"_s) ? 1 : 0) +
                        (parser.isSet(u"load"_s) ? 1 : 0);
    if (sources != 1) {
        return usage("one of --journal, --trace and --load is needed; see --help");
    }
    if (!parser.isSet(u"office"_s) && !parser.isSet(u"journal"_s)) {
        return usage("--office is needed; see --help");
    }
    if (parser.isSet(u"office"_s)) {
        if (auto read = readOffice(parser, scene); !read) {
            return read;
        }
    }
    auto read = parser.isSet(u"journal"_s) ? readJournal(parser, *span, scene)
                : parser.isSet(u"trace"_s) ? readTrace(parser, *span, scene)
                                           : readLoad(parser, *span, scene);
    if (!read) {
        return read;
    }
    if (scene.days.empty()) {
        return Unexpected(
            Failure{.code = ExitCode::BadSettings, .why = "no day is left to be simulated"});
    }
    return readHabits(parser, scene.habits);
}

OrFailure<std::vector<Variant>> readVariants(const QCommandLineParser& parser, Scene& scene)
{
    if (parser.isSet(u"plan"_s)) {
        const QString path = parser.value(u"plan"_s);
        const auto text = readFile(path.toStdString());
        if (!text) {
            return badFile(path, text.error());
        }
        if (const auto read = readPlan(*text, scene.base.settings, scene.base.plan); !read) {
            return badFile(path, read.error());
        }
    }
    std::vector<Variant> variants;
    if (parser.isSet(u"compare"_s)) {
        if (parser.value(u"compare"_s) != "rules"_L1) {
            return usage("--compare knows 'rules' only");
        }
        variants = everyOrder(scene.base);
    } else {
        variants.push_back(scene.base);
    }
    for (const QString& text : parser.values(u"variant"_s)) {
        auto variant = variantFrom(text.toStdString(), scene.base, readFile);
        if (!variant) {
            return usage("--variant " + text.toStdString() + ": " + describe(variant.error()));
        }
        if (variant->load != scene.base.load && !scene.canScale) {
            return usage("--variant " + text.toStdString() +
                         ": load changes only what --load describes");
        }
        variants.push_back(*std::move(variant));
    }
    return variants;
}

} // namespace talon::controller
