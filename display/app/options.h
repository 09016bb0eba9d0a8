#pragma once

#include "display/app/voice_options.h"
#include "display/app/wanted_screen.h"
#include "display/signs/sign_settings.h"
#include "shared/base/expected.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QRect>
#include <QSize>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace talon::display {

/// What the command line asks for.
struct Options
{
    QUrl controller;
    QByteArray token;
    QString state; ///< Folder for what must outlive a restart.
    QString sound; ///< shared/voice/sound_output.h
    VoiceOptions voice;
    QString language;
    std::vector<WantedScreen> screens;
    QSize size{1920, 1080};
    bool fullscreen = false;
    std::optional<QRect> place; ///< A part of the screen, in front of others.
    bool selfTest = false;
    std::optional<QString> pictures;
    qint64 mediaBytesMax = 0; ///< Of the office's pictures and videos; 0: none are brought here.
    std::optional<SignSettings> signs;
};

/// The languages of the display's own texts; calls are made in the visitor's.
QStringList languages();

/// What is wrong, in a line for the one who typed it. Ends the program on --help and --version.
Expected<Options, QString> optionsFrom(const QCoreApplication& application);

} // namespace talon::display
