#include "tests/support/catch.h"
#include "tests/tidy_rules.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

/// Checks on the text of the whole tree, after showing that each rule catches its fault.
namespace {

namespace fs = std::filesystem;
using talon::tidy::faultsIn;
using Texts = std::vector<std::string>;

const fs::path Root{TALON_SOURCE_DIR};

/// Made by builds and tools, not written by us.
bool isMade(const fs::path& folder)
{
    static const std::set<std::string> Names{"build", "node_modules", "dist", "demo-out"};
    const std::string name = folder.filename().string();
    return name.starts_with(".") ? name != ".ci" : Names.contains(name);
}

bool isText(const fs::path& file)
{
    static const std::set<std::string> Endings{
        ".h",  ".cpp",  ".qml", ".ts", ".tsx",  ".mjs", ".css",  ".html", ".sql",    ".sh",
        ".md", ".json", ".txt", ".ts", ".yaml", ".in",  ".html", ".conf", ".service"};
    return Endings.contains(file.extension().string()) || file.filename() == "talon" ||
           file.parent_path().filename() == ".ci";
}

std::string textOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every written file of the tree, by its path from the root.
Texts filesOfTree()
{
    Texts files;
    fs::recursive_directory_iterator entry(Root);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory() && isMade(entry->path())) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && isText(entry->path())) {
            files.push_back(fs::relative(entry->path(), Root).generic_string());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::string joined(const Texts& lines)
{
    std::string all;
    for (const std::string& line : lines) {
        all += line + "\n";
    }
    return all;
}

bool isCaught(const std::string& path, const std::string& line)
{
    return !faultsIn({.path = path, .text = line + "\n"}).empty();
}

} // namespace

TEST_CASE("each layer's rule catches an include that it forbids, and lets the others pass")
{
    const auto include = [](const char* path, const char* what) {
        return isCaught(path, std::string("#include ") + what);
    };
    CHECK(include("controller/queue/office.h", "<QString>"));
    CHECK(include("controller/queue/office.h", "\"shared/wire/ticket_json.h\""));
    CHECK(include("controller/queue/office.h", "\"controller/journal/journal.h\""));
    CHECK(include("controller/queue/office.h", "<sqlite3.h>"));
    CHECK(include("controller/queue/office.h", "<unistd.h>"));
    CHECK(include("controller/queue/office.h", "\"office.h\""));
    CHECK(include("shared/base/id.h", "\"shared/domain/visit.h\""));
    CHECK(include("shared/domain/visit.h", "\"shared/wire/visit_json.h\""));
    CHECK(include("shared/wire/visit_json.h", "\"controller/queue/office.h\""));
    CHECK(include("controller/journal/journal.cpp", "\"controller/api/port.h\""));
    CHECK(include("controller/api/port.cpp", "\"controller/journal/journal.h\""));
    CHECK(include("controller/api/port.cpp", "\"controller/runtime/runtime.h\""));
    CHECK(include("controller/main.cpp", "\"terminal/flow/flow.h\""));
    CHECK(include("terminal/app/app.cpp", "\"controller/queue/office.h\""));
    CHECK(include("terminal/flow/flow.h", "<QObject>"));
    CHECK(include("display/board/board.h", "\"shared/wire/hall_view.h\""));
    CHECK(include("hw/usb/usb.cpp", "<QByteArray>"));
    CHECK(include("hw/usb/usb.cpp", "\"shared/domain/visit.h\""));
    CHECK(include("hw/escpos/writer.h", "<libusb-1.0/libusb.h>"));
    CHECK(include("shared/link/link.h", "\"tests/support/process.h\""));

    CHECK_FALSE(include("controller/queue/office.h", "<map>"));
    CHECK_FALSE(include("controller/queue/office.h", "\"shared/domain/visit.h\""));
    CHECK_FALSE(include("controller/journal/journal.cpp", "<sqlite3.h>"));
    CHECK_FALSE(include("controller/api/http.cpp", "<boost/beast/http.hpp>"));
    CHECK_FALSE(include("shared/wire/visit_json.h", "<QJsonObject>"));
    CHECK_FALSE(include("hw/file/file.cpp", "<unistd.h>"));
    CHECK_FALSE(include("tests/e2e/office_test.cpp", "\"controller/queue/office.h\""));
}

TEST_CASE("clocks, chance, threads and files are caught in the pure folders")
{
    for (const char* word :
         {"std::chrono::system_clock::now()", "steady_clock::now()", "QDateTime::currentDateTime()",
          "std::rand()", "std::random_device seed;", "std::uniform_int_distribution<int> d;",
          "#include <thread>", "#include <mutex>", "#include <fstream>", "qWarning() << 1;"}) {
        INFO(word);
        CHECK(isCaught("controller/queue/rule.cpp", word));
        CHECK(isCaught("terminal/flow/flow.cpp", word));
        CHECK(isCaught("display/board/board.cpp", word));
    }
    CHECK_FALSE(isCaught("controller/runtime/office_clock.cpp", "system_clock::now()"));
    CHECK_FALSE(isCaught("controller/queue/rule.cpp", "const bool operand = strand(1);"));
}

TEST_CASE("words with a better place are caught outside it")
{
    CHECK(isCaught("controller/api/port.cpp", "#include <thread>"));
    CHECK_FALSE(isCaught("controller/runtime/journal_writer.cpp", "#include <thread>"));
    CHECK(isCaught("controller/api/port.cpp", "QTimeZone::systemTimeZone()"));
    CHECK_FALSE(isCaught("controller/runtime/office_clock.cpp", "QTimeZone zone;"));
    CHECK(isCaught("shared/link/link.cpp", "std::this_thread::sleep_for(1s);"));
    CHECK(isCaught("shared/link/link.cpp", "QThread::msleep(5);"));
    CHECK(isCaught("shared/link/link.h", "QVariantMap state;"));
    CHECK(isCaught("shared/link/link.h", "friend class LinkTest;"));
    CHECK(isCaught("hw/file/file.cpp", "using name"
                                       "space std;"));
}

TEST_CASE("notes for later, paths of one machine and registries are caught everywhere")
{
    for (const char* path : {"hw/file/file.cpp", "docs/clerk.md", "talon", "tests/a_test.cpp",
                             "controller/web/src/api.ts", "controller/web/package-lock.json"}) {
        INFO(path);
        CHECK(isCaught(path, "// FIX"
                             "ME: later"));
        CHECK(isCaught(path, "// TO"
                             "DO: later"));
        CHECK_FALSE(isCaught(path, "// TO"
                                   "DO(#12): later"));
        CHECK(isCaught(path, "see \"/wo"
                             "rk/main/build\""));
        CHECK(isCaught(path, "cd /ho"
                             "me/me"));
        CHECK(isCaught(path, "\"https://registry.npm"
                             "js.org/preact\""));
        CHECK_FALSE(isCaught(path, "the framework/home/page of preact.dev"));
    }
}

TEST_CASE("long lines are counted by letters, and long files by lines")
{
    const std::string letters(100, 'a');
    CHECK_FALSE(isCaught("hw/file/file.cpp", letters));
    CHECK(isCaught("hw/file/file.cpp", letters + "a"));
    std::string russian;
    for (int i = 0; i < 100; ++i) {
        russian += "я";
    }
    CHECK_FALSE(isCaught("terminal/ui/Main.qml", russian));
    CHECK(isCaught("terminal/ui/Main.qml", russian + "я"));
    CHECK_FALSE(isCaught("docs/glossary.md", letters + letters));
    CHECK_FALSE(isCaught("terminal/i18n/terminal_ru.ts", letters + letters));
    CHECK(isCaught("controller/web/src/i18n/ru.ts", letters + letters));
    CHECK_FALSE(isCaught("terminal/ui/Main.qml", "text: qsTr(\"" + letters + "\")"));
    const auto lines = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += "a;\n";
        }
        return faultsIn({.path = "hw/file/file.cpp", .text = text});
    };
    CHECK(lines(500).empty());
    CHECK(lines(501).size() == 1);
    CHECK(isCaught("hw/file/file.cpp", "int a; "));
    CHECK(isCaught("hw/file/file.cpp", "\tint a;"));
    CHECK(faultsIn({.path = "hw/file/file.cpp", .text = "int a;"}).size() == 1);
}

TEST_CASE("screens take colours and type sizes from the theme")
{
    for (const char* line : {"color: \"#F4F6F8\"", "color: \"white\"", "border.color: 'red'",
                             "font.pixelSize: 24", "property color x: \"#fff\""}) {
        INFO(line);
        CHECK(isCaught("terminal/ui/screens/ServiceScreen.qml", line));
        CHECK(isCaught("display/ui/components/CallCard.qml", line));
        CHECK_FALSE(isCaught("shared/ui/Theme.qml", line));
    }
    CHECK_FALSE(isCaught("terminal/ui/screens/A.qml", "color: Theme.surface"));
    CHECK_FALSE(isCaught("terminal/ui/screens/A.qml", "color: \"transparent\""));
    CHECK_FALSE(isCaught("terminal/ui/screens/A.qml", "font.pixelSize: Theme.titleSize"));
}

TEST_CASE("a folder that ARCHITECTURE.md does not name is found")
{
    const Texts folders{"hw", "hw/usb", "hw/tcp"};
    CHECK(talon::tidy::foldersNotNamed(folders, "`hw/` has `hw/usb/`") == Texts{"hw/tcp"});
}

TEST_CASE("the tree keeps every rule")
{
    const Texts files = filesOfTree();
    // A walk that finds nothing proves nothing.
    REQUIRE(files.size() > 100);
    REQUIRE(std::ranges::count(files, "controller/queue/decide.cpp") == 1);
    Texts faults;
    for (const std::string& file : files) {
        std::ranges::move(faultsIn({.path = file, .text = textOf(Root / file)}),
                          std::back_inserter(faults));
    }
    CHECK(joined(faults) == "");
}

TEST_CASE("every source file is built: some CMakeLists.txt names it")
{
    std::set<std::string> named;
    fs::recursive_directory_iterator entry(Root);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory() && isMade(entry->path())) {
            entry.disable_recursion_pending();
        } else if (entry->path().filename() == "CMakeLists.txt") {
            std::string text = textOf(entry->path());
            std::ranges::replace_if(
                text, [](char c) { return c == '(' || c == ')' || c == '"'; }, ' ');
            std::istringstream words(text);
            for (std::string word; words >> word;) {
                named.insert(fs::path(word).filename().string());
            }
        }
    }
    Texts unbuilt;
    for (const std::string& file : filesOfTree()) {
        const fs::path path(file);
        // Qt Quick Test finds tst_*.qml by itself.
        const bool found = path.filename().string().starts_with("tst_");
        if ((path.extension() == ".cpp" || path.extension() == ".qml") && !found &&
            !named.contains(path.filename().string())) {
            unbuilt.push_back(file);
        }
    }
    CHECK(joined(unbuilt) == "");
}

TEST_CASE("ARCHITECTURE.md names every folder of the first two levels")
{
    Texts folders;
    for (const auto& top : fs::directory_iterator(Root)) {
        if (!top.is_directory() || isMade(top.path())) {
            continue;
        }
        const std::string name = top.path().filename().string();
        folders.push_back(name);
        for (const auto& second : fs::directory_iterator(top.path())) {
            if (second.is_directory() && !isMade(second.path()) && !fs::is_empty(second.path())) {
                folders.push_back(name + "/" + second.path().filename().string());
            }
        }
    }
    std::ranges::sort(folders);
    REQUIRE(folders.size() > 20);
    CHECK(joined(talon::tidy::foldersNotNamed(folders, textOf(Root / "ARCHITECTURE.md"))) == "");
}

TEST_CASE("every top folder says in a few lines what it is")
{
    for (const char* folder :
         {"shared", "controller", "terminal", "display", "hw", "tests", "packaging"}) {
        INFO(folder);
        const std::string text = textOf(Root / folder / "README.md");
        CHECK_FALSE(text.empty());
        CHECK(std::ranges::count(text, '\n') <= 40);
    }
}
