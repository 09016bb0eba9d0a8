#include "controller/simulation/simulate.h"

#include "controller/cli/cli.h"
#include "controller/cli/simulate_scene.h"
#include "controller/simulation/report.h"
#include "controller/simulation/trace.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

/// Lives days under other rules; docs/simulate.md tells how it is used.
namespace talon::controller {

namespace {

using namespace simulation;
using runtime::ExitCode;

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        u"Lives days again, or made-up ones, under other rules, windows and breaks.\n"
        "One of --journal, --trace and --load says who comes."_s);
    parser.addOptions({
        {u"journal"_s, u"Days past, from an office's journal; with --from and --to."_s, u"file"_s},
        {u"trace"_s, u"Visitors from a table; with --office."_s, u"file.csv"_s},
        {u"load"_s, u"Visitors as described; with --office."_s, u"file.json"_s},
        {u"office"_s, u"The office's settings; instead of the journal's, if given."_s,
         u"file.json"_s},
        {u"from"_s, u"The first day."_s, u"2026-01-12"_s},
        {u"to"_s, u"The last day."_s, u"2026-01-16"_s},
        {u"days"_s, u"With --load: so many working days (5)."_s, u"number"_s},
        {u"seed"_s, u"With --load: instead of the file's."_s, u"number"_s},
        {u"plan"_s, u"When each window works, instead of always or as it was."_s, u"file.csv"_s},
        {u"compare"_s, u"'rules' sets the orders of service side by side."_s, u"rules"_s},
        {u"variant"_s,
         u"One more column, e.g. late:window.4=11:00-17:00,break.1=13:00+45; may be repeated."_s,
         u"name:key=value,..."_s},
        {u"forecast"_s,
         u"Tickets tell a wait, and the last one is given by forecast: slower, and tells how well "
         "the waits were kept."_s},
        {u"csv"_s, u"Writes all measures for other programs."_s, u"file.csv"_s},
        {u"visits-csv"_s, u"Writes every visit of every variant."_s, u"file.csv"_s},
        {u"trace-csv"_s, u"Writes who came, to be used with --trace."_s, u"file.csv"_s},
        {u"language"_s, u"Of the names in the table: ru, en, kk."_s, u"code"_s, u"ru"_s},
        {u"walk"_s, u"From a call to the start of the service (15; from a journal, measured)."_s,
         u"seconds"_s},
        {u"hand-over"_s, u"From the end of a visit to the next call (5)."_s, u"seconds"_s},
        {u"absence"_s, u"A clerk waits so long for who does not come (60)."_s, u"seconds"_s},
        {u"stay"_s, u"Clerks serve who still waits so long after closing (120)."_s, u"minutes"_s},
    });
}

/// A file that is written bit by bit; does nothing when it was not asked for.
class Output
{
public:
    OrFailure<Done> open(const QString& path, const std::string& header)
    {
        if (path.isEmpty()) {
            return Done{};
        }
        m_file.setFileName(path);
        if (!m_file.open(QFile::WriteOnly | QFile::Truncate)) {
            return failed();
        }
        add(header);
        return Done{};
    }

    bool isOpen() const { return m_file.isOpen(); }
    void add(const std::string& text) { m_file.write(text.data(), qint64(text.size())); }

    OrFailure<Done> close()
    {
        if (m_file.isOpen() && (!m_file.flush() || m_file.error() != QFile::NoError)) {
            return failed();
        }
        m_file.close();
        return Done{};
    }

private:
    OrFailure<Done> failed() const
    {
        return Unexpected(Failure{.code = ExitCode::DiskFailed,
                                  .why = m_file.fileName().toStdString() + ": cannot be written: " +
                                         m_file.errorString().toStdString()});
    }

    QFile m_file;
};

OrFailure<Done> writeWhole(const QString& path, const std::string& text)
{
    Output output;
    auto opened = output.open(path, text);
    return opened ? output.close() : opened;
}

OrFailure<Done> writeTrace(const QString& path, const Scene& scene)
{
    Output output;
    if (auto opened = output.open(path, traceHeader()); !opened || !output.isOpen()) {
        return opened;
    }
    for (const Day day : scene.days) {
        for (const Arrival& arrival : scene.arrivals(day, 1)) {
            output.add(traceLine(arrival, scene.base.settings, scene.clock));
        }
    }
    return output.close();
}

OrFailure<std::vector<Result>>
liveAll(const QCommandLineParser& parser, const Scene& scene, const std::vector<Variant>& variants)
{
    Output visits;
    if (const auto opened = visits.open(parser.value(u"visits-csv"_s), turnHeader()); !opened) {
        return Unexpected(opened.error());
    }
    std::vector<Result> results;
    for (const Variant& variant : variants) {
        const Setting setting{.days = scene.days,
                              .habits = scene.habits,
                              .clock = scene.clock,
                              .yardstick = scene.base.settings,
                              .forecasts = parser.isSet(u"forecast"_s)};
        TurnSink sink;
        if (visits.isOpen()) {
            sink = [&](const Turn& turn) {
                visits.add(turnLine(variant.name, turn, variant.settings, scene.clock));
            };
        }
        auto lived = simulate(
            setting, variant, [&](Day day) { return scene.arrivals(day, variant.load); }, sink);
        for (const auto& [refusal, times] : lived.surprises) {
            std::fprintf(stderr, "talon-controller: %s: refused %lld times: %s\n",
                         variant.name.c_str(), static_cast<long long>(times),
                         std::string(queue::name(refusal)).c_str());
        }
        results.push_back({.variant = variant.name, .measures = std::move(lived.measures)});
    }
    if (const auto closed = visits.close(); !closed) {
        return Unexpected(closed.error());
    }
    return results;
}

OrFailure<Done> run(const QCommandLineParser& parser)
{
    Scene scene;
    if (auto read = readScene(parser, scene); !read) {
        return read;
    }
    const auto variants = readVariants(parser, scene);
    if (!variants) {
        return Unexpected(variants.error());
    }
    if (auto written = writeTrace(parser.value(u"trace-csv"_s), scene); !written) {
        return written;
    }
    const auto results = liveAll(parser, scene, *variants);
    if (!results) {
        return Unexpected(results.error());
    }
    const std::string language = parser.value(u"language"_s).toStdString();
    std::printf("%s, %s to %s\n\n%s", inLanguage(scene.base.settings.name, language).c_str(),
                dayText(scene.days.front()).c_str(), dayText(scene.days.back()).c_str(),
                tableOf(*results, scene.base.settings, language).c_str());
    return parser.isSet(u"csv"_s) ? writeWhole(parser.value(u"csv"_s), csvOf(*results))
                                  : OrFailure<Done>(Done{});
}

} // namespace

int simulate(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    parse(parser, arguments, {});
    const auto done = run(parser);
    if (!done) {
        std::fprintf(stderr, "talon-controller: %s\n", done.error().why.c_str());
        return static_cast<int>(done.error().code);
    }
    return static_cast<int>(ExitCode::Good);
}

} // namespace talon::controller
