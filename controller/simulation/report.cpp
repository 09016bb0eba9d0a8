#include "controller/simulation/report.h"

#include "controller/simulation/csv.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace talon::simulation {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// As many as the eye counts, of text in UTF-8.
std::size_t columnsOf(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// "12 345".
std::string grouped(std::int64_t value)
{
    std::string text = std::to_string(value);
    for (std::size_t i = text.size(); i > 3; i -= 3) {
        text.insert(i - 3, 1, ' ');
    }
    return text;
}

/// "4:05", minutes and seconds, also of hours.
std::string spanText(milliseconds span)
{
    const std::int64_t all = std::chrono::round<seconds>(span).count();
    const std::string rest = std::to_string(all % 60);
    return std::to_string(all / 60).append(rest.size() < 2 ? ":0" : ":").append(rest);
}

/// In tenths, without a language's own comma.
std::string percentText(double share)
{
    const auto tenths = std::llround(share * 1000);
    return std::to_string(tenths / 10).append(".").append(std::to_string(tenths % 10)).append(" %");
}

std::string shareText(double share)
{
    const auto parts = std::llround(share * 10000);
    const std::string rest = std::to_string(parts % 10000);
    return std::to_string(parts / 10000).append(".").append(4 - rest.size(), '0').append(rest);
}

std::string hoursText(milliseconds span)
{
    const auto tenths = std::llround(static_cast<double>(span.count()) / 360000.0);
    return grouped(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// With spaces before it.
std::string padded(const std::string& text, std::size_t width)
{
    const std::size_t columns = columnsOf(text);
    std::string aligned(columns < width ? width - columns : 0, ' ');
    return aligned.append(text);
}

using Cell = std::function<std::string(const Measures&)>;
using Pick = std::function<const GroupMeasures&(const Measures&)>;

/// Fills a table line by line and aligns it at the end.
class Table
{
public:
    explicit Table(const std::vector<Result>& results)
        : m_results(results)
    {}

    void row(const std::string& label, const Cell& cell)
    {
        std::vector<std::string> cells;
        for (const Result& result : m_results) {
            cells.push_back(cell(result.measures));
        }
        m_lines.push_back({.label = label, .cells = std::move(cells)});
    }

    void heading(const std::string& label) { m_lines.push_back({.label = label, .cells = {}}); }

    /// "mean / 95 % / in target" of a group that anybody is in.
    void group(const std::string& label, const Pick& pick)
    {
        const bool known = std::ranges::any_of(
            m_results, [&](const Result& result) { return pick(result.measures).visits > 0; });
        if (known) {
            row(std::string("  ").append(label), [&](const Measures& measures) {
                const GroupMeasures& group = pick(measures);
                return padded(spanText(group.wait.mean()), 6) +
                       padded(spanText(group.wait.percentile(95)), 8) +
                       padded(percentText(group.shareInTarget()), 9);
            });
        }
    }

    std::string text() const
    {
        std::size_t labelWidth = 0;
        std::vector<std::size_t> widths;
        for (const Result& result : m_results) {
            widths.push_back(columnsOf(result.variant));
        }
        for (const Line& line : m_lines) {
            labelWidth = std::max(labelWidth, columnsOf(line.label));
            for (std::size_t i = 0; i < line.cells.size(); ++i) {
                widths[i] = std::max(widths[i], columnsOf(line.cells[i]));
            }
        }
        std::string text(labelWidth, ' ');
        for (std::size_t i = 0; i < m_results.size(); ++i) {
            text += right(m_results[i].variant, widths[i]);
        }
        text += "\n";
        for (const Line& line : m_lines) {
            text += line.label;
            if (!line.cells.empty()) {
                text += std::string(labelWidth - columnsOf(line.label), ' ');
            }
            for (std::size_t i = 0; i < line.cells.size(); ++i) {
                text += right(line.cells[i], widths[i]);
            }
            text += "\n";
        }
        return text;
    }

private:
    struct Line
    {
        std::string label;
        std::vector<std::string> cells;
    };

    static std::string right(const std::string& cell, std::size_t width)
    {
        return padded(cell, width + 3);
    }

    const std::vector<Result>& m_results;
    std::vector<Line> m_lines;
};

void addCounts(Table& table)
{
    table.row("days", [](const Measures& m) { return grouped(m.days()); });
    table.row("visits", [](const Measures& m) { return grouped(m.all().visits); });
    table.row("  served", [](const Measures& m) { return grouped(m.all().served); });
    table.row("  left, absent when called",
              [](const Measures& m) { return grouped(m.all().left); });
    table.row("  dropped at the day's end",
              [](const Measures& m) { return grouped(m.all().dropped); });
    table.row("  turned away", [](const Measures& m) { return grouped(m.all().turnedAway); });
}

void addWaits(Table& table, const OfficeSettings& settings, const std::string& language)
{
    table.heading("waiting: mean, 95 %, share within target");
    table.group(
        "all", [](const Measures& m) -> auto& { return m.all(); });
    table.group(
        "walk-ins", [](const Measures& m) -> auto& { return m.walkIns(); });
    table.group(
        "bookings", [](const Measures& m) -> auto& { return m.bookings(); });
    table.group(
        "priority categories", [](const Measures& m) -> auto& { return m.withCategory(); });
    for (const PriorityCategory& category : settings.categories) {
        table.group(
            "  " + inLanguage(category.name, language), [&](const Measures& m) -> auto& {
                return m.categories().at(category.id);
            });
    }
    table.heading("by service");
    for (const Service& service : settings.services) {
        table.group(
            service.prefix + " " + inLanguage(service.name, language),
            [&](const Measures& m) -> auto& { return m.services().at(service.id); });
    }
}

void addOrder(Table& table)
{
    table.row("longest wait", [](const Measures& m) { return spanText(m.all().wait.longest()); });
    table.row("bookings start late: mean, 95 %", [](const Measures& m) {
        return spanText(m.lateness().mean()) + padded(spanText(m.lateness().percentile(95)), 8);
    });
    table.row("overtakings", [](const Measures& m) { return grouped(m.overtakings()); });
    table.row("  visits overtaken", [](const Measures& m) { return grouped(m.overtakenVisits()); });
    table.row("  most often, one visit",
              [](const Measures& m) { return grouped(m.oftenestOvertaken()); });
    table.row("  by one who came later by at most",
              [](const Measures& m) { return spanText(m.overtakenBy()); });
}

/// "80.2 %   9:10": the range holds 80 times in 100, and is so wide in the mean.
void addPromises(Table& table, const std::vector<Result>& results)
{
    const bool made = std::ranges::any_of(
        results, [](const Result& result) { return result.measures.promises().calls > 0; });
    if (!made) {
        return;
    }
    table.row("told on tickets: kept, mean width", [](const Measures& m) {
        const PromiseMeasures& promises = m.promises();
        const double kept = promises.calls == 0 ? 0
                                                : static_cast<double>(promises.within) /
                                                      static_cast<double>(promises.calls);
        return percentText(kept) + padded(spanText(promises.width.mean()), 8);
    });
    table.row("  middle of the range off by: mean, 95 %", [](const Measures& m) {
        const Spread& error = m.promises().error;
        return spanText(error.mean()) + padded(spanText(error.percentile(95)), 8);
    });
}

void addWindows(Table& table, const OfficeSettings& settings)
{
    table.heading("windows: busy share, hours open");
    const auto cell = [](const WindowTime& time) {
        return percentText(utilisation(time)) + padded(hoursText(time.open), 10);
    };
    table.row("  all", [&](const Measures& m) { return cell(m.windowsTogether()); });
    for (const Window& window : settings.windows) {
        table.row(std::string("  ").append(window.name), [&](const Measures& m) {
            const auto found = m.windows().find(window.id);
            return found == m.windows().end() ? std::string("closed") : cell(found->second);
        });
    }
    table.row("  idle while somebody waited",
              [](const Measures& m) { return spanText(m.windowsTogether().idleWhileWaiting); });
}

using Fields = std::vector<std::string>;

void addNumbers(Fields& fields, const std::vector<std::int64_t>& numbers)
{
    for (const std::int64_t number : numbers) {
        fields.push_back(std::to_string(number));
    }
}

void addGroup(Fields& fields, const GroupMeasures& group)
{
    addNumbers(fields, {group.visits, group.served, group.left, group.dropped, group.turnedAway,
                        group.wait.mean().count(), group.wait.percentile(50).count(),
                        group.wait.percentile(95).count(), group.wait.longest().count()});
    // Of nobody there is no share.
    const bool isJudged = group.wait.count() + group.dropped > 0;
    fields.push_back(isJudged ? shareText(group.shareInTarget()) : "");
}

void addWindow(Fields& fields, const WindowTime& time)
{
    addNumbers(fields, {time.idleWhileWaiting.count() / 1000, time.open.count() / 1000,
                        time.busy.count() / 1000});
    fields.push_back(shareText(utilisation(time)));
}

} // namespace

std::string tableOf(const std::vector<Result>& results,
                    const OfficeSettings& settings,
                    const std::string& language)
{
    Table table(results);
    addCounts(table);
    addWaits(table, settings, language);
    addOrder(table);
    addPromises(table, results);
    addWindows(table, settings);
    return table.text();
}

std::string csvOf(const std::vector<Result>& results)
{
    const Fields header{"variant",
                        "group",
                        "id",
                        "days",
                        "visits",
                        "served",
                        "left",
                        "dropped",
                        "turned_away",
                        "wait_mean_s",
                        "wait_median_s",
                        "wait_p95_s",
                        "wait_longest_s",
                        "in_target_share",
                        "lateness_mean_s",
                        "lateness_p95_s",
                        "overtakings",
                        "overtaken_visits",
                        "overtaken_most_often",
                        "overtaken_by_s",
                        "idle_while_waiting_s",
                        "open_s",
                        "busy_s",
                        "utilisation",
                        "told",
                        "told_kept",
                        "told_error_mean_s",
                        "told_width_mean_s"};
    std::string text = csvLine(header);
    for (const auto& [variant, measures] : results) {
        const std::string called = csvField(variant);
        const std::string days = std::to_string(measures.days());
        const auto add = [&](const std::string& group, std::int64_t id, const GroupMeasures& of) {
            Fields fields{called, group, id == 0 ? "" : std::to_string(id), days};
            addGroup(fields, of);
            fields.resize(header.size());
            text += csvLine(fields);
        };
        Fields all{called, "all", "", days};
        addGroup(all, measures.all());
        addNumbers(all,
                   {measures.lateness().mean().count(), measures.lateness().percentile(95).count(),
                    measures.overtakings(), measures.overtakenVisits(),
                    measures.oftenestOvertaken(), measures.overtakenBy().count() / 1000});
        addWindow(all, measures.windowsTogether());
        if (const PromiseMeasures& told = measures.promises(); told.calls > 0) {
            addNumbers(all, {told.calls, told.within, told.error.mean().count(),
                             told.width.mean().count()});
        }
        all.resize(header.size());
        text += csvLine(all);
        add("walkIns", 0, measures.walkIns());
        add("bookings", 0, measures.bookings());
        add("categories", 0, measures.withCategory());
        for (const auto& [id, group] : measures.categories()) {
            add("category", id.value, group);
        }
        for (const auto& [id, group] : measures.services()) {
            add("service", id.value, group);
        }
        for (const auto& [id, time] : measures.windows()) {
            Fields fields{called, "window", std::to_string(id.value), days};
            fields.resize(header.size() - 4);
            addWindow(fields, time);
            text += csvLine(fields);
        }
    }
    return text;
}

std::string turnHeader()
{
    return "variant,day,number,service,segment,category,booking,people,joined,called,started,ended,"
           "window,helping,outcome,refusal,wait_s,overtaken,overtaken_by_s\n";
}

std::string turnLine(const std::string& variant,
                     const Turn& turn,
                     const OfficeSettings& settings,
                     const WallClock& clock)
{
    const auto moment = [&](std::optional<Instant> at) {
        return at ? momentText(*at, clock) : std::string();
    };
    const auto id = [](const auto& maybe) {
        return maybe ? std::to_string(maybe->value) : std::string();
    };
    const Service* const service = findService(settings, turn.service);
    return csvLine({csvField(variant), dayText(turn.day), csvField(turn.number),
                    std::to_string(turn.service.value),
                    std::string(service == nullptr ? "" : name(service->segment)),
                    id(turn.category), moment(turn.bookedFor), std::to_string(turn.people),
                    moment(turn.joinedAt), moment(turn.calledAt), moment(turn.startedAt),
                    moment(turn.endedAt), id(turn.window), turn.helping ? "1" : "0",
                    std::string(name(turn.outcome)),
                    std::string(turn.refusal ? name(*turn.refusal) : ""),
                    std::to_string(waitOf(turn).count() / 1000), std::to_string(turn.overtaken),
                    std::to_string(turn.overtakenBy.count() / 1000)});
}

} // namespace talon::simulation
