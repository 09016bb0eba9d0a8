#include "terminal/speech/corner_path.h"

#include <algorithm>

namespace talon::terminal {

namespace {

using Choices = std::vector<SpokenChoice>;

const TellQuestion* questionOf(const Path& path)
{
    return path.screen ? std::get_if<TellQuestion>(&*path.screen) : nullptr;
}

const Choices& choicesOf(const Path& path)
{
    static const Choices None;
    const TellQuestion* question = questionOf(path);
    return question == nullptr ? None : question->choices;
}

bool isFirst(const Path& path)
{
    const TellQuestion* question = questionOf(path);
    return question != nullptr && question->isFirst;
}

/// A message that ends the visitor's business: it is left to the first screen.
bool isLast(const Path& path)
{
    return path.screen && (std::holds_alternative<TellTicket>(*path.screen) ||
                           std::holds_alternative<TellRefused>(*path.screen));
}

bool canGoBack(const Path& path)
{
    const TellQuestion* question = questionOf(path);
    return question != nullptr && question->canGoBack;
}

std::string text(const Path& path, std::string_view russian, std::string_view english)
{
    return std::string(path.language == "ru" ? russian : english);
}

void add(std::string& text, std::string_view more)
{
    if (!text.empty() && !more.empty()) {
        text += ' ';
    }
    text += more;
}

std::string focusPrompt(const Path& path)
{
    const Choices& choices = choicesOf(path);
    return choices.empty() ? std::string()
                           : choicePrompt(choices[path.focus], static_cast<int>(path.focus) + 1,
                                          static_cast<int>(choices.size()), path.language);
}

/// Of the screen, the choice in focus, and the corners if they are wanted.
std::string wholePrompt(const Path& path, bool withWay)
{
    std::string whole = path.screen ? screenPrompt(*path.screen, path.language) : std::string();
    if (const auto count = choicesOf(path).size(); count > 1) {
        add(whole, countPrompt(static_cast<int>(count), path.language));
    }
    if (withWay) {
        add(whole, wayPrompt(path));
    }
    add(whole, focusPrompt(path));
    return whole;
}

PathStep stay(const Path& path)
{
    return {.path = path, .say = {}, .deed = {}};
}

PathStep tell(Path path, std::string say)
{
    return {.path = std::move(path), .say = std::move(say), .deed = {}};
}

PathStep carryOut(Path path, Deed deed)
{
    if (path.isTaken) {
        return stay(path);
    }
    path.isTaken = true;
    return {.path = std::move(path), .say = {}, .deed = std::move(deed)};
}

/// Whether it is one screen with other values, not another screen.
bool isSameScreen(const Telling& left, const Telling& right)
{
    if (left.index() != right.index()) {
        return false;
    }
    if (const auto* question = std::get_if<TellQuestion>(&left)) {
        const auto& other = std::get<TellQuestion>(right);
        return question->question == other.question && question->group == other.group &&
               question->text == other.text && question->isFirst == other.isFirst;
    }
    if (const auto* ticket = std::get_if<TellTicket>(&left)) {
        return ticket->number == std::get<TellTicket>(right).number;
    }
    return std::holds_alternative<TellIssuing>(left) || left == right;
}

PathStep arriveAnew(Path path)
{
    path.focus = 0;
    path.isTaken = false;
    // Where nothing can be chosen the corners are not spoken of: the message is what counts.
    const bool withWay = questionOf(path) != nullptr && (isFirst(path) || !path.knowsWay);
    path.knowsWay = path.knowsWay || (withWay && !isFirst(path));
    std::string say = wholePrompt(path, withWay);
    if (isLast(path)) {
        add(say, path.means == Means::Keys
                     ? text(path, "Клавиша пять: закончить.", "Key five: done.")
                     : text(path, "Правый нижний угол: закончить.", "Bottom right corner: done."));
    }
    return tell(std::move(path), std::move(say));
}

/// New values: the choice in focus stays in focus, wherever in the list it is now.
PathStep arriveAgain(const Path& before, Path path)
{
    if (const auto* ticket = std::get_if<TellTicket>(&*path.screen)) {
        const bool isNews = ticket->paper != std::get<TellTicket>(*before.screen).paper;
        return tell(path, isNews ? paperPrompt(ticket->paper, path.language) : std::string());
    }
    const Choices& old = choicesOf(before);
    const Choices& now = choicesOf(path);
    if (old.empty() || now.empty()) {
        path.focus = 0;
        return old.empty() == now.empty() ? stay(path) : tell(path, wholePrompt(path, false));
    }
    const auto found = std::ranges::find(now, old[before.focus].id, &SpokenChoice::id);
    if (found != now.end()) {
        path.focus = static_cast<std::size_t>(found - now.begin());
        return stay(path);
    }
    path.focus = std::min(path.focus, now.size() - 1);
    path.isTaken = false;
    std::string say = text(path, "Список изменился.", "The list has changed.");
    add(say, focusPrompt(path));
    return tell(std::move(path), std::move(say));
}

PathStep move(Path path, Act act)
{
    const std::size_t count = choicesOf(path).size();
    path.isTaken = false;
    if (count == 0) {
        return tell(path, wholePrompt(path, false));
    }
    const std::size_t last = count - 1;
    std::string say;
    if (act == Act::Next) {
        path.focus = path.focus == last ? 0 : path.focus + 1;
        if (path.focus == 0 && count > 1) {
            say = text(path, "Снова с начала.", "From the beginning again.");
        }
    } else {
        path.focus = path.focus == 0 ? last : path.focus - 1;
    }
    add(say, focusPrompt(path));
    return tell(std::move(path), std::move(say));
}

PathStep take(const Path& path)
{
    if (isLast(path)) {
        return carryOut(path, GoHomeSpoken{});
    }
    const Choices& choices = choicesOf(path);
    if (choices.empty()) {
        return tell(path, wholePrompt(path, false));
    }
    const SpokenChoice& chosen = choices[path.focus];
    if (chosen.closed) {
        std::string say = text(path, "Сейчас это выбрать нельзя.", "This cannot be chosen now.");
        add(say, focusPrompt(path));
        return tell(path, say);
    }
    return carryOut(path, ChooseSpoken{.question = questionOf(path)->question, .id = chosen.id});
}

PathStep goBack(const Path& path)
{
    if (isLast(path)) {
        return carryOut(path, GoHomeSpoken{});
    }
    if (canGoBack(path)) {
        return carryOut(path, GoBackSpoken{});
    }
    std::string say = isFirst(path)
                          ? text(path, "Это первый экран.", "This is the first screen.")
                          : text(path, "Назад отсюда нельзя.", "There is no way back here.");
    add(say, focusPrompt(path));
    return tell(path, say);
}

} // namespace

PathStep arrive(const Path& path, const Telling& screen, std::string_view language)
{
    Path next = path;
    next.screen = screen;
    next.language = language;
    if (!path.screen || !isSameScreen(*path.screen, screen)) {
        return arriveAnew(std::move(next));
    }
    PathStep step = arriveAgain(path, std::move(next));
    if (path.language != language) {
        // The whole once more, and the corners too if they were told in the other language.
        step.path.isTaken = false;
        step.say = wholePrompt(step.path, questionOf(step.path) != nullptr);
    }
    return step;
}

PathStep act(const Path& path, Act act, Means means)
{
    if (!path.screen) {
        return stay(path);
    }
    Path now = path;
    now.means = means;
    switch (act) {
    case Act::Back: return goBack(now);
    case Act::Repeat: now.isTaken = false; return tell(now, wholePrompt(now, true));
    case Act::Language:
        return {.path = now,
                .say = {},
                .deed = SpeakLanguage{.language = now.language == "ru" ? "en" : "ru"}};
    case Act::Previous:
    case Act::Next: return move(std::move(now), act);
    case Act::Take: return take(now);
    case Act::Elsewhere: now.isTaken = false; return tell(now, wayPrompt(now));
    }
    return stay(path);
}

Act actOf(Corner corner, const Path& path)
{
    switch (corner) {
    case Corner::TopLeft: return Act::Back;
    case Corner::TopRight: return isFirst(path) ? Act::Language : Act::Repeat;
    case Corner::BottomLeft: return Act::Next;
    case Corner::BottomRight: return Act::Take;
    }
    return Act::Elsewhere;
}

std::string wayPrompt(const Path& path)
{
    const bool keys = path.means == Means::Keys;
    const bool hasChoices = choicesOf(path).size() > 1;
    std::string way = keys ? text(path, "Клавиши.", "The keys.")
                           : text(path, "Четыре угла экрана: четыре кнопки.",
                                  "The four corners of the screen are four buttons.");
    if (hasChoices) {
        add(way, keys ? text(path, "Шесть: следующий вариант. Четыре: предыдущий.",
                             "Six: next choice. Four: previous.")
                      : text(path, "Слева внизу: следующий вариант.", "Bottom left: next choice."));
    }
    if (isLast(path)) {
        add(way, keys ? text(path, "Пять: закончить.", "Five: done.")
                      : text(path, "Справа внизу: закончить.", "Bottom right: done."));
    } else if (!choicesOf(path).empty()) {
        add(way, keys ? text(path, "Пять: выбрать.", "Five: take it.")
                      : text(path, "Справа внизу: выбрать.", "Bottom right: take it."));
    }
    if (canGoBack(path)) {
        add(way, keys ? text(path, "Звёздочка: назад.", "Star: back.")
                      : text(path, "Слева вверху: назад.", "Top left: back."));
    }
    if (keys || !isFirst(path)) {
        add(way, keys ? text(path, "Ноль: повторить.", "Zero: repeat.")
                      : text(path, "Справа вверху: повторить.", "Top right: repeat."));
    }
    if (isFirst(path)) {
        // In the other language's own words and voice.
        add(way, keys
                     ? text(path, "English: key one.", "По-русски: клавиша один.")
                     : text(path, "English: top right corner.", "По-русски: правый верхний угол."));
    }
    return way;
}

} // namespace talon::terminal
