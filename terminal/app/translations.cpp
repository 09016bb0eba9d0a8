#include "terminal/app/translations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace talon::terminal {

QStringList languages()
{
    return {u"ru"_s, u"en"_s};
}

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_translator);
}

bool Translations::use(const QString& language)
{
    if (!languages().contains(language)) {
        return false;
    }
    QCoreApplication::removeTranslator(&m_translator);
    const bool loaded = m_translator.load(u":/talon/i18n/terminal_%1.qm"_s.arg(language));
    QCoreApplication::installTranslator(&m_translator);
    return loaded;
}

} // namespace talon::terminal
