#include "controller/api/byte_range.h"

#include "tests/support/catch.h"

using talon::api::ByteRange;
using talon::api::byteRangeFrom;
using Kind = talon::api::ByteRange::Kind;

TEST_CASE("a part of a body is what RFC 9110 says it is")
{
    struct Row
    {
        const char* header;
        ByteRange range;
    };
    const Row rows[] = {
        {"bytes=0-99", {.kind = Kind::Part, .first = 0, .count = 100}},
        {"bytes=100-", {.kind = Kind::Part, .first = 100, .count = 900}},
        {"bytes=-50", {.kind = Kind::Part, .first = 950, .count = 50}},
        {"bytes=-5000", {.kind = Kind::Part, .first = 0, .count = 1000}},
        {"bytes=999-2000", {.kind = Kind::Part, .first = 999, .count = 1}},
    };
    for (const Row& row : rows) {
        INFO(row.header);
        CHECK(byteRangeFrom(row.header, 1000) == row.range);
    }
}

TEST_CASE("a range behind the end has nothing, and one that is not understood is the whole")
{
    for (const char* const beyond : {"bytes=1000-", "bytes=5000-6000", "bytes=-0"}) {
        INFO(beyond);
        CHECK(byteRangeFrom(beyond, 1000).kind == Kind::Beyond);
    }
    for (const char* const odd :
         {"", "bytes", "bytes=", "bytes=-", "bytes=9-3", "bytes=a-b", "bytes=0-1,5-6", "lines=0-9",
          "bytes=99999999999999999999999-", "bytes= 0-9"}) {
        INFO(odd);
        const ByteRange range = byteRangeFrom(odd, 1000);
        CHECK(range.kind != Kind::Part);
    }
    CHECK(byteRangeFrom("", 1000) == ByteRange{.kind = Kind::Whole, .first = 0, .count = 1000});
}
