#pragma once

#include "controller/staff/accounts.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// How a member of the staff is known at a terminal, where nobody types a password: a PIN, or a
/// badge with a code to scan.
namespace talon::staff {

/// Whose PIN it is is found by trying: so many, that it takes a quarter of a second.
inline constexpr std::size_t PinsMax = 20;

/// Four to eight digits.
bool isPin(std::string_view text);

/// Argon2id, cheaper than a password's (12 ms, 16 MiB): a PIN is kept by the few tries that a
/// terminal allows, not by the work of one. Off the main thread.
std::string hashPin(const std::string& pin);

/// The place of the hash that a PIN fits; none when it fits none.
std::optional<std::size_t> pinAmong(const std::string& pin, std::span<const std::string> hashes);

/// What a badge's code says: "TALON-S1 " and 128 random bits. Given out once; its tokenHash() is
/// kept.
std::string newBadge();

/// Whether somebody of this role has anything to do at a terminal beyond a visitor.
bool mayUseTerminal(Role role);

} // namespace talon::staff
