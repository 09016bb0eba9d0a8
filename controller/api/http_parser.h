#pragma once

#include "controller/api/http_message.h"
#include "shared/base/expected.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace talon::api {

/// Why a connection cannot go on: what was sent is not a request of ours.
struct HttpError
{
    int status = 400;
    std::string what;

    friend bool operator==(const HttpError&, const HttpError&) = default;
};

/// The head of a request: all but its body.
struct HttpHead
{
    HttpRequest request;
    std::size_t bytes = 0; ///< That it took.
};

/// Reads a head from the beginning of what has come so far; none when more must come. Garbage is
/// seen as such as early as it can be. A body is taken with a Content-Length only.
///
/// Behind this function stands Boost.Beast's parser, in this one file; tests/fuzz feeds it.
Expected<std::optional<HttpHead>, HttpError> parseHead(std::string_view bytes);

} // namespace talon::api
