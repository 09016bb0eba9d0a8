#include "shared/domain/media.h"

#include "shared/wire/media_json.h"
#include "tests/support/catch.h"

#include <QJsonArray>

using namespace talon;
using namespace Qt::StringLiterals;

TEST_CASE("what may be shown is judged by its name")
{
    CHECK(mediaKindOf("tariffs.png") == MediaKind::Picture);
    CHECK(mediaKindOf("Тарифы 2027.JPG") == MediaKind::Picture);
    CHECK(mediaKindOf("a.webp") == MediaKind::Picture);
    CHECK(mediaKindOf("safety.mp4") == MediaKind::Video);
    CHECK(mediaKindOf("safety.WebM") == MediaKind::Video);
    for (const char* const wrong :
         {"", ".png", "png", "readme.txt", "a.svg", "a.png.exe", "../a.png", "a/b.png", "a\\b.png",
          ".hidden.png", "a\nb.png", "\xFF.png", "\xD0.png"}) {
        INFO(wrong);
        CHECK_FALSE(mediaKindOf(wrong));
    }
    CHECK(isMediaName(std::string(MediaNameBytesMax - 4, 'a') + ".png"));
    CHECK_FALSE(isMediaName(std::string(MediaNameBytesMax - 3, 'a') + ".png"));
}

TEST_CASE("the name of a picture may say how long it is shown")
{
    CHECK(pictureSecondsOf("tariffs.png") == PictureSeconds);
    CHECK(pictureSecondsOf("02 tariffs 15s.png") == 15);
    CHECK(pictureSecondsOf("тарифы 20 сек.png") == PictureSeconds); // The figures touch the mark.
    CHECK(pictureSecondsOf("тарифы 20сек.png") == 20);
    CHECK(pictureSecondsOf("тарифы_20с.png") == 20);
    CHECK(pictureSecondsOf("tariffs-30sec.png") == 30);
    CHECK(pictureSecondsOf("b2s.png") == PictureSeconds);
    CHECK(pictureSecondsOf("flash 1s.png") == PictureSecondsMin);
    CHECK(pictureSecondsOf("wall 99999999999999s.png") == PictureSecondsMax);
}

TEST_CASE("a list of pictures and videos is read as it was written, or refused by its field")
{
    const wire::MediaList list{.revision = "r1",
                               .items = {{.name = "a 15s.png",
                                          .kind = MediaKind::Picture,
                                          .bytes = 100,
                                          .sha256 = std::string(64, 'a'),
                                          .seconds = 15},
                                         {.name = "b.mp4",
                                          .kind = MediaKind::Video,
                                          .bytes = VideoBytesMax,
                                          .sha256 = std::string(64, 'b')}}};
    const auto read = wire::mediaListFromJson(wire::toJson(list));
    REQUIRE(read);
    CHECK(*read == list);

    const auto fault = [&](const char* field, const QJsonValue& value) {
        QJsonObject json = wire::toJson(list);
        QJsonArray items = json.value("items"_L1).toArray();
        QJsonObject first = items.at(0).toObject();
        first.insert(QLatin1String(field), value);
        items.replace(0, first);
        json.insert("items"_L1, items);
        const auto wrong = wire::mediaListFromJson(json);
        return wrong ? std::string() : wrong.error().field;
    };
    CHECK(fault("name", u"../a.png"_s) == "items[0].name");
    CHECK(fault("sha256", u"abc"_s) == "items[0].sha256");
    CHECK(fault("bytes", -1) == "items[0].bytes");
    CHECK(fault("bytes", double(PictureBytesMax) + 1) == "items[0].bytes");
}
