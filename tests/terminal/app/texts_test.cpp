#include "terminal/app/translations.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace talon;

namespace {

QString contentsOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

struct SourceText
{
    QString context; ///< The name of its QML file.
    QString text;

    friend bool operator==(const SourceText&, const SourceText&) = default;
};

/// What the screens say, in the sources' English.
std::vector<SourceText> textsOfScreens()
{
    static const QRegularExpression said(u"qsTr\\(\"([^\"]*)\""_s);
    std::vector<SourceText> texts;
    QDirIterator files(QString::fromUtf8(TALON_SOURCE_DIR "/terminal/ui"), {u"*.qml"_s},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        auto found = said.globalMatch(contentsOf(path));
        while (found.hasNext()) {
            texts.push_back({QFileInfo(path).baseName(), found.next().captured(1)});
        }
    }
    REQUIRE(texts.size() > 30);
    return texts;
}

} // namespace

TEST_CASE("every text of every screen is translated into every language")
{
    for (const QString& language : terminal::languages()) {
        terminal::Translations translations;
        REQUIRE(translations.use(language));
        for (const SourceText& each : textsOfScreens()) {
            INFO(language.toStdString() << ": " << each.text.toStdString());
            const QString said = QCoreApplication::translate(
                each.context.toUtf8().constData(), each.text.toUtf8().constData(), nullptr,
                each.text.contains(u"%n"_s) ? 3 : -1);
            CHECK_FALSE(said.isEmpty());
            if (language == u"ru"_s) {
                static const QRegularExpression latin(u"[A-Za-z]{2,}"_s);
                CHECK_FALSE(QString(said).remove(u"QR"_s).contains(latin));
            }
        }
    }
}

TEST_CASE("no translation is unfinished")
{
    for (const QString& language : terminal::languages()) {
        const QString ts = contentsOf(QString::fromUtf8(TALON_SOURCE_DIR) +
                                      u"/terminal/i18n/terminal_%1.ts"_s.arg(language));
        CHECK_FALSE(ts.contains(u"unfinished"_s));
        CHECK_FALSE(ts.contains(u"vanished"_s));
        CHECK_FALSE(ts.contains(u"<translation></translation>"_s));
    }
}

TEST_CASE("numbers agree with their nouns")
{
    const auto ahead = [](const char* language, int people) {
        terminal::Translations translations;
        REQUIRE(translations.use(QString::fromLatin1(language)));
        return QCoreApplication::translate("DoneScreen", "%n people are ahead of you", nullptr,
                                           people)
            .toStdString();
    };
    CHECK(ahead("ru", 1) == "Перед вами 1 человек");
    CHECK(ahead("ru", 3) == "Перед вами 3 человека");
    CHECK(ahead("ru", 11) == "Перед вами 11 человек");
    CHECK(ahead("ru", 21) == "Перед вами 21 человек");
    CHECK(ahead("en", 1) == "1 person is ahead of you");
    CHECK(ahead("en", 2) == "2 people are ahead of you");
}

TEST_CASE("a language without texts changes nothing")
{
    terminal::Translations translations;
    REQUIRE(translations.use(u"ru"_s));
    CHECK_FALSE(translations.use(u"xx"_s));
    CHECK(QCoreApplication::translate("DoneScreen", "Done") == u"Готово"_s);
}
