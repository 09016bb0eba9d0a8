#include "controller/simulation/variant.h"

#include "controller/simulation/csv.h"

#include <algorithm>
#include <array>

namespace talon::simulation {

namespace {

using std::chrono::minutes;

/// "window.4=11:00-17:00".
struct Change
{
    std::string_view key;     ///< "window"
    std::string_view subject; ///< "4"; may be empty.
    std::string_view value;   ///< "11:00-17:00"
};

Expected<Done, ParseError> wrong(const Change& change, std::string what)
{
    std::string field(change.key);
    if (!change.subject.empty()) {
        field.append(".").append(change.subject);
    }
    return Unexpected(ParseError{.field = std::move(field), .what = std::move(what)});
}

template <class T>
T* findById(std::vector<T>& all, std::string_view id)
{
    const auto found =
        std::ranges::find_if(all, [&](const T& one) { return std::to_string(one.id.value) == id; });
    return found == all.end() ? nullptr : &*found;
}

Expected<Done, ParseError>
setOrder(Variant& variant, const Change& change, const ReadFile& /*read*/)
{
    const auto* const found = std::ranges::find_if(
        ServiceOrders, [&](ServiceOrder order) { return name(order) == change.value; });
    if (found == ServiceOrders.end()) {
        return wrong(change, "must be earliestDue, firstCome, strictPriority or longestWait");
    }
    variant.settings.rules.order = *found;
    return Done{};
}

Expected<Done, ParseError>
readPlanInto(WindowPlan& plan, const Variant& variant, const Change& change, const ReadFile& read)
{
    const auto text = read(std::string(change.value));
    if (!text) {
        return wrong(change, std::string(change.value).append(": ").append(describe(text.error())));
    }
    if (const auto done = readPlan(*text, variant.settings, plan); !done) {
        return wrong(change, std::string(change.value).append(": ").append(describe(done.error())));
    }
    return Done{};
}

Expected<Done, ParseError> setPlan(Variant& variant, const Change& change, const ReadFile& read)
{
    return readPlanInto(variant.plan, variant, change, read);
}

template <class Do>
void forEachDay(WindowWeek& week, Do change)
{
    for (WindowDay& day : week.week) {
        change(day);
    }
    for (auto& [date, day] : week.dates) {
        change(day);
    }
}

Expected<Done, ParseError> setBreaks(Variant& variant, const Change& change, const ReadFile& read)
{
    for (Window& window : variant.settings.windows) {
        window.breaks.clear();
    }
    for (auto& [id, week] : variant.plan.windows) {
        forEachDay(week, [](WindowDay& day) { day.breaks.reset(); });
    }
    return change.value == "none" ? Expected<Done, ParseError>(Done{})
                                  : readPlanInto(variant.plan, variant, change, read);
}

Expected<Done, ParseError>
setTarget(Variant& variant, const Change& change, const ReadFile& /*read*/)
{
    Service* const service = findById(variant.settings.services, change.subject);
    const auto target = numberFrom(change.value, 1, 240);
    if (service == nullptr) {
        return wrong(change, "names no service of the office");
    }
    if (!target) {
        return wrong(change, "must be minutes from 1 to 240");
    }
    service->target = minutes{*target};
    return Done{};
}

Expected<Done, ParseError>
setCategory(Variant& variant, const Change& change, const ReadFile& /*read*/)
{
    PriorityCategory* const category = findById(variant.settings.categories, change.subject);
    const auto target = numberFrom(change.value, 0, 240);
    if (category == nullptr) {
        return wrong(change, "names no category of the office");
    }
    if (!target) {
        return wrong(change, "must be minutes from 0 to 240");
    }
    category->target = minutes{*target};
    return Done{};
}

Expected<Done, ParseError>
closeWindow(Variant& variant, const Change& change, const ReadFile& /*read*/)
{
    const Window* const window = findWindowNamed(variant.settings, change.value);
    if (window == nullptr) {
        return wrong(change, "names no window of the office");
    }
    WindowWeek& week = variant.plan.windows[window->id];
    forEachDay(week, [](WindowDay& day) { day.works = DayHours{}; });
    return Done{};
}

/// A day on which the window does not work at all stays one.
Expected<Done, ParseError>
setWindow(Variant& variant, const Change& change, const ReadFile& /*read*/)
{
    const Window* const window = findWindowNamed(variant.settings, change.subject);
    const auto hours = hoursFrom(change.value);
    if (window == nullptr) {
        return wrong(change, "names no window of the office");
    }
    if (!hours) {
        return wrong(change, "must be hours like 11:00-17:00, or closed");
    }
    forEachDay(variant.plan.windows[window->id], [&](WindowDay& day) {
        if (!day.works || !day.works->empty()) {
            day.works = *hours;
        }
    });
    return Done{};
}

Expected<Done, ParseError>
setBreak(Variant& variant, const Change& change, const ReadFile& /*read*/)
{
    const Window* const window = findWindowNamed(variant.settings, change.subject);
    const auto planned = breakFrom(change.value);
    if (window == nullptr) {
        return wrong(change, "names no window of the office");
    }
    if (!planned && change.value != "none") {
        return wrong(change, "must be a time and minutes like 13:00+45, or none");
    }
    forEachDay(variant.plan.windows[window->id], [&](WindowDay& day) {
        day.breaks.emplace();
        if (planned) {
            day.breaks->push_back(*planned);
        }
    });
    return Done{};
}

Expected<Done, ParseError>
setRecalls(Variant& variant, const Change& change, const ReadFile& /*read*/)
{
    const auto recalls = numberFrom(change.value, 0, 5);
    if (!recalls) {
        return wrong(change, "must be a number from 0 to 5");
    }
    variant.settings.rules.recallsBeforeNoShow = static_cast<int>(*recalls);
    return Done{};
}

Expected<Done, ParseError> setLoad(Variant& variant, const Change& change, const ReadFile& /*read*/)
{
    const auto percent = numberFrom(change.value, 1, 1000);
    if (!percent) {
        return wrong(change, "must be percent from 1 to 1000: 120 is a fifth more visitors");
    }
    variant.load = static_cast<double>(*percent) / 100;
    return Done{};
}

/// What a variant can change: "order=...", or of one thing "target.3=...".
struct Key
{
    std::string_view name;
    bool hasSubject;
    Expected<Done, ParseError> (*make)(Variant&, const Change&, const ReadFile&);
};

constexpr std::array Keys{
    Key{"order", false, setOrder},      Key{"plan", false, setPlan},
    Key{"breaks", false, setBreaks},    Key{"target", true, setTarget},
    Key{"category", true, setCategory}, Key{"without-window", false, closeWindow},
    Key{"window", true, setWindow},     Key{"break", true, setBreak},
    Key{"recalls", false, setRecalls},  Key{"load", false, setLoad},
};

Expected<Done, ParseError> make(Variant& variant, std::string_view text, const ReadFile& readFile)
{
    const auto equals = text.find('=');
    const std::string_view left = text.substr(0, equals);
    const auto dot = left.find('.');
    const Change change{
        .key = left.substr(0, dot),
        .subject = dot == std::string_view::npos ? std::string_view() : left.substr(dot + 1),
        .value = equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1)};
    const auto* const key = std::ranges::find(Keys, change.key, &Key::name);
    if (key == Keys.end()) {
        return wrong(change, "is no key; known are order, plan, breaks, target.SERVICE, "
                             "category.ID, window.ID, without-window, break.ID, recalls, load");
    }
    if (key->hasSubject == change.subject.empty() || change.value.empty()) {
        return wrong(
            change,
            key->hasSubject
                ? std::string("must name what it changes: ").append(key->name).append(".1=...")
                : std::string("must be like ").append(key->name).append("=..."));
    }
    return key->make(variant, change, readFile);
}

} // namespace

Expected<Variant, ParseError>
variantFrom(std::string_view text, const Variant& base, const ReadFile& readFile)
{
    const auto colon = text.find(':');
    Variant variant = base;
    variant.name = std::string(text.substr(0, colon));
    if (variant.name.empty()) {
        return Unexpected(
            ParseError{.field = {}, .what = "must begin with a name: NAME:key=value"});
    }
    std::string_view rest =
        colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        if (const auto done = make(variant, one, readFile); !done) {
            return Unexpected(done.error());
        }
    }
    if (const auto whole = check(variant.settings); !whole) {
        return Unexpected(whole.error());
    }
    return variant;
}

std::vector<Variant> everyOrder(const Variant& base)
{
    std::vector<Variant> variants;
    for (const ServiceOrder order : ServiceOrders) {
        Variant variant = base;
        variant.name = std::string(name(order));
        variant.settings.rules.order = order;
        variants.push_back(std::move(variant));
    }
    return variants;
}

} // namespace talon::simulation
