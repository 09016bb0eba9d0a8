#pragma once

#include "tests/support/random.h"
#include "tests/terminal/week/week_terminal.h"

#include <string>
#include <vector>

namespace talon::test {

/// People at a terminal. They touch what they see, sometimes twice, sometimes with the whole palm,
/// sometimes nothing at all; they change their minds, and some walk away in the middle.
class Visitors
{
public:
    explicit Visitors(std::uint64_t seed)
        : m_random(seed)
    {}

    /// One visitor, until they have a ticket, hear that there is none, or leave.
    void visit(WeekTerminal& terminal);

    /// Somebody with this code comes today.
    void expect(const std::string& code) { m_codes.push_back(code); }

    int count() const { return m_count; }

private:
    struct Wish;

    Wish wish();
    bool act(WeekTerminal& terminal, Wish& wish);
    void touch(WeekTerminal& terminal, const Wish& wish);
    void touchOnce(terminal::TerminalApp& app, const Wish& wish);
    void touchAnything(terminal::TerminalApp& app);
    void chooseService(terminal::TerminalApp& app, ServiceId service);
    void ponder(int fromMs, int toMs);

    Random m_random;
    std::vector<std::string> m_codes;
    int m_count = 0;
};

} // namespace talon::test
