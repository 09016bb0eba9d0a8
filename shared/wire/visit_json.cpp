#include "shared/wire/visit_json.h"

#include "shared/wire/json_values.h"

using namespace Qt::StringLiterals;

namespace talon::wire {

QJsonObject toJson(const VisitRow& row)
{
    return {
        {u"visit"_s, toJson(row.visit)},
        {u"number"_s, toJson(row.number)},
        {u"service"_s, toJson(row.service)},
        {u"category"_s, toJson(row.category)},
        {u"state"_s, toJson(name(row.state))},
        {u"print"_s, toJson(name(row.print))},
        {u"joinedAt"_s, toJson(row.joinedAt)},
        {u"due"_s, toJson(row.due)},
        {u"timesCalled"_s, row.timesCalled},
        {u"window"_s, toJson(row.window)},
        {u"calledAt"_s, toJson(row.calledAt)},
        {u"startedAt"_s, toJson(row.startedAt)},
        {u"endedAt"_s, toJson(row.endedAt)},
        {u"topic"_s, toJson(row.topic)},
        {u"helping"_s, row.helping ? QJsonValue(*row.helping) : QJsonValue()},
    };
}

} // namespace talon::wire
