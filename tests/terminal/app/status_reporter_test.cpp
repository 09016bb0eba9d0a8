#include "terminal/app/status_reporter.h"

#include "shared/wire/device_status_json.h"
#include "tests/support/catch.h"
#include "tests/terminal/app/app_under_test.h"

using namespace Qt::StringLiterals;
using namespace talon;
using namespace talon::test;

namespace {

struct ReporterUnderTest : AppUnderTest
{
    ReporterUnderTest()
    {
        controller.answer = [](const auto& /*request*/) { return FakeController::Reply{}; };
        controller.show(engelsView());
        REQUIRE(isOn("segments"));
    }

    /// How the terminal says it is, as soon as it has said so once more.
    DeviceStatus next()
    {
        const QString path = u"/api/device-status"_s;
        REQUIRE(eventually([&] { return controller.requestsTo(path).size() > m_heard; }));
        const auto reports = controller.requestsTo(path);
        m_heard = reports.size();
        const auto status = wire::deviceStatusFromJson(reports.back().body);
        REQUIRE(status);
        return *status;
    }

    terminal::StatusReporter reporter{link, app, paper, nullptr};

private:
    std::size_t m_heard = 0;
};

} // namespace

TEST_CASE("a terminal says how it is, once it has somebody to say it to")
{
    ReporterUnderTest test;
    CHECK(test.controller.requestsTo(u"/api/device-status"_s).empty());
    test.paper.setState({.condition = u"ready"_s, .isReady = true, .metresLeft = 42});
    const DeviceStatus status = test.next();
    CHECK(status.version == TALON_VERSION);
    CHECK(status.printer == "ready");
    CHECK(status.paperMetresLeft == 42);
    CHECK(status.scanner == ScannerState::None);
    CHECK(status.problems.empty());
}

TEST_CASE("what changes at the printer and the scanner is said at once")
{
    ReporterUnderTest test;
    test.paper.setReady(false);
    CHECK(test.next().printer == "paperOut");
    test.app.expectScanner();
    CHECK(test.next().scanner == ScannerState::Gone);
    test.app.setScannerReady(true);
    CHECK(test.next().scanner == ScannerState::Ready);
}

TEST_CASE("several changes of one moment are one message")
{
    ReporterUnderTest test;
    test.paper.setReady(false);
    test.app.expectScanner();
    test.reporter.addProblem(u"speech"_s, true);
    const DeviceStatus status = test.next();
    CHECK(status.printer == "paperOut");
    CHECK(status.scanner == ScannerState::Gone);
    CHECK(test.controller.requestsTo(u"/api/device-status"_s).size() == 1);
}

TEST_CASE("a problem is told until it is over, and once however often it is found")
{
    ReporterUnderTest test;
    test.reporter.addProblem(u"speech"_s, true);
    test.reporter.addProblem(u"glyphs"_s, true);
    test.reporter.addProblem(u"speech"_s, true);
    CHECK(test.next().problems == std::vector<std::string>{"glyphs", "speech"});
    test.reporter.addProblem(u"glyphs"_s, false);
    CHECK(test.next().problems == std::vector<std::string>{"speech"});
    test.reporter.addProblem(u"speech"_s, false);
    CHECK(test.next().problems.empty());
}

TEST_CASE("without the controller nothing is said, and everything as soon as it is back")
{
    ReporterUnderTest test;
    test.controller.goDown();
    REQUIRE(eventually([&] { return !test.link.isConnected(); }));
    test.paper.setReady(false);
    test.controller.comeBack();
    CHECK(test.next().printer == "paperOut");
}
