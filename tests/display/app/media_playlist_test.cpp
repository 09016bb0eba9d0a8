#include "display/app/media_playlist.h"

#include "tests/support/catch.h"

using namespace talon;
using namespace talon::display;
using namespace Qt::StringLiterals;

namespace {

ReadyMedia media(const char* name, char hash)
{
    const MediaKind kind = *mediaKindOf(name);
    return {.item = {.name = name,
                     .kind = kind,
                     .bytes = 1,
                     .sha256 = std::string(64, hash),
                     .seconds = kind == MediaKind::Picture ? 10 : 0},
            .path = u"/media/"_s + QLatin1String(name)};
}

/// Videos that wait for the judgement of a trial.
struct Trials
{
    MediaPlaylist::Try tryVideo()
    {
        return [this](const QString& path, const MediaPlaylist::Judge& judge) {
            asked.emplace_back(path, judge);
        };
    }

    std::vector<std::pair<QString, MediaPlaylist::Judge>> asked;
};

QString shown(const MediaPlaylist& list)
{
    return list.source().fileName();
}

} // namespace

TEST_CASE("pictures are shown in their order, over and over again")
{
    MediaPlaylist list;
    CHECK(list.count() == 0);
    CHECK(list.kind().isEmpty());
    list.show({media("a.png", 'a'), media("b.png", 'b')});
    CHECK(list.count() == 2);
    CHECK(shown(list) == u"a.png"_s);
    CHECK(list.seconds() == 10);
    list.next();
    CHECK(shown(list) == u"b.png"_s);
    const int turn = list.turn();
    list.next();
    CHECK(shown(list) == u"a.png"_s);
    CHECK(list.turn() != turn);
}

TEST_CASE("a new list does not interrupt what is shown, if that is in it")
{
    MediaPlaylist list;
    list.show({media("a.png", 'a'), media("b.png", 'b')});
    list.next();
    const int turn = list.turn();
    list.show({media("0.png", '0'), media("a.png", 'a'), media("b.png", 'b')});
    CHECK(shown(list) == u"b.png"_s);
    CHECK(list.turn() == turn);
    list.show({media("0.png", '0')});
    CHECK(shown(list) == u"0.png"_s);
    list.show({});
    CHECK(list.count() == 0);
    CHECK(list.source().isEmpty());
}

TEST_CASE("a video is shown once it has passed its trial, and never if it has not")
{
    Trials trials;
    MediaPlaylist list(trials.tryVideo());
    list.show({media("good.mp4", 'a'), media("bad.mp4", 'b'), media("c.png", 'c')});
    CHECK(shown(list) == u"c.png"_s);
    CHECK(list.count() == 1);
    REQUIRE(trials.asked.size() == 2);
    trials.asked[0].second(true);
    trials.asked[1].second(false);
    CHECK(list.count() == 2);
    list.next();
    CHECK(shown(list) == u"good.mp4"_s);
    CHECK(list.kind() == u"video"_s);
    list.next();
    CHECK(shown(list) == u"c.png"_s);
    list.show({media("good.mp4", 'a'), media("bad.mp4", 'b')});
    CHECK(trials.asked.size() == 2); // Tried once for good.
}

TEST_CASE("what turns out broken is passed over from then on, until nothing is left")
{
    MediaPlaylist list;
    list.show({media("a.png", 'a'), media("b.png", 'b')});
    list.skip(u"it cannot be read"_s);
    CHECK(shown(list) == u"b.png"_s);
    list.next();
    CHECK(shown(list) == u"b.png"_s);
    list.skip(u"it cannot be read"_s);
    CHECK(list.count() == 0);
    CHECK(list.kind().isEmpty());
}
