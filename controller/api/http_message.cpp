#include "controller/api/http_message.h"

#include "shared/base/ensure.h"
#include "shared/wire/json_values.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace talon::api {

std::string_view name(Method method)
{
    switch (method) {
    case Method::Get: return "GET";
    case Method::Head: return "HEAD";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Delete: return "DELETE";
    case Method::Other: return "OTHER";
    }
    TALON_ENSURE(false);
}

HttpAnswer fault(int status, std::string_view what)
{
    const QJsonObject json{{u"error"_s, wire::toJson(what)}};
    return {.status = status, .body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

HttpAnswer faultForNow(int status, std::string_view what, int retryAfterSeconds)
{
    HttpAnswer answer = fault(status, what);
    answer.headers = "Retry-After: " + QByteArray::number(retryAfterSeconds) + "\r\n";
    return answer;
}

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200: return "200 OK";
    case 206: return "206 Partial Content";
    case 304: return "304 Not Modified";
    case 400: return "400 Bad Request";
    case 401: return "401 Unauthorized";
    case 403: return "403 Forbidden";
    case 404: return "404 Not Found";
    case 405: return "405 Method Not Allowed";
    case 408: return "408 Request Timeout";
    case 409: return "409 Conflict";
    case 411: return "411 Length Required";
    case 413: return "413 Content Too Large";
    case 415: return "415 Unsupported Media Type";
    case 416: return "416 Range Not Satisfiable";
    case 422: return "422 Unprocessable Content";
    case 426: return "426 Upgrade Required";
    case 429: return "429 Too Many Requests";
    case 431: return "431 Request Header Fields Too Large";
    case 503: return "503 Service Unavailable";
    default: return "500 Internal Server Error";
    }
}

} // namespace talon::api
