#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// HTTP as the port knows it: what it reads of a request, and what it answers.
namespace talon::api {

enum class Method { Get, Head, Post, Put, Delete, Other };

/// "GET"; "OTHER" for what no route knows.
std::string_view name(Method method);

struct HttpRequest
{
    Method method = Method::Other;
    std::string path;  ///< As sent, without the query.
    std::string query; ///< Behind the "?".

    std::string host;
    std::string origin;
    std::string authorization;
    std::string cookie;
    std::string contentType;
    std::string idempotencyKey;
    std::string ifNoneMatch;
    std::string ifRange;
    std::string range;

    std::uint64_t contentLength = 0;
    bool isUpgrade = false; ///< To a WebSocket.
    bool keepsAlive = true;
    bool expectsContinue = false;

    std::string body;
    std::string address; ///< Of the sender.
};

/// A body that is not in memory: read a piece at a time, as the client takes it.
struct StreamedBody
{
    std::uint64_t bytes = 0;
    /// Fills in the next bytes and says how many; 0 when there are no more, which ends the
    /// connection if there should have been.
    std::function<std::size_t(std::span<char>)> read;
};

struct HttpAnswer
{
    int status = 200;
    QByteArray body;
    std::string_view type = "application/json";
    QByteArray headers;                      ///< Further ones, each "Name: value\r\n".
    std::optional<StreamedBody> stream = {}; ///< In place of the body.
};

/// {"error": what}: says which part of a request is at fault.
HttpAnswer fault(int status, std::string_view what);

/// The same, when it is worth trying again after some seconds.
HttpAnswer faultForNow(int status, std::string_view what, int retryAfterSeconds);

/// "404 Not Found"; for the status line.
std::string_view reasonOf(int status);

/// To be called once, now or later; harmless when the client has gone.
using Reply = std::function<void(const HttpAnswer&)>;

} // namespace talon::api
