#include "controller/cli/load_json.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace talon::controller {

namespace {

using simulation::Load;
using simulation::Shape;

/// Of anything that has no narrower limit.
constexpr double Most = 1e6;

/// Reads an object with fractions, which the messages on the wire do not have. Keeps the first
/// thing that is wrong.
class Fields
{
public:
    Fields(QJsonObject object, std::string path, std::optional<ParseError>& error)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_error(error)
    {}

    bool has(const QString& key) const
    {
        return m_object.contains(key) && !m_object.value(key).isNull();
    }
    QStringList keys() const { return m_object.keys(); }

    double number(const QString& key, double min, double max)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isDouble() || value.toDouble() < min || value.toDouble() > max) {
            fail(key, "must be a number from " + text(min) + " to " + text(max));
            return min;
        }
        return value.toDouble();
    }

    double number(const QString& key, double min, double max, double otherwise)
    {
        return has(key) ? number(key, min, max) : otherwise;
    }

    std::int64_t whole(const QString& key, std::int64_t min, std::int64_t max)
    {
        const double value = number(key, static_cast<double>(min), static_cast<double>(max));
        if (value != std::floor(value)) {
            fail(key, "must be a whole number");
        }
        return static_cast<std::int64_t>(value);
    }

    Fields object(const QString& key)
    {
        if (!m_object.value(key).isObject()) {
            fail(key, "must be an object");
        }
        return {m_object.value(key).toObject(), pathOf(key), m_error};
    }

    std::vector<Fields> list(const QString& key)
    {
        if (!m_object.value(key).isArray()) {
            fail(key, "must be a list");
        }
        std::vector<Fields> items;
        const QJsonArray array = m_object.value(key).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString item = key + u"[%1]"_s.arg(i);
            if (!array.at(i).isObject()) {
                fail(item, "must be an object");
            }
            items.emplace_back(array.at(i).toObject(), pathOf(item), m_error);
        }
        return items;
    }

    void fail(const QString& key, std::string what)
    {
        if (!m_error) {
            m_error = ParseError{.field = pathOf(key), .what = std::move(what)};
        }
    }

private:
    static std::string text(double value) { return QString::number(value).toStdString(); }

    std::string pathOf(const QString& key) const
    {
        return m_path.empty() ? key.toStdString() : m_path + "." + key.toStdString();
    }

    QJsonObject m_object;
    std::string m_path;
    std::optional<ParseError>& m_error;
};

/// {"08:00": 12, "12:00": 6}: visitors an hour from each time on.
std::vector<simulation::Rate> ratesFrom(Fields fields)
{
    std::vector<simulation::Rate> rates;
    for (const QString& key : fields.keys()) {
        const auto time = simulation::timeOfDayFrom(key.toStdString());
        if (!time || time->count() % 60 != 0) {
            fields.fail(key, "must be a time like 08:00");
        }
        rates.push_back({.from = std::chrono::floor<std::chrono::minutes>(
                             time.value_or(std::chrono::seconds{0})),
                         .perHour = fields.number(key, 0, 10000)});
    }
    return rates;
}

/// A weekday's own rates, else those of "usual", else nobody.
void readWeek(Fields fields, simulation::ServiceLoad& load)
{
    if (fields.has(u"usual"_s)) {
        load.week.fill(ratesFrom(fields.object(u"usual"_s)));
    }
    for (const QString& key : fields.keys()) {
        const auto weekday = simulation::weekdayFrom(key.toStdString());
        if (weekday) {
            load.week.at(*weekday) = ratesFrom(fields.object(key));
        } else if (key != u"usual"_s) {
            fields.fail(key, "must be a weekday in English, or usual");
        }
    }
}

Shape shapeFrom(Fields fields, double meanMin)
{
    return {.mean = fields.number(u"mean"_s, meanMin, Most),
            .variation = fields.number(u"variation"_s, 0, 5, 0)};
}

simulation::ServiceLoad serviceFrom(Fields& fields, double bookingShare)
{
    simulation::ServiceLoad load;
    load.service = {fields.whole(u"id"_s, 1, std::int64_t{1} << 52U)};
    readWeek(fields.object(u"perHour"_s), load);
    load.serviceSeconds = shapeFrom(fields.object(u"serviceSeconds"_s), 5);
    load.bookingShare = fields.number(u"bookingShare"_s, 0, 1, bookingShare);
    return load;
}

} // namespace

Expected<Load, ParseError> loadFromJson(const QJsonObject& json, const OfficeSettings& settings)
{
    using std::chrono::minutes;
    using std::chrono::seconds;
    std::optional<ParseError> error;
    Fields fields(json, {}, error);
    Load load;
    const auto secondsOf = [](double inMinutes) { return seconds{std::llround(inMinutes * 60)}; };
    if (fields.has(u"seed"_s)) {
        load.seed = static_cast<std::uint64_t>(fields.whole(u"seed"_s, 0, std::int64_t{1} << 52U));
    }
    load.dayVariation = fields.number(u"dayVariation"_s, 0, 2, 0);
    load.noShowShare = fields.number(u"noShowShare"_s, 0, 1, 0);
    if (fields.has(u"patienceMinutes"_s)) {
        load.patienceMinutes = shapeFrom(fields.object(u"patienceMinutes"_s), 1);
    }
    double bookingShare = 0;
    if (fields.has(u"bookings"_s)) {
        Fields bookings = fields.object(u"bookings"_s);
        bookingShare = bookings.number(u"share"_s, 0, 1);
        if (bookings.has(u"slotMinutes"_s)) {
            load.bookingSlot = minutes{bookings.whole(u"slotMinutes"_s, 1, 120)};
        }
        load.bookingEarly = secondsOf(bookings.number(u"earlyMinutes"_s, -120, 120, 8));
        load.bookingSpread = secondsOf(bookings.number(u"spreadMinutes"_s, 0, 120, 8));
    }
    if (fields.has(u"categories"_s)) {
        for (Fields& category : fields.list(u"categories"_s)) {
            load.categories.push_back(
                {.category = {category.whole(u"id"_s, 1, std::int64_t{1} << 52U)},
                 .share = category.number(u"share"_s, 0, 1)});
        }
    }
    for (Fields& service : fields.list(u"services"_s)) {
        load.services.push_back(serviceFrom(service, bookingShare));
    }
    if (error) {
        return Unexpected(*error);
    }
    if (const auto whole = simulation::check(load, settings); !whole) {
        return Unexpected(whole.error());
    }
    return load;
}

} // namespace talon::controller
