#pragma once

#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace talon::test {

/// The folder of a virtual printer, gone with the test.
class ScratchFolder
{
public:
    std::string path() const { return m_folder.path().toStdString(); }

    /// What is wrong with the printer from now on.
    void setFaults(const std::string& words) const
    {
        // Renamed into place, so that the printer never reads half a line.
        const std::string begun = path() + "/faults.part";
        std::ofstream(begun) << words;
        std::filesystem::rename(begun, path() + "/faults");
    }

    std::vector<std::string> filesEndingIn(const std::string& ending) const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(path())) {
            const std::string name = entry.path().filename().string();
            if (name.ends_with(ending)) {
                names.push_back(name);
            }
        }
        std::ranges::sort(names);
        return names;
    }

    std::vector<std::string> pictures() const { return filesEndingIn(".png"); }

    std::string text(const std::string& name) const
    {
        std::ifstream file(path() + "/" + name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace talon::test
