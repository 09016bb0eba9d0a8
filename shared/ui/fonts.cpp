#include "shared/ui/fonts.h"

#include <QFontDatabase>
#include <QString>
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

} // namespace talon::ui
