#include "hw/scanner/evdev_scanner.h"

#include <dirent.h>
#include <fcntl.h>
#include <libevdev/libevdev.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>
#include <vector>

namespace talon::hw {
namespace {

using namespace std::chrono_literals;

/// Longer than the scanner's pause between two keys, which some let the technician set.
constexpr auto Pause = 300ms;

constexpr const char* Folder = "/dev/input";

struct Keyboard
{
    Descriptor file;
    EvdevScanner::Device device{nullptr, libevdev_free};
};

Expected<Keyboard, IoError> openKeyboard(const std::string& path, const std::string& id)
{
    Keyboard keyboard{.file = Descriptor(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC))};
    if (!keyboard.file.isOpen()) {
        return Unexpected(systemError(id));
    }
    libevdev* device = nullptr;
    if (const int error = libevdev_new_from_fd(keyboard.file.number(), &device); error != 0) {
        errno = -error;
        return Unexpected(systemError(id));
    }
    keyboard.device.reset(device);
    for (const unsigned key : {KEY_1, KEY_0, KEY_ENTER}) {
        if (libevdev_has_event_code(device, EV_KEY, key) == 0) {
            return Unexpected(IoError{id + ": has no keys to type a code with"});
        }
    }
    return keyboard;
}

std::vector<std::string> eventFiles()
{
    std::vector<std::string> paths;
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(Folder), closedir);
    while (const dirent* const entry = folder ? readdir(folder.get()) : nullptr) {
        const std::string_view name = entry->d_name;
        if (name.starts_with("event")) {
            paths.push_back(std::string(Folder) + "/" + std::string(name));
        }
    }
    std::ranges::sort(paths);
    return paths;
}

/// One device may have several files, such as one for its keys and one for its power button.
Expected<Keyboard, IoError> findKeyboard(const std::string& name, const std::string& id)
{
    bool isDenied = false;
    for (const std::string& path : eventFiles()) {
        auto keyboard = openKeyboard(path, id);
        if (keyboard && name == libevdev_get_name(keyboard->device.get())) {
            return keyboard;
        }
        isDenied = isDenied || access(path.c_str(), R_OK) != 0;
    }
    return Unexpected(IoError{id + (isDenied ? ": not found among the devices that may be read"
                                             : ": no such device is there")});
}

} // namespace

EvdevScanner::EvdevScanner(std::string id, Descriptor file, Device device)
    : AssembledScanner(Pause)
    , m_id(std::move(id))
    , m_file(std::move(file))
    , m_device(std::move(device))
{}

EvdevScanner::~EvdevScanner()
{
    libevdev_grab(m_device.get(), LIBEVDEV_UNGRAB);
}

Expected<Done, IoError> EvdevScanner::hear(std::chrono::milliseconds within)
{
    if (libevdev_has_event_pending(m_device.get()) == 0 &&
        waitFor(m_file.number(), POLLIN, within) == 0) {
        return Done{};
    }
    while (true) {
        input_event event{};
        const int got = libevdev_next_event(m_device.get(), LIBEVDEV_READ_FLAG_NORMAL, &event);
        if (got == -EAGAIN || got == -EINTR) {
            return Done{};
        }
        if (got == LIBEVDEV_READ_STATUS_SYNC) {
            // The kernel had no room for all of it. What is left is the state of the keys.
            while (libevdev_next_event(m_device.get(), LIBEVDEV_READ_FLAG_SYNC, &event) ==
                   LIBEVDEV_READ_STATUS_SYNC) {
            }
            m_keys = {};
            spoil("has lost keys on the way");
            return Done{};
        }
        if (got < 0) {
            errno = -got;
            return Unexpected(systemError(m_id));
        }
        if (event.type != EV_KEY) {
            continue;
        }
        if (const auto character =
                m_keys.take(event.code, static_cast<KeyReader::Stroke>(event.value))) {
            take(*character);
        }
    }
}

Expected<std::unique_ptr<EvdevScanner>, IoError> openEvdevScanner(const std::string& pathOrName)
{
    const std::string id = "evdev:" + pathOrName;
    auto keyboard =
        pathOrName.starts_with('/') ? openKeyboard(pathOrName, id) : findKeyboard(pathOrName, id);
    if (!keyboard) {
        return Unexpected(keyboard.error());
    }
    if (const int error = libevdev_grab(keyboard->device.get(), LIBEVDEV_GRAB); error != 0) {
        errno = -error;
        return Unexpected(error == -EBUSY ? IoError{id + ": another program has it"}
                                          : systemError(id));
    }
    return std::make_unique<EvdevScanner>(id, std::move(keyboard->file),
                                          std::move(keyboard->device));
}

} // namespace talon::hw
