#pragma once

#include <cstdint>
#include <string_view>

namespace talon::api {

/// Which part of a body a request wants.
struct ByteRange
{
    enum class Kind {
        Whole,  ///< Nothing was asked that we understand: RFC 9110 has the whole sent then.
        Part,   ///< One part, which is not empty.
        Beyond, ///< Nothing of the body is in it.
    };

    Kind kind = Kind::Whole;
    std::uint64_t first = 0;
    std::uint64_t count = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Reads "bytes=0-99", "bytes=100-" or "bytes=-50" of a body with so many bytes. Several parts at
/// once are not understood.
ByteRange byteRangeFrom(std::string_view header, std::uint64_t bytes);

} // namespace talon::api
