#include "shared/domain/text.h"

namespace talon {

const std::string& inLanguage(const Text& text, const std::string& language)
{
    static const std::string Empty;
    if (const auto found = text.find(language); found != text.end()) {
        return found->second;
    }
    const auto first = text.find(FirstLanguage);
    return first == text.end() ? Empty : first->second;
}

} // namespace talon
