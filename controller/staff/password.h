#pragma once

#include <string>

namespace talon::staff {

/// Argon2id in libsodium's text form, salt included. Takes 50 ms and 64 MiB on purpose: off the
/// main thread, and never many at once.
std::string hashPassword(const std::string& password);

/// Takes as long as hashPassword, right or wrong. False for a text that is not a hash.
bool passwordFits(const std::string& password, const std::string& hash);

/// A hash that no password fits, as costly to try as a real one: an unknown login is answered
/// after the same work as a wrong password.
const std::string& decoyHash();

} // namespace talon::staff
