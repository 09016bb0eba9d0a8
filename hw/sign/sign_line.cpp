#include "hw/sign/sign_line.h"

#include "shared/base/ensure.h"

#include <poll.h>
#include <termios.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace talon::hw {
namespace {

using namespace std::chrono_literals;

/// A line that never falls silent is no bus of ours.
constexpr auto NoiseMax = 200ms;
constexpr std::size_t HeardMax = 512;
constexpr auto BlinkHalfMin = 1000ms / (2 * SignBlinkHzMax) + 1ms;

std::chrono::milliseconds untilFrom(std::chrono::steady_clock::time_point now,
                                    std::chrono::steady_clock::time_point then)
{
    return std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(then - now));
}

} // namespace

SignLine::SignLine(SignLineSettings settings, const std::vector<Sign>& signs)
    : m_settings(std::move(settings))
{
    TALON_ENSURE(m_settings.protocol != nullptr);
    m_settings.timing.blinkHalf = std::max(m_settings.timing.blinkHalf, BlinkHalfMin);
    m_settings.timing.tries = std::max(m_settings.timing.tries, 1);
    for (const Sign& sign : signs) {
        m_signs.push_back({.sign = sign});
    }
}

SignLine::~SignLine()
{
    if (m_line.isOpen()) {
        tcflush(m_line.number(), TCIOFLUSH); // or closing would wait for a line that takes nothing
    }
}

void SignLine::show(int address, const SignFace& face)
{
    const auto kept = std::ranges::find_if(
        m_signs, [address](const Kept& each) { return each.sign.address == address; });
    if (kept == m_signs.end() || kept->wanted == face) {
        return;
    }
    kept->wanted = face;
    kept->wantedAt = std::chrono::steady_clock::now();
    kept->isDark = false;
}

bool SignLine::isBlinking(const Kept& kept, Moment now) const
{
    return kept.wanted->isBlinking && now < kept.wantedAt + m_settings.timing.blinkFor;
}

bool SignLine::isBlinkedByUs(const Kept& kept, Moment now) const
{
    return isBlinking(kept, now) && !m_settings.protocol->canBlink(kept.sign);
}

SignLine::Picture SignLine::pictureOf(const Kept& kept, Moment now) const
{
    const Sign& sign = kept.sign;
    if (isBlinkedByUs(kept, now) && kept.isDark) {
        return {.cells = std::string(static_cast<std::size_t>(sign.places), ' ')};
    }
    return {.cells = signCells(kept.wanted->text, sign.characters, sign.places, sign.align),
            .isBlinking = isBlinking(kept, now) && m_settings.protocol->canBlink(sign)};
}

SignLine::Moment SignLine::dueTime(const Kept& kept, Moment now) const
{
    if (!kept.wanted) {
        return Moment::max();
    }
    if (kept.health == Health::Lost) {
        return kept.dueAt;
    }
    if (!kept.shown || pictureOf(kept, now) != *kept.shown) {
        return now;
    }
    const Moment blinkEnd = kept.wantedAt + m_settings.timing.blinkFor;
    return isBlinking(kept, now) ? std::min(kept.dueAt, blinkEnd) : kept.dueAt;
}

std::chrono::milliseconds SignLine::turn()
{
    const Moment now = std::chrono::steady_clock::now();
    if (!m_line.isOpen() && (now < m_openAt || !open(now))) {
        return untilFrom(now, m_openAt);
    }
    Moment earliest = Moment::max();
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        const std::size_t at = (m_next + i) % m_signs.size();
        const Moment due = dueTime(m_signs[at], now);
        if (due <= now) {
            m_next = (at + 1) % m_signs.size();
            serve(m_signs[at]);
            return 0ms;
        }
        earliest = std::min(earliest, due);
    }
    return earliest == Moment::max() ? m_settings.timing.repeatEvery : untilFrom(now, earliest);
}

bool SignLine::isSettled() const
{
    const Moment now = std::chrono::steady_clock::now();
    return m_line.isOpen() && std::ranges::all_of(m_signs, [&](const Kept& kept) {
               return !kept.wanted || kept.health == Health::Lost ||
                      (kept.shown && *kept.shown == pictureOf(kept, now));
           });
}

std::vector<SignNews> SignLine::takeNews()
{
    return std::exchange(m_news, {});
}

bool SignLine::open(Moment now)
{
    auto line = openSerialLine(m_settings.path, m_settings.serial, m_settings.path);
    if (!line) {
        lose(line.error().what);
        return false;
    }
    m_line = *std::move(line);
    for (Kept& kept : m_signs) {
        kept.shown.reset();
        kept.dueAt = now;
    }
    if (!m_wasOpen || !m_trouble.empty()) {
        m_news.push_back({.isWell = true, .what = "is open"});
    }
    m_wasOpen = true;
    m_trouble.clear();
    return true;
}

void SignLine::lose(const std::string& what)
{
    if (m_line.isOpen()) {
        tcflush(m_line.number(), TCIOFLUSH);
        m_line.reset();
    }
    m_openAt = std::chrono::steady_clock::now() + m_settings.timing.reopenEvery;
    if (m_trouble != what) {
        m_trouble = what;
        m_news.push_back({.isWell = false, .what = what});
    }
}

void SignLine::serve(Kept& kept)
{
    const Moment begin = std::chrono::steady_clock::now();
    // A half that we make is over: the other one begins with this request, never sooner.
    const bool isNextHalf = isBlinkedByUs(kept, begin) && kept.shown &&
                            *kept.shown == pictureOf(kept, begin) && begin >= kept.dueAt;
    kept.isDark = isNextHalf ? !kept.isDark : kept.isDark && isBlinkedByUs(kept, begin);
    const Picture picture = pictureOf(kept, begin);
    kept.needsBrightness = kept.needsBrightness || !kept.shown || picture == *kept.shown;
    const int tries = kept.health == Health::Lost ? 1 : m_settings.timing.tries;
    Outcome outcome;
    for (int i = 0; i < tries; ++i) {
        outcome = say(kept, picture);
        if (outcome.kind != Outcome::Kind::Failed) {
            break;
        }
    }
    const Moment end = std::chrono::steady_clock::now();
    switch (outcome.kind) {
    case Outcome::Kind::LineLost: lose(outcome.what); return;
    case Outcome::Kind::Taken:
        if (kept.health != Health::Well) {
            m_news.push_back({.address = kept.sign.address, .isWell = true, .what = "answers"});
        }
        kept.health = Health::Well;
        kept.shown = picture;
        kept.dueAt = end + (isBlinkedByUs(kept, end) ? m_settings.timing.blinkHalf
                                                     : m_settings.timing.repeatEvery);
        return;
    case Outcome::Kind::Failed:
        if (kept.health != Health::Lost) {
            m_news.push_back({.address = kept.sign.address, .isWell = false, .what = outcome.what});
        }
        kept.health = Health::Lost;
        kept.shown.reset();
        kept.dueAt = end + m_settings.timing.repeatEvery;
        return;
    }
}

SignLine::Outcome SignLine::say(Kept& kept, const Picture& picture)
{
    const SignProtocol& protocol = *m_settings.protocol;
    const bool isBlank = picture.cells.find_first_not_of(' ') == std::string::npos;
    std::vector<Bytes> requests = isBlank
                                      ? protocol.blank(kept.sign)
                                      : protocol.show(kept.sign, picture.cells, picture.isBlinking);
    if (kept.sign.brightnessPercent && kept.needsBrightness) {
        const auto dimming = protocol.dim(kept.sign, *kept.sign.brightnessPercent);
        requests.insert(requests.begin(), dimming.begin(), dimming.end());
    }
    for (const Bytes& request : requests) {
        Outcome outcome = ask(kept, request);
        if (outcome.kind != Outcome::Kind::Taken) {
            return outcome;
        }
    }
    kept.needsBrightness = false;
    return {.kind = Outcome::Kind::Taken};
}

SignLine::Outcome SignLine::ask(const Kept& kept, BytesView request)
{
    if (Outcome quiet = waitForSilence(); quiet.kind != Outcome::Kind::Taken) {
        return quiet;
    }
    if (Outcome sent = send(request); sent.kind != Outcome::Kind::Taken) {
        return sent;
    }
    return hear(kept, request);
}

SignLine::Outcome SignLine::waitForSilence()
{
    const auto silence = std::chrono::ceil<std::chrono::milliseconds>(
        m_settings.protocol->silence(m_settings.serial.baud));
    const Deadline noise(NoiseMax);
    Bytes late;
    while (waitFor(m_line.number(), POLLIN, silence) != 0) {
        if (const auto read = readInto(late); !read) {
            return {.kind = Outcome::Kind::LineLost, .what = read.error().what};
        }
        if (noise.isOver()) {
            return {.kind = Outcome::Kind::Failed, .what = "the line is never silent"};
        }
        late.clear();
    }
    return {.kind = Outcome::Kind::Taken};
}

SignLine::Outcome SignLine::send(BytesView request)
{
    const Deadline deadline(m_settings.timing.answer);
    while (!request.empty()) {
        const ssize_t count = ::write(m_line.number(), request.data(), request.size());
        if (count > 0) {
            request = request.subspan(static_cast<std::size_t>(count));
        } else if (errno != EAGAIN && errno != EINTR) {
            return {.kind = Outcome::Kind::LineLost, .what = systemError(m_settings.path).what};
        } else if ((waitFor(m_line.number(), POLLOUT, deadline.left()) & POLLOUT) == 0) {
            return {.kind = Outcome::Kind::LineLost,
                    .what = m_settings.path + ": the line takes nothing"};
        }
    }
    return {.kind = Outcome::Kind::Taken};
}

SignLine::Outcome SignLine::hear(const Kept& kept, BytesView request)
{
    const auto sending = std::chrono::milliseconds(
        static_cast<int>(request.size()) * 1000 / bytesPerSecond(m_settings.serial) + 1);
    const Deadline deadline(kept.sign.answers ? sending + m_settings.timing.answer : sending);
    const auto failed = [](std::string what) {
        return Outcome{.kind = Outcome::Kind::Failed, .what = std::move(what)};
    };
    Bytes heard;
    while (true) {
        const std::size_t own = m_settings.hearsItself ? request.size() : 0;
        if (kept.sign.answers && heard.size() >= own) {
            if (!std::ranges::equal(BytesView(heard).first(own), request.first(own))) {
                return failed("what was sent came back changed: two talk at once");
            }
            SignAnswer answer =
                m_settings.protocol->answer(kept.sign, request, BytesView(heard).subspan(own));
            switch (answer.verdict) {
            case SignAnswer::Verdict::Taken: return {.kind = Outcome::Kind::Taken};
            case SignAnswer::Verdict::Refused:
            case SignAnswer::Verdict::Garbled: return failed(std::move(answer.what));
            case SignAnswer::Verdict::Unfinished: break;
            }
        }
        if (waitFor(m_line.number(), POLLIN, deadline.left()) == 0) {
            if (!kept.sign.answers) {
                return {.kind = Outcome::Kind::Taken};
            }
            return failed(heard.size() <= own ? "does not answer" : "the answer ends too early");
        }
        if (const auto read = readInto(heard); !read) {
            return {.kind = Outcome::Kind::LineLost, .what = read.error().what};
        }
        if (heard.size() > HeardMax || deadline.isOver()) {
            return failed("the answer has no end");
        }
    }
}

Expected<Done, IoError> SignLine::readInto(Bytes& heard)
{
    std::array<std::byte, 256> buffer{};
    const ssize_t count = ::read(m_line.number(), buffer.data(), buffer.size());
    if (count > 0) {
        append(heard, BytesView(buffer).first(static_cast<std::size_t>(count)));
        return Done{};
    }
    const bool isForNow = count < 0 && (errno == EAGAIN || errno == EINTR);
    return isForNow ? Expected<Done, IoError>(Done{})
                    : Unexpected(IoError{m_settings.path + ": the line was lost"});
}

} // namespace talon::hw
