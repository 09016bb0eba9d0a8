#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace talon::terminal {

/// The languages of the terminal's own texts; the office's come with its settings.
QStringList languages();

/// Puts one language's texts in the place of another's.
class Translations
{
public:
    Translations() = default;
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    /// False, and nothing changed, when there are no texts in this language.
    bool use(const QString& language);

private:
    QTranslator m_translator;
};

} // namespace talon::terminal
