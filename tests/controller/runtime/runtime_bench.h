#pragma once

#include "controller/runtime/runtime.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <optional>

namespace talon::test {

/// A runtime over a journal in a folder of its own; can be closed and opened again.
class RuntimeBench
{
public:
    explicit RuntimeBench(const OfficeSettings& settings = smallSettings())
    {
        auto journal = journal::Journal::open(path(), {.create = true});
        REQUIRE(journal);
        const journal::Entry setup{.at = {},
                                   .by = "setup",
                                   .events = {queue::SettingsChanged{settings}},
                                   .answer = std::nullopt,
                                   .accounts = {}};
        REQUIRE(journal->append(std::span(&setup, 1)));
    }

    void open(const std::string& wallClock = "2026-11-24T10:05")
    {
        auto journal = journal::Journal::open(path(), {});
        auto reader = journal::Reader::open(path());
        REQUIRE(journal);
        REQUIRE(reader);
        journal::Memory memory = journal->takeMemory();
        const auto offset = runtime::OfficeClock::offsetTo(wallClock, "Europe/Saratov");
        REQUIRE(offset);
        m_runtime.emplace(runtime::Runtime::Parts{.journal = *std::move(journal),
                                                  .memory = std::move(memory),
                                                  .reader = *std::move(reader),
                                                  .clock = runtime::OfficeClock(*offset)});
    }

    void close() { m_runtime.reset(); }

    runtime::Runtime& runtime() { return *m_runtime; }
    const queue::Office& office() { return m_runtime->office(); }

    std::string path() const
    {
        return m_folder.filePath(QStringLiteral("office.journal")).toStdString();
    }

private:
    QTemporaryDir m_folder;
    std::optional<runtime::Runtime> m_runtime;
};

/// Lets the main thread work until it is so, or ten seconds are over.
template <class Condition>
bool waitUntil(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 10'000) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    return true;
}

struct Heard
{
    int times = 0;
    api::Answer answer;
};

inline api::Submission submission(const std::string& key, queue::Command command, Heard& heard)
{
    return {.key = key,
            .fingerprint = "f",
            .by = "device:1",
            .command = std::move(command),
            .reply =
                [](const queue::Office& office, const std::vector<queue::Event>&) {
                    return QByteArray::number(qint64{office.lastVisit});
                },
            .done =
                [&heard](const api::Answer& answer) {
                    ++heard.times;
                    heard.answer = answer;
                }};
}

/// Submits a command and waits for its answer; the HTTP status.
inline int ask(RuntimeBench& bench, queue::Command command)
{
    static int keys = 0;
    Heard heard;
    bench.runtime().submit(submission("ask-" + std::to_string(++keys), std::move(command), heard));
    REQUIRE(waitUntil([&] { return heard.times > 0; }));
    return heard.answer.status;
}

} // namespace talon::test
