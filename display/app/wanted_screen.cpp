#include "display/app/wanted_screen.h"

#include "shared/domain/hall_screen.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

constexpr auto PlatePrefix = "window:"_L1;
constexpr qsizetype WindowNameMax = 32;

} // namespace

Expected<WantedScreen, QString> wantedScreenFrom(const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    const QString what = text.left(at);
    WantedScreen wanted;
    if (at >= 0) {
        wanted.output = text.mid(at + 1);
        if (wanted.output.isEmpty()) {
            return Unexpected(u"names no output after the @"_s);
        }
    }
    if (what.startsWith(PlatePrefix)) {
        const QString window = what.mid(PlatePrefix.size());
        if (window.isEmpty() || window.size() > WindowNameMax) {
            return Unexpected(u"names no window after window:"_s);
        }
        wanted.window = window.toStdString();
        return wanted;
    }
    wanted.screen = what.toStdString();
    if (!check(usualScreen(wanted.screen))) {
        return Unexpected(u"is no name of a screen: 1 to 32 of a-z, 0-9 and hyphens"_s);
    }
    return wanted;
}

std::vector<int> outputsFor(const std::vector<WantedScreen>& wanted,
                            const std::vector<QString>& outputs)
{
    std::vector<int> free;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (std::ranges::find(wanted, outputs[i], &WantedScreen::output) == wanted.end()) {
            free.push_back(static_cast<int>(i));
        }
    }
    std::vector<int> shown;
    auto next = free.begin();
    for (const WantedScreen& each : wanted) {
        if (each.output.isEmpty()) {
            shown.push_back(next == free.end() ? -1 : *next++);
            continue;
        }
        const auto found = std::ranges::find(outputs, each.output);
        shown.push_back(found == outputs.end() ? -1 : static_cast<int>(found - outputs.begin()));
    }
    return shown;
}

} // namespace talon::display
