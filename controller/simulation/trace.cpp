#include "controller/simulation/trace.h"

#include "controller/simulation/csv.h"

#include <algorithm>

namespace talon::simulation {

namespace {

using std::chrono::seconds;

constexpr seconds LongestService = std::chrono::hours{24};
constexpr seconds LongestPatience = std::chrono::hours{24};
constexpr std::size_t ErrandsMax = 6;

bool hasText(const Text& texts, std::string_view wanted)
{
    return std::ranges::any_of(texts, [&](const auto& entry) { return entry.second == wanted; });
}

template <class T>
bool hasId(const T& thing, std::string_view text)
{
    return std::to_string(thing.id.value) == text;
}

/// Reads one row after the other of an open table.
class TraceReader
{
public:
    TraceReader(CsvReader table, const OfficeSettings& settings, const WallClock& clock)
        : m_table(std::move(table))
        , m_settings(settings)
        , m_clock(clock)
    {}

    Expected<Trace, ParseError> read()
    {
        Trace trace;
        for (;;) {
            const auto row = m_table.next();
            if (!row) {
                return Unexpected(row.error());
            }
            if (!*row) {
                break;
            }
            auto arrival = readArrival();
            if (!arrival) {
                return Unexpected(arrival.error());
            }
            const Day day = m_clock.dayOf(arrival->at);
            trace[day].push_back(*std::move(arrival));
        }
        for (auto& [day, arrivals] : trace) {
            std::ranges::stable_sort(arrivals, {}, &Arrival::at);
        }
        return trace;
    }

private:
    Expected<Arrival, ParseError> readArrival()
    {
        Arrival arrival;
        const auto at = moment("arrival", std::nullopt);
        if (!at) {
            return Unexpected(at.error());
        }
        arrival.at = *at;
        if (auto read = readWho(arrival); !read) {
            return Unexpected(read.error());
        }
        if (auto read = readErrands(arrival); !read) {
            return Unexpected(read.error());
        }
        return arrival;
    }

    Expected<Done, ParseError> readWho(Arrival& arrival)
    {
        if (const auto text = m_table.value("category"); !text.empty()) {
            const auto found =
                std::ranges::find_if(m_settings.categories, [&](const PriorityCategory& category) {
                    return hasId(category, text) || hasText(category.name, text);
                });
            if (found == m_settings.categories.end()) {
                return fault("category", "names no category of the office: " + std::string(text));
            }
            arrival.category = found->id;
        }
        if (!m_table.value("booking").empty()) {
            const auto booked = moment("booking", m_clock.dayOf(arrival.at));
            if (!booked) {
                return Unexpected(booked.error());
            }
            if (m_clock.dayOf(*booked) != m_clock.dayOf(arrival.at)) {
                return fault("booking", "is for another day than the arrival");
            }
            arrival.bookedFor = *booked;
        }
        if (const auto text = m_table.value("patience"); !text.empty()) {
            const auto patience = numberFrom(text, 0, LongestPatience.count());
            if (!patience) {
                return fault("patience", "must be seconds from 0 to 86400, or nothing");
            }
            arrival.patience = seconds{*patience};
        }
        if (const auto text = m_table.value("people"); !text.empty()) {
            const auto people = numberFrom(text, 1, 99);
            if (!people) {
                return fault("people", "must be a number from 1 to 99, or nothing");
            }
            arrival.people = static_cast<int>(*people);
        }
        return Done{};
    }

    Expected<Done, ParseError> readErrands(Arrival& arrival)
    {
        const auto first = errand("service", m_table.value("service"), "service_time",
                                  m_table.value("service_time"));
        if (!first) {
            return Unexpected(first.error());
        }
        arrival.errands.push_back(*first);
        std::string_view rest = m_table.value("then");
        while (!rest.empty()) {
            const std::string_view one = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), one.size() + 1));
            const auto colon = one.find(':');
            if (colon == std::string_view::npos || arrival.errands.size() == ErrandsMax) {
                return fault("then", "must be like \"2:150 3:600\", services and their seconds, "
                                     "five at most");
            }
            const auto next = errand("then", one.substr(0, colon), "then", one.substr(colon + 1));
            if (!next) {
                return Unexpected(next.error());
            }
            arrival.errands.push_back(*next);
        }
        return Done{};
    }

    Expected<Errand, ParseError> errand(std::string_view serviceColumn,
                                        std::string_view service,
                                        std::string_view timeColumn,
                                        std::string_view time)
    {
        const auto id = serviceFrom(service);
        if (!id) {
            return Unexpected(m_table.fault(
                serviceColumn, service.empty()
                                   ? "is empty"
                                   : "names no service of the office: " + std::string(service)));
        }
        const auto takes = numberFrom(time, 0, LongestService.count());
        if (!takes) {
            return Unexpected(m_table.fault(timeColumn, "must be seconds from 0 to 86400"));
        }
        if (const auto segment = inLowerCase(m_table.value("segment"));
            !segment.empty() &&
            std::ranges::none_of(Segments, [&](Segment known) { return name(known) == segment; })) {
            return Unexpected(m_table.fault("segment", "must be b2c or b2b, or nothing"));
        }
        return Errand{.service = *id, .takes = seconds{*takes}};
    }

    /// Names may be the same for private persons and companies: the segment tells them apart.
    std::optional<ServiceId> serviceFrom(std::string_view text) const
    {
        const std::string segment = inLowerCase(m_table.value("segment"));
        for (const Service& service : m_settings.services) {
            if (hasId(service, text)) {
                return service.id;
            }
        }
        for (const Service& service : m_settings.services) {
            if ((service.prefix == text || hasText(service.name, text)) && !text.empty() &&
                (segment.empty() || name(service.segment) == segment)) {
                return service.id;
            }
        }
        return std::nullopt;
    }

    /// A date and time; or, on a day that is known, a time or seconds since its midnight.
    Expected<Instant, ParseError> moment(std::string_view column, std::optional<Day> day)
    {
        const std::string_view text = m_table.value(column);
        if (const auto whole = momentFrom(text, m_clock)) {
            return *whole;
        }
        if (!day && m_table.has("day")) {
            day = dayFrom(m_table.value("day"));
            if (!day) {
                return Unexpected(m_table.fault("day", "must be a date like 2026-11-24"));
            }
        }
        if (day) {
            if (const auto time = timeOfDayFrom(text)) {
                return m_clock.instant(*day, *time);
            }
            // Up to two days: an office may stay open past midnight.
            if (const auto ofDay = numberFrom(text, 0, 2 * 86400 - 1)) {
                return m_clock.instant(*day, seconds{*ofDay});
            }
        }
        return Unexpected(m_table.fault(
            column, "must be a wall-clock time like 2026-11-24T10:05:30, or with a column day "
                    "seconds since midnight"));
    }

    Expected<Done, ParseError> fault(std::string_view column, std::string what) const
    {
        return Unexpected(m_table.fault(column, std::move(what)));
    }

    CsvReader m_table;
    const OfficeSettings& m_settings;
    const WallClock& m_clock;
};

} // namespace

Expected<Trace, ParseError>
traceFromCsv(std::string_view text, const OfficeSettings& settings, const WallClock& clock)
{
    auto table = CsvReader::open(text);
    if (!table) {
        return Unexpected(table.error());
    }
    if (const auto whole = table->require({"arrival", "service", "service_time"}); !whole) {
        return Unexpected(whole.error());
    }
    return TraceReader(*std::move(table), settings, clock).read();
}

std::string traceHeader()
{
    return "arrival,service,segment,category,booking,patience,service_time,people,then\n";
}

std::string
traceLine(const Arrival& arrival, const OfficeSettings& settings, const WallClock& clock)
{
    const Errand& first = arrival.errands.front();
    const Service* const service = findService(settings, first.service);
    std::string then;
    for (std::size_t i = 1; i < arrival.errands.size(); ++i) {
        const Errand& errand = arrival.errands[i];
        then.append(i > 1 ? " " : "").append(std::to_string(errand.service.value));
        then.append(":").append(std::to_string(errand.takes.count()));
    }
    return csvLine({momentText(arrival.at, clock), std::to_string(first.service.value),
                    std::string(service == nullptr ? "" : name(service->segment)),
                    arrival.category ? std::to_string(arrival.category->value) : "",
                    arrival.bookedFor ? momentText(*arrival.bookedFor, clock) : "",
                    arrival.patience ? std::to_string(arrival.patience->count()) : "",
                    std::to_string(first.takes.count()), std::to_string(arrival.people), then});
}

} // namespace talon::simulation
