#include "controller/api/http_parser.h"

#include "controller/api/limits.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>

namespace talon::api {

namespace {

namespace http = boost::beast::http;

using Parser = http::request_parser<http::empty_body>;

Method methodOf(http::verb verb)
{
    switch (verb) {
    case http::verb::get: return Method::Get;
    case http::verb::head: return Method::Head;
    case http::verb::post: return Method::Post;
    case http::verb::put: return Method::Put;
    case http::verb::delete_: return Method::Delete;
    default: return Method::Other;
    }
}

/// Where a header of ours goes; null for those we do not read.
std::string* fieldOf(HttpRequest& request, http::field field)
{
    switch (field) {
    case http::field::host: return &request.host;
    case http::field::origin: return &request.origin;
    case http::field::authorization: return &request.authorization;
    case http::field::cookie: return &request.cookie;
    case http::field::content_type: return &request.contentType;
    case http::field::if_none_match: return &request.ifNoneMatch;
    case http::field::if_range: return &request.ifRange;
    case http::field::range: return &request.range;
    default: return nullptr;
    }
}

/// The name has no place in Beast's list.
bool isIdempotencyKey(boost::beast::string_view given)
{
    return boost::beast::iequals(given, "Idempotency-Key");
}

std::optional<HttpError> readFields(const Parser& parser, HttpRequest& request)
{
    bool isWebSocket = false;
    bool isKeyed = false;
    for (const auto& field : parser.get()) {
        const auto value = field.value();
        if (field.name() == http::field::expect) {
            request.expectsContinue = boost::beast::iequals(value, "100-continue");
            continue;
        }
        if (field.name() == http::field::upgrade) {
            isWebSocket = boost::beast::iequals(value, "websocket");
            continue;
        }
        std::string* place = fieldOf(request, field.name());
        bool isRepeated = place != nullptr && !place->empty();
        if (place == nullptr && isIdempotencyKey(field.name_string())) {
            place = &request.idempotencyKey;
            isRepeated = std::exchange(isKeyed, true);
        }
        if (place == nullptr) {
            continue;
        }
        if (isRepeated) {
            return HttpError{.status = 400,
                             .what = std::string(field.name_string()) + " is repeated"};
        }
        place->assign(value.data(), value.size());
    }
    request.isUpgrade = isWebSocket && parser.upgrade();
    return std::nullopt;
}

HttpError errorOf(const boost::beast::error_code& code)
{
    if (code == http::error::header_limit) {
        return {.status = 431, .what = "the head has more than 8 KiB"};
    }
    if (code == http::error::bad_content_length) {
        return {.status = 400, .what = "Content-Length is not a length"};
    }
    if (code == http::error::bad_transfer_encoding) {
        return {.status = 400, .what = "Transfer-Encoding is not understood"};
    }
    return {.status = 400, .what = "not an HTTP request: " + code.message()};
}

} // namespace

Expected<std::optional<HttpHead>, HttpError> parseHead(std::string_view bytes)
{
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(HeadBytesMax));
    parser.body_limit(boost::none); // Bodies are read by their length, within our own limits.
    parser.eager(false);
    boost::beast::error_code code;
    const std::size_t used =
        parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), code);
    if (code && code != http::error::need_more) {
        return Unexpected(errorOf(code));
    }
    // Beast counts its limit from line to line, and is some bytes off.
    const std::size_t headBytes = parser.is_header_done() ? used : bytes.size() + 1;
    if (headBytes > HeadBytesMax) {
        return Unexpected(errorOf(http::error::header_limit));
    }
    if (!parser.is_header_done()) {
        return std::optional<HttpHead>();
    }
    if (parser.chunked()) {
        return Unexpected(HttpError{.status = 411, .what = "Content-Length is missing"});
    }

    HttpHead head{.request = {}, .bytes = used};
    HttpRequest& request = head.request;
    request.method = methodOf(parser.get().method());
    request.contentLength = parser.content_length().value_or(0);
    request.keepsAlive = parser.keep_alive() && parser.get().version() >= 11;
    if (auto wrong = readFields(parser, request)) {
        return Unexpected(*std::move(wrong));
    }
    if (request.host.empty()) {
        return Unexpected(HttpError{.status = 400, .what = "Host is missing"});
    }
    const auto target = parser.get().target();
    const auto* const question = std::ranges::find(target, '?');
    request.path.assign(target.begin(), question);
    if (question != target.end()) {
        request.query.assign(question + 1, target.end());
    }
    return std::optional(std::move(head));
}

} // namespace talon::api
