#include "tests/fuzz/fuzz_target.h"
#include "tests/support/catch.h"
#include "tests/support/random.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<std::string> seeds()
{
    std::vector<std::string> all;
    for (const auto& entry :
         fs::directory_iterator(fs::path(TALON_SOURCE_DIR) / "tests/fuzz/seeds")) {
        std::ifstream file(entry.path(), std::ios::binary);
        all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return all;
}

void replay(const std::string& text)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

} // namespace

TEST_CASE("every kept input is read without harm, whole and cut anywhere")
{
    const auto all = seeds();
    REQUIRE(all.size() >= 10);
    for (const std::string& seed : all) {
        for (std::size_t cut = 0; cut <= seed.size(); ++cut) {
            replay(seed.substr(0, cut));
        }
    }
}

TEST_CASE("every kept input is read without harm when some of its bytes are others")
{
    talon::test::Random random(20261124);
    for (const std::string& seed : seeds()) {
        for (int round = 0; round < 500; ++round) {
            std::string text = seed;
            for (int change = 0; change < 3 && !text.empty(); ++change) {
                const auto at = static_cast<std::size_t>(
                    random.from(0, static_cast<std::int64_t>(text.size()) - 1));
                text[at] = static_cast<char>(random.from(0, 255));
            }
            replay(text);
        }
    }
}
