#pragma once

#include "hw/virtual/virtual_printer.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>

namespace talon::test {

/// What is wrong with the plug, not with the paper; from the file `usb-faults` beside `faults`:
///
///     halt-after 20000    halts once after so many bytes, until the halt is cleared
///     halts-again         and at the next byte again
///     busy                another program has it
///     always-nothing      answers every reading at once, with no bytes
struct UsbFaults
{
    std::optional<std::size_t> haltAfterBytes;
    bool haltsAgain = false;
    bool busy = false;
    bool alwaysNothing = false;
};

struct UsbIdentity
{
    std::string deviceId = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;";
    std::string serial = "EMU0001";
    bool oneWay = false; ///< No pipe back.
};

/// A printer as it looks from the bus: descriptors, requests, pipes. What comes through the pipe
/// is printed by a VirtualPrinter into the folder. Like a real one it is more than a printer: the
/// printer is the second interface, and speaks both ways in its second setting only. All that came
/// down the cable is kept in `wire`.
class EmulatedUsbPrinter
{
public:
    static constexpr unsigned Interface = 1;
    static constexpr unsigned BothWays = 1; ///< The setting.

    enum class Pipe { Done, NotYet, Halted, Gone, Unknown };

    struct Moved
    {
        Pipe state = Pipe::Done;
        hw::Bytes bytes;       ///< What came.
        std::size_t taken = 0; ///< How many went.
    };

    EmulatedUsbPrinter(std::filesystem::path folder, UsbIdentity identity);

    /// Device and configuration, as the system keeps them in `descriptors`.
    hw::Bytes descriptors() const;

    bool isBusy();
    void setAlternate(unsigned alternate) { m_alternate = alternate; }
    void clearHalt();

    /// The answer to a request on the control pipe; none is a stall.
    std::optional<hw::Bytes> ask(const std::array<unsigned char, 8>& setup);

    Moved out(unsigned endpoint, hw::BytesView bytes);
    Moved in(unsigned endpoint, std::size_t bytesMax);

private:
    void readFaults();
    hw::Bytes text(const std::string& letters) const;
    std::byte portStatus();
    void keep(hw::BytesView bytes) const;

    std::filesystem::path m_folder;
    UsbIdentity m_identity;
    hw::VirtualPrinter m_printer;
    UsbFaults m_faults;
    unsigned m_alternate = 0;
    std::size_t m_bytesTaken = 0;
    bool m_isHalted = false;
    bool m_hasHalted = false;
};

} // namespace talon::test
