#pragma once

#include "hw/virtual/door.h"
#include "hw/virtual/virtual_printer.h"

#include <memory>
#include <string>

namespace talon::hw {

/// A virtual printer behind a real port or line: what is tried with it goes through the same roads
/// of the system as with a device.
///
///     guest ──▶ door ──▶ VirtualPrinter (folder, faults)
///
/// A printer that is `gone` closes its door and opens it when it is back; one that dies loses its
/// guest and starts anew, as after a power cut.
class PrinterServer
{
public:
    PrinterServer(std::string folder, std::unique_ptr<Door> door);

    std::string uri() const { return m_door->uri(); }

    /// Must have gone well before the first turn.
    Expected<Done, IoError> open();

    /// Hears and answers for at most about so long. The error means that serving cannot go on.
    Expected<Done, IoError> turn(std::chrono::milliseconds within);

private:
    void switchOff();
    bool exchange(std::chrono::milliseconds within);
    bool hear();
    bool print();
    bool say();

    std::string m_folder;
    std::unique_ptr<Door> m_door;
    std::unique_ptr<VirtualPrinter> m_printer;
    Descriptor m_guest;
    Bytes m_heard; ///< Not yet taken by the printer: its buffer is full.
    Bytes m_toSay; ///< Not yet taken by the guest.
};

} // namespace talon::hw
