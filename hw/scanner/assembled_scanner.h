#pragma once

#include "hw/scanner/code_assembler.h"
#include "hw/scanner/scanner.h"
#include "hw/system.h"
#include "shared/base/done.h"

#include <deque>

namespace talon::hw {

/// What scanners have in common that send a code character by character.
class AssembledScanner : public Scanner
{
public:
    Expected<std::optional<Scan>, IoError> read(std::chrono::milliseconds within) final;

protected:
    /// `pause` is how long it must be quiet for a code without an end to be over.
    explicit AssembledScanner(std::chrono::milliseconds pause)
        : m_pause(pause)
    {}

    /// Waits for the device and hands what it says to take() and spoil().
    virtual Expected<Done, IoError> hear(std::chrono::milliseconds within) = 0;

    void take(char32_t character);

    /// Some of the code was lost on the way.
    void spoil(const std::string& why);

private:
    std::chrono::milliseconds m_pause;
    CodeAssembler m_assembler;
    std::deque<Scan> m_scans;
};

} // namespace talon::hw
