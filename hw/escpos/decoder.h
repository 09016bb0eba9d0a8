#pragma once

#include "hw/escpos/encoder.h"
#include "hw/raster.h"

#include <variant>
#include <vector>

/// The byte stream as a printer understands it: what the virtual printer executes and what
/// `talon-hw decode` shows. Written from the makers' references, not from our encoder.
namespace talon::hw::escpos {

struct Initialise
{
    friend bool operator==(const Initialise&, const Initialise&) = default;
};

/// Lines of dots, from `GS v 0`.
struct PrintRows
{
    Raster rows;

    friend bool operator==(const PrintRows&, const PrintRows&) = default;
};

/// White paper, from `ESC J` and `ESC d`.
struct FeedRows
{
    int rows = 0;

    friend bool operator==(const FeedRows&, const FeedRows&) = default;
};

struct Cut
{
    friend bool operator==(const Cut&, const Cut&) = default;
};

/// `GS a n`.
struct WatchStatus
{
    bool on = false;

    friend bool operator==(const WatchStatus&, const WatchStatus&) = default;
};

/// `GS ( H`, function 48.
struct AskProcessId
{
    ProcessId id{};

    friend bool operator==(const AskProcessId&, const AskProcessId&) = default;
};

/// `GS r n`.
struct AskSensor
{
    int n = 0;

    friend bool operator==(const AskSensor&, const AskSensor&) = default;
};

/// A byte or command that this decoder does not know; a real printer may print it as a letter.
struct Strange
{
    Bytes bytes;

    friend bool operator==(const Strange&, const Strange&) = default;
};

/// `DLE EOT n`: at once.
struct AskStatus
{
    int n = 0;

    friend bool operator==(const AskStatus&, const AskStatus&) = default;
};

/// `DLE DC4 8`: at once; whatever came before and is not yet printed is forgotten.
struct ClearBuffers
{
    friend bool operator==(const ClearBuffers&, const ClearBuffers&) = default;
};

/// Any other real-time command: recovery, a pulse for a cash drawer, power off.
struct OtherRealTime
{
    Bytes bytes;

    friend bool operator==(const OtherRealTime&, const OtherRealTime&) = default;
};

using Action = std::variant<Initialise,
                            PrintRows,
                            FeedRows,
                            Cut,
                            WatchStatus,
                            AskProcessId,
                            AskSensor,
                            Strange,
                            AskStatus,
                            ClearBuffers,
                            OtherRealTime>;

/// Whether the printer acts on it when it arrives, even while it cannot print.
bool isRealTime(const Action& action);

/// Takes the stream in pieces of any size. Like a printer it finds real-time commands also inside
/// pictures, and leaves those bytes in the picture.
class Decoder
{
public:
    std::vector<Action> take(BytesView bytes);

    /// Bytes of a command whose end has not come yet.
    std::size_t unfinishedBytes() const { return m_unfinished.size(); }

private:
    void watchForRealTime(std::byte byte, std::vector<Action>& actions);
    bool takeCommand(std::vector<Action>& actions);

    Bytes m_unfinished;
    Bytes m_realTime; ///< A real-time command that has begun.
};

} // namespace talon::hw::escpos
