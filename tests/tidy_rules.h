#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What the source text itself must keep: who may include whom, which words stand where, how long
/// lines and files are. Read by tidy_test.cpp, which also plants a fault against every rule.
namespace talon::tidy {

/// A text of the tree, by its path from the root.
struct Source
{
    std::string path;
    std::string text;
};

/// Each fault as "path:line: what is wrong". Empty when all is well.
std::vector<std::string> faultsIn(const Source& source);

/// The folders that ARCHITECTURE.md must name: those of the top level and those right below.
std::vector<std::string> foldersNotNamed(const std::vector<std::string>& folders,
                                         std::string_view architecture);

} // namespace talon::tidy
