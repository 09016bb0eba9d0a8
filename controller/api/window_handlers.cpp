#include "controller/api/handlers.h"
#include "controller/api/submission.h"
#include "shared/base/ensure.h"
#include "shared/wire/schedule_json.h"
#include "shared/wire/window_view.h"

namespace talon::api {

namespace {

/// A command of the clerk who asks, at the window in the path; the answer is the window after it.
template <class Command>
void submitAtWindow(const Call& call, Command command)
{
    command.window = {call.id};
    if constexpr (requires { command.clerk; }) {
        command.clerk = clerkOf(call);
    }
    const OfficeAccess& access = call.desk.access;
    submit(call, command,
           [&access, window = command.window](const queue::Office& office,
                                              const std::vector<queue::Event>& /*events*/) {
               const auto view = windowView(sceneOf(access, office), window);
               TALON_ENSURE(view.has_value()); // The command was not refused.
               return compact(toJson(*view));
           });
}

/// Commands that say no more than, maybe, which visit is meant.
template <class Command>
void submitPlain(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    Command command;
    if constexpr (requires { command.visit; }) {
        wire::JsonReader json(*body);
        const auto visit = accepted(call, json.finish(json.idMaybe<VisitId>("visit")));
        if (!visit) {
            return;
        }
        command.visit = *visit;
    }
    submitAtWindow(call, command);
}

/// Where a visit is to go.
queue::Stop stopFrom(wire::JsonReader& json)
{
    return {.service = json.id<ServiceId>("service"), .onlyAt = json.idMaybe<WindowId>("onlyAt")};
}

} // namespace

void callNext(const Call& call)
{
    submitPlain<queue::CallNext>(call);
}

void recall(const Call& call)
{
    submitPlain<queue::Recall>(call);
}

void startService(const Call& call)
{
    submitPlain<queue::StartService>(call);
}

void markNoShow(const Call& call)
{
    submitPlain<queue::MarkNoShow>(call);
}

void putBack(const Call& call)
{
    submitPlain<queue::PutBack>(call);
}

void undoLast(const Call& call)
{
    submitPlain<queue::UndoLast>(call);
}

void openWindow(const Call& call)
{
    submitPlain<queue::OpenWindow>(call);
}

void pauseWindow(const Call& call)
{
    submitPlain<queue::PauseWindow>(call);
}

void closeWindow(const Call& call)
{
    submitPlain<queue::CloseWindow>(call);
}

void takeBreak(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    if (const auto evenAlone = accepted(call, json.finish(json.flagMaybe("evenAlone")))) {
        submitAtWindow(call, queue::TakeBreak{.evenAlone = *evenAlone});
    }
}

void planBreaks(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    if (auto breaks = accepted(call, json.finish(json.list("breaks", wire::breakFrom)))) {
        submitAtWindow(call, queue::PlanBreaks{.breaks = *std::move(breaks)});
    }
}

void callOutOfTurn(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    queue::CallOutOfTurn command;
    command.visit = json.id<VisitId>("visit");
    command.why = json.text("why", 1000);
    if (auto read = accepted(call, json.finish(std::move(command)))) {
        submitAtWindow(call, *std::move(read));
    }
}

void finishVisit(const Call& call)
{
    const auto body = bodyOf(call);
    if (!body) {
        return;
    }
    wire::JsonReader json(*body);
    queue::FinishVisit command;
    command.topic = json.idMaybe<TopicId>("topic");
    command.visit = json.idMaybe<VisitId>("visit");
    if (json.has("then")) {
        wire::JsonReader then = json.object("then");
        command.then = stopFrom(then);
    }
    if (auto read = accepted(call, json.finish(std::move(command)))) {
        submitAtWindow(call, *std::move(read));
    }
}

} // namespace talon::api
