#pragma once

#include "tests/hw/pty_line.h"

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace talon::test {

enum class SignMood {
    Answers,
    Silent,        ///< Off, or not there.
    WrongChecksum, ///< Shows it, and answers with a broken frame.
    Refuses,       ///< Shows nothing new, and says so.
    HalfAnswer,    ///< Shows it, and falls silent within its answer.
};

/// Signs at the far end of a line, in a thread of their own. Reads the bytes by code that shares
/// nothing with hw/sign.
class EmulatedSigns
{
public:
    enum class Kind { Ascii, Modbus };

    /// What one sign was told to show, and when.
    struct Shown
    {
        std::string cells;
        std::chrono::steady_clock::time_point at;
    };

    /// The line must outlive them. Whoever listens to the whole bus hears itself.
    EmulatedSigns(Kind kind, const PtyLine& line, bool isEcho = false);
    ~EmulatedSigns();
    EmulatedSigns(const EmulatedSigns&) = delete;
    EmulatedSigns& operator=(const EmulatedSigns&) = delete;

    /// A sign is there from its first mood on.
    void set(int address, SignMood mood);

    std::string cells(int address) const;
    bool isBlinking(int address) const;
    int brightness(int address) const; ///< -1 until it was told.
    int requests(int address) const;   ///< Those that it could read, answered or not.
    std::vector<Shown> history(int address) const;

    /// As if somebody had switched it off and on.
    void forget(int address);

    /// Bytes that were no frame.
    std::string strange() const;

    /// Waits until the sign shows these cells.
    bool shows(int address, std::string_view cells) const;

    /// Of the Modbus signs: the text is here, the rest behind it.
    static constexpr int StartRegister = 16;
    static constexpr int BlinkRegister = 40;
    static constexpr int BrightnessRegister = 41;

private:
    struct State
    {
        SignMood mood = SignMood::Answers;
        std::string cells;
        bool isBlinking = false;
        int brightness = -1;
        int requests = 0;
        std::vector<Shown> history;
    };

    void run();
    void take(std::string& heard);
    bool takeAscii(std::string& heard);
    bool takeModbus(std::string& heard);
    void show(State& state, const std::string& cells);
    void answer(SignMood mood, std::string frame) const;

    Kind m_kind;
    int m_line;
    bool m_isEcho;
    mutable std::mutex m_guard;
    std::map<int, State> m_signs;
    std::string m_strange;
    std::atomic<bool> m_isEnded = false;
    std::thread m_thread;
};

/// As the guide's appendix has it, with a table instead of its loop. Low byte first.
std::string modbusCrc(std::string_view bytes);

} // namespace talon::test
