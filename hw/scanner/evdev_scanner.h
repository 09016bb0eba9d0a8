#pragma once

#include "hw/scanner/assembled_scanner.h"
#include "hw/scanner/keys.h"

#include <memory>

struct libevdev;

namespace talon::hw {

/// A scanner that plays a keyboard. Its keys are taken for us alone: nothing of a code reaches the
/// screens, whatever layout they have.
class EvdevScanner : public AssembledScanner
{
public:
    using Device = std::unique_ptr<libevdev, void (*)(libevdev*)>;

    EvdevScanner(std::string id, Descriptor file, Device device);
    EvdevScanner(const EvdevScanner&) = delete;
    EvdevScanner& operator=(const EvdevScanner&) = delete;
    ~EvdevScanner() override;

    std::string id() const override { return m_id; }

protected:
    Expected<Done, IoError> hear(std::chrono::milliseconds within) override;

private:
    std::string m_id;
    Descriptor m_file;
    Device m_device;
    KeyReader m_keys;
};

/// By a path, best one of /dev/input/by-id, or else by the name that the device gives itself.
Expected<std::unique_ptr<EvdevScanner>, IoError> openEvdevScanner(const std::string& pathOrName);

} // namespace talon::hw
