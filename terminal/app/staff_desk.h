#pragma once

#include "shared/link/controller_link.h"
#include "shared/wire/terminal_view.h"
#include "shared/wire/ticket_json.h"
#include "terminal/app/choice_list_model.h"
#include "terminal/app/ticket_list_model.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace talon::terminal {

/// What the staff does at the terminal: behind a PIN or a badge, which the controller checks, so
/// that the journal knows who did it. Left alone it closes by itself.
///
///     (long touch, badge) -> pin -> menu -> tickets -> ticket
///                                     |--> devices
///                                     \--> issuing: the visitor's own screens, with the staff's
///                                     right
class StaffDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of TerminalApp")
    /// Empty when the screens belong to the visitors; else pin, menu, tickets, ticket, devices.
    Q_PROPERTY(QString page READ page NOTIFY changed)
    Q_PROPERTY(QString staffName READ staffName NOTIFY changed)
    /// Screens of visitors are used by the staff, to give somebody a ticket.
    Q_PROPERTY(bool issuing READ isIssuing NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// What to tell (StaffWords.qml), with a number or name in it.
    Q_PROPERTY(QString said READ said NOTIFY changed)
    Q_PROPERTY(QString saidDetail READ saidDetail NOTIFY changed)
    Q_PROPERTY(bool saidIsTrouble READ saidIsTrouble NOTIFY changed)
    Q_PROPERTY(QString ticketNumber READ ticketNumber NOTIFY changed)
    Q_PROPERTY(QString ticketService READ ticketService NOTIFY changed)
    Q_PROPERTY(QString ticketTime READ ticketTime NOTIFY changed)
    Q_PROPERTY(qint64 ticketCategory READ ticketCategory NOTIFY changed)
    Q_PROPERTY(QAbstractListModel* tickets READ tickets CONSTANT)
    Q_PROPERTY(QAbstractListModel* categories READ categories CONSTANT)
    Q_PROPERTY(QVariantList devices READ devices NOTIFY changed)

public:
    /// What the desk needs of the terminal around it.
    struct Around
    {
        std::function<const wire::TerminalView&()> view;
        std::function<QString(const Text&)> inLanguage;
        std::function<QString(Instant)> minuteText;
        std::function<QVariantList()> devices; ///< Rows of what, state, detail, good.
        std::function<void(const wire::Ticket&)> printCopy;
        std::function<void()> printTest;
        std::function<void()> beginIssuing; ///< Shows the visitor's first screen.
        std::function<void()> restart;
    };

    StaffDesk(link::ControllerLink& link, Around around);

    QString page() const { return m_page; }
    QString staffName() const { return m_name; }
    bool isIssuing() const { return !m_token.isEmpty() && m_page.isEmpty(); }
    bool isBusy() const { return m_busy; }
    QString said() const { return m_said; }
    QString saidDetail() const { return m_saidDetail; }
    bool saidIsTrouble() const { return m_saidIsTrouble; }
    QString ticketNumber() const { return QString::fromStdString(m_ticket.number); }
    QString ticketService() const;
    QString ticketTime() const;
    qint64 ticketCategory() const { return m_ticket.category ? m_ticket.category->value : 0; }
    QAbstractListModel* tickets() { return &m_rows; }
    QAbstractListModel* categories() { return &m_categories; }
    QVariantList devices() const { return m_around.devices(); }

    /// The credential to give out tickets with; empty unless the staff is issuing.
    QByteArray token() const { return isIssuing() ? m_token : QByteArray(); }

    Q_INVOKABLE void open();
    Q_INVOKABLE void leave();
    Q_INVOKABLE void signIn(const QString& pin);
    Q_INVOKABLE void choose(const QString& action);
    Q_INVOKABLE void openTicket(qint64 visit);
    Q_INVOKABLE void reprint();
    Q_INVOKABLE void setCategory(qint64 category); ///< Zero: none.
    Q_INVOKABLE void back();
    Q_INVOKABLE void noticeTouch();

    void signInByBadge(const QString& badge);
    /// A ticket was given, or its giving was left: back to the menu.
    Q_INVOKABLE void endIssuing();
    void tellPaper(const QString& number, bool isPrinted);
    void refresh(); ///< A device has changed, or the language.

Q_SIGNALS:
    void changed();

private:
    using Answer = std::function<void(const QJsonObject&)>;

    void show(const QString& page);
    void say(const QString& what, const QString& detail = {}, bool isTrouble = false);
    void signIn(const QJsonObject& credential);
    void fetchTickets();
    void fillTickets();
    link::ControllerLink::Done answered(Answer answer);

    link::ControllerLink& m_link;
    Around m_around;
    QString m_page;
    QByteArray m_token;
    QString m_name;
    QString m_said;
    QString m_saidDetail;
    bool m_saidIsTrouble = false;
    bool m_busy = false;
    int m_visitNumber = 0; ///< Of the staff to the desk: an answer to an earlier one is dropped.
    std::vector<wire::Ticket> m_tickets;
    wire::Ticket m_ticket;
    TicketListModel m_rows;
    ChoiceListModel m_categories;
    QTimer m_patience;
};

} // namespace talon::terminal
