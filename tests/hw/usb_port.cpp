#include "tests/hw/usb_port.h"

#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <thread>
#include <utility>

namespace talon::test {

using namespace std::chrono_literals;
using Pipe = EmulatedUsbPrinter::Pipe;

namespace {

/// A node of umockdev always looks ready: without this the program would ask without a breath.
constexpr auto PauseWhenNothing = 1ms;
constexpr int NotKnown = ENOTTY;

usbdevfs_urb& urbIn(UMockdevIoctlData* data)
{
    return *reinterpret_cast<usbdevfs_urb*>(data->data);
}

std::string hexOf(hw::BytesView bytes)
{
    std::string text;
    for (const std::byte byte : bytes) {
        std::array<char, 3> digits{};
        std::snprintf(digits.data(), digits.size(), "%02X", std::to_integer<unsigned>(byte));
        text += digits.data();
    }
    return text;
}

std::string threeDigits(int number)
{
    const std::string digits = std::to_string(number);
    return std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits;
}

} // namespace

UsbPort::UsbPort(UMockdevTestbed* testbed, std::unique_ptr<EmulatedUsbPrinter> printer, int number)
    : m_testbed(testbed)
    , m_printer(std::move(printer))
    , m_path("/sys/devices/usb1/1-1")
{
    const std::string node = "bus/usb/001/" + threeDigits(number);
    const std::string device = "P: /devices/usb1/1-1\nN: " + node + "\nE: DEVNAME=/dev/" + node +
                               "\nE: DEVTYPE=usb_device\nE: SUBSYSTEM=usb\nE: BUSNUM=001\n"
                               "E: DEVNUM=" +
                               threeDigits(number) +
                               "\nE: PRODUCT=4b8/202/100\nE: ID_USB_INTERFACES=:ff0100:070101:\n"
                               "A: busnum=1\nA: devnum=" +
                               std::to_string(number) +
                               "\nA: bConfigurationValue=1\nA: speed=12\nH: descriptors=" +
                               hexOf(m_printer->descriptors()) + "\n";
    GError* error = nullptr;
    // Before the node is there: umockdev ends a program that opens one which cannot be asked yet.
    UMockdevIoctlBase* const handler = umockdev_ioctl_base_new();
    g_signal_connect_data(handler, "handle-ioctl", reinterpret_cast<GCallback>(onIoctl), this,
                          nullptr, GConnectFlags{});
    if (!umockdev_testbed_attach_ioctl(m_testbed, ("/dev/" + node).c_str(), handler, &error)) {
        throw std::runtime_error(error->message);
    }
    if (!umockdev_testbed_add_from_string(m_testbed, device.c_str(), &error)) {
        throw std::runtime_error(error->message);
    }
}

void UsbPort::unplug()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isPlugged = false;
        while (!m_waiting.empty()) {
            finish(m_waiting.begin(), -ESHUTDOWN);
        }
    }
    umockdev_testbed_uevent(m_testbed, m_path.c_str(), "remove");
    umockdev_testbed_remove_device(m_testbed, m_path.c_str());
}

bool UsbPort::isPlugged()
{
    const std::lock_guard lock(m_mutex);
    return m_isPlugged;
}

gboolean UsbPort::onIoctl(UMockdevIoctlBase* /*base*/, UMockdevIoctlClient* client, gpointer port)
{
    static_cast<UsbPort*>(port)->handle(client);
    return TRUE;
}

void UsbPort::handle(UMockdevIoctlClient* client)
{
    const unsigned long request = umockdev_ioctl_client_get_request(client);
    const std::size_t size = _IOC_SIZE(request);
    IoctlData data;
    if (size > 0) {
        data.reset(
            umockdev_ioctl_data_resolve(umockdev_ioctl_client_get_arg(client), 0, size, nullptr));
    }
    int error = 0;
    {
        const std::lock_guard lock(m_mutex);
        error = answer(client, request, data.get());
    }
    if (error == EAGAIN) {
        std::this_thread::sleep_for(PauseWhenNothing);
    }
    umockdev_ioctl_client_complete(client, error == 0 ? 0 : -1, error);
}

int UsbPort::answer(UMockdevIoctlClient* client, unsigned long request, UMockdevIoctlData* data)
{
    if (request == USBDEVFS_REAPURB || request == USBDEVFS_REAPURBNDELAY) {
        return reap(data); // also after it was pulled out
    }
    if (!m_isPlugged) {
        return ENODEV;
    }
    switch (request) {
    case USBDEVFS_GET_CAPABILITIES: {
        const std::uint32_t capabilities =
            USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_NO_PACKET_SIZE_LIM |
            USBDEVFS_CAP_REAP_AFTER_DISCONNECT | USBDEVFS_CAP_BULK_CONTINUATION;
        std::memcpy(data->data, &capabilities, sizeof capabilities);
        return 0;
    }
    case USBDEVFS_DISCONNECT_CLAIM: return claim(true);
    case USBDEVFS_CLAIMINTERFACE: return claim(false);
    case USBDEVFS_RELEASEINTERFACE: m_isClaimed = false; return 0;
    case USBDEVFS_SETINTERFACE: {
        const auto& wish = *reinterpret_cast<usbdevfs_setinterface*>(data->data);
        if (!m_isClaimed || wish.interface != EmulatedUsbPrinter::Interface) {
            return EINVAL;
        }
        m_printer->setAlternate(wish.altsetting);
        return 0;
    }
    case USBDEVFS_CLEAR_HALT: m_printer->clearHalt(); return 0;
    case USBDEVFS_IOCTL: return 0; // gives the printer back to usblp
    case USBDEVFS_SUBMITURB: return submit(data);
    case USBDEVFS_DISCARDURB: return discard(client);
    default: return NotKnown;
    }
}

/// The system's own driver holds the printer: whoever does not send it away gets nothing.
int UsbPort::claim(bool fromDriver)
{
    if (!fromDriver || m_printer->isBusy()) {
        return EBUSY;
    }
    m_isClaimed = true;
    return 0;
}

int UsbPort::submit(UMockdevIoctlData* data)
{
    const usbdevfs_urb& urb = urbIn(data);
    if (urb.type == USBDEVFS_URB_TYPE_BULK && !m_isClaimed) {
        return EINVAL;
    }
    IoctlData buffer(umockdev_ioctl_data_resolve(data, offsetof(usbdevfs_urb, buffer),
                                                 static_cast<std::size_t>(urb.buffer_length),
                                                 nullptr));
    m_waiting.push_back(
        {.request = IoctlData(umockdev_ioctl_data_ref(data)), .buffer = std::move(buffer)});
    return 0;
}

int UsbPort::discard(UMockdevIoctlClient* client)
{
    gulong address = 0;
    std::memcpy(&address, umockdev_ioctl_client_get_arg(client)->data, sizeof address);
    const auto found = std::ranges::find_if(
        m_waiting, [&](const Urb& urb) { return urb.request->client_addr == address; });
    if (found == m_waiting.end()) {
        return EINVAL;
    }
    finish(found, -ENOENT);
    return 0;
}

int UsbPort::reap(UMockdevIoctlData* data)
{
    bool outIsBlocked = false;
    bool inIsBlocked = false;
    for (auto urb = m_waiting.begin(); urb != m_waiting.end() && m_finished.empty();) {
        bool& isBlocked =
            (urbIn(urb->request.get()).endpoint & 0x80U) != 0 ? inIsBlocked : outIsBlocked;
        if (!isBlocked && advance(*urb)) {
            m_finished.push_back(std::move(*urb));
            m_waiting.erase(urb);
            break;
        }
        isBlocked = true;
        ++urb;
    }
    if (m_finished.empty()) {
        return m_isPlugged ? EAGAIN : ENODEV;
    }
    umockdev_ioctl_data_set_ptr(data, 0, m_finished.front().request.get());
    m_finished.pop_front();
    return 0;
}

/// True when it has come to an end, good or bad.
bool UsbPort::advance(Urb& urb)
{
    usbdevfs_urb& request = urbIn(urb.request.get());
    if (request.type == USBDEVFS_URB_TYPE_CONTROL) {
        return advanceControl(urb);
    }
    const auto length = static_cast<std::size_t>(request.buffer_length);
    EmulatedUsbPrinter::Moved moved;
    if ((request.endpoint & 0x80U) != 0) {
        moved = m_printer->in(request.endpoint, length);
        urb.moved = std::min(moved.bytes.size(), length);
        if (urb.moved > 0) {
            std::memcpy(urb.buffer->data, moved.bytes.data(), urb.moved);
        }
    } else {
        const auto bytes =
            urb.buffer ? std::as_bytes(std::span(urb.buffer->data, length)) : hw::BytesView{};
        moved = m_printer->out(request.endpoint, bytes.subspan(urb.moved));
        urb.moved += moved.taken;
    }
    request.actual_length = static_cast<int>(urb.moved);
    switch (moved.state) {
    case Pipe::Done: request.status = 0; return true;
    case Pipe::NotYet: return false;
    case Pipe::Halted: request.status = -EPIPE; return true;
    case Pipe::Unknown: request.status = -EPROTO; return true;
    case Pipe::Gone:
        request.status = -ESHUTDOWN;
        m_isPlugged = false;
        return true;
    }
    return true;
}

bool UsbPort::advanceControl(Urb& urb)
{
    usbdevfs_urb& request = urbIn(urb.request.get());
    std::array<unsigned char, 8> setup{};
    std::memcpy(setup.data(), urb.buffer->data, setup.size());
    const auto answer = m_printer->ask(setup);
    if (!answer) {
        request.status = -EPIPE;
        return true;
    }
    const std::size_t room = static_cast<std::size_t>(request.buffer_length) - setup.size();
    const std::size_t length = std::min(answer->size(), room);
    std::memcpy(urb.buffer->data + setup.size(), answer->data(), length);
    request.actual_length = static_cast<int>(length);
    request.status = 0;
    return true;
}

void UsbPort::finish(std::deque<Urb>::iterator urb, int status)
{
    usbdevfs_urb& request = urbIn(urb->request.get());
    request.status = status;
    request.actual_length = static_cast<int>(urb->moved);
    m_finished.push_back(std::move(*urb));
    m_waiting.erase(urb);
}

} // namespace talon::test
