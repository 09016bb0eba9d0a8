#include "tests/support/power_cut_disk.h"

#include "shared/base/ensure.h"

#include <algorithm>

namespace talon::test {

namespace {

constexpr std::size_t Sector = 512;

using Kind = DiskOperation::Kind;

} // namespace

void PowerCutDisk::change(std::string& content, const DiskOperation& operation)
{
    const auto offset = static_cast<std::size_t>(operation.offset);
    if (operation.kind == Kind::Truncate) {
        content.resize(offset);
        return;
    }
    content.resize(std::max(content.size(), offset + operation.bytes.size()));
    content.replace(offset, operation.bytes.size(), operation.bytes);
}

void PowerCutDisk::tear(std::string& content, const DiskOperation& operation, Random& random)
{
    switch (random.from(0, 2)) {
    case 0: return;
    case 1: change(content, operation); return;
    default: break;
    }
    if (operation.kind == Kind::Truncate) {
        return;
    }
    // Sectors end at multiples of their size in the file, not in the write.
    auto at = static_cast<std::size_t>(operation.offset);
    std::size_t done = 0;
    while (done < operation.bytes.size()) {
        const std::size_t room = Sector - at % Sector;
        const std::size_t length = std::min(room, operation.bytes.size() - done);
        if (random.oneIn(2)) {
            change(content, {.kind = Kind::Write,
                             .path = {},
                             .offset = static_cast<std::int64_t>(at),
                             .bytes = operation.bytes.substr(done, length),
                             .to = {}});
        }
        at += length;
        done += length;
    }
}

void PowerCutDisk::rename(Names& names, const DiskOperation& operation, int file)
{
    switch (operation.kind) {
    case Kind::Make: names[operation.path] = file; return;
    case Kind::Remove: names.erase(operation.path); return;
    case Kind::Rename:
        names.erase(operation.path);
        names[operation.to] = file;
        return;
    default: TALON_ENSURE(false);
    }
}

void PowerCutDisk::happen(const DiskOperation& operation)
{
    switch (operation.kind) {
    case Kind::Write:
    case Kind::Truncate: {
        File& file = m_files.at(m_names.at(operation.path));
        change(file.now, operation);
        file.unsynced.push_back(operation);
        return;
    }
    case Kind::Sync: {
        File& file = m_files.at(m_names.at(operation.path));
        for (const DiskOperation& write : file.unsynced) {
            change(file.durable, write);
        }
        file.unsynced.clear();
        return;
    }
    case Kind::SyncFolder:
        m_durableNames = m_names;
        m_unsyncedNames.clear();
        return;
    case Kind::Make:
        ++m_lastFile;
        m_files[m_lastFile] = {};
        m_unsyncedNames.emplace_back(operation, m_lastFile);
        break;
    case Kind::Rename:
    case Kind::Remove: m_unsyncedNames.emplace_back(operation, m_names.at(operation.path)); break;
    }
    rename(m_names, operation, m_unsyncedNames.back().second);
}

const std::string* PowerCutDisk::content(const std::string& path) const
{
    const auto name = m_names.find(path);
    return name == m_names.end() ? nullptr : &m_files.at(name->second).now;
}

std::int64_t PowerCutDisk::size() const
{
    std::int64_t size = 0;
    for (const auto& [path, file] : m_names) {
        size += static_cast<std::int64_t>(m_files.at(file).now.size());
    }
    return size;
}

PowerCutDisk PowerCutDisk::afterPowerCut(Fate fate, Random& random) const
{
    PowerCutDisk after;
    after.m_lastFile = m_lastFile;
    after.m_names = fate == Fate::Keep ? m_names : m_durableNames;
    if (fate == Fate::Tear) {
        for (const auto& [operation, file] : m_unsyncedNames) {
            if (random.oneIn(2)) {
                rename(after.m_names, operation, file);
            }
        }
    }
    for (const auto& [name, number] : after.m_names) {
        const File& file = m_files.at(number);
        std::string content = fate == Fate::Keep ? file.now : file.durable;
        if (fate == Fate::Tear) {
            for (const DiskOperation& write : file.unsynced) {
                tear(content, write, random);
            }
        }
        after.m_files[number] = {.now = content, .durable = content, .unsynced = {}};
    }
    after.m_durableNames = after.m_names;
    return after;
}

} // namespace talon::test
