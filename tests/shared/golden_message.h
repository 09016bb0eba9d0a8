#pragma once

#include "shared/base/errors.h"
#include "shared/base/instant.h"
#include "shared/wire/arrivals_json.h"
#include "shared/wire/dashboard_view.h"
#include "shared/wire/device_status_json.h"
#include "shared/wire/feed_message.h"
#include "shared/wire/hall_view.h"
#include "shared/wire/json_reader.h"
#include "shared/wire/offline_json.h"
#include "shared/wire/terminal_view.h"
#include "shared/wire/ticket_json.h"
#include "shared/wire/ticket_template_json.h"
#include "tests/support/catch.h"
#include "tests/support/golden.h"

#include <QJsonDocument>
#include <QJsonObject>

/// Messages and their golden files. All of them are known here, so that one function checks each.
namespace talon::test {

using namespace talon::wire;

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Tuesday 2026-11-24 in Saratov: UTC+4.
inline Instant at(std::chrono::minutes minuteOfDay, std::chrono::seconds second = 0s)
{
    using namespace std::chrono;
    return sys_days{2026y / November / 24} + minuteOfDay - 4h + second;
}

inline std::string text(const QJsonObject& json)
{
    return QJsonDocument(json).toJson().toStdString();
}

/// The message as the kept file has it; says what to do when it does not.
inline void checkKept(const QString& file, const QJsonObject& now)
{
    INFO("tests/golden/wire/" << file.toStdString()
                              << " (TALON_UPDATE_GOLDEN=1 rewrites it: review the diff)");
    CHECK(text(test::golden(u"wire/"_s + file, now)) == text(now));
}

/// Both directions: what is written is kept, and what is kept reads as the same value.
template <class Message, class FromJson>
void checkBothWays(const QString& file, const Message& message, FromJson fromJson)
{
    const QJsonObject now = toJson(message);
    checkKept(file, now);
    const auto read = fromJson(test::golden(u"wire/"_s + file, now));
    INFO((read ? "" : describe(read.error())));
    REQUIRE(read);
    CHECK(*read == message);
}

} // namespace talon::test
