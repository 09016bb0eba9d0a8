#include "controller/api/port.h"
#include "controller/cli/cli.h"
#include "controller/journal/journal.h"
#include "controller/media/media_folder.h"
#include "controller/runtime/exit_code.h"
#include "controller/runtime/runtime.h"
#include "controller/web/pages.h"
#include "shared/link/terminate.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QUrl>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace talon::controller {

namespace {

using runtime::ExitCode;

Q_LOGGING_CATEGORY(lcMain, "talon.controller")

int fail(ExitCode code, const std::string& why)
{
    qCCritical(lcMain, "%s", why.c_str());
    return static_cast<int>(code);
}

struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;
};

/// "127.0.0.1:8080" or "[::1]:8080"; port 0 lets the system choose.
std::optional<Endpoint> endpointFrom(const QString& text)
{
    const QUrl url(u"http://"_s + text, QUrl::StrictMode);
    const QHostAddress address(url.host());
    if (!url.isValid() || address.isNull() || url.port(-1) < 0) {
        return std::nullopt;
    }
    return Endpoint{.address = address, .port = static_cast<quint16>(url.port())};
}

} // namespace

int serve(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Runs the office: one port for devices and pages."_s);
    parser.addOptions({
        {u"journal"_s, u"The office's journal; made by 'init'."_s, u"file"_s},
        {u"listen"_s, u"Address and port; port 0 takes a free one."_s, u"address:port"_s,
         u"127.0.0.1:8080"_s},
        {u"media"_s, u"Folder with pictures and videos for the hall; it may change at any time."_s,
         u"folder"_s},
        {u"pretend-time"_s,
         u"For demos and rehearsals: starts the office's clock at this local time."_s,
         u"2026-11-24T10:05"_s},
        {u"connections-per-address"_s,
         u"How many connections one address may hold (64); raise it behind a proxy."_s,
         u"number"_s},
        {u"requests-per-second"_s,
         u"How many requests one device, session or address may make (see docs/api.md)."_s,
         u"number"_s},
    });
    parse(parser, arguments, {u"journal"_s});

    const auto endpoint = endpointFrom(parser.value(u"listen"_s));
    if (!endpoint) {
        return fail(ExitCode::Usage, "--listen must be an address and a port: 127.0.0.1:8080");
    }
    api::PortOptions options;
    if (parser.isSet(u"connections-per-address"_s)) {
        options.connectionsPerAddress = parser.value(u"connections-per-address"_s).toInt();
    }
    if (parser.isSet(u"requests-per-second"_s)) {
        options.requestsPerSecond = parser.value(u"requests-per-second"_s).toInt();
    }

    const std::string path = parser.value(u"journal"_s).toStdString();
    auto journal = journal::Journal::open(path, {});
    if (!journal) {
        return fail(ExitCode::BadJournal, journal.error().what);
    }
    auto reader = journal::Reader::open(path);
    if (!reader) {
        return fail(ExitCode::BadJournal, reader.error().what);
    }
    journal::Memory memory = journal->takeMemory();

    runtime::OfficeClock clock;
    if (parser.isSet(u"pretend-time"_s)) {
        const auto offset = runtime::OfficeClock::offsetTo(
            parser.value(u"pretend-time"_s).toStdString(), memory.office.settings.timeZone);
        if (!offset) {
            return fail(ExitCode::Usage, "--pretend-time " + describe(offset.error()));
        }
        clock = runtime::OfficeClock(*offset);
    }

    qCInfo(lcMain, "journal %s: epoch %lld, %lld events, %zu visits today", path.c_str(),
           static_cast<long long>(memory.epoch), static_cast<long long>(memory.seq),
           memory.office.visits.size());
    web::registerPages();
    runtime::Runtime office({.journal = *std::move(journal),
                             .memory = std::move(memory),
                             .reader = *std::move(reader),
                             .clock = clock});
    std::optional<media::MediaFolder> media;
    if (parser.isSet(u"media"_s)) {
        media.emplace(parser.value(u"media"_s).toStdString());
    }
    api::Port port(office, options, media ? &*media : nullptr);
    QObject::connect(&office, &runtime::Runtime::committed, &port, &api::Port::onCommitted);
    QObject::connect(&office, &runtime::Runtime::forecastChanged, &port, &api::Port::changed);

    const auto bound = port.listen(endpoint->address, endpoint->port);
    if (!bound) {
        return fail(ExitCode::CannotListen, bound.error().what);
    }
    // Scripts and tests wait for this line.
    std::printf("listening on http://%s:%d\n", qPrintable(endpoint->address.toString()), *bound);
    std::fflush(stdout);

    link::quitOnTerminate();
    const int code = QCoreApplication::exec();
    port.close();
    qCInfo(lcMain, "stopped");
    return code;
}

} // namespace talon::controller
