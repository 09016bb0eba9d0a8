#pragma once

#include "hw/printer.h"
#include "hw/serial/serial_line.h"

#include <memory>

namespace talon::hw {

/// A printer on a serial line or a USB-to-serial adapter. A write is over when the last byte has
/// left the machine; one that ends early takes back what has not, so that its count is exact.
class SerialPrinter : public Printer
{
public:
    SerialPrinter(std::string id, Descriptor line, const SerialSettings& settings);
    SerialPrinter(const SerialPrinter&) = delete;
    SerialPrinter& operator=(const SerialPrinter&) = delete;
    ~SerialPrinter() override;

    std::string id() const override { return m_id; }
    bool canAnswer() const override { return true; }
    std::optional<int> bytesPerSecond() const override { return hw::bytesPerSecond(m_settings); }
    Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) override;
    Expected<Bytes, IoError> read(std::chrono::milliseconds within) override;

private:
    std::size_t bytesOnTheWay() const;
    bool mayWrite() const;
    std::size_t takeBack();
    Unexpected<WriteError> endedEarly(WriteError::Cause cause, std::size_t taken);

    std::string m_id;
    Descriptor m_line;
    SerialSettings m_settings;
};

/// `address` is the path of the line; `options` as in SerialOptions.
Expected<std::unique_ptr<SerialPrinter>, IoError> openSerialPrinter(const std::string& address,
                                                                    const UriOptions& options);

} // namespace talon::hw
