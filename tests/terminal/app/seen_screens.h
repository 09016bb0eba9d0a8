#pragma once

#include "terminal/app/spoken_guide.h"
#include "terminal/app/translations.h"
#include "tests/support/looks.h"
#include "tests/terminal/app/app_under_test.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <array>

namespace talon::test {

struct Panel
{
    const char* name;
    QSize size;
};

inline constexpr std::array Panels{
    Panel{.name = "portrait", .size = {1080, 1920}},
    Panel{.name = "landscape", .size = {1280, 1024}},
    Panel{.name = "small", .size = {800, 600}},
};

/// The terminal on a display, as a visitor sees it.
class Seen
{
public:
    Seen(AppUnderTest& test,
         const Panel& panel,
         const QString& language,
         const QString& mode,
         terminal::SpokenGuide* guide = nullptr);

    /// Waits until nothing moves any more, keeps a picture, and finds what does not fit. The named
    /// item must be there to be seen.
    void check(const QString& name, const QString& shown = {});

    /// As if the button were touched.
    bool call(const char* button);

private:
    Looks m_looks;
    terminal::Translations m_translations;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

} // namespace talon::test
