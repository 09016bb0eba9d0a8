#include "hw/scanner/code_assembler.h"

#include <cstdio>
#include <utility>

namespace talon::hw {
namespace {

bool isEnd(char32_t character)
{
    return character == U'\r' || character == U'\n' || character == U'\t';
}

bool isPrintable(char32_t character)
{
    return character >= 0x20 && character < 0x7F;
}

std::string hex(char32_t character)
{
    std::string text(16, '\0');
    const int length =
        std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned>(character));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

} // namespace

std::optional<Scan> CodeAssembler::take(char32_t character, Moment at)
{
    m_lastAt = at;
    if (isEnd(character)) {
        return end(); // the LF after a CR ends nothing
    }
    ++m_length;
    if (!m_fault.empty()) {
        return std::nullopt;
    }
    if (!isPrintable(character)) {
        m_fault = "has " + hex(character) + ", which is not of printable ASCII";
    } else if (m_code.size() == CodeLengthMax) {
        m_fault = "is longer than " + std::to_string(CodeLengthMax) + " characters";
    } else {
        m_code += static_cast<char>(character);
    }
    return std::nullopt;
}

std::optional<Scan> CodeAssembler::end()
{
    if (std::exchange(m_length, 0) == 0) {
        return std::nullopt;
    }
    std::string code = std::exchange(m_code, {});
    std::string fault = std::exchange(m_fault, {});
    if (!fault.empty()) {
        return Scan(Unexpected(ParseError{"code", std::move(fault)}));
    }
    return Scan(std::move(code));
}

std::optional<CodeAssembler::Moment> CodeAssembler::quietSince() const
{
    return m_length == 0 ? std::nullopt : std::optional(m_lastAt);
}

} // namespace talon::hw
