#include "tests/tidy_rules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <sstream>

namespace talon::tidy {

namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t ColumnsMax = 100;
constexpr std::size_t ColumnsMaxOfPages = 120; ///< Markup in TypeScript grows wide.
constexpr std::size_t LinesMax = 500;

/// What the files of a folder may include. The longest folder that fits a path is its rule.
struct Layer
{
    std::string folder;
    Texts ours;      ///< Prefixes of includes from this tree.
    Texts libraries; ///< Prefixes of includes from outside; "Q" is Qt.
    bool pure;       ///< No clock, random source, thread, file or log; the standard library only.
};

const std::vector<Layer> Layers{
    {"shared/base", {"shared/base/"}, {}, true},
    {"shared/domain", {"shared/base/", "shared/domain/"}, {}, true},
    {"shared/wire", {"shared/base/", "shared/domain/", "shared/wire/"}, {"Q"}, true},
    {"shared/disk", {"shared/base/", "shared/disk/"}, {}, false},
    {"shared/link",
     {"shared/base/", "shared/domain/", "shared/wire/", "shared/link/"},
     {"Q"},
     false},
    {"shared/ui", {"shared/base/", "shared/ui/"}, {"Q"}, false},
    {"shared/voice", {"shared/base/", "shared/voice/"}, {"Q"}, false},

    {"controller/queue", {"shared/base/", "shared/domain/", "controller/queue/"}, {}, true},
    {"controller/forecast",
     {"shared/base/", "shared/domain/", "controller/queue/", "controller/forecast/"},
     {},
     true},
    {"controller/simulation",
     {"shared/base/", "shared/domain/", "controller/queue/", "controller/forecast/",
      "controller/simulation/"},
     {},
     true},
    {"controller/staff",
     {"shared/base/", "shared/domain/", "controller/staff/"},
     {"sodium"},
     false},
    {"controller/media", {"shared/base/", "shared/domain/", "controller/media/"}, {"Q"}, false},
    {"controller/devices", {"shared/base/", "shared/domain/", "controller/devices/"}, {}, true},
    {"controller/journal",
     {"shared/base/", "shared/domain/", "shared/disk/", "shared/wire/", "controller/queue/",
      "controller/staff/", "controller/journal/"},
     {"Q", "sqlite3", "SQLiteCpp/", "sodium"},
     false},
    {"controller/api",
     {"shared/base/", "shared/domain/", "shared/wire/", "controller/queue/", "controller/forecast/",
      "controller/staff/", "controller/devices/", "controller/media/", "controller/api/"},
     {"Q", "boost/", "sodium"},
     false},
    {"controller/web", {"controller/web/"}, {"Q"}, false},
    {"controller", {"shared/", "controller/"}, {"Q"}, false},

    {"terminal/flow", {"shared/base/", "shared/domain/", "terminal/flow/"}, {}, true},
    {"terminal/speech",
     {"shared/base/", "shared/domain/", "shared/voice/", "hw/jack/", "terminal/flow/",
      "terminal/speech/"},
     {"Q"},
     false},
    {"terminal/ticket",
     {"shared/base/", "shared/domain/", "shared/ui/", "hw/", "terminal/ticket/"},
     {"Q", "qrencode"},
     false},
    {"terminal/offline",
     {"shared/base/", "shared/domain/", "shared/disk/", "shared/wire/", "shared/link/",
      "terminal/offline/"},
     {"Q", "sqlite3", "SQLiteCpp/"},
     false},
    {"terminal", {"shared/", "hw/", "terminal/"}, {"Q"}, false},

    {"display/board", {"shared/base/", "shared/domain/", "display/board/"}, {}, true},
    {"display/voice", {"shared/base/", "shared/voice/", "display/voice/"}, {"Q"}, false},
    {"display/media",
     {"shared/base/", "shared/domain/", "shared/wire/", "shared/link/", "display/media/"},
     {"Q"},
     false},
    {"display/signs",
     {"shared/base/", "hw/sign/", "hw/serial/", "display/board/", "display/signs/"},
     {"Q"},
     false},
    {"display", {"shared/", "display/"}, {"Q"}, false},

    {"hw/escpos", {"shared/base/", "hw/"}, {}, true},
    {"hw/sign/protocols", {"shared/base/", "hw/bytes.h", "hw/sign/sign_protocol.h"}, {}, true},
    {"hw", {"shared/base/", "hw/"}, {"libusb", "libevdev/", "cups/", "zlib"}, false},

    {"tests", {"shared/", "hw/", "controller/", "terminal/", "display/", "tests/"}, {""}, false},
};

/// A word that may not stand in the files of some folders.
struct Ban
{
    std::string pattern; ///< ECMAScript.
    std::string instead;
    Texts folders; ///< Where it is banned; "" is everywhere.
    Texts except;  ///< Files and folders that may.
};

/// Written in two parts where this file would catch itself.
const std::vector<Ban> PureBans{
    {R"((system|steady|high_resolution)_clock::now)", "take OfficeTime as an argument", {}, {}},
    {"currentDateTime|currentMSecs", "take OfficeTime as an argument", {}, {}},
    {R"(\brand\(\)|random_device|uniform_int_distribution|mt19937|QRandomGenerator)",
     "let randomness come in inside the command",
     {},
     {}},
    {R"(<(thread|mutex|atomic|future|condition_variable|fstream|filesystem|iostream|ctime)>)",
     "a pure folder has no threads, files, streams or clock",
     {},
     {}},
    {R"(\bqC?(Debug|Info|Warning|Critical)\b|std::(cerr|cout|fopen)\b)",
     "pure folders do not log",
     {},
     {}},
};

const Texts Programs{"shared/", "controller/", "terminal/", "display/", "hw/"};

const std::vector<Ban> Bans{
    {"\\bFIX"
     "ME\\b|\\bX"
     "XX\\b|\\bHA"
     "CK\\b",
     "mend it, or file an issue",
     {""},
     {}},
    {"\\bTO"
     "DO\\b(?!\\(#[0-9]+\\))",
     "a note for later names its issue: (#12)",
     {""},
     {}},
    {R"((^|[^.\w$}])/(work|home|root)/)", "no path of one machine", {""}, {}},
    {"/tmp/(b-|talon)", "a temporary folder of its own (QTemporaryDir, mktemp)", {""}, {}},
    {"registry\\.npm"
     "js|deb\\.debian\\."
     "org|files\\.python"
     "hosted",
     "no registry's address",
     {""},
     {}},
    {R"(<(thread|mutex|condition_variable)>)",
     "threads live in runtime/ and app/ only",
     Programs,
     {"controller/runtime/", "terminal/app/", "display/app/"}},
    {R"(sleep_for|sleep_until|\b[mu]?sleep\(|QThread::m?sleep|QTest::qWait\()",
     "wait for what you need, not for time",
     Programs,
     {}},
    {"QTimeZone",
     "zones are known in one file only",
     Programs,
     {"controller/runtime/office_clock"}},
    {"QVariantMap",
     "name the fields: a struct, or a QObject with properties",
     Programs,
     {"terminal/app/", "display/app/"}},
    {R"(friend (class|struct) \w*Test|UNIT_TEST|[fF]or testing only)",
     "no test hooks in what is shipped",
     Programs,
     {}},
    {"using name"
     "space std;",
     "name what is used",
     {""},
     {}},
};

/// Only in the QML that is seen: the theme has the literals, and gives them meanings.
const std::vector<Ban> ScreenBans{
    {R"(["']#[0-9A-Fa-f]{3,8}["'])", "a colour of the Theme", {}, {}},
    {R"(\b[cC]olor:\s*["'](?!transparent))", "a colour of the Theme", {}, {}},
    {R"(pixelSize:\s*[0-9]|pointSize:\s*[0-9])", "a type size of the Theme", {}, {}},
};

bool startsWith(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

bool startsWithAny(std::string_view text, const Texts& prefixes)
{
    return std::ranges::any_of(prefixes,
                               [&](const std::string& prefix) { return startsWith(text, prefix); });
}

bool endsWithAny(std::string_view text, const Texts& endings)
{
    return std::ranges::any_of(endings, [&](const std::string& end) {
        return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
    });
}

const Layer* layerOf(std::string_view path)
{
    const Layer* best = nullptr;
    for (const Layer& layer : Layers) {
        if (startsWith(path, layer.folder + "/") &&
            (best == nullptr || layer.folder.size() > best->folder.size())) {
            best = &layer;
        }
    }
    return best;
}

/// "<vector>" is the standard library's, "<unistd.h>" the system's, "<QString>" a library's.
bool isStandard(std::string_view include)
{
    return include.find_first_of("./") == std::string_view::npos && !startsWith(include, "Q") &&
           !startsWith(include, "sodium");
}

bool isSystem(std::string_view include)
{
    static const Texts Known{"unistd.h", "fcntl.h",   "sys/",   "netinet/", "netdb.h", "poll.h",
                             "signal.h", "termios.h", "linux/", "arpa/",    "dirent.h"};
    return startsWithAny(include, Known);
}

std::optional<std::string> faultOfInclude(const Layer& layer, const std::string& include)
{
    const std::string where = layer.folder + " may not include ";
    const Texts folders{"shared/", "hw/", "controller/", "terminal/", "display/", "tests/"};
    if (startsWithAny(include, folders)) {
        return startsWithAny(include, layer.ours) ? std::nullopt : std::optional(where + include);
    }
    if (isStandard(include) || (isSystem(include) && !layer.pure)) {
        return std::nullopt;
    }
    // moc's file of the same source, included at its end.
    if (endsWithAny(include, {".moc"}) || startsWithAny(include, layer.libraries)) {
        return std::nullopt;
    }
    return where + include +
           (include.find('/') == std::string::npos
                ? ": a path from the root, or a library it does not know"
                : "");
}

std::size_t columnsOf(std::string_view line)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// The outline of a drawing, a text for people, a note to their translator: not to be cut.
bool isOnePiece(std::string_view line)
{
    static const Texts Marks{" d=\"", ": 'M", "qsTr(", "//:"};
    return std::ranges::any_of(
        Marks, [&](const std::string& mark) { return line.find(mark) != std::string_view::npos; });
}

bool isBanned(const Ban& ban, const std::string& line)
{
    static std::map<const Ban*, std::regex> compiled;
    auto found = compiled.find(&ban);
    if (found == compiled.end()) {
        found = compiled.emplace(&ban, std::regex(ban.pattern, std::regex::optimize)).first;
    }
    return std::regex_search(line, found->second);
}

/// Qt's translations end in .ts like the sources of the pages; a tool writes them.
bool isScript(std::string_view path)
{
    const bool isTranslation =
        path.find("/i18n/") != std::string_view::npos && !startsWith(path, "controller/web/");
    return path == "talon" ||
           (!isTranslation && endsWithAny(path, {".qml", ".ts", ".tsx", ".mjs", ".css", ".sh"}));
}

/// Checks the lines of one file and gathers its faults.
class Reader
{
public:
    explicit Reader(const Source& source)
        : m_path(source.path)
        , m_layer(layerOf(source.path))
        , m_isCpp(endsWithAny(source.path, {".h", ".cpp"}))
        , m_isScript(isScript(source.path))
        , m_isPage(endsWithAny(source.path, {".ts", ".tsx", ".mjs", ".css"}))
        , m_isScreen(endsWithAny(source.path, {".qml"}) &&
                     !endsWithAny(source.path, {"/Theme.qml"}) && !startsWith(m_path, "tests/"))
    {
        for (const Ban& ban : Bans) {
            if (startsWithAny(m_path, ban.folders) && !startsWithAny(m_path, ban.except)) {
                m_bans.push_back(&ban);
            }
        }
        const auto add = [&](const std::vector<Ban>& bans) {
            for (const Ban& ban : bans) {
                m_bans.push_back(&ban);
            }
        };
        if (m_layer != nullptr && m_layer->pure && m_isCpp) {
            add(PureBans);
        }
        if (m_isScreen) {
            add(ScreenBans);
        }
    }

    Texts read(const std::string& text)
    {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            ++m_number;
            readLine(line);
        }
        if ((m_isCpp || m_isScript) && m_number > LinesMax) {
            fault(std::to_string(m_number) + " lines: a file has " + std::to_string(LinesMax) +
                  " at most; find the part that is a thing of its own");
        }
        if (!text.empty() && text.back() != '\n') {
            fault("the last line has no end");
        }
        return std::move(m_faults);
    }

private:
    void fault(const std::string& what)
    {
        m_faults.push_back(m_path + ":" + std::to_string(m_number) + ": " + what);
    }

    void readLine(const std::string& line)
    {
        static const std::regex IncludeLine(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
        std::smatch match;
        if (m_isCpp && m_layer != nullptr && line.find("include") != std::string::npos &&
            std::regex_search(line, match, IncludeLine)) {
            if (const auto wrong = faultOfInclude(*m_layer, match[1])) {
                fault(*wrong);
            }
        }
        const std::size_t columnsMax = m_isPage ? ColumnsMaxOfPages : ColumnsMax;
        if ((m_isCpp || m_isScript) && columnsOf(line) > columnsMax && !isOnePiece(line)) {
            fault(std::to_string(columnsOf(line)) + " columns, where " +
                  std::to_string(columnsMax) + " are enough");
        }
        if ((m_isCpp || m_isScript) && !line.empty() &&
            (line.back() == ' ' || line.find('\t') != std::string::npos)) {
            fault("a tab, or a space at the end");
        }
        for (const Ban* ban : m_bans) {
            if (isBanned(*ban, line)) {
                fault("\"" + line + "\": " + ban->instead);
            }
        }
    }

    std::string m_path;
    const Layer* m_layer;
    bool m_isCpp;
    bool m_isScript;
    bool m_isPage;
    bool m_isScreen;
    std::vector<const Ban*> m_bans;
    std::size_t m_number = 0;
    Texts m_faults;
};

} // namespace

Texts faultsIn(const Source& source)
{
    return Reader(source).read(source.text);
}

Texts foldersNotNamed(const Texts& folders, std::string_view architecture)
{
    Texts missing;
    for (const std::string& folder : folders) {
        if (architecture.find("`" + folder + "/`") == std::string_view::npos) {
            missing.push_back(folder);
        }
    }
    return missing;
}

} // namespace talon::tidy
