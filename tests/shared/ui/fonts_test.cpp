#include "shared/ui/fonts.h"

#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using namespace talon;

namespace {

std::string missingIn(const QString& text)
{
    REQUIRE(ui::loadFonts());
    return ui::unwritable(text).toStdString();
}

} // namespace

TEST_CASE("the letters of every language that offices have names in can be written")
{
    CHECK(missingIn(u"Съешь ещё этих мягких французских булок, ЁЖ № 5 «—»"_s).empty());
    CHECK(missingIn(u"ә ғ қ ң ө ұ ү һ і Ә Ғ Қ Ң Ө Ұ Ү Һ І"_s).empty()); // Kazakh.
    CHECK(missingIn(u"ә җ ң ө ү һ Ә Җ Ң Ө Ү Һ"_s).empty());             // Tatar.
    CHECK(missingIn(u"The quick brown fox, 100 %, it's \"done\""_s).empty());
}

TEST_CASE("a character without a drawing is told once, however often it comes")
{
    CHECK(missingIn(u"Оплата 水 и 水火"_s) == "水火");
    CHECK(missingIn(u"Счёт \uE123"_s) == "\uE123");
    CHECK(missingIn(u"\U0002070E"_s) == "\U0002070E"); // Outside the first 65,536.
}

TEST_CASE("what is never drawn is not missed")
{
    CHECK(missingIn({}).empty());
    CHECK(missingIn(u"Две\nстроки,\tпробел\u00A0и мягкий\u00ADперенос\u200B"_s).empty());
}
