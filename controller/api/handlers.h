#pragma once

#include "controller/api/call.h"

/// One function a route, named in the table of routes.cpp. Each reads its request strictly,
/// answers a fault by name, and sees to it that the reply is called once.
namespace talon::api {

// office_handlers.cpp: commands to the office.
void issueTicket(const Call& call);
void reportPrint(const Call& call);
void callNext(const Call& call);
void recall(const Call& call);
void startService(const Call& call);
void finishVisit(const Call& call);
void markNoShow(const Call& call);
void openWindow(const Call& call);
void pauseWindow(const Call& call);
void closeWindow(const Call& call);
void changeSettings(const Call& call);

// query_handlers.cpp: questions.
void windowList(const Call& call);
void visitList(const Call& call);
void settings(const Call& call);
void health(const Call& call);
void describeApi(const Call& call);

// session_handlers.cpp
void signIn(const Call& call);
void whoIsSignedIn(const Call& call);
void signOut(const Call& call);

} // namespace talon::api
