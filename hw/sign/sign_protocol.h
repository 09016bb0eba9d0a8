#pragma once

#include "hw/bytes.h"
#include "hw/sign/characters.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace talon::hw {

/// A number that a protocol wants to know of each sign: a register, a line on the sign.
struct SignOption
{
    std::string_view key; ///< "startRegister", in files and behind the `?` of a name.
    std::string_view what;
    int min = 0;
    int max = 0;
    int fallback = 0;
};

/// One sign on a line, and what it can show.
struct Sign
{
    int address = 1;
    int places = 4; ///< How many characters it has.
    SignCharacters characters = SignCharacters::Ascii;
    SignAlign align = SignAlign::Right;
    std::optional<int> brightnessPercent; ///< None: as the sign was set by hand.
    bool answers = true; ///< False for one that only listens: what was sent counts as shown.
    std::map<std::string, int, std::less<>> options; ///< Of its protocol; others are as fallback.

    friend bool operator==(const Sign&, const Sign&) = default;
};

inline constexpr int SignPlacesMax = 32;

/// What a protocol makes of the bytes that came after a request.
struct SignAnswer
{
    enum class Verdict {
        Unfinished, ///< May become an answer.
        Taken,      ///< The sign has done what it was asked for.
        Refused,    ///< The sign is there and will not.
        Garbled,    ///< Is no answer to this request.
    };

    Verdict verdict = Verdict::Unfinished;
    std::string what; ///< Why, for the log: "exception 2: no such register".
};

/// What makers have agreed to call the bytes on the line. Pure: no line, no clock.
///
/// One more maker's protocol is one file in hw/sign/protocols, and its name in protocols.cpp. What
/// it is given is checked: addresses and options are within their bounds, cells are as many bytes
/// as the sign has places, in the sign's own characters.
class SignProtocol
{
public:
    SignProtocol() = default;
    SignProtocol(const SignProtocol&) = delete;
    SignProtocol& operator=(const SignProtocol&) = delete;
    virtual ~SignProtocol() = default;

    /// In settings and at the prompt: one lower-case word.
    virtual std::string_view name() const = 0;

    /// A sentence for the technician.
    virtual std::string_view what() const = 0;

    /// Addresses begin at 1.
    virtual int addressMax() const = 0;

    virtual std::span<const SignOption> options() const { return {}; }

    /// How long the line must have been silent before a request.
    virtual std::chrono::microseconds silence(int baud) const = 0;

    /// Whether the sign can blink by itself, not faster than SignBlinkHzMax.
    virtual bool canBlink(const Sign& sign) const = 0;

    /// The requests, in their order, that make the sign show this, blinking or steady.
    virtual std::vector<Bytes>
    show(const Sign& sign, std::string_view cells, bool isBlinking) const = 0;

    /// The requests that make it dark.
    virtual std::vector<Bytes> blank(const Sign& sign) const
    {
        return show(sign, std::string(static_cast<std::size_t>(sign.places), ' '), false);
    }

    /// The requests that make it so bright, in percent; none where that cannot be said.
    virtual std::vector<Bytes> dim(const Sign& sign, int percent) const = 0;

    /// What the bytes are that came since the request.
    virtual SignAnswer answer(const Sign& sign, BytesView request, BytesView heard) const = 0;
};

/// What the sign's settings say, or the protocol's fallback.
int optionOf(const SignProtocol& protocol, const Sign& sign, std::string_view key);

/// All that are known.
std::span<const SignProtocol* const> signProtocols();

/// Null when there is none of this name.
const SignProtocol* signProtocol(std::string_view name);

/// "ascii, modbus", for whoever named another.
std::string knownSignProtocols();

} // namespace talon::hw
