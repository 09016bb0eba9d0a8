#include "tests/hw/emulated_signs.h"

#include <cstdio>

namespace talon::test {
namespace {

using namespace std::chrono_literals;

constexpr auto Patience = 10s;

unsigned valueOf(char byte)
{
    return static_cast<unsigned char>(byte);
}

std::string asciiFrame(std::string_view body)
{
    unsigned sum = 0;
    for (const char byte : body) {
        sum ^= valueOf(byte);
    }
    std::array<char, 3> digits{};
    std::snprintf(digits.data(), digits.size(), "%02X", sum);
    return "\x02" + std::string(body) + digits.data() + "\x03";
}

} // namespace

std::string modbusCrc(std::string_view bytes)
{
    std::array<unsigned, 256> table{};
    for (unsigned i = 0; i < table.size(); ++i) {
        unsigned value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value % 2 == 1) ? (value / 2) ^ 0xA001U : value / 2;
        }
        table[i] = value;
    }
    unsigned sum = 0xFFFF;
    for (const char byte : bytes) {
        sum = (sum / 0x100) ^ table[(sum ^ valueOf(byte)) % 0x100];
    }
    return {static_cast<char>(sum % 0x100), static_cast<char>(sum / 0x100)};
}

EmulatedSigns::EmulatedSigns(Kind kind, const PtyLine& line, bool isEcho)
    : m_kind(kind)
    , m_line(line.farEnd())
    , m_isEcho(isEcho)
    , m_thread([this] { run(); })
{}

EmulatedSigns::~EmulatedSigns()
{
    m_isEnded = true;
    m_thread.join();
}

void EmulatedSigns::set(int address, SignMood mood)
{
    const std::lock_guard lock(m_guard);
    m_signs[address].mood = mood;
}

std::string EmulatedSigns::cells(int address) const
{
    const std::lock_guard lock(m_guard);
    return m_signs.at(address).cells;
}

bool EmulatedSigns::isBlinking(int address) const
{
    const std::lock_guard lock(m_guard);
    return m_signs.at(address).isBlinking;
}

int EmulatedSigns::brightness(int address) const
{
    const std::lock_guard lock(m_guard);
    return m_signs.at(address).brightness;
}

int EmulatedSigns::requests(int address) const
{
    const std::lock_guard lock(m_guard);
    return m_signs.at(address).requests;
}

std::vector<EmulatedSigns::Shown> EmulatedSigns::history(int address) const
{
    const std::lock_guard lock(m_guard);
    return m_signs.at(address).history;
}

void EmulatedSigns::forget(int address)
{
    const std::lock_guard lock(m_guard);
    State& state = m_signs.at(address);
    state = {.mood = state.mood, .requests = state.requests};
}

std::string EmulatedSigns::strange() const
{
    const std::lock_guard lock(m_guard);
    return m_strange;
}

bool EmulatedSigns::shows(int address, std::string_view cells) const
{
    const auto until = std::chrono::steady_clock::now() + Patience;
    while (this->cells(address) != cells) {
        if (std::chrono::steady_clock::now() > until) {
            return false;
        }
        std::this_thread::sleep_for(10ms);
    }
    return true;
}

void EmulatedSigns::run()
{
    std::string heard;
    while (!m_isEnded) {
        std::array<char, 512> buffer{};
        pollfd watched{.fd = m_line, .events = POLLIN, .revents = 0};
        // A pause ends what was begun, as it does on a real bus.
        if (poll(&watched, 1, 20) <= 0) {
            const std::lock_guard lock(m_guard);
            m_strange += heard;
            heard.clear();
            continue;
        }
        const ssize_t count = read(m_line, buffer.data(), buffer.size());
        if (count > 0) {
            const std::string bytes(buffer.data(), static_cast<std::size_t>(count));
            if (m_isEcho) {
                answer(SignMood::Answers, bytes);
            }
            heard += bytes;
            take(heard);
        }
    }
}

void EmulatedSigns::take(std::string& heard)
{
    const std::lock_guard lock(m_guard);
    while (m_kind == Kind::Ascii ? takeAscii(heard) : takeModbus(heard)) {
    }
}

void EmulatedSigns::show(State& state, const std::string& cells)
{
    state.cells = cells;
    state.history.push_back({.cells = cells, .at = std::chrono::steady_clock::now()});
}

void EmulatedSigns::answer(SignMood mood, std::string frame) const
{
    switch (mood) {
    case SignMood::Silent: return;
    case SignMood::WrongChecksum: frame[frame.size() - 2] ^= 0x01; break;
    case SignMood::HalfAnswer: frame.resize(frame.size() / 2); break;
    case SignMood::Answers:
    case SignMood::Refuses: break;
    }
    [[maybe_unused]] const ssize_t sent = write(m_line, frame.data(), frame.size());
}

bool EmulatedSigns::takeAscii(std::string& heard)
{
    const std::size_t end = heard.find('\x03');
    if (end == std::string::npos) {
        return false;
    }
    const std::string frame = heard.substr(0, end + 1);
    heard.erase(0, end + 1);
    if (frame.size() < 7 || frame != asciiFrame(frame.substr(1, frame.size() - 4))) {
        m_strange += frame;
        return true;
    }
    const auto found = m_signs.find((frame[1] - '0') * 10 + frame[2] - '0');
    if (found == m_signs.end()) {
        return true;
    }
    State& state = found->second;
    ++state.requests;
    const char command = frame[3];
    const std::string text = frame.substr(4, frame.size() - 7);
    const bool isKnown = std::string_view("TFCB").find(command) != std::string_view::npos;
    const bool isTaken = isKnown && state.mood != SignMood::Refuses;
    if (isTaken && state.mood != SignMood::Silent) {
        if (command == 'B') {
            state.brightness = text[0] - '0';
        } else {
            state.isBlinking = command == 'F';
            show(state, text);
        }
    }
    answer(state.mood, asciiFrame(frame.substr(1, 2) + (isTaken ? '\x06' : '\x15')));
    return true;
}

bool EmulatedSigns::takeModbus(std::string& heard)
{
    if (heard.size() < 7 || heard.size() < 9 + valueOf(heard[6])) {
        return false;
    }
    const std::size_t size = 9 + valueOf(heard[6]);
    const std::string frame = heard.substr(0, size);
    heard.erase(0, size);
    const auto word = [&](std::size_t at) {
        return static_cast<int>(valueOf(frame[at]) * 0x100 + valueOf(frame[at + 1]));
    };
    const bool isWhole = frame.substr(size - 2) == modbusCrc(frame.substr(0, size - 2)) &&
                         frame[1] == 0x10 && word(4) * 2 == static_cast<int>(valueOf(frame[6]));
    if (!isWhole) {
        m_strange += frame;
        return true;
    }
    const auto found = m_signs.find(static_cast<int>(valueOf(frame[0])));
    if (found == m_signs.end()) {
        return true;
    }
    State& state = found->second;
    ++state.requests;
    std::string reply = frame.substr(0, 6);
    if (state.mood == SignMood::Refuses) {
        reply = {frame[0], static_cast<char>(0x90), 0x02};
    } else if (state.mood != SignMood::Silent) {
        switch (word(2)) {
        case StartRegister: show(state, frame.substr(7, valueOf(frame[6]))); break;
        case BlinkRegister: state.isBlinking = word(7) == 1; break;
        case BrightnessRegister: state.brightness = word(7); break;
        default: reply = {frame[0], static_cast<char>(0x90), 0x02};
        }
    }
    answer(state.mood, reply + modbusCrc(reply));
    return true;
}

} // namespace talon::test
