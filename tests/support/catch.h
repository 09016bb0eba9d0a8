#pragma once

/// The one place that includes Catch2, so that its version (2.13 here, 3 in Debian 13) is one
/// line's matter.
#include <catch2/catch.hpp>
