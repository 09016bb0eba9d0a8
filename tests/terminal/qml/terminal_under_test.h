#pragma once

#include "terminal/app/spoken_guide.h"
#include "tests/terminal/app/app_under_test.h"
#include "tests/terminal/speech/held_speech.h"

namespace talon::test {

/// The terminal with everything but devices, for tests in QML: its controller says what they want.
class TerminalUnderTest : public QObject
{
    Q_OBJECT
    Q_PROPERTY(talon::terminal::TerminalApp* app READ app CONSTANT)
    Q_PROPERTY(talon::terminal::SpokenGuide* guide READ guide CONSTANT)

public:
    explicit TerminalUnderTest(QObject* parent = nullptr)
        : QObject(parent)
        , m_headphones(u"none"_s)
        , m_guide(m_test.app, m_held.speech, m_headphones)
    {}

    terminal::TerminalApp* app() { return &m_test.app; }
    terminal::SpokenGuide* guide() { return &m_guide; }

    Q_INVOKABLE void showOffice()
    {
        m_test.paper.setReady(true);
        m_test.controller.show(engelsView());
    }

    Q_INVOKABLE void letStaffIn() { m_test.controller.answer = letStaffInAs(u"Иванова Анна"_s); }

    Q_INVOKABLE void letNobodyIn()
    {
        m_test.controller.answer = [](const auto& /*request*/) {
            return FakeController::Reply{.status = 401, .body = {{u"error"_s, u"wrong pin"_s}}};
        };
    }

private:
    AppUnderTest m_test;
    HeldSpeech m_held;
    terminal::Headphones m_headphones;
    terminal::SpokenGuide m_guide;
};

} // namespace talon::test
