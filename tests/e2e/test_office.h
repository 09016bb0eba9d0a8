#pragma once

#include "tests/support/controller_process.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <string>
#include <utility>

namespace talon::test {

using Credential = std::pair<std::string, std::string>;

/// Bounds that a crowd of test clients on one machine does not reach.
inline std::vector<std::string> withoutLimits()
{
    return {"--connections-per-address", "1000", "--requests-per-second", "1000000"};
}

/// A new office in a folder of its own, its people and devices, not yet started. Clerks are
/// "clerk1", "clerk2", ..., one for each window.
struct TestOffice
{
    static constexpr int Services = 4;

    explicit TestOffice(int windows = 3, const std::filesystem::path& parent = {})
        : folder(parent)
        , controller({.program = TALON_CONTROLLER,
                      .journal = folder.path() / "office.journal",
                      .serveArguments = withoutLimits(),
                      .process = {}})
    {
        controller.init(settingsForLoad(Services, windows));
        controller.addStaff("manager", "manager");
        for (int i = 1; i <= windows; ++i) {
            controller.addStaff("clerk" + std::to_string(i), "clerk");
        }
        terminal = bearer(controller.addDevice("terminal", "entrance"));
        display = bearer(controller.addDevice("display", "hall"));
    }

    TempFolder folder;
    ControllerProcess controller;
    Credential terminal;
    Credential display;
};

inline QJsonObject jsonOf(const HttpReply& reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
}

inline std::string textOf(const QJsonValue& value)
{
    return value.toString().toStdString();
}

inline std::string ticketFor(int service)
{
    return R"({"service":)" + std::to_string(service) + R"(,"category":null,"language":"ru"})";
}

/// Today's visits, as the manager sees them; throws when the controller does not say.
inline QJsonArray visitsToday(const TestOffice& office, const Credential& manager)
{
    HttpClient client(office.controller.port());
    const auto reply = client.send({.path = "/api/visits", .headers = {manager}});
    if (!reply || reply->status != 200) {
        throw std::runtime_error("no visits: " + (reply ? reply->head + reply->body : "no answer"));
    }
    return jsonOf(*reply).value(QLatin1String("visits")).toArray();
}

} // namespace talon::test
