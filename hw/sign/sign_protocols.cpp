#include "hw/sign/sign_protocol.h"
#include "shared/base/ensure.h"

#include <algorithm>
#include <array>

namespace talon::hw {

// Each at the end of its file in hw/sign/protocols.
const SignProtocol& asciiProtocol();
const SignProtocol& modbusProtocol();

int optionOf(const SignProtocol& protocol, const Sign& sign, std::string_view key)
{
    if (const auto said = sign.options.find(key); said != sign.options.end()) {
        return said->second;
    }
    const auto known = protocol.options();
    const auto found = std::ranges::find(known, key, &SignOption::key);
    TALON_ENSURE(found != known.end());
    return found->fallback;
}

std::span<const SignProtocol* const> signProtocols()
{
    static const std::array<const SignProtocol*, 2> All{&asciiProtocol(), &modbusProtocol()};
    return All;
}

const SignProtocol* signProtocol(std::string_view name)
{
    const auto all = signProtocols();
    const auto found = std::ranges::find(all, name, &SignProtocol::name);
    return found == all.end() ? nullptr : *found;
}

std::string knownSignProtocols()
{
    std::string names;
    for (const SignProtocol* const each : signProtocols()) {
        names += (names.empty() ? "" : ", ") + std::string(each->name());
    }
    return names;
}

} // namespace talon::hw
