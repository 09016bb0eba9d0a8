#include "shared/wire/visit_json.h"

#include "shared/wire/json_values.h"
#include "shared/wire/wait_range_json.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

namespace {

template <class Enum>
QJsonValue nameMaybe(const std::optional<Enum>& value)
{
    return value ? toJson(name(*value)) : QJsonValue();
}

} // namespace

QJsonObject toJson(const CallReason& reason)
{
    return {
        {u"waitedSeconds"_s, qint64{reason.waitedSeconds}},
        {u"targetSeconds"_s, qint64{reason.targetSeconds}},
        {u"helping"_s, reason.helping},
        {u"onlyHere"_s, reason.onlyHere},
        {u"category"_s, toJson(reason.category)},
        {u"bookedFor"_s, toJson(reason.bookedFor)},
        {u"outOfTurn"_s, toJson(reason.outOfTurn)},
    };
}

QJsonObject toJson(const VisitRow& row)
{
    return {
        {u"visit"_s, toJson(row.visit)},
        {u"number"_s, toJson(row.number)},
        {u"service"_s, toJson(row.service)},
        {u"category"_s, toJson(row.category)},
        {u"state"_s, toJson(name(row.state))},
        {u"print"_s, toJson(name(row.print))},
        {u"copies"_s, row.copies},
        {u"people"_s, row.people},
        {u"bookedFor"_s, toJson(row.bookedFor)},
        {u"onlyAt"_s, toJson(row.onlyAt)},
        {u"then"_s, toJson(row.then)},
        {u"before"_s, toJson(row.before)},
        {u"joinedAt"_s, toJson(row.joinedAt)},
        {u"due"_s, toJson(row.due)},
        {u"promised"_s, toJson(row.promised)},
        {u"forecast"_s, toJson(row.forecast)},
        {u"timesCalled"_s, row.timesCalled},
        {u"window"_s, toJson(row.window)},
        {u"calledAt"_s, toJson(row.calledAt)},
        {u"startedAt"_s, toJson(row.startedAt)},
        {u"endedAt"_s, toJson(row.endedAt)},
        {u"topic"_s, toJson(row.topic)},
        {u"heldUntil"_s, toJson(row.heldUntil)},
        {u"reason"_s, row.reason ? QJsonValue(toJson(*row.reason)) : QJsonValue()},
        {u"note"_s, toJson(row.note)},
        {u"cancelled"_s, nameMaybe(row.cancelled)},
        {u"dropped"_s, nameMaybe(row.dropped)},
    };
}

} // namespace talon::wire
