#pragma once

#include "controller/simulation/plan.h"
#include "shared/base/errors.h"
#include "shared/base/expected.h"
#include "shared/domain/settings.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace talon::simulation {

/// One way to run the office, to be compared with others over the same visitors.
struct Variant
{
    std::string name;
    OfficeSettings settings;
    WindowPlan plan;
    double load = 1; ///< So many times the visitors that are described.
};

/// Hands over what a file has; its error tells why not.
using ReadFile = std::function<Expected<std::string, ParseError>(const std::string& path)>;

/// "late:window.4=11:00-17:00,order=firstCome": the variant that differs from a base in this.
/// docs/simulate.md tells the keys.
Expected<Variant, ParseError>
variantFrom(std::string_view text, const Variant& base, const ReadFile& readFile);

/// The base under each order of service, in the order of ServiceOrders.
std::vector<Variant> everyOrder(const Variant& base);

} // namespace talon::simulation
