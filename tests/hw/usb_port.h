#pragma once

#include "tests/hw/emulated_usb_printer.h"

#include <umockdev.h>

#include <deque>
#include <memory>
#include <mutex>

namespace talon::test {

struct DropData
{
    void operator()(UMockdevIoctlData* data) const { umockdev_ioctl_data_unref(data); }
};
using IoctlData = std::unique_ptr<UMockdevIoctlData, DropData>;

/// One plugged-in device as the system shows it: sysfs, device node, and what a program may ask of
/// that node (usbdevfs). Asked by umockdev's own thread.
class UsbPort
{
public:
    /// Plugs in, as device `number` of the first bus.
    UsbPort(UMockdevTestbed* testbed, std::unique_ptr<EmulatedUsbPrinter> printer, int number);
    UsbPort(const UsbPort&) = delete;
    UsbPort& operator=(const UsbPort&) = delete;

    /// For good; a printer that comes back has another number. Open nodes say so from now on.
    void unplug();

    bool isPlugged();

private:
    /// A request of the program that is not answered yet.
    struct Urb
    {
        IoctlData request;
        IoctlData buffer;
        std::size_t moved = 0;
    };

    static gboolean onIoctl(UMockdevIoctlBase* base, UMockdevIoctlClient* client, gpointer port);
    void handle(UMockdevIoctlClient* client);
    int answer(UMockdevIoctlClient* client, unsigned long request, UMockdevIoctlData* data);
    int claim(bool fromDriver);
    int submit(UMockdevIoctlData* data);
    int discard(UMockdevIoctlClient* client);
    int reap(UMockdevIoctlData* data);
    bool advance(Urb& urb);
    bool advanceControl(Urb& urb);
    void finish(std::deque<Urb>::iterator urb, int status);

    UMockdevTestbed* m_testbed;
    std::unique_ptr<EmulatedUsbPrinter> m_printer;
    std::string m_path; ///< In sysfs.
    std::mutex m_mutex; ///< Over all below.
    bool m_isPlugged = true;
    bool m_isClaimed = false;
    std::deque<Urb> m_waiting;
    std::deque<Urb> m_finished;
};

} // namespace talon::test
