#pragma once

#include "hw/scanner/assembled_scanner.h"
#include "hw/serial/serial_line.h"

#include <memory>

namespace talon::hw {

/// A scanner that sends its codes as lines: on a serial line, or by USB as a CDC device.
class SerialScanner : public AssembledScanner
{
public:
    SerialScanner(std::string id, Descriptor line);

    std::string id() const override { return m_id; }

protected:
    Expected<Done, IoError> hear(std::chrono::milliseconds within) override;

private:
    std::string m_id;
    Descriptor m_line;
};

/// 9600 baud without flow control unless the options say otherwise; a CDC device does not care.
Expected<std::unique_ptr<SerialScanner>, IoError> openSerialScanner(const std::string& path,
                                                                    const UriOptions& options);

} // namespace talon::hw
