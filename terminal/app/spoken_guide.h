#pragma once

#include "terminal/app/terminal_app.h"
#include "terminal/speech/corner_path.h"
#include "terminal/speech/headphones.h"
#include "terminal/speech/speech.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace talon::terminal {

/// Leads a person who cannot see through the terminal: tells what each screen says and which choice
/// is at hand, and does what the four corners or the keys ask for.
class SpokenGuide : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    /// What was said last, for who reads along.
    Q_PROPERTY(QString said READ said NOTIFY saidChanged)
    /// The choice that would be taken; empty where there is none.
    Q_PROPERTY(QString focus READ focus NOTIFY saidChanged)
    Q_PROPERTY(bool canTake READ canTake NOTIFY saidChanged)
    /// On the first screen the corner for repeating is that for the language.
    Q_PROPERTY(bool offersLanguage READ offersLanguage NOTIFY saidChanged)

public:
    SpokenGuide(TerminalApp& app, Speech& speech, Headphones& headphones);

    QString said() const { return m_said; }
    QString focus() const;
    bool canTake() const;
    bool offersLanguage() const;

    Q_INVOKABLE void touch(int corner); ///< As Corner; anything else is elsewhere.
    Q_INVOKABLE bool press(int key);    ///< As Qt::Key; false for a key that means nothing here.

Q_SIGNALS:
    void saidChanged();

private:
    void follow();
    void take(const PathStep& step);
    void carryOut(const Deed& deed);
    Telling telling() const;
    TellQuestion question() const;
    TellQuestion bookings(TellQuestion question) const;
    TellQuestion appointment(TellQuestion question) const;
    std::optional<SpokenMoment> moment(std::optional<Instant> at) const;

    TerminalApp& m_app;
    Speech& m_speech;
    Path m_path;
    QString m_said;
    bool m_isOn = false;
};

} // namespace talon::terminal
