#pragma once

#include "display/voice/call_language.h"
#include "display/voice/volume_plan.h"
#include "shared/base/expected.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QCommandLineParser;

namespace talon::display {

/// What the command line asks of the voice.
struct VoiceOptions
{
    QString program;                 ///< That speaks.
    std::optional<QString> recorded; ///< Folder of words; the program says what it lacks.
    std::vector<CallLanguage> languages = ownLanguages();
    VolumePlan volume;
    std::optional<CallLanguage> toList; ///< Only say which words are to be recorded.
    QStringList plates;                 ///< Windows with names, for that list.
};

class VoiceCommandLine
{
public:
    VoiceCommandLine();

    QList<QCommandLineOption> options() const;

    /// From a command line that has been read; else what is wrong with it.
    Expected<VoiceOptions, QString> read(const QCommandLineParser& parser) const;

private:
    QCommandLineOption m_speech;
    QCommandLineOption m_voice;
    QCommandLineOption m_volume;
    QCommandLineOption m_volumeAt;
    QCommandLineOption m_listWords;
    QCommandLineOption m_plate;
};

/// A line for each word that has no recording yet: its file, the word, a call with it; tabs
/// between.
QString wordsToRecord(const VoiceOptions& options);

} // namespace talon::display
