#pragma once

#include "hw/printer.h"
#include "hw/usb/usb_devices.h"

namespace talon::hw {

/// The road over USB, past the system's own driver `usblp`: only so an answer can be waited for,
/// and it is known how many bytes went when the printer stops or is pulled out.
class UsbPrinter : public Printer
{
public:
    UsbPrinter(std::string id, UsbContext context, UsbHandle handle, const UsbPrinterPart& part);
    ~UsbPrinter() override;

    std::string id() const override { return m_id; }
    std::string deviceId() const override { return m_deviceId; }
    bool canAnswer() const override { return m_part.in.has_value(); }
    Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) override;
    Expected<Bytes, IoError> read(std::chrono::milliseconds within) override;
    Expected<std::optional<PortStatus>, IoError>
    portStatus(std::chrono::milliseconds within) override;

private:
    std::string m_id;
    UsbContext m_context; ///< Before the handle, which must go first.
    UsbHandle m_handle;
    UsbPrinterPart m_part;
    std::string m_deviceId;
};

/// By an address of usb_address.h. Takes the printer from `usblp`, and gives it back at the end.
Expected<std::unique_ptr<UsbPrinter>, IoError> openUsbPrinter(const std::string& address);

} // namespace talon::hw
