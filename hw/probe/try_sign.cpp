#include "hw/probe/try_sign.h"

#include "hw/probe/until_told.h"
#include "hw/sign/sign_uri.h"

#include <algorithm>

namespace talon::hw {
namespace {

using namespace std::chrono_literals;

constexpr int CountTo = 999;
constexpr auto TurnMax = 100ms; ///< So soon an interrupt is heard.

void listProtocols(std::ostream& out)
{
    for (const SignProtocol* const protocol : signProtocols()) {
        out << protocol->name() << ": " << protocol->what() << "; addresses 1 to "
            << protocol->addressMax() << "\n";
        for (const SignOption& each : protocol->options()) {
            out << "    " << each.key << "=" << each.fallback << " (" << each.min << " to "
                << each.max << "): " << each.what << "\n";
        }
    }
}

/// Turns until the sign shows it, or until somebody interrupts. The first fault ends it.
Expected<Done, SignFault> reach(SignLine& line)
{
    while (!isToldToEnd()) {
        const auto rest = line.turn();
        for (const SignNews& news : line.takeNews()) {
            if (!news.isWell) {
                return Unexpected(SignFault(IoError{news.what}));
            }
        }
        if (line.isSettled()) {
            return Done{};
        }
        waitFor(-1, 0, std::min<std::chrono::milliseconds>(rest, TurnMax));
    }
    return Done{};
}

/// Goes on blinking until it ends by itself or by somebody.
Expected<Done, SignFault> keepUp(SignLine& line, std::chrono::milliseconds within)
{
    const Deadline deadline(within);
    while (!deadline.isOver() && !isToldToEnd()) {
        if (auto reached = reach(line); !reached) {
            return reached;
        }
        const auto rest = std::min({line.turn(), deadline.left(), TurnMax + 0ms});
        waitFor(-1, 0, rest);
    }
    return Done{};
}

Expected<Done, SignFault> show(const SignUri& uri, const SignFace& face, std::ostream& out)
{
    SignLine line(uri.line, {uri.sign});
    line.show(uri.sign.address, face);
    if (auto reached = reach(line); !reached) {
        return reached;
    }
    out << "sign " << uri.sign.address << (uri.sign.answers ? ": shown, confirmed" : ": sent")
        << std::endl;
    return face.isBlinking ? keepUp(line, uri.line.timing.blinkFor + 1s) : Done{};
}

/// Each as long as the sign and its line need.
Expected<Done, SignFault> count(const SignUri& uri, std::ostream& out)
{
    SignLine line(uri.line, {uri.sign});
    const Deadline time(std::chrono::hours(1));
    for (int i = 0; i <= CountTo && !isToldToEnd(); ++i) {
        const std::string digits = std::to_string(1000 + i).substr(1);
        line.show(uri.sign.address, {.text = digits});
        if (auto reached = reach(line); !reached) {
            return reached;
        }
    }
    const auto took = std::chrono::hours(1) - time.left();
    out << "sign " << uri.sign.address << ": counted to " << CountTo << " in "
        << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms\n";
    return Done{};
}

} // namespace

Expected<Done, SignFault> trySign(std::span<const std::string_view> words, std::ostream& out)
{
    if (words.size() == 1 && words[0] == "list") {
        listProtocols(out);
        return Done{};
    }
    const bool isCount = words.size() == 2 && words[0] == "count";
    const bool isBlink = words.size() == 3 && words[0] == "blink";
    const bool isShow = words.size() == 3 && words[0] == "show";
    if (!isCount && !isBlink && !isShow) {
        return Unexpected(SignFault(
            ParseError{"sign", "needs list, show SIGN TEXT, blink SIGN TEXT or count SIGN"}));
    }
    const auto uri = parseSignUri(words[1]);
    if (!uri) {
        return Unexpected(SignFault(uri.error()));
    }
    watchForTheEnd();
    return isCount ? count(*uri, out)
                   : show(*uri, {.text = std::string(words[2]), .isBlinking = isBlink}, out);
}

} // namespace talon::hw
