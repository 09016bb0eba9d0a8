#pragma once

#include "controller/runtime/exit_code.h"
#include "controller/simulation/engine.h"
#include "controller/simulation/variant.h"
#include "shared/base/expected.h"

#include <QCommandLineParser>

#include <functional>
#include <string>
#include <vector>

/// What `talon-controller simulate` is told: who comes to which office, and what is to be compared.
namespace talon::controller {

/// How the program ends when it cannot go on, and its last words.
struct Failure
{
    runtime::ExitCode code = runtime::ExitCode::Usage;
    std::string why;
};

template <class T>
using OrFailure = Expected<T, Failure>;

/// What is simulated: the office as it is, who comes, and when.
struct Scene
{
    simulation::Variant base;
    simulation::WallClock clock;
    std::vector<Day> days;
    simulation::Habits habits;
    /// So many times as many as usual.
    std::function<std::vector<simulation::Arrival>(Day day, double times)> arrivals;
    bool canScale = false; ///< Only visitors that are described can be more than they are.
};

/// Reads the files that the options name into a new scene.
OrFailure<Done> readScene(const QCommandLineParser& parser, Scene& scene);

/// The office as it is and what differs from it, as many as there will be columns.
OrFailure<std::vector<simulation::Variant>> readVariants(const QCommandLineParser& parser,
                                                         Scene& scene);

} // namespace talon::controller
