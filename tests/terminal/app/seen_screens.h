#pragma once

#include "terminal/app/spoken_guide.h"
#include "terminal/app/translations.h"
#include "tests/terminal/app/app_under_test.h"

#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <array>
#include <utility>
#include <vector>

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

/// The terminal on a display, as a visitor sees it. Keeps a picture of every screen that was looked
/// at, and one sheet with all of them.
class Seen
{
public:
    Seen(AppUnderTest& test,
         const Panel& panel,
         const QString& language,
         const QString& mode,
         terminal::SpokenGuide* guide = nullptr);
    ~Seen();
    Seen(const Seen&) = delete;
    Seen& operator=(const Seen&) = delete;

    /// Waits until nothing moves any more, keeps a picture, and finds what does not fit. The named
    /// item must be there to be seen.
    void check(const QString& name, const QString& shown = {});

    /// As if the button were touched.
    bool call(const char* button);

private:
    void checkItems(QQuickItem* item);
    void checkTexts(); ///< None is written over another.

    QString m_name; ///< Of the display, the language and the access mode.
    QRectF m_place;
    terminal::Translations m_translations;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
    std::vector<std::pair<QString, QImage>> m_looks;
    std::vector<std::pair<QString, QRectF>> m_texts;
};

} // namespace talon::test
