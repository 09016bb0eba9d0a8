#include "controller/api/handlers.h"
#include "controller/api/submission.h"
#include "shared/base/ensure.h"
#include "shared/wire/ticket_json.h"
#include "shared/wire/visit_json.h"

namespace talon::api {

namespace {

/// A command about the visit in the path; the answer is the visit after it.
template <class Command>
void submitForVisit(const Call& call, Command command)
{
    command.visit = {call.id};
    if constexpr (requires { command.clerk; }) {
        command.clerk = clerkOf(call);
    }
    submit(call, command,
           [visit = command.visit](const queue::Office& office,
                                   const std::vector<queue::Event>& /*events*/) {
               const queue::Visit* const found = queue::findVisit(office, visit);
               TALON_ENSURE(found != nullptr); // The command was not refused.
               return compact(toJson(visitRow(*found)));
           });
}

} // namespace

void issueTicket(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    if (const auto wanted = accepted(call, wire::ticketRequestFromJson(*body))) {
        submit(call,
               queue::IssueTicket{.service = wanted->service,
                                  .category = wanted->category,
                                  .language = wanted->language,
                                  .then = wanted->then,
                                  .people = wanted->people,
                                  .byStaff = call.actor.member() != nullptr},
               ticketReply);
    }
}

void reportPrint(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    if (const auto report = accepted(call, wire::printReportFromJson(*body))) {
        submit(call,
               queue::ReportPrint{
                   .visit = {call.id}, .outcome = report->outcome, .copy = report->copy},
               emptyReply);
    }
}

void holdVisit(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    if (const auto until = accepted(call, json.finish(json.instantMaybe("until")))) {
        submitForVisit(call, queue::HoldVisit{.until = *until});
    }
}

void returnVisit(const Call& call)
{
    if (bodyOf(call)) {
        submitForVisit(call, queue::ReturnVisit{});
    }
}

void transferVisit(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    queue::TransferVisit command;
    command.to = {.service = json.id<ServiceId>("service"),
                  .onlyAt = json.idMaybe<WindowId>("onlyAt")};
    command.andBack = json.flagMaybe("andBack");
    command.note = json.textMaybe("note").value_or("");
    if (auto read = accepted(call, json.finish(std::move(command)))) {
        submitForVisit(call, *std::move(read));
    }
}

void cancelVisit(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    if (const auto why = accepted(call, json.finish(json.choice("why", CancelReasons)))) {
        submitForVisit(call, queue::CancelVisit{.why = *why});
    }
}

void setCategory(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    if (const auto category = accepted(call, json.finish(json.idMaybe<CategoryId>("category")))) {
        submitForVisit(call, queue::SetCategory{.category = *category});
    }
}

} // namespace talon::api
