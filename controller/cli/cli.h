#pragma once

#include <QCommandLineParser>
#include <QStringList>

/// The sub-commands of talon-controller. Each reads its options, does its work and returns the exit
/// code of the program (runtime/exit_code.h).
namespace talon::controller {

int serve(const QStringList& arguments);
int init(const QStringList& arguments);
int addStaff(const QStringList& arguments);
int addDevice(const QStringList& arguments);
int setPin(const QStringList& arguments);
int addBadge(const QStringList& arguments);
int check(const QStringList& arguments);
int backUp(const QStringList& arguments);
int simulate(const QStringList& arguments);

/// Reads options, answers --help and --version, and ends the program on a wrong or missing one.
void parse(QCommandLineParser& parser, const QStringList& arguments, const QStringList& required);

} // namespace talon::controller
