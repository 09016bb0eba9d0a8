#include "terminal/app/office_names.h"

#include "shared/ui/fonts.h"
#include "terminal/app/translations.h"

#include <QLoggingCategory>

#include <utility>

namespace talon::terminal {

namespace {

Q_LOGGING_CATEGORY(log, "talon.terminal.names")

/// As visitors read them, in each of the terminal's languages.
QStringList namesIn(const SeenOffice& office)
{
    const wire::TerminalView& view = office.view();
    QStringList names;
    for (const QString& language : languages()) {
        names.append(office.text(view.office.name, language));
        for (const wire::GroupChoice& each : view.groups) {
            names.append(office.text(each.name, language));
        }
        for (const wire::ServiceChoice& each : view.services) {
            names.append(office.text(each.name, language));
            names.append(office.text(each.bring, language));
        }
        for (const wire::CategoryChoice& each : view.categories) {
            names.append(office.text(each.name, language));
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace

OfficeNames::OfficeNames(const TerminalApp& app)
    : m_app(app)
{
    connect(&app, &TerminalApp::officeChanged, this, &OfficeNames::look);
    look();
}

void OfficeNames::look()
{
    QStringList names = namesIn(m_app.office());
    if (names == m_looked) {
        return;
    }
    bool areUnwritable = false;
    for (const QString& each : std::as_const(names)) {
        const QString missing = ui::unwritable(each);
        if (!missing.isEmpty()) {
            areUnwritable = true;
            qCWarning(log) << "cannot be written in full:" << each << "lacks" << missing;
        }
    }
    m_looked = std::move(names);
    if (std::exchange(m_areUnwritable, areUnwritable) != areUnwritable) {
        Q_EMIT unwritableChanged(areUnwritable);
    }
}

} // namespace talon::terminal
