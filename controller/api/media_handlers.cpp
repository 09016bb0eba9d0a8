#include "controller/api/byte_range.h"
#include "controller/api/handlers.h"
#include "controller/media/media_folder.h"
#include "shared/wire/media_json.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

/// Pictures and videos for the hall: their list, and each of them in parts, as its reader takes it.
namespace talon::api {

namespace {

constexpr int RetryAfterSeconds = 5;

struct Type
{
    std::string_view ending;
    std::string_view name;
};

constexpr std::array Types{
    Type{"png", "image/png"},   Type{"jpg", "image/jpeg"}, Type{"jpeg", "image/jpeg"},
    Type{"webp", "image/webp"}, Type{"mp4", "video/mp4"},  Type{"webm", "video/webm"},
};

std::string_view typeOf(const std::string& name)
{
    std::string ending = name.substr(name.rfind('.') + 1);
    std::ranges::transform(ending, ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    const auto found = std::ranges::find(Types, ending, &Type::ending);
    return found == Types.end() ? "application/octet-stream" : found->name;
}

QByteArray headersOf(const std::string& etag)
{
    return "ETag: \"" + QByteArray::fromStdString(etag) +
           "\"\r\n"
           // Asked each time, mostly answered by 304: it is for those who may see it only.
           "Cache-Control: private, no-cache\r\n";
}

/// Whether the sender has this very content: one of the tags it names is ours.
bool isNamed(const std::string& tags, const std::string& etag)
{
    return tags.find('"' + etag + '"') != std::string::npos;
}

} // namespace

void mediaList(const Call& call)
{
    const auto now = media::catalogueIn(call.desk.media);
    if (!now) {
        call.reply(faultForNow(503, "the folder is being read", RetryAfterSeconds));
        return;
    }
    HttpAnswer answer{.headers = headersOf(now->revision)};
    if (isNamed(call.request.ifNoneMatch, now->revision)) {
        answer.status = 304;
    } else {
        const wire::MediaList list{.revision = now->revision, .items = now->items};
        answer.body = QJsonDocument(wire::toJson(list)).toJson(QJsonDocument::Compact);
    }
    call.reply(answer);
}

void mediaContent(const Call& call)
{
    const auto opened =
        call.desk.media == nullptr ? std::nullopt : call.desk.media->open(call.name);
    if (!opened) {
        call.reply(fault(404, "there is no such picture or video; GET /api/media lists all"));
        return;
    }
    const std::string& etag = opened->item.sha256;
    HttpAnswer answer{.type = typeOf(opened->item.name), .headers = headersOf(etag)};
    if (isNamed(call.request.ifNoneMatch, etag)) {
        answer.status = 304;
        call.reply(answer);
        return;
    }
    // Our own stands in it as well.
    if (call.desk.mediaTurn.use_count() > MediaStreamsMax) {
        call.reply(faultForNow(503, "others are being served", RetryAfterSeconds));
        return;
    }
    const auto bytes = static_cast<std::uint64_t>(opened->item.bytes);
    const bool isSame = call.request.ifRange.empty() || call.request.ifRange == '"' + etag + '"';
    const ByteRange range = byteRangeFrom(isSame ? call.request.range : std::string(), bytes);
    answer.headers += "Accept-Ranges: bytes\r\n";
    if (range.kind == ByteRange::Kind::Beyond) {
        answer = fault(416, "the range lies behind the end");
        answer.headers = "Content-Range: bytes */" + QByteArray::number(qulonglong{bytes}) + "\r\n";
        call.reply(answer);
        return;
    }
    if (range.kind == ByteRange::Kind::Part) {
        answer.status = 206;
        answer.headers += "Content-Range: bytes " + QByteArray::number(qulonglong{range.first}) +
                          "-" + QByteArray::number(qulonglong{range.first + range.count - 1}) +
                          "/" + QByteArray::number(qulonglong{bytes}) + "\r\n";
    }
    answer.stream = {.bytes = range.count,
                     .read = [file = opened->file, at = range.first,
                              turn = call.desk.mediaTurn](std::span<char> place) mutable {
                         const std::size_t count = file->readAt(at, place);
                         at += count;
                         return count;
                     }};
    call.reply(answer);
}

} // namespace talon::api
