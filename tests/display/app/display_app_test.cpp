#include "display/app/display_app.h"

#include "tests/display/app/fake_feed.h"
#include "tests/support/catch.h"
#include "tests/support/random.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <map>
#include <memory>

using namespace talon;
using namespace talon::display;
using namespace talon::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class QuickSpeech : public voice::SpeechEngine
{
public:
    explicit QuickSpeech(std::vector<std::string>& said)
        : m_said(said)
    {}

    void speak(const voice::Phrase& phrase, Done done) override
    {
        m_said.push_back(phrase.text);
        QTimer::singleShot(0, &m_context, [done] { done(voice::silence(10ms)); });
    }

    void forget() override {}

private:
    std::vector<std::string>& m_said;
    QObject m_context;
};

/// Takes as long for a call as the test likes.
class SlowOutput : public voice::SoundOutput
{
public:
    SlowOutput(std::vector<std::int64_t>& played, std::chrono::milliseconds takes)
        : m_played(played)
        , m_takes(takes)
    {}

    void play(const QString& name, const voice::Sound&, std::function<void()> done) override
    {
        m_played.push_back(name.mid(5).toLongLong());
        QTimer::singleShot(m_takes, &m_context, std::move(done));
    }

    void stop() override {}

private:
    std::vector<std::int64_t>& m_played;
    std::chrono::milliseconds m_takes;
    QObject m_context;
};

/// What people in the hall have heard.
struct Heard
{
    std::vector<std::string> said;
    std::vector<std::int64_t> played;
};

/// A display that is switched on as long as it lives.
struct Switched
{
    Switched(const FakeFeed& feed, const QString& state, Heard& heard)
        : file(*AnnouncedFile::openIn(state))
        , lastView(state)
        , speech(heard.said)
        , output(heard.played, 15ms)
        , voice(speech, output)
        , link({.controller = feed.url(), .token = "t", .feed = u"hall"_s})
        , app(link, file, lastView, voice, u"ru"_s)
    {
        link.start();
    }

    AnnouncedFile file;
    LastViewFile lastView;
    QuickSpeech speech;
    SlowOutput output;
    Voice voice;
    link::ControllerLink link;
    DisplayApp app;
    Screen& screen = *app.screens().front();
};

struct Hall
{
    Hall() { display = std::make_unique<Switched>(feed, state.path(), heard); }

    void restart()
    {
        display.reset();
        display = std::make_unique<Switched>(feed, state.path(), heard);
    }

    QTemporaryDir state;
    FakeFeed feed;
    Heard heard;
    std::unique_ptr<Switched> display;
};

QString cell(const RowsModel& model, int row, const char* role)
{
    return model.data(model.index(row), model.roleNames().key(role)).toString();
}

} // namespace

TEST_CASE("the board shows what the controller says, and speaks its calls")
{
    Hall hall;
    DisplayApp& app = hall.display->app;
    Screen& screen = hall.display->screen;
    CHECK(screen.scene() == u"connecting"_s);
    wire::HallView view = engelsHall();
    hall.feed.show(view);
    REQUIRE(eventually([&] { return screen.scene() == u"welcome"_s; }));
    CHECK(app.officeName() == u"Энгельсский ЦОК"_s);
    CHECK(app.timeText() == u"10:42"_s);
    CHECK(app.dateText() == u"вторник, 24 ноября"_s);
    CHECK(screen.openWindows() == u"1, 2, 3, 5, 6, 7"_s);
    CHECK(screen.waiting() == 14);
    REQUIRE(screen.queues()->count() == 4);
    CHECK(cell(*screen.queues(), 0, "name") == u"Оплатить счёт в кассе"_s);

    view.calls = {callIn(view, 12, "А015")};
    hall.feed.show(view);
    REQUIRE(eventually([&] { return screen.scene() == u"calls"_s; }));
    CHECK(cell(*screen.present(), 0, "number") == u"А015"_s);
    CHECK(cell(*screen.present(), 0, "window") == u"5"_s);
    CHECK(cell(*screen.present(), 0, "fresh") == u"true"_s);
    REQUIRE(eventually([&] { return hall.heard.played.size() == 1; }));
    CHECK(hall.heard.said.front() == "Талон а ноль пятнадцать, окно пять");
}

TEST_CASE("a closed office says when it opens")
{
    Hall hall;
    wire::HallView view = engelsHall();
    view.queues.clear();
    view.office.open = false;
    view.office.opensAt = view.office.now + 21h + 18min;
    hall.feed.show(view);
    REQUIRE(eventually([&] { return hall.display->screen.scene() == u"closed"_s; }));
    CHECK(hall.display->app.opensTime() == u"08:00"_s);
    CHECK(hall.display->app.opensDate() == u"среда, 25 ноября"_s);
}

TEST_CASE("without its controller the board keeps its last state, marks it as old, and comes back")
{
    Hall hall;
    DisplayApp& app = hall.display->app;
    Screen& screen = hall.display->screen;
    wire::HallView view = engelsHall();
    view.calls = {callIn(view, 12, "А015")};
    hall.feed.show(view);
    REQUIRE(eventually([&] { return screen.scene() == u"calls"_s; }));
    hall.feed.goDown();
    REQUIRE(eventually([&] { return app.isOld(); }));
    CHECK(app.lostTime() == u"10:42"_s);
    CHECK(screen.scene() == u"calls"_s);
    CHECK(screen.present()->count() == 1);
    hall.feed.comeBack();
    REQUIRE(eventually([&] { return !app.isOld(); }));
    CHECK(hall.heard.played.size() == 1);
}

TEST_CASE("a display that starts without its controller shows what it showed last, marked as old")
{
    Hall hall;
    wire::HallView view = engelsHall();
    view.calls = {callIn(view, 12, "А015")};
    hall.feed.show(view);
    REQUIRE(eventually([&] { return hall.heard.played.size() == 1; }));
    hall.feed.goDown();
    hall.restart();
    DisplayApp& app = hall.display->app;
    Screen& screen = hall.display->screen;
    CHECK(app.isOld());
    CHECK(app.lostTime() == u"10:42"_s);
    CHECK(screen.scene() == u"calls"_s);
    CHECK(cell(*screen.present(), 0, "number") == u"А015"_s);
    CHECK(app.officeName() == u"Энгельсский ЦОК"_s);
    CHECK(app.timeText().isEmpty()); // It does not know.
    CHECK(app.dateText().isEmpty());
    // Once more: what was kept is kept still.
    hall.restart();
    CHECK(hall.display->app.isOld());

    view.office.now += 7min;
    view.calls.insert(view.calls.begin(), callIn(view, 13, "А016"));
    hall.feed.show(view);
    hall.feed.comeBack();
    DisplayApp& again = hall.display->app;
    REQUIRE(eventually([&] { return !again.isOld(); }));
    CHECK(again.timeText() == u"10:49"_s);
    REQUIRE(eventually([&] { return hall.heard.played.size() == 2; }));
    CHECK(hall.heard.played == std::vector<std::int64_t>{12, 13});
}

TEST_CASE("a hall that was kept long ago, or not whole, is not shown")
{
    const QTemporaryDir folder;
    LastViewFile file(folder.path());
    CHECK_FALSE(file.read());
    const QJsonObject view{{u"a"_s, 1}};
    REQUIRE(file.write(view));
    CHECK(file.read() == view);
    QFile raw(folder.filePath(u"hall.json"_s));
    REQUIRE(raw.open(QIODevice::ReadWrite));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const int seconds : {-3 * 3600, 3600}) {
        REQUIRE(raw.setFileTime(now.addSecs(seconds), QFile::FileModificationTime));
        CHECK_FALSE(file.read());
    }
    raw.resize(3);
    raw.close();
    CHECK_FALSE(file.read());
    CHECK_FALSE(LastViewFile(u"/proc/nowhere"_s).write(view));

    // Whole, but of something else: the display starts as if there were none.
    REQUIRE(file.write(view));
    Hall hall;
    REQUIRE(LastViewFile(hall.state.path()).write(view));
    hall.restart();
    CHECK_FALSE(hall.display->app.isOld());
    CHECK(hall.display->screen.scene() == u"connecting"_s);
}

TEST_CASE("each call is announced once while the line breaks and the display restarts")
{
    Hall hall;
    Random random(5);
    wire::HallView view = engelsHall();
    std::map<std::int64_t, int> times;
    std::vector<std::int64_t> all;
    for (std::int64_t id = 1; id <= 60; ++id) {
        view.calls.insert(view.calls.begin(),
                          callIn(view, id, ("А" + std::to_string(100 + id)).c_str()));
        view.office.now += 300ms;
        hall.feed.show(view);
        switch (random.from(0, 7)) {
        case 0: hall.feed.drop(); break;
        case 1: hall.restart(); break;
        case 2: REQUIRE(eventually([&] { return hall.display->link.isConnected(); })); break;
        default: QCoreApplication::processEvents();
        }
    }
    REQUIRE(eventually([&] { return hall.heard.played.size() >= 60; }));
    REQUIRE(eventually([&] { return hall.display->voice.waiting() == 0; }));
    for (const std::int64_t id : hall.heard.played) {
        ++times[id];
    }
    CHECK(times.size() == 60);
    CHECK(hall.heard.played.size() == 60);
    CHECK(std::ranges::is_sorted(hall.heard.played));
}

TEST_CASE("who has come before their turn to be called is not called, also after a restart")
{
    Hall hall;
    wire::HallView view = engelsHall();
    view.calls = {callIn(view, 1, "А001"), callIn(view, 2, "А002"), callIn(view, 3, "А003")};
    hall.feed.show(view);
    REQUIRE(eventually([&] { return hall.heard.said.size() == 1; }));
    view.calls[1].state = VisitState::Serving;
    hall.feed.show(view);
    REQUIRE(eventually([&] { return hall.heard.played.size() == 2; }));
    REQUIRE(eventually([&] { return hall.display->voice.waiting() == 0; }));
    CHECK(hall.heard.played == std::vector<std::int64_t>{1, 3});
    hall.restart();
    view.calls.insert(view.calls.begin(), callIn(view, 4, "А004"));
    hall.feed.show(view);
    REQUIRE(eventually([&] { return hall.heard.played.size() == 3; }));
    REQUIRE(eventually([&] { return hall.display->voice.waiting() == 0; }));
    CHECK(hall.heard.played == std::vector<std::int64_t>{1, 3, 4});
}

TEST_CASE("who is called again is heard before those who are called for the first time")
{
    Hall hall;
    wire::HallView view = engelsHall();
    view.calls = {callIn(view, 1, "А001"), callIn(view, 2, "А002"), callIn(view, 3, "А003")};
    view.calls[2].times = 2;
    hall.feed.show(view);
    REQUIRE(eventually([&] { return hall.heard.played.size() == 3; }));
    // The first was under way when the others came to wait.
    CHECK(hall.heard.played == std::vector<std::int64_t>{1, 3, 2});
}

TEST_CASE("the minute of the office's day is known once the controller has told it")
{
    Hall hall;
    CHECK_FALSE(hall.display->app.minuteOfDay());
    std::optional<std::chrono::minutes> told;
    QObject::connect(&hall.display->app, &DisplayApp::clockChanged,
                     [&] { told = hall.display->app.minuteOfDay(); });
    hall.feed.show(engelsHall());
    REQUIRE(eventually([&] { return told.has_value(); }));
    CHECK(*told == 10h + 42min);
}

TEST_CASE("what was announced is read back; a damaged line harms nobody")
{
    const QTemporaryDir folder;
    auto file = AnnouncedFile::openIn(folder.filePath(u"not/there/yet"_s));
    REQUIRE(file);
    CHECK(file->read().empty());
    const board::Announced announced{{.at = Instant(5ms), .id = 7}, {.at = Instant(9ms), .id = 8}};
    REQUIRE(file->write(announced));
    CHECK(file->read() == announced);
    QFile raw(folder.filePath(u"not/there/yet/announced.txt"_s));
    REQUIRE(raw.open(QIODevice::Append));
    raw.write("9\nx y\n10 20\n");
    raw.close();
    board::Announced mended = announced;
    mended.insert({.at = Instant(20ms), .id = 10});
    CHECK(file->read() == mended);
    CHECK_FALSE(AnnouncedFile::openIn(u"/proc/nowhere"_s));
}

TEST_CASE("rows keep their place in QML as long as their key stays")
{
    RowsModel model({"name"});
    int inserted = 0;
    int removed = 0;
    QObject::connect(&model, &RowsModel::rowsInserted, [&] { ++inserted; });
    QObject::connect(&model, &RowsModel::rowsRemoved, [&] { ++removed; });
    const auto show = [&](const std::vector<int>& keys) {
        std::vector<RowsModel::Row> rows;
        for (const int key : keys) {
            rows.push_back({.key = key, .values = {key * 10}});
        }
        inserted = removed = 0;
        model.show(rows);
        REQUIRE(model.count() == static_cast<int>(keys.size()));
        for (int i = 0; i < model.count(); ++i) {
            CHECK(cell(model, i, "name").toInt() == keys[static_cast<std::size_t>(i)] * 10);
        }
    };
    show({1, 2, 3});
    show({4, 1, 2, 3});
    CHECK(inserted == 1);
    CHECK(removed == 0);
    show({3, 4, 2});
    CHECK(inserted == 0);
    CHECK(removed == 1);
    show({});
}
