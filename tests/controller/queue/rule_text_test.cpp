#include "controller/queue/rule_text.h"

#include "tests/support/catch.h"
#include "tests/support/small_office.h"

using namespace talon;
using namespace std::chrono_literals;

/// What the manager is told about the order that the office has chosen.
namespace {

bool isSaid(const std::vector<Text>& all, const std::string& part)
{
    return std::any_of(all.begin(), all.end(), [&](const Text& text) {
        return text.at("ru").find(part) != std::string::npos ||
               text.at("en").find(part) != std::string::npos;
    });
}

} // namespace

TEST_CASE("the bound of a service is by how much the shortest target beside it is shorter")
{
    OfficeSettings settings = test::smallSettings();
    settings.categories.clear();
    // Window 3 gives services 2 (10 min) and 3 (30 min); window 1 gives 1 only.
    CHECK(queue::overtakingBound(settings, {1}) == 0min);
    CHECK(queue::overtakingBound(settings, {2}) == 0min);
    CHECK(queue::overtakingBound(settings, {3}) == 20min);
    CHECK(queue::overtakingBound(settings, {9}) == std::nullopt);
    settings.categories = {{.id = {2}, .name = {{"ru", "С ребёнком"}}, .target = 5min}};
    CHECK(queue::overtakingBound(settings, {1}) == 5min);
    CHECK(queue::overtakingBound(settings, {3}) == 25min);
    settings.rules.order = ServiceOrder::StrictPriority;
    CHECK(queue::overtakingBound(settings, {3}) == std::nullopt);
    settings.rules.order = ServiceOrder::FirstCome;
    CHECK(queue::overtakingBound(settings, {3}) == 0min);
}

TEST_CASE("every statement is there in both languages and says the office's own numbers")
{
    const OfficeSettings settings = test::smallSettings();
    const auto all = queue::consequences(settings);
    for (const Text& text : all) {
        CHECK_FALSE(text.at("ru").empty());
        CHECK_FALSE(text.at("en").empty());
    }
    CHECK(isSaid(all, "«Договор»: обещано 30 мин. Раньше может быть вызван только тот, кто пришёл "
                      "не позже чем через 30 мин"));
    CHECK(isSaid(all, "Категория «Ветеран»: следующим к свободному окну"));
    CHECK(isSaid(all, "Late by up to 10 min is on time"));
    CHECK(isSaid(all, "may return within 30 min"));
}

TEST_CASE("strict priority says that it has no bound")
{
    OfficeSettings settings = test::smallSettings();
    settings.rules.order = ServiceOrder::StrictPriority;
    CHECK(isSaid(queue::consequences(settings), "Предела нет"));
    CHECK_FALSE(isSaid(queue::consequences(settings), "Категория"));
}
