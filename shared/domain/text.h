#pragma once

#include <map>
#include <string>

namespace talon {

/// A text that people read, in each language it exists in: {"ru": "Оплата", "en": "Payment"}.
using Text = std::map<std::string, std::string>;

/// The language every text of an office must have; what other languages fall back to.
inline constexpr const char* FirstLanguage = "ru";

/// The text in a language, else in the first language, else empty.
const std::string& inLanguage(const Text& text, const std::string& language);

} // namespace talon
