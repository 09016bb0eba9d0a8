#pragma once

#include "shared/base/instant.h"

#include <chrono>

namespace talon::test {

/// Time for a whole process, made up: it stands still while any thread works, and when all of them
/// wait it goes on, at once, to the moment for which the first of them waits. A week of timers,
/// time-outs and sleeps is lived in seconds, by the programs as they are.
///
///     thread  works -> poll(2 s) ........ works        what the threads do
///     thread  works --> poll(500 ms) . works -> ...
///     time    10:00:00.000 | 10:00:00.500 | 10:00:02   what all of them are told
///
/// It takes the place of the system's clock_gettime, gettimeofday, time, poll and ppoll in the
/// program that links it. Sockets, files and locks are the real ones. A thread is known to wait
/// when the kernel says that it sleeps: so what waits for a lock or for another thread counts too.
///
/// The process keeps to one processor, so that its threads take turns: what is lived twice is lived
/// nearly alike. Not moved: waits on condition variables with a deadline, which then wait until
/// they are woken.
class FastTime
{
public:
    /// From now on; the wall clock shows this moment. Once in a process.
    static void begin(Instant wallClock);

    static Instant now();

    /// Each step is at least so long, but for the last one before a moment: for hours in which
    /// nothing is to happen and every timer of the process would be a step of its own. What is due
    /// on the way happens at its end.
    static void setStride(std::chrono::milliseconds stride, Instant until = Instant::max());

    /// No stride as long as one of these lives: something is under way whose moment counts.
    class Exactly
    {
    public:
        Exactly();
        ~Exactly();
        Exactly(const Exactly&) = delete;
        Exactly& operator=(const Exactly&) = delete;
    };

    /// How many steps time took: what a test costs.
    static long steps();
};

/// Lets the programs work for so long, by made-up time. On the main thread.
void letTimePass(std::chrono::milliseconds time);

} // namespace talon::test
