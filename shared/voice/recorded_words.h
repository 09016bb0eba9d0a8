#pragma once

#include "shared/voice/phrase.h"
#include "shared/voice/sound.h"

#include <QString>
#include <QStringList>

#include <map>
#include <string>

namespace talon::voice {

/// The words of a folder: FOLDER/ru/okno.wav, FOLDER/en/window.wav. Read whole when it is opened,
/// so that nothing waits for a disk while a visitor is called. Each is brought to one rate and one
/// loudness, and loses the silence around it. Words that belong together may be one file, which
/// then goes before its words: "okno-pyat.wav".
class RecordedWords
{
public:
    explicit RecordedWords(const QString& folder);

    /// The whole phrase, or the first file that it lacks, such as "ru/okno.wav".
    Expected<Sound, std::string> said(const Phrase& phrase) const;

    bool has(const std::string& language, const std::string& file) const;

    /// What cannot be used of the folder, and why.
    const QStringList& faults() const { return m_faults; }

private:
    void readLanguage(const QString& folder, const std::string& language);

    std::map<std::string, std::map<std::string, Sound>> m_words; ///< By language, by file name.
    QStringList m_faults;
};

} // namespace talon::voice
