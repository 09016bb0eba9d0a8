#include "hw/probe/list.h"

#include "hw/cups/cups_printer.h"
#include "hw/usb/usb_devices.h"

#include <ostream>

namespace talon::hw {
namespace {

bool listUsb(std::ostream& out)
{
    const auto listings = listUsbPrinters();
    if (!listings) {
        out << listings.error().what << "\n";
        return false;
    }
    bool canUseOne = false;
    for (const UsbListing& listing : *listings) {
        out << listing.uri << "\n";
        if (!listing.trouble.empty()) {
            out << "    " << listing.trouble << "\n";
            continue;
        }
        canUseOne = true;
        const escpos::Model* const model = escpos::modelOfDevice(listing.deviceId);
        const std::string name(model == nullptr ? escpos::models()[0].name : model->name);
        out << "    calls itself: " << listing.deviceId << "\n"
            << "    " << (listing.canAnswer ? "answers" : "cannot answer") << "; model " << name
            << (model == nullptr ? ", as nothing is known of it" : "") << "\n";
    }
    if (listings->empty()) {
        out << "no printer on USB\n";
    }
    return canUseOne;
}

bool listCups(std::ostream& out)
{
    const auto queues = listCupsQueues();
    if (!queues) {
        out << queues.error().what << "\n";
        return false;
    }
    for (const CupsQueue& queue : *queues) {
        out << "cups:" << queue.name << "\n    " << queue.makeAndModel << " at " << queue.deviceUri
            << ", " << name(conditionOf(queue.state)) << "\n    "
            << (queue.isRaw() ? "no driver: gets the bytes of a ticket printer"
                              : "driver: gets pictures")
            << "\n";
        if (queue.errorPolicy != "abort-job") {
            out << "    after a fault it does \"" << queue.errorPolicy << "\"; better: lpadmin -p "
                << queue.name << " -o printer-error-policy=abort-job\n";
        }
    }
    if (queues->empty()) {
        out << "no queue in CUPS\n";
    }
    return !queues->empty();
}

} // namespace

bool listPrinters(std::ostream& out)
{
    const bool hasUsb = listUsb(out);
    const bool hasCups = listCups(out);
    return hasUsb || hasCups;
}

} // namespace talon::hw
