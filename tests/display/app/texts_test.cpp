#include "display/app/options.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

#include <map>

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    QString translation;
    bool isFinished = false;
};

QString contentsOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// By context and source: "CallCard/window".
std::map<QString, Text> textsOf(const QString& language)
{
    const QString path =
        QStringLiteral(TALON_SOURCE_DIR) + u"/display/i18n/display_%1.ts"_s.arg(language);
    QXmlStreamReader xml(contentsOf(path));
    std::map<QString, Text> texts;
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            const bool isFinished = !xml.attributes().hasAttribute("type"_L1);
            texts[context + u'/' + source] = {.translation = xml.readElementText(),
                                              .isFinished = isFinished};
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return texts;
}

/// Every qsTr of the board, by file and text.
std::vector<std::pair<QString, QString>> sourcesInQml()
{
    static const QRegularExpression call(u"qsTr\\(\"([^\"]+)\"\\)"_s);
    std::vector<std::pair<QString, QString>> sources;
    QDirIterator files(QStringLiteral(TALON_SOURCE_DIR) + u"/display/ui"_s, {u"*.qml"_s},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        auto matches = call.globalMatch(contentsOf(path));
        while (matches.hasNext()) {
            sources.emplace_back(QFileInfo(path).baseName(), matches.next().captured(1));
        }
    }
    return sources;
}

} // namespace

TEST_CASE("every text of the board is there in every language, and its places for values too")
{
    const auto sources = sourcesInQml();
    REQUIRE(sources.size() > 10);
    for (const QString& language : talon::display::languages()) {
        const auto texts = textsOf(language);
        for (const auto& [file, source] : sources) {
            INFO(language.toStdString()
                 << " " << file.toStdString() << " " << source.toStdString());
            const auto found = texts.find(file + u'/' + source);
            REQUIRE(found != texts.end());
            CHECK(found->second.isFinished);
            CHECK_FALSE(found->second.translation.isEmpty());
            for (const auto* const place : {"%1", "%2"}) {
                CHECK(found->second.translation.contains(QLatin1StringView(place)) ==
                      source.contains(QLatin1StringView(place)));
            }
            if (language == u"ru"_s) {
                CHECK(found->second.translation != source);
            }
        }
        QTranslator compiled;
        REQUIRE(compiled.load(u":/talon/i18n/display_%1.qm"_s.arg(language)));
        CHECK(compiled.translate("CallCard", "window") ==
              texts.at(u"CallCard/window"_s).translation);
    }
}
