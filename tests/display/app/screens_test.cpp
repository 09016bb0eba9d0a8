#include "display/app/screen_windows.h"
#include "shared/ui/fonts.h"
#include "tests/display/app/fake_feed.h"
#include "tests/support/catch.h"
#include "tests/support/looks.h"

#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QQmlComponent>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtPlugin>

#include <array>
#include <memory>
#include <string_view>

Q_IMPORT_PLUGIN(Talon_UiPlugin)
Q_IMPORT_PLUGIN(Talon_DisplayPlugin)

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::display;
using namespace talon::test;

namespace {

struct Panel
{
    const char* name;
    QSize size;
};

constexpr std::array Boards{Panel{.name = "wide", .size = {1920, 1080}},
                            Panel{.name = "upright", .size = {1080, 1920}},
                            Panel{.name = "small", .size = {1280, 720}}};
constexpr std::array Corners{Panel{.name = "corner", .size = {640, 360}},
                             Panel{.name = "column", .size = {400, 900}},
                             Panel{.name = "thumb", .size = {480, 270}}};
constexpr std::array Plates{
    Panel{.name = "wide", .size = {1920, 1080}}, Panel{.name = "stretched", .size = {1920, 540}},
    Panel{.name = "tablet", .size = {800, 480}}, Panel{.name = "upright", .size = {600, 1024}}};

class NoSpeech : public voice::SpeechEngine
{
public:
    void speak(const voice::Phrase& /*phrase*/, Done done) override
    {
        done(Unexpected(IoError{"mute"}));
    }
    void forget() override {}
};

class NoSound : public voice::SoundOutput
{
public:
    void play(const QString& /*name*/,
              const voice::Sound& /*sound*/,
              std::function<void()> done) override
    {
        done();
    }
    void stop() override {}
};

/// A display in front of somebody.
class Seen
{
public:
    Seen(const QString& name, const QSize& size, const QString& language, WantedScreen wanted)
        : m_looks(u"display"_s, name + u'-' + language)
        , m_announced(*AnnouncedFile::openIn(m_state.path()))
        , m_lastView(m_state.path())
        , m_voice(m_speech, m_sound)
        , m_link({.controller = m_feed.url(), .token = "t", .feed = u"hall"_s})
    {
        REQUIRE(ui::loadFonts().has_value());
        QGuiApplication::setFont(QFont(QString::fromLatin1(ui::FontFamily)));
        REQUIRE(m_translator.load(u":/talon/i18n/display_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&m_translator);
        m_app = std::make_unique<DisplayApp>(m_link, m_announced, m_lastView, m_voice, language,
                                             std::vector{std::move(wanted)});
        m_playlists.push_back(std::make_unique<MediaPlaylist>());
        m_windows = std::make_unique<ScreenWindows>(*m_app, m_playlists, size, false);
        REQUIRE(m_windows->load());
        // Nothing is to be waited for but what a screen does of itself.
        QQmlComponent still(qmlEngine(m_windows->windows().front()->contentItem()));
        still.setData("import QtQml; import Talon.Ui; QtObject { Component.onCompleted: "
                      "Theme.motionMs = 0 }",
                      {});
        const std::unique_ptr<QObject> stilled(still.create());
        REQUIRE(stilled != nullptr);
        m_windows->show();
        m_link.start();
    }

    ~Seen() { CHECK(m_windows->areFlawless()); }

    void check(const QString& name) { m_looks.check(*m_windows->windows().front(), name); }

    void show(const wire::HallView& view, const QString& scene)
    {
        m_feed.show(view);
        Screen& screen = *m_app->screens().front();
        REQUIRE(eventually([&] {
            return screen.scene() == scene && m_app->view() && m_app->view()->calls == view.calls;
        }));
    }

    /// The office has two pictures of its own.
    void showMedia()
    {
        std::vector<ReadyMedia> media;
        for (const char* const name : {"tariffs.png", "winter.png"}) {
            QImage picture(1600, 900, QImage::Format_RGB32);
            picture.fill(media.empty() ? Qt::darkCyan : Qt::darkGreen);
            QPainter painter(&picture);
            QFont font(QString::fromLatin1(ui::FontFamily));
            font.setPixelSize(110);
            painter.setFont(font);
            painter.setPen(Qt::white);
            painter.drawText(picture.rect(), Qt::AlignCenter, u"Тарифы\nс 1 декабря"_s);
            const QString path = m_state.filePath(QString::fromLatin1(name));
            REQUIRE(picture.save(path));
            media.push_back({.item = {.name = name,
                                      .kind = MediaKind::Picture,
                                      .sha256 = std::string(64, media.empty() ? 'a' : 'b'),
                                      .seconds = 300},
                             .path = path});
        }
        m_playlists.front()->show(media);
    }

    void lose()
    {
        m_feed.goDown();
        REQUIRE(eventually([&] { return m_app->isOld(); }));
    }

private:
    Looks m_looks;
    QTemporaryDir m_state;
    FakeFeed m_feed;
    AnnouncedFile m_announced;
    LastViewFile m_lastView;
    NoSpeech m_speech;
    NoSound m_sound;
    Voice m_voice;
    link::ControllerLink m_link;
    QTranslator m_translator;
    std::unique_ptr<DisplayApp> m_app;
    ScreenWindows::Playlists m_playlists;
    std::unique_ptr<ScreenWindows> m_windows;
};

/// A hall at eleven o'clock, with long names, waits, ways, a ticker, and who is next.
wire::HallView fullHall(ScreenLayout layout)
{
    wire::HallView view = engelsHall();
    view.queues[2].name = {{"ru", "Заключить или изменить договор энергоснабжения"},
                           {"en", "Make or change a contract of energy supply"}};
    for (std::size_t i = 0; i < view.queues.size(); ++i) {
        const auto from = std::chrono::minutes(5 * static_cast<int>(i));
        view.queues[i].forecast = WaitRange{.low = from, .high = from + std::chrono::minutes(10)};
        view.queues[i].next = {"А016", "А017", "Ж999"};
    }
    HallScreen screen = usualScreen("hall");
    screen.layout = layout;
    screen.next = true;
    screen.ticker = {{{"ru", "Показания счётчиков принимаем до 25 числа"},
                      {"en", "Meter readings are taken until the 25th"}}};
    screen.ways = {{.windows = {{1}, {2}, {3}}, .arrow = Arrow::Left},
                   {.windows = {{5}, {6}},
                    .arrow = Arrow::AheadRight,
                    .place = {{"ru", "Зал 2"}, {"en", "Hall 2"}}}};
    view.screens = {screen};
    return view;
}

wire::HallView with(wire::HallView view, std::initializer_list<const char*> numbers)
{
    view.calls.clear();
    std::int64_t id = 12;
    for (const char* const number : numbers) {
        view.calls.insert(view.calls.begin(), callIn(view, id++, number));
    }
    return view;
}

wire::HallView withEarlier(wire::HallView view)
{
    for (std::int64_t id = 1; id <= 9; ++id) {
        const std::string number = "Б00" + std::to_string(id);
        wire::HallCall call = callIn(view, id, number.c_str());
        call.state = VisitState::Finished;
        call.at -= std::chrono::minutes(5);
        view.calls.push_back(call);
    }
    return view;
}

wire::HallView closed(wire::HallView view)
{
    view.office.open = false;
    view.office.opensAt = view.office.now + std::chrono::hours(22);
    view.calls.clear();
    for (wire::HallQueue& queue : view.queues) {
        queue.waiting = 0;
        queue.next.clear();
    }
    for (wire::HallWindow& window : view.windows) {
        window.state = WindowState::Closed;
    }
    return view;
}

void seeBoard(Seen& seen, const wire::HallView& hall, const char* language = "ru")
{
    seen.show(hall, u"welcome"_s);
    seen.check(u"2-welcome"_s);
    seen.show(withEarlier(with(hall, {"А015"})), u"calls"_s);
    seen.check(u"3-one"_s);
    seen.show(withEarlier(with(hall, {"А015", "Б002", "Ж999", "КЛ120"})), u"calls"_s);
    seen.check(u"4-four"_s);
    seen.show(with(hall, {"А015", "Б002", "Ж999", "К120", "А016", "А017", "Б003", "Л001", "А018",
                          "М011", "А019", "А020"}),
              u"calls"_s);
    seen.check(u"5-twelve"_s);
    seen.show(closed(hall), u"closed"_s);
    seen.check(u"6-closed"_s);
    if (std::string_view(language) == "ru") { // The longer words; it takes a while.
        seen.show(withEarlier(with(hall, {"А015", "Б002"})), u"calls"_s);
        seen.lose();
        seen.check(u"7-no-controller"_s);
    }
}

constexpr std::array Languages{"ru", "en"};

} // namespace

TEST_CASE("every layout of a board fits every screen in every language")
{
    for (const ScreenLayout layout :
         {ScreenLayout::Hall, ScreenLayout::Calls, ScreenLayout::List}) {
        for (const Panel& panel : Boards) {
            for (const char* const language : Languages) {
                const QString what = QString::fromUtf8(name(layout).data());
                Seen seen(what + u'-' + QLatin1String(panel.name), panel.size,
                          QLatin1String(language), {.screen = "hall"});
                seen.check(u"1-connecting"_s);
                seeBoard(seen, fullHall(layout), language);
            }
        }
    }
}

TEST_CASE("a board beside pictures fits every screen, and is the usual board without them")
{
    for (const Panel& panel : Boards) {
        for (const char* const language : Languages) {
            Seen seen(u"media-"_s + QLatin1String(panel.name), panel.size, QLatin1String(language),
                      {.screen = "hall"});
            const wire::HallView hall = fullHall(ScreenLayout::Media);
            seen.show(withEarlier(with(hall, {"А015"})), u"calls"_s);
            seen.check(u"0-no-pictures"_s);
            seen.showMedia();
            seeBoard(seen, hall, language);
        }
    }
}

TEST_CASE("a board of high contrast fits too")
{
    for (const ScreenLayout layout : {ScreenLayout::Hall, ScreenLayout::List}) {
        wire::HallView hall = fullHall(layout);
        hall.screens.front().highContrast = true;
        const QString what = QString::fromUtf8(name(layout).data());
        Seen seen(what + u"-contrast"_s, {1920, 1080}, u"ru"_s, {.screen = "hall"});
        seeBoard(seen, hall);
    }
}

TEST_CASE("the corner of a media wall fits whatever room it is given")
{
    for (const Panel& panel : Corners) {
        for (const char* const language : Languages) {
            Seen seen(u"corner-"_s + QLatin1String(panel.name), panel.size, QLatin1String(language),
                      {.screen = "hall"});
            const wire::HallView hall = fullHall(ScreenLayout::Corner);
            seen.show(hall, u"welcome"_s);
            seen.check(u"1-welcome"_s);
            seen.show(with(hall, {"А015"}), u"calls"_s);
            seen.check(u"2-one"_s);
            seen.show(with(hall, {"А015", "Б002", "Ж999"}), u"calls"_s);
            seen.check(u"3-three"_s);
            seen.show(closed(hall), u"closed"_s);
            seen.check(u"4-closed"_s);
            seen.show(with(hall, {"А015"}), u"calls"_s);
            seen.lose();
            seen.check(u"5-no-controller"_s);
        }
    }
}

TEST_CASE("the plate above a window fits whatever screen it is")
{
    for (const Panel& panel : Plates) {
        for (const char* const language : Languages) {
            Seen seen(u"plate-"_s + QLatin1String(panel.name), panel.size, QLatin1String(language),
                      {.window = "5"});
            wire::HallView hall = engelsHall();
            const auto at = [&hall](WindowState state, const char* number) {
                hall.windows[4].state = state;
                hall.windows[4].number =
                    number == nullptr ? std::nullopt : std::optional<std::string>(number);
                return hall;
            };
            seen.show(at(WindowState::Open, nullptr), u"welcome"_s);
            seen.check(u"1-free"_s);
            seen.show(with(at(WindowState::Open, "Ж999"), {"Ж999"}), u"calls"_s);
            seen.check(u"2-called"_s);
            seen.show(at(WindowState::Open, "Ж999"), u"welcome"_s);
            seen.check(u"3-serving"_s);
            seen.show(at(WindowState::OnBreak, nullptr), u"welcome"_s);
            seen.check(u"4-break"_s);
            seen.show(closed(hall), u"closed"_s);
            seen.check(u"5-closed"_s);
            seen.show(with(at(WindowState::Open, "Ж999"), {"Ж999"}), u"calls"_s);
            seen.lose();
            seen.check(u"6-no-controller"_s);
        }
    }
}
