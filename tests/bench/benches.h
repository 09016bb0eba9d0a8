#pragma once

#include "tests/bench/measure.h"

namespace talon::bench {

void benchSync(const Scale& scale);
void benchIssue(const Scale& scale);
void benchCall(const Scale& scale);
void benchYears(const Scale& scale);

} // namespace talon::bench
