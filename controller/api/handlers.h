#pragma once

#include "controller/api/call.h"

/// One function a route, named in the table of routes.cpp. Each reads its request strictly,
/// answers a fault by name, and sees to it that the reply is called once.
namespace talon::api {

// window_handlers.cpp: what a clerk does at a window.
void callNext(const Call& call);
void callOutOfTurn(const Call& call);
void recall(const Call& call);
void startService(const Call& call);
void finishVisit(const Call& call);
void markNoShow(const Call& call);
void putBack(const Call& call);
void undoLast(const Call& call);
void openWindow(const Call& call);
void pauseWindow(const Call& call);
void closeWindow(const Call& call);
void takeBreak(const Call& call);
void planBreaks(const Call& call);

// visit_handlers.cpp: what becomes of a visit.
void issueTicket(const Call& call);
void reportPrint(const Call& call);
void holdVisit(const Call& call);
void returnVisit(const Call& call);
void transferVisit(const Call& call);
void cancelVisit(const Call& call);
void setCategory(const Call& call);

// offline_handlers.cpp: terminals that work by themselves.
void leaseNumbers(const Call& call);
void handOverTicket(const Call& call);

// booking_handlers.cpp
void bookingList(const Call& call);
void addBooking(const Call& call);
void moveBooking(const Call& call);
void cancelBooking(const Call& call);
void checkIn(const Call& call);

// arrival_handlers.cpp: who is expected, for terminals.
void arrivalList(const Call& call);

// office_handlers.cpp: what holds for all.
void changeSettings(const Call& call);
void setIssuing(const Call& call);
void sendHome(const Call& call);
void ruleText(const Call& call);

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

// ticket_handlers.cpp: tickets given out before.
void ticketList(const Call& call);

// device_handlers.cpp: how a terminal or display is.
void takeDeviceStatus(const Call& call);

// media_handlers.cpp: what the hall sees beside the calls.
void mediaList(const Call& call);
void mediaContent(const Call& call);

// terminal_handlers.cpp: the staff at a terminal.
void signInAtTerminal(const Call& call);

} // namespace talon::api
