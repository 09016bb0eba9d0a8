#include "terminal/speech/corner_path.h"

#include "terminal/speech/keys.h"
#include "tests/support/catch.h"
#include "tests/terminal/speech/scenes.h"

#include <map>
#include <sstream>

using namespace talon;
using namespace talon::terminal;
using namespace talon::test;

namespace {

std::string text(const Deed& deed)
{
    if (const auto* chosen = std::get_if<ChooseSpoken>(&deed)) {
        return "choose " + std::to_string(chosen->id);
    }
    if (const auto* language = std::get_if<SpeakLanguage>(&deed)) {
        return "speak " + language->language;
    }
    return std::holds_alternative<GoBackSpoken>(deed)   ? "back"
           : std::holds_alternative<GoHomeSpoken>(deed) ? "home"
                                                        : "";
}

TellQuestion threeServices()
{
    return {.question = Question::Service,
            .choices = {{.id = 11, .name = "Договор"},
                        {.id = 12, .name = "Оплата", .closed = ClosedReason::Stopped},
                        {.id = 13, .name = "Справка"}},
            .canGoBack = true};
}

const std::map<std::string, Corner> CornerNames{{"top-left", Corner::TopLeft},
                                                {"top-right", Corner::TopRight},
                                                {"bottom-left", Corner::BottomLeft},
                                                {"bottom-right", Corner::BottomRight}};

const std::map<std::string, Qt::Key> KeyNames{
    {"4", Qt::Key_4},           {"6", Qt::Key_6},
    {"5", Qt::Key_5},           {"0", Qt::Key_0},
    {"1", Qt::Key_1},           {"*", Qt::Key_Asterisk},
    {"left", Qt::Key_Left},     {"right", Qt::Key_Right},
    {"up", Qt::Key_Up},         {"down", Qt::Key_Down},
    {"enter", Qt::Key_Enter},   {"return", Qt::Key_Return},
    {"escape", Qt::Key_Escape}, {"backspace", Qt::Key_Backspace}};

Telling screenNamed(const std::string& name)
{
    if (name == "segments") {
        return segments("ru");
    }
    if (name == "services") {
        return threeServices();
    }
    if (name == "ticket") {
        return ticket(PrintOutcome::NotReported);
    }
    if (name == "issuing") {
        return TellIssuing{};
    }
    if (name == "refused") {
        return TellRefused{.problem = Problem::NoAnswer};
    }
    REQUIRE(name == "away");
    return TellAway{};
}

/// Lines such as `bottom-left -> два из трёх` or `bottom-right => choose 11`: a screen is shown or
/// a corner or key is used; then this is a part of what is said, or the whole of what is done.
void live(const std::string& table)
{
    Path path;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(' ');
        if (begin == std::string::npos) {
            continue;
        }
        INFO(line);
        const auto says = line.find(" -> ");
        const auto does = line.find(" => ");
        const auto sign = std::min(says, does);
        REQUIRE(sign != std::string::npos);
        const auto end = line.find_last_not_of(' ', sign);
        const std::string happening = line.substr(begin, end + 1 - begin);
        const std::string expected = line.substr(sign + 4);
        PathStep step;
        if (happening.rfind("show ", 0) == 0) {
            step = arrive(path, screenNamed(happening.substr(5)), "ru");
        } else if (happening == "elsewhere") {
            step = act(path, Act::Elsewhere, Means::Touch);
        } else if (CornerNames.contains(happening)) {
            step = act(path, actOf(CornerNames.at(happening), path), Means::Touch);
        } else {
            const auto key = actOf(KeyNames.at(happening));
            REQUIRE(key);
            step = act(path, *key, Means::Keys);
        }
        path = step.path;
        INFO("said: " << step.say);
        if (says != std::string::npos) {
            CHECK(text(step.deed) == "");
            CHECK((expected == "silence" ? step.say.empty()
                                         : step.say.find(expected) != std::string::npos));
        } else {
            CHECK(text(step.deed) == expected);
            CHECK(step.say.empty());
        }
    }
}

} // namespace

TEST_CASE("a visitor takes a ticket by the four corners alone")
{
    live(R"(
        show segments -> Здравствуйте!
        bottom-right  => choose 1
        show services -> один из трёх. Договор.
        bottom-left   -> два из трёх. Оплата. Сегодня больше не оказывается.
        bottom-left   -> три из трёх. Справка.
        bottom-right  => choose 13
        show issuing  -> Минуту
        show ticket   -> Ваш номер: а ноль пятнадцать.
        top-right     -> Ваш номер: а ноль пятнадцать.
        bottom-right  => home
    )");
}

TEST_CASE("the keys of a keypad and of a keyboard do the same")
{
    live(R"(
        show services -> один из трёх
        6             -> два из трёх
        right         -> три из трёх
        down          -> Снова с начала. один из трёх
        4             -> три из трёх
        left          -> два из трёх
        up            -> один из трёх
        0             -> Клавиши. Шесть: следующий вариант.
        1             => speak en
        5             => choose 11
    )");
    live(R"(
        show services -> Договор
        enter         => choose 11
    )");
    live(R"(
        show services -> Договор
        return        => choose 11
    )");
    for (const std::string key : {"*", "escape", "backspace"}) {
        live("show services -> Договор\n" + key + " => back\n");
    }
    CHECK_FALSE(actOf(Qt::Key_A));
    CHECK_FALSE(actOf(Qt::Key_7));
}

TEST_CASE("corners are told of with what they do on this screen")
{
    live(R"(
        show segments -> Четыре угла экрана: четыре кнопки. Слева внизу: следующий вариант.
        elsewhere     -> Слева внизу: следующий вариант. Справа внизу: выбрать. English: top
        elsewhere     -> English: top right corner.
        top-right     => speak en
        show services -> один из трёх. Договор.
        elsewhere     -> Слева вверху: назад. Справа вверху: повторить.
        show ticket   -> Правый нижний угол: закончить.
        elsewhere     -> Справа внизу: закончить.
    )");
}

TEST_CASE(
    "what the corners are is told on the first screen and the next, then when it is asked for")
{
    PathStep step = arrive({}, segments("ru"), "ru");
    CHECK(step.say.find("Четыре угла") != std::string::npos);
    step = arrive(step.path, threeServices(), "ru");
    CHECK(step.say.find("Слева вверху: назад. Справа вверху: повторить.") != std::string::npos);
    TellQuestion category = threeServices();
    category.question = Question::Category;
    step = arrive(step.path, category, "ru");
    CHECK(step.say.find("Четыре угла") == std::string::npos);
    CHECK(act(step.path, Act::Repeat, Means::Touch).say.find("Четыре угла") != std::string::npos);
}

TEST_CASE("a second tap does nothing until something else happens")
{
    live(R"(
        show services -> Договор
        bottom-right  => choose 11
        bottom-right  -> silence
        top-left      -> silence
        show services -> silence
        bottom-right  -> silence
        bottom-left   -> два из трёх
        bottom-left   -> три из трёх
        bottom-right  => choose 13
        top-right     -> По какому вопросу
        bottom-right  => choose 13
        show issuing  -> Минуту
        bottom-right  -> Минуту
        show ticket   -> Ваш номер
        bottom-right  => home
        bottom-right  -> silence
    )");
}

TEST_CASE("what is closed cannot be taken, and why is told")
{
    live(R"(
        show services -> Договор
        bottom-left   -> Оплата
        bottom-right  -> Сейчас это выбрать нельзя. два из трёх. Оплата. Сегодня больше
    )");
}

TEST_CASE("every screen has a way on or says that there is none")
{
    live(R"(
        show segments -> Здравствуйте
        top-left      -> Это первый экран. один из двух
        show issuing  -> Минуту
        top-left      -> Назад отсюда нельзя
        show refused  -> Не удалось выдать талон
        top-left      => home
        show away     -> Талоны временно не выдаются
        bottom-left   -> Талоны временно не выдаются
        bottom-right  -> Талоны временно не выдаются
        top-right     -> Талоны временно не выдаются
        show segments -> Здравствуйте
    )");
}

TEST_CASE("before anything is shown a touch does nothing")
{
    for (const Act each : {Act::Back, Act::Repeat, Act::Language, Act::Previous, Act::Next,
                           Act::Take, Act::Elsewhere}) {
        CHECK(act({}, each, Means::Touch).say.empty());
        CHECK(text(act({}, each, Means::Touch).deed).empty());
    }
}

TEST_CASE("the choice in focus stays in focus while the list changes around it")
{
    TellQuestion screen = threeServices();
    Path path = arrive({}, screen, "ru").path;
    path = act(path, Act::Next, Means::Touch).path;
    path = act(path, Act::Next, Means::Touch).path;

    screen.choices[2].waiting = 4;
    PathStep step = arrive(path, screen, "ru");
    CHECK(step.say.empty());
    CHECK(act(step.path, Act::Repeat, Means::Touch).say.find("четыре человека") !=
          std::string::npos);

    screen.choices.erase(screen.choices.begin());
    step = arrive(step.path, screen, "ru");
    CHECK(step.say.empty());
    CHECK(step.path.focus == 1);
    CHECK(text(act(step.path, Act::Take, Means::Touch).deed) == "choose 13");

    screen.choices.pop_back();
    step = arrive(step.path, screen, "ru");
    CHECK(step.say == "Список изменился. Оплата. Сегодня больше не оказывается.");
    CHECK(step.path.focus == 0);

    screen.choices.clear();
    step = arrive(step.path, screen, "ru");
    CHECK_FALSE(step.say.empty());
    CHECK(text(act(step.path, Act::Take, Means::Touch).deed).empty());
    step = arrive(step.path, threeServices(), "ru");
    CHECK(step.say.find("один из трёх") != std::string::npos);
}

TEST_CASE("another language says the screen again, with its choice and corners")
{
    Path path = arrive({}, segments("ru"), "ru").path;
    path = act(path, Act::Next, Means::Touch).path;
    const PathStep step = arrive(path, segments("en"), "en");
    CHECK(step.say.find("Whom do you represent?") != std::string::npos);
    CHECK(step.say.find("two of two. Company.") != std::string::npos);
    CHECK(step.say.find("По-русски: правый верхний угол.") != std::string::npos);
    CHECK(text(act(step.path, Act::Language, Means::Touch).deed) == "speak ru");
}

TEST_CASE("of a ticket that is known only the paper's fate is news")
{
    const Path path = arrive({}, ticket(PrintOutcome::NotReported), "ru").path;
    CHECK(arrive(path, ticket(PrintOutcome::NotReported), "ru").say.empty());
    CHECK(arrive(path, ticket(PrintOutcome::Printed), "ru").say ==
          "Талон напечатан, возьмите его внизу.");
    TellTicket nearer = ticket(PrintOutcome::NotReported);
    nearer.peopleAhead = 2;
    CHECK(arrive(path, nearer, "ru").say.empty());
    TellTicket other = ticket(PrintOutcome::Printed);
    other.number = "Б002";
    CHECK(arrive(path, other, "ru").say.rfind("Ваш номер: бэ ноль ноль два.", 0) == 0);
}

TEST_CASE("from every screen, any three acts end in a path that can be gone on")
{
    constexpr std::array Acts{Act::Back, Act::Repeat, Act::Language, Act::Previous,
                              Act::Next, Act::Take,   Act::Elsewhere};
    for (const Scene& scene : scenes("ru")) {
        INFO(scene.name);
        for (std::size_t code = 0; code < 7 * 7 * 7; ++code) {
            Path path = arrive({}, scene.telling, "ru").path;
            for (std::size_t rest = code, i = 0; i < 3; ++i, rest /= 7) {
                path = act(path, Acts.at(rest % 7), Means::Touch).path;
            }
            const PathStep step = act(path, Act::Repeat, Means::Touch);
            if (step.say.empty() || step.path.isTaken) {
                FAIL("stuck after " << code);
            }
        }
        SUCCEED();
    }
}
