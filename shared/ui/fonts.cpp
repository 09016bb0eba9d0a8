#include "shared/ui/fonts.h"

#include <QFont>
#include <QFontDatabase>
#include <QRawFont>
#include <QStringList>

#include <array>
#include <string>

namespace talon::ui {

Expected<Done, IoError> loadFonts()
{
    constexpr std::array Files{"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
                               "Inter-Bold.otf"};
    for (const char* const file : Files) {
        const QString path = QStringLiteral(":/talon/fonts/") + QLatin1String(file);
        const int font = QFontDatabase::addApplicationFont(path);
        const QStringList families = QFontDatabase::applicationFontFamilies(font);
        if (!families.contains(QLatin1String(FontFamily))) {
            return Unexpected(IoError{std::string("font ") + file + " cannot be loaded"});
        }
    }
    return Done{};
}

QString unwritable(const QString& text)
{
    const auto font = QRawFont::fromFont(QFont(QString::fromLatin1(FontFamily)));
    QString missing;
    for (const char32_t each : text.toStdU32String()) {
        // Blanks, ends of lines and invisible marks have nothing to draw. What a private character
        // means only its author knows: a drawing that the font has for it is another one's.
        const auto category = QChar::category(each);
        const bool isPrivate = category == QChar::Other_PrivateUse;
        const bool isDrawn =
            QChar::isPrint(each) && !QChar::isSpace(each) && category != QChar::Other_Format;
        const QString character = QString::fromUcs4(&each, 1);
        const bool isMissing = isPrivate || (isDrawn && !font.supportsCharacter(each));
        if (isMissing && !missing.contains(character)) {
            missing += character;
        }
    }
    return missing;
}

} // namespace talon::ui
