#include "controller/simulation/report.h"

#include "tests/controller/simulation/sample_office.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;
using namespace talon::simulation;

namespace {

const std::string Visitors = "08:00 1 10\n"
                             "08:01 2 10\n"
                             "08:02 1 10\n"
                             "08:05 1 10 category=1\n"
                             "08:06 2 10 booking=08:07\n"
                             "08:07 1 10 patience=5\n"
                             "18:00 1 10\n";

std::vector<Result> bothOrders()
{
    OfficeSettings firstCome = sampleSettings();
    firstCome.rules.order = ServiceOrder::FirstCome;
    return {{.variant = "as it is", .measures = live(Visitors).measures},
            {.variant = "firstCome", .measures = live(Visitors, firstCome).measures}};
}

/// With TALON_UPDATE_GOLDEN=1 the kept text is rewritten: review the diff.
std::string golden(const std::string& name, const std::string& now)
{
    const std::string path = TALON_SOURCE_DIR "/tests/golden/simulation/" + name;
    if (std::getenv("TALON_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path) << now;
    }
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("the table puts variants side by side")
{
    const std::string table = tableOf(bothOrders(), sampleSettings(), "ru");
    CHECK(table == golden("table.txt", table));
}

TEST_CASE("the table for programs has as many fields in every line")
{
    const std::string csv = csvOf(bothOrders());
    CHECK(csv == golden("measures.csv", csv));
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    const auto commas = std::ranges::count(line, ',');
    while (std::getline(lines, line)) {
        INFO(line);
        CHECK(std::ranges::count(line, ',') == commas);
    }
}

TEST_CASE("every turn is a line for programs")
{
    std::string csv = turnHeader();
    for (const Turn& turn : live(Visitors).turns) {
        csv += turnLine("as it is", turn, sampleSettings(), SampleClock);
    }
    CHECK(csv == golden("visits.csv", csv));
}
