#pragma once

#include "terminal/speech/prompts.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// The way through the terminal for a person who cannot see: the four corners of the screen are
/// four buttons, found by the hand alone, and one choice at a time is spoken of. The same by keys.
///
///     back -------- repeat (on the first screen: the other language)
///      |    touched elsewhere: it tells what the corners are
///     next choice - take it
///
/// Pure: what is shown and touched is handed in, what to say and to do comes out.
namespace talon::terminal {

enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };

inline constexpr std::array Corners{Corner::TopLeft, Corner::TopRight, Corner::BottomLeft,
                                    Corner::BottomRight};

/// What a visitor does, by a corner or a key.
enum class Act { Back, Repeat, Language, Previous, Next, Take, Elsewhere };

/// By what they do it; they are told of that.
enum class Means { Touch, Keys };

/// Where a visitor is. A new visitor begins with `{}`; what they did before is forgotten.
struct Path
{
    std::optional<Telling> screen; ///< None: nothing was told yet.
    std::string language;
    std::size_t focus = 0; ///< The choice that Take takes.
    bool isTaken = false;  ///< What is to be done was handed out: a second tap does nothing.
    bool knowsWay = false; ///< What the corners are was told, of a screen after the first.
    Means means = Means::Touch;

    friend bool operator==(const Path&, const Path&) = default;
};

// What is to be done then.
struct ChooseSpoken
{
    Question question = Question::Service;
    std::int64_t id = 0; ///< Of the choice.

    friend bool operator==(const ChooseSpoken&, const ChooseSpoken&) = default;
};
struct GoBackSpoken
{
    friend bool operator==(const GoBackSpoken&, const GoBackSpoken&) = default;
};
struct GoHomeSpoken
{
    friend bool operator==(const GoHomeSpoken&, const GoHomeSpoken&) = default;
};
struct SpeakLanguage
{
    std::string language;

    friend bool operator==(const SpeakLanguage&, const SpeakLanguage&) = default;
};

using Deed = std::variant<std::monostate, ChooseSpoken, GoBackSpoken, GoHomeSpoken, SpeakLanguage>;

struct PathStep
{
    Path path;
    std::string say; ///< Empty: go on with what is being said.
    Deed deed;
};

/// A screen is shown, anew or with other values; to be told of whenever anything of it changes.
PathStep arrive(const Path& path, const Telling& screen, std::string_view language);

PathStep act(const Path& path, Act act, Means means);

/// What a corner does on the present screen.
Act actOf(Corner corner, const Path& path);

/// What the corners, or the keys, do on the present screen, in words.
std::string wayPrompt(const Path& path);

} // namespace talon::terminal
