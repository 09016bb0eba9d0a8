#include "display/signs/sign_settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

constexpr qint64 FileBytesMax = 1 << 20;
constexpr int DaySeconds = 24 * 60 * 60;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Reads one object, key by key, and remembers the first that is wrong. The rest is then nobody's
/// concern.
class Fields
{
public:
    Fields(const QJsonValue& value, std::string path)
        : m_object(value.toObject())
        , m_path(std::move(path))
    {
        if (!value.isObject()) {
            complain({}, "is no object");
        }
    }

    QJsonValue take(const char* key)
    {
        m_known.push_back(QString::fromLatin1(key));
        return m_object.value(m_known.constLast());
    }

    std::optional<std::string> string(const char* key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isString()) {
            complain(key, "is no text");
        }
        return value.isString() ? std::optional(value.toString().toStdString()) : std::nullopt;
    }

    std::string needed(const char* key)
    {
        const auto said = string(key);
        if (!said || said->empty()) {
            complain(key, "is missing");
        }
        return said.value_or("");
    }

    std::optional<int> number(const char* key, int min, int max)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined()) {
            return std::nullopt;
        }
        const double said = value.toDouble(min - 1.0);
        if (!value.isDouble() || said != std::floor(said) || said < min || said > max) {
            complain(key, "is no whole number from " + std::to_string(min) + " to " +
                              std::to_string(max));
            return std::nullopt;
        }
        return static_cast<int>(said);
    }

    bool flag(const char* key, bool fallback)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isBool()) {
            complain(key, "is neither true nor false");
        }
        return value.toBool(fallback);
    }

    QJsonArray list(const char* key)
    {
        const QJsonValue value = take(key);
        if (!value.isArray() || value.toArray().isEmpty()) {
            complain(key, "is no list with something in it");
        }
        return value.toArray();
    }

    std::string pathOf(const std::string& key) const
    {
        return m_path.empty() || key.empty() ? m_path + key : m_path + "." + key;
    }

    void complain(const std::string& key, const std::string& what)
    {
        complain(ParseError{pathOf(key), what});
    }

    void complain(const ParseError& error)
    {
        if (!m_fault) {
            m_fault = error;
        }
    }

    /// To be asked last: also tells of keys that nobody took.
    std::optional<ParseError> fault()
    {
        for (const QString& key : m_object.keys()) {
            if (!m_known.contains(key)) {
                complain(key.toStdString(),
                         "is unknown; known: " + m_known.join(u", "_s).toStdString());
            }
        }
        return m_fault;
    }

private:
    QJsonObject m_object;
    std::string m_path;
    QStringList m_known;
    std::optional<ParseError> m_fault;
};

std::string indexed(const char* key, qsizetype index)
{
    return key + ("[" + std::to_string(index) + "]");
}

/// Nobody would see what has no place.
void checkFits(Fields& fields, const char* key, const std::string& said, const hw::Sign& sign)
{
    const std::string bytes = hw::signBytes(said, sign.characters);
    if (bytes.size() > static_cast<std::size_t>(sign.places)) {
        fields.complain(key, "is longer than the sign");
    } else if (bytes.empty() && !said.empty()) {
        fields.complain(key, "has no letter that the sign can show");
    }
}

Expected<WindowSign, ParseError>
windowSignFrom(const QJsonValue& value, const std::string& path, const hw::SignProtocol& protocol)
{
    Fields fields(value, path);
    WindowSign read;
    hw::Sign& sign = read.sign;
    const auto address = fields.number("address", 1, protocol.addressMax());
    if (!address) {
        fields.complain("address", "is missing");
    }
    sign.address = address.value_or(1);
    read.window = fields.needed("window");
    sign.places = fields.number("places", 1, hw::SignPlacesMax).value_or(sign.places);
    if (const auto said = fields.string("characters")) {
        const auto characters = hw::signCharactersFrom(*said);
        if (!characters) {
            fields.complain("characters", "is none of digits, ascii, cp866, cp1251");
        }
        sign.characters = characters.value_or(sign.characters);
    }
    if (const auto said = fields.string("align")) {
        const auto align = hw::signAlignFrom(*said);
        if (!align) {
            fields.complain("align", "is neither left nor right");
        }
        sign.align = align.value_or(sign.align);
    }
    sign.brightnessPercent = fields.number("brightness", 0, 100);
    sign.answers = fields.flag("answers", sign.answers);
    for (const hw::SignOption& option : protocol.options()) {
        const std::string key(option.key);
        if (const auto said = fields.number(key.c_str(), option.min, option.max)) {
            sign.options.emplace(key, *said);
        }
    }
    read.noConnection.assign(static_cast<std::size_t>(sign.places), '-');
    struct Said
    {
        const char* key;
        std::string& text;
    };
    for (const auto& [key, said] :
         {Said{"free", read.free}, Said{"away", read.away}, Said{"closed", read.closed},
          Said{"noConnection", read.noConnection}}) {
        said = fields.string(key).value_or(said);
        checkFits(fields, key, said, sign);
    }
    if (const auto fault = fields.fault()) {
        return Unexpected(*fault);
    }
    return read;
}

Expected<SignBus, ParseError> busFrom(const QJsonValue& value, const std::string& path)
{
    Fields fields(value, path);
    SignBus bus;
    bus.line.path = fields.needed("line");
    const std::string named = fields.needed("protocol");
    bus.line.protocol = hw::signProtocol(named);
    if (bus.line.protocol == nullptr) {
        fields.complain("protocol", "is none of " + hw::knownSignProtocols());
        return Unexpected(*fields.fault());
    }
    hw::UriOptions serial;
    for (const hw::UriOption& each : hw::SerialOptions) {
        const bool isBaud = each.key == "baud";
        const std::string key(each.key);
        if (key == "flow") {
            continue;
        }
        const std::string said =
            isBaud ? std::to_string(fields.number("baud", 1, 1'000'000).value_or(9600))
                   : fields.string(key.c_str()).value_or("none");
        const QString values = text(each.values);
        if (!values.split(u'|').contains(text(said))) {
            fields.complain(key, "is none of " + values.split(u'|').join(u", "_s).toStdString());
        }
        serial.emplace(key, said);
    }
    bus.line.serial = hw::serialSettings(serial, bus.line.serial);
    bus.line.hearsItself = fields.flag("echo", false);

    std::set<int> addresses;
    const QJsonArray signs = fields.list("signs");
    for (qsizetype i = 0; i < signs.size(); ++i) {
        const std::string key = indexed("signs", i);
        auto sign = windowSignFrom(signs[i], fields.pathOf(key), *bus.line.protocol);
        if (!sign) {
            fields.complain(sign.error());
            break;
        }
        if (!addresses.insert(sign->sign.address).second) {
            fields.complain(key + ".address", "is that of another sign on this line");
        }
        bus.signs.push_back(*std::move(sign));
    }
    if (const auto fault = fields.fault()) {
        return Unexpected(*fault);
    }
    return bus;
}

} // namespace

Expected<SignSettings, ParseError> signSettingsFrom(const QByteArray& json)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(json, &wrong);
    if (wrong.error != QJsonParseError::NoError) {
        return Unexpected(ParseError{"", "is no JSON: " + wrong.errorString().toStdString() +
                                             ", at byte " + std::to_string(wrong.offset)});
    }
    Fields fields(document.isObject() ? QJsonValue(document.object()) : QJsonValue(), "");
    SignSettings settings;
    if (const auto seconds = fields.number("noConnectionAfterSeconds", 0, DaySeconds)) {
        settings.noConnectionAfter = std::chrono::seconds(*seconds);
    }
    const QJsonArray lines = fields.list("lines");
    if (lines.size() > static_cast<qsizetype>(SignLinesMax)) {
        fields.complain("lines", "has more than " + std::to_string(SignLinesMax));
    }
    std::set<std::string> paths;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const std::string key = indexed("lines", i);
        auto bus = busFrom(lines[i], key);
        if (!bus) {
            fields.complain(bus.error());
            break;
        }
        if (!paths.insert(bus->line.path).second) {
            fields.complain(key + ".line", "stands there twice");
        }
        settings.buses.push_back(*std::move(bus));
    }
    if (const auto fault = fields.fault()) {
        return Unexpected(*fault);
    }
    return settings;
}

Expected<SignSettings, QString> readSignSettings(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    }
    if (file.size() > FileBytesMax) {
        return Unexpected(u"%1: is too long"_s.arg(path));
    }
    auto settings = signSettingsFrom(file.readAll());
    if (!settings) {
        return Unexpected(
            u"%1: %2"_s.arg(path, QString::fromStdString(describe(settings.error()))));
    }
    return *std::move(settings);
}

} // namespace talon::display
