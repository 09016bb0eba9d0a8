#include "controller/simulation/csv.h"

#include "controller/simulation/trace.h"
#include "tests/controller/simulation/sample_office.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;
using namespace talon;
using namespace talon::test;
using namespace talon::simulation;

namespace {

const std::string Header = "arrival,service,segment,category,booking,patience,service_time\n";

Trace traceOf(const std::string& csv)
{
    const auto trace = traceFromCsv(csv, sampleSettings(), SampleClock);
    INFO((trace ? "" : describe(trace.error())));
    REQUIRE(trace);
    return *trace;
}

std::string faultOf(const std::string& csv)
{
    const auto trace = traceFromCsv(csv, sampleSettings(), SampleClock);
    return trace ? "" : describe(trace.error());
}

std::string faultOfRow(const std::string& row)
{
    return faultOf(Header + row + "\n");
}

} // namespace

TEST_CASE("a trace is read with every column")
{
    const Trace trace = traceOf(Header + "2026-11-24T10:05:30,1,b2c,1,2026-11-24T10:20,600,180\n");
    REQUIRE(trace.size() == 1);
    const Arrival& arrival = trace.at(SampleDay).at(0);
    CHECK(arrival == Arrival{.at = SampleClock.instant(SampleDay, 10h + 5min + 30s),
                             .category = CategoryId{1},
                             .bookedFor = SampleClock.instant(SampleDay, 10h + 20min),
                             .patience = 600s,
                             .errands = {{.service = {1}, .takes = 180s}}});
}

TEST_CASE("a trace is read as spreadsheets write it")
{
    const Trace plain = traceOf(Header + "2026-11-24T10:05:30,1,b2c,,,,180\n");
    CHECK(traceOf("\xEF\xBB\xBF"
                  "Service;Arrival;Service time;Colour\r\n"
                  "1;2026-11-24 10:05:30;180;red\r\n"
                  "\r\n") == plain);
    CHECK(traceOf("arrival\tservice\tservice_time\n2026-11-24T10:05:30\t1\t180.2\n") == plain);
    CHECK(traceOf("\"arrival\",\"service\",\"service_time\"\n"
                  "\"2026-11-24T10:05:30\",\"Показания\",\"180\"") == plain);
    CHECK(traceOf("arrival,service,service_time\n2026-11-24T10:05:30,А,180\n") == plain);
    CHECK(traceOf("day,arrival,service,service_time\n2026-11-24,36330,1,180\n") == plain);
    CHECK(traceOf("day,arrival,service,service_time\n2026-11-24,10:05:30,1,180\n") == plain);
}

TEST_CASE("a trace need not be in order")
{
    const Trace trace = traceOf(Header + "2026-11-25T10:00,1,,,,,60\n"
                                         "2026-11-24T12:00,1,,,,,60\n"
                                         "2026-11-24T11:00,2,,,,,60\n");
    CHECK(trace.size() == 2);
    CHECK(trace.at(SampleDay).front().errands.front().service == ServiceId{2});
}

TEST_CASE("a fault in a trace names its line and column")
{
    CHECK(faultOf("") == "line 1 has no header");
    CHECK(faultOf("arrival,service\n") == "line 1, column service_time is missing");
    CHECK(faultOf("arrival,arrival,service\n") == "line 1, column arrival is there twice");
    CHECK(faultOf(Header + "2026-11-24T10:05,1,,,,,60\n\n\"2026-11-24T10:05,1,,,,,60\n") ==
          "line 4 opens a quote that is never closed");
    CHECK(faultOf(Header + "2026-11-24T10:05,\"1\"1,,,,,60\n") ==
          "line 2 goes on after a closing quote");
    CHECK(faultOfRow("2026-11-24T10:05,1,,,,,60,,") ==
          "line 2 has 9 fields where the header has 7");
    CHECK(faultOfRow("24.11.2026,1,,,,,60") ==
          "line 2, column arrival must be a wall-clock time like 2026-11-24T10:05:30, or with a "
          "column day seconds since midnight");
    CHECK(faultOfRow("2026-11-24T10:05Z,1,,,,,60").starts_with("line 2, column arrival "));
    CHECK(faultOfRow("2026-02-30T10:05,1,,,,,60").starts_with("line 2, column arrival "));
    CHECK(faultOfRow("2026-11-24T10:05,9,,,,,60") ==
          "line 2, column service names no service of the office: 9");
    CHECK(faultOfRow("2026-11-24T10:05,,,,,,60") == "line 2, column service is empty");
    CHECK(faultOfRow("2026-11-24T10:05,1,b2x,,,,60") ==
          "line 2, column segment must be b2c or b2b, or nothing");
    CHECK(faultOfRow("2026-11-24T10:05,1,,8,,,60") ==
          "line 2, column category names no category of the office: 8");
    CHECK(faultOfRow("2026-11-24T10:05,1,,,soon,,60").starts_with("line 2, column booking "));
    CHECK(faultOfRow("2026-11-24T10:05,1,,,2026-11-25T10:05,,60") ==
          "line 2, column booking is for another day than the arrival");
    CHECK(faultOfRow("2026-11-24T10:05,1,,,,-1,60") ==
          "line 2, column patience must be seconds from 0 to 86400, or nothing");
    CHECK(faultOfRow("2026-11-24T10:05,1,,,,,") ==
          "line 2, column service_time must be seconds from 0 to 86400");
    CHECK(faultOfRow("2026-11-24T10:05,1,,,,,nan") ==
          "line 2, column service_time must be seconds from 0 to 86400");
    CHECK(faultOf("day,arrival,service,service_time\n24.11,36330,1,180\n") ==
          "line 2, column day must be a date like 2026-11-24");
    CHECK(faultOf("arrival,service,service_time,people\n2026-11-24T10:05,1,60,0\n") ==
          "line 2, column people must be a number from 1 to 99, or nothing");
    CHECK(faultOf("arrival,service,service_time,then\n2026-11-24T10:05,1,60,2\n")
              .starts_with("line 2, column then "));
}

TEST_CASE("a line is counted as an editor counts it, also after a quoted line break")
{
    CHECK(faultOf(Header + "2026-11-24T10:05,1,,,,,\"60\n\"\n2026-11-24T10:05,9,,,,,60\n")
              .starts_with("line 2, column service_time"));
    CHECK(faultOf("note,arrival,service,service_time\n"
                  "\"a\nb\",2026-11-24T10:05,1,60\n"
                  "c,2026-11-24T10:05,9,60\n")
              .starts_with("line 4, column service "));
}

TEST_CASE("a trace written and read again is the same")
{
    const OfficeSettings settings = sampleSettings();
    const Trace trace =
        traceOf("arrival,service,category,booking,patience,service_time,people,then\n"
                "2026-11-24T10:05:30,1,1,2026-11-24T10:20,600,180,2,2:60 3:120\n"
                "2026-11-24T11:00:00,2,,,,0,,\n"
                "2026-11-25T11:00:00,3,,,0,14400,,\n");
    std::string written = traceHeader();
    for (const auto& [day, arrivals] : trace) {
        for (const Arrival& arrival : arrivals) {
            written += traceLine(arrival, settings, SampleClock);
        }
    }
    CHECK(traceOf(written) == trace);
}

TEST_CASE("fields that would break a table are quoted")
{
    CHECK(csvField("late") == "late");
    CHECK(csvField("a,b") == "\"a,b\"");
    CHECK(csvField("say \"b\"") == "\"say \"\"b\"\"\"");
}

TEST_CASE("a plan says when windows work and pause")
{
    OfficeSettings settings = sampleSettings();
    const Window& window = settings.windows.front();
    WindowPlan plan;
    CHECK(workOn(plan, settings, window, SampleDay) == hoursOn(settings, SampleDay));
    REQUIRE(readPlan("window,day,opens,closes,break,length\n"
                     "1,monday-friday,11:00,20:00,,\n"
                     "1,wednesday,closed,,,\n"
                     "1,,,,13:00,45\n"
                     "1,2026-12-01,08:00,10:00,,\n"
                     "1,2026-12-01,11:00,12:00,,\n",
                     settings, plan));
    // Never beyond the office's own hours.
    CHECK(workOn(plan, settings, window, SampleDay) == DayHours{{.opens = 11h, .closes = 17h}});
    CHECK(workOn(plan, settings, window, SampleDay + std::chrono::days{1}).empty());
    CHECK(workOn(plan, settings, window, SampleDay + std::chrono::days{7}) ==
          DayHours{{.opens = 8h, .closes = 10h}, {.opens = 11h, .closes = 12h}});
    CHECK(breaksOn(plan, window, SampleDay) ==
          std::vector<PlannedBreak>{{.begins = 13h, .length = 45min}});
}

TEST_CASE("a fault in a plan names its line and column")
{
    const auto fault = [](const std::string& row) {
        WindowPlan plan;
        const auto read =
            readPlan("window,day,opens,closes,break,length\n" + row, sampleSettings(), plan);
        return read ? "" : describe(read.error());
    };
    CHECK(fault("7,,08:00,09:00,,\n") == "line 2, column window names no window of the office: 7");
    CHECK(fault("1,mon,08:00,09:00,,\n").starts_with("line 2, column day must be "));
    CHECK(fault("1,friday-monday,08:00,09:00,,\n").starts_with("line 2, column day must be "));
    CHECK(fault("1,,8,09:00,,\n") == "line 2, column opens must be a time like 08:00, or closed");
    CHECK(fault("1,,08:00,08:00,,\n") == "line 2, column closes must be a time after the opening");
    CHECK(fault("1,,,,13,30\n") == "line 2, column break must be a time like 13:00");
    CHECK(fault("1,,,,13:00,3\n") == "line 2, column length must be minutes from 5 to 120");
    CHECK(fault("1,,08:00,10:00,,\n1,,09:00,11:00,,\n") ==
          "line 3, column window hours overlap, or are not in order");
    CHECK(fault("1,,,,13:00,45\n1,,,,13:30,15\n") ==
          "line 3, column window breaks overlap, or are not in order");
}
