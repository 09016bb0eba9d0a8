#pragma once

#include "hw/serial/serial_line.h"
#include "hw/sign/sign_protocol.h"
#include "shared/base/done.h"
#include "shared/base/expected.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace talon::hw {

/// Nothing on a wall blinks faster: from three flashes a second on, some people fall ill.
inline constexpr int SignBlinkHzMax = 3;

/// What a sign is to show.
struct SignFace
{
    std::string text; ///< UTF-8; empty is dark.
    bool isBlinking = false;

    friend bool operator==(const SignFace&, const SignFace&) = default;
};

struct SignTiming
{
    std::chrono::milliseconds answer{300};       ///< Given to a sign, besides the time of its line.
    std::chrono::milliseconds repeatEvery{5000}; ///< A sign that was off is right again after it.
    std::chrono::milliseconds reopenEvery{2000}; ///< A line that is gone is looked for.
    std::chrono::milliseconds blinkHalf{500};    ///< Light, then dark, where we make it blink.
    std::chrono::milliseconds blinkFor{60'000};  ///< Then steady, whatever was asked for.
    int tries = 3;                               ///< Before a sign counts as lost.

    friend bool operator==(const SignTiming&, const SignTiming&) = default;
};

struct SignLineSettings
{
    std::string path; ///< "/dev/serial/by-id/...": the same after a replug.
    const SignProtocol* protocol = nullptr;
    SerialSettings serial{.baud = 9600, .flow = SerialSettings::Flow::None};
    bool hearsItself = false; ///< An adapter with two wires that does not switch its ear off.
    SignTiming timing;
};

/// What has become of a sign or a line: told when it changes, not while it lasts.
struct SignNews
{
    std::optional<int> address; ///< None: of the line itself.
    bool isWell = false;
    std::string what; ///< For the log, without the address.

    friend bool operator==(const SignNews&, const SignNews&) = default;
};

/// Keeps the signs of one serial line, an RS-485 bus as a rule, showing what they are to show.
///
///     show(3, "А015") ──▶ [ wanted ] ──▶ turn(): one request, its answer, what is due next
///
/// A change goes out at once; everything is said again every few seconds, so that a sign that was
/// switched off, or shown something by hand, comes right by itself. A sign that does not answer is
/// asked again, then counts as lost and gets one request in each round only: it does not hold up
/// the others. A line that is gone (an adapter pulled out) is opened again, and everything said
/// anew.
///
/// Where a sign cannot blink by itself, it is shown the text and nothing in turn. Blinking ends
/// after a while in any case.
///
/// Belongs to one thread. A turn may take as long as the signs' tries.
class SignLine
{
public:
    SignLine(SignLineSettings settings, const std::vector<Sign>& signs);
    ~SignLine();
    SignLine(const SignLine&) = delete;
    SignLine& operator=(const SignLine&) = delete;

    /// From the next turn on. A sign is left alone until it is first told something. Told the same
    /// again, nothing begins anew.
    void show(int address, const SignFace& face);

    /// Does one thing that is due, and says how long nothing else is. Zero: call again at once.
    std::chrono::milliseconds turn();

    /// True when every sign that is not lost shows what it was told last.
    bool isSettled() const;

    /// What has changed since the last question, in its order.
    std::vector<SignNews> takeNews();

private:
    using Moment = std::chrono::steady_clock::time_point;

    /// What was sent to a sign, or is to be.
    struct Picture
    {
        std::string cells;
        bool isBlinking = false; ///< By itself.

        friend bool operator==(const Picture&, const Picture&) = default;
    };

    enum class Health { Unknown, Well, Lost };

    struct Kept
    {
        Sign sign;
        std::optional<SignFace> wanted;
        Moment wantedAt;
        std::optional<Picture> shown; ///< None: not known, so to be sent.
        bool isDark = false;          ///< The half of a blink that we make.
        bool needsBrightness = false; ///< With the next request: with all that is said again.
        Moment dueAt;                 ///< To be said again, or to be tried again.
        Health health = Health::Unknown;
    };

    /// How a request went.
    struct Outcome
    {
        enum class Kind { Taken, Failed, LineLost };
        Kind kind = Kind::Failed;
        std::string what;
    };

    bool isBlinking(const Kept& kept, Moment now) const;
    bool isBlinkedByUs(const Kept& kept, Moment now) const;
    Picture pictureOf(const Kept& kept, Moment now) const;
    Moment dueTime(const Kept& kept, Moment now) const;
    bool open(Moment now);
    void lose(const std::string& what);
    void serve(Kept& kept);
    Outcome say(Kept& kept, const Picture& picture);
    Outcome ask(const Kept& kept, BytesView request);
    Outcome waitForSilence();
    Outcome send(BytesView request);
    Outcome hear(const Kept& kept, BytesView request);
    Expected<Done, IoError> readInto(Bytes& heard);

    SignLineSettings m_settings;
    std::vector<Kept> m_signs;
    std::size_t m_next = 0; ///< Whose turn it is, when several are due.
    Descriptor m_line;
    Moment m_openAt;
    std::string m_trouble; ///< Of the line; told once.
    bool m_wasOpen = false;
    std::vector<SignNews> m_news;
};

} // namespace talon::hw
