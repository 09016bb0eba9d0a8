#include "hw/usb/usb_printer.h"

#include "hw/usb/usb_address.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <utility>

namespace talon::hw {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t ChunkBytes = 16384;
constexpr std::size_t ReadBytes = 4096; ///< Whole packets of every speed.
constexpr auto AnswerWithin = 500ms;
constexpr auto LeastRead = 5ms; ///< Some frames of the bus: less would hear nothing at all.
constexpr auto PauseAfterNothing = 10ms;

constexpr std::uint8_t GetPortStatus = 1;

milliseconds leftUntil(steady_clock::time_point deadline)
{
    return std::max(0ms, std::chrono::ceil<milliseconds>(deadline - steady_clock::now()));
}

/// For libusb, where nought would be for ever.
unsigned timeoutUntil(steady_clock::time_point deadline)
{
    return static_cast<unsigned>(std::max(1ms, leftUntil(deadline)).count());
}

WriteError::Cause causeOf(int error)
{
    return error == LIBUSB_ERROR_TIMEOUT || error == LIBUSB_ERROR_PIPE
               ? WriteError::Cause::TimedOut
               : WriteError::Cause::LinkLost;
}

std::string whatOf(const std::string& id, int error)
{
    switch (error) {
    case LIBUSB_ERROR_TIMEOUT: return id + ": takes no more bytes";
    case LIBUSB_ERROR_PIPE: return id + ": has halted, and halts again";
    default: return usbError(id, "write", error).what;
    }
}

/// The claim of the printer's part, taken from `usblp`.
Expected<Done, IoError>
claim(UsbHandle& handle, const UsbPrinterPart& part, const std::string& name)
{
    libusb_set_auto_detach_kernel_driver(handle.get(), 1);
    if (const int error = libusb_claim_interface(handle.get(), part.interface); error != 0) {
        return Unexpected(usbError(name, "claim", error));
    }
    if (!part.hasAlternates) {
        return Done{};
    }
    const int error =
        libusb_set_interface_alt_setting(handle.get(), part.interface, part.alternate);
    if (error == LIBUSB_ERROR_NO_DEVICE) {
        // Pulled out just now. libusb 1.0.26 has unlocked here what it had not locked, and would
        // abort the program when the handle is closed: better to lose the handle.
        static_cast<void>(handle.release());
    } else if (error != 0) {
        libusb_release_interface(handle.get(), part.interface);
    }
    if (error != 0) {
        return Unexpected(usbError(name, "choose its setting", error));
    }
    return Done{};
}

bool isMeant(const UsbAddress& address, const UsbPrinterDevice& device)
{
    return address.vendor.value_or(device.vendor) == device.vendor &&
           address.product.value_or(device.product) == device.product;
}

} // namespace

UsbPrinter::UsbPrinter(std::string id,
                       UsbContext context,
                       UsbHandle handle,
                       const UsbPrinterPart& part)
    : m_id(std::move(id))
    , m_context(std::move(context))
    , m_handle(std::move(handle))
    , m_part(part)
    , m_deviceId(deviceIdOf(m_handle.get(), m_part, AnswerWithin))
{}

UsbPrinter::~UsbPrinter()
{
    libusb_release_interface(m_handle.get(), m_part.interface);
}

Expected<Done, WriteError> UsbPrinter::write(BytesView bytes, milliseconds within)
{
    const auto deadline = steady_clock::now() + within;
    std::size_t sent = 0;
    bool hasHalted = false;
    while (sent < bytes.size()) {
        const BytesView chunk = bytes.subspan(sent, std::min(ChunkBytes, bytes.size() - sent));
        // libusb takes one pointer for both directions; it does not write through this one.
        auto* const data =
            const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(chunk.data()));
        int went = 0;
        int error =
            libusb_bulk_transfer(m_handle.get(), m_part.out, data, static_cast<int>(chunk.size()),
                                 &went, timeoutUntil(deadline));
        sent += static_cast<std::size_t>(std::max(went, 0));
        if (error == LIBUSB_ERROR_PIPE && !hasHalted) {
            hasHalted = true;
            error = libusb_clear_halt(m_handle.get(), m_part.out);
        }
        if (error == 0 && sent < bytes.size() && steady_clock::now() >= deadline) {
            error = LIBUSB_ERROR_TIMEOUT;
        }
        if (error != 0 && sent < bytes.size()) {
            return Unexpected(WriteError{
                .cause = causeOf(error), .bytesSent = sent, .what = whatOf(m_id, error)});
        }
    }
    return Done{};
}

Expected<Bytes, IoError> UsbPrinter::read(milliseconds within)
{
    if (!m_part.in) {
        return Bytes{};
    }
    const auto deadline = steady_clock::now() + std::max<milliseconds>(within, LeastRead);
    std::array<unsigned char, ReadBytes> buffer{};
    do {
        int came = 0;
        int error =
            libusb_bulk_transfer(m_handle.get(), *m_part.in, buffer.data(),
                                 static_cast<int>(buffer.size()), &came, timeoutUntil(deadline));
        if (came > 0) {
            const auto bytes =
                std::as_bytes(std::span(buffer)).first(static_cast<std::size_t>(came));
            return Bytes(bytes.begin(), bytes.end());
        }
        if (error == LIBUSB_ERROR_PIPE) {
            error = libusb_clear_halt(m_handle.get(), *m_part.in);
        }
        if (error != 0 && error != LIBUSB_ERROR_TIMEOUT) {
            return Unexpected(usbError(m_id, "read", error));
        }
        // Some answer at once that they have nothing to say: do not ask them a thousand times.
        const auto pause = std::min<milliseconds>(PauseAfterNothing, leftUntil(deadline));
        poll(nullptr, 0, static_cast<int>(pause.count()));
    } while (steady_clock::now() < deadline);
    return Bytes{};
}

Expected<std::optional<PortStatus>, IoError> UsbPrinter::portStatus(milliseconds within)
{
    unsigned char status = 0;
    const int length = libusb_control_transfer(
        m_handle.get(), AskPrinterClass, GetPortStatus, 0, m_part.interface, &status, 1,
        static_cast<unsigned>(std::max<milliseconds>(within, 1ms).count()));
    if (length == LIBUSB_ERROR_NO_DEVICE) {
        return Unexpected(usbError(m_id, "ask its port", length));
    }
    if (length != 1) {
        return std::optional<PortStatus>(); // this one does not know the question
    }
    return std::optional(
        PortStatus{.paperEmpty = (status & 0x20U) != 0, .error = (status & 0x08U) == 0});
}

Expected<std::unique_ptr<UsbPrinter>, IoError> openUsbPrinter(const std::string& address)
{
    const auto meant = parseUsbAddress(address);
    if (!meant) {
        return Unexpected(IoError{"usb:" + address + ": " + describe(meant.error())});
    }
    auto context = openUsb();
    if (!context) {
        return Unexpected(context.error());
    }
    IoError trouble{"usb:" + address + ": no such printer is plugged in"};
    for (const UsbPrinterDevice& device : usbPrinters(context->get())) {
        if (!isMeant(*meant, device)) {
            continue;
        }
        const std::string name = "usb:" + usbNumber(device.vendor) + ":" +
                                 usbNumber(device.product) +
                                 (meant->serial.empty() ? "" : ":" + meant->serial);
        auto handle = openDevice(device, name);
        if (!handle) {
            trouble = handle.error();
            continue;
        }
        if (!meant->serial.empty() && serialOf(handle->get()) != meant->serial) {
            continue;
        }
        if (const auto claimed = claim(*handle, device.part, name); !claimed) {
            trouble = claimed.error();
            continue;
        }
        return std::make_unique<UsbPrinter>(name, *std::move(context), *std::move(handle),
                                            device.part);
    }
    return Unexpected(trouble);
}

} // namespace talon::hw
