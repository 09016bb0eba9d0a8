#pragma once

namespace talon::simulation {

/// Picks the events that matter out of all, for std::visit.
template <class... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};

template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace talon::simulation
