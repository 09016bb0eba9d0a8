#include "terminal/ticket/ticket_paper.h"

namespace talon::terminal {

std::string visitCode(VisitId visit, const std::string& number)
{
    constexpr char Digits[] = "0123456789ABCDEF";
    std::string code = "talon:" + std::to_string(visit.value) + ":";
    for (const char letter : number) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z') || byte == '-';
        if (plain) {
            code += letter;
        } else {
            code += '%';
            code += Digits[byte >> 4];
            code += Digits[byte & 0x0F];
        }
    }
    return code;
}

} // namespace talon::terminal
