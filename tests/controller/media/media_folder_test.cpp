#include "controller/media/media_folder.h"

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

#include <algorithm>
#include <functional>
#include <string>

using namespace talon;
using namespace talon::media;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool eventually(const std::function<bool()>& condition)
{
    QDeadlineTimer deadline(10'000);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    }
    return true;
}

/// A folder that is looked into a hundred times a second.
struct Office
{
    Office() { folder.emplace(dir.path().toStdString(), FolderOptions{.scanEvery = 10ms}); }

    void put(const char* name, const QByteArray& bytes) const
    {
        QFile file(dir.filePath(QString::fromUtf8(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }

    std::string names() const
    {
        std::string all;
        if (folder->catalogue()) {
            for (const MediaItem& item : folder->catalogue()->items) {
                all += item.name + " ";
            }
        }
        return all;
    }

    bool becomes(const std::string& wanted) const
    {
        return eventually([&] { return folder->catalogue() && names() == wanted; });
    }

    QTemporaryDir dir;
    std::optional<MediaFolder> folder;
};

} // namespace

TEST_CASE("what lies in the folder is told by name, size and hash, in the order of names")
{
    Office office;
    REQUIRE(office.becomes(""));
    office.put("b 5s.png", "picture");
    office.put("a.mp4", "abc");
    REQUIRE(office.becomes("a.mp4 b 5s.png "));
    const MediaItem& video = office.folder->catalogue()->items.at(0);
    CHECK(video.kind == MediaKind::Video);
    CHECK(video.bytes == 3);
    CHECK(video.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(office.folder->catalogue()->items.at(1).seconds == 5);

    const auto opened = office.folder->open("a.mp4");
    REQUIRE(opened);
    std::array<char, 8> bytes{};
    CHECK(opened->file->readAt(1, bytes) == 2);
    CHECK(std::string(bytes.data(), 2) == "bc");
}

TEST_CASE("a file that is replaced or removed makes another list, and the old one is not opened")
{
    Office office;
    office.put("a.png", "one");
    REQUIRE(office.becomes("a.png "));
    const Catalogue before = *office.folder->catalogue();
    office.put("a.png", "other");
    CHECK_FALSE(office.folder->open("a.png")); // Not what was told.
    REQUIRE(eventually([&] { return *office.folder->catalogue() != before; }));
    CHECK(office.folder->catalogue()->revision != before.revision);
    REQUIRE(eventually([&] { return office.folder->open("a.png").has_value(); }));
    REQUIRE(QFile::remove(office.dir.filePath(u"a.png"_s)));
    CHECK(office.becomes(""));
}

TEST_CASE("a file that is being copied in is not told of before it has come to rest")
{
    Office office;
    REQUIRE(office.becomes(""));
    QFile file(office.dir.filePath(u"long.mp4"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 40; ++i) {
        file.write("more");
        file.flush();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        CHECK(office.names().empty());
    }
    file.close();
    CHECK(office.becomes("long.mp4 "));
    CHECK(office.folder->catalogue()->items.at(0).bytes == 160);
}

TEST_CASE("only plain files of good names are handed out")
{
    Office office;
    office.put("good.png", "x");
    office.put("notes.txt", "x");
    office.put(".hidden.png", "x");
    office.put("empty.png", "");
    REQUIRE(QFile::link(u"/etc/passwd"_s, office.dir.filePath(u"link.png"_s)));
    REQUIRE(QDir(office.dir.path()).mkdir(u"folder.png"_s));
    REQUIRE(office.becomes("good.png "));
    for (const char* const name : {"link.png", "folder.png", "notes.txt", "../good.png",
                                   "/etc/passwd", "", ".", "folder.png/../good.png"}) {
        INFO(name);
        CHECK_FALSE(office.folder->open(name));
    }
    // A file that becomes a link after it was told of.
    REQUIRE(QFile::remove(office.dir.filePath(u"good.png"_s)));
    REQUIRE(QFile::link(u"/etc/passwd"_s, office.dir.filePath(u"good.png"_s)));
    CHECK_FALSE(office.folder->open("good.png"));
}

TEST_CASE("a folder that goes away leaves its list; one that comes back is read again")
{
    Office office;
    office.put("a.png", "x");
    REQUIRE(office.becomes("a.png "));
    const QString away = office.dir.path() + u".away"_s;
    REQUIRE(QDir().rename(office.dir.path(), away));
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    CHECK(office.names() == "a.png ");
    CHECK_FALSE(office.folder->open("a.png"));
    REQUIRE(QDir().rename(away, office.dir.path()));
    office.put("b.png", "y");
    CHECK(office.becomes("a.png b.png "));
}
