#pragma once

#include "shared/link/controller_link.h"
#include "terminal/app/choice_list_model.h"
#include "terminal/app/paper.h"
#include "terminal/app/ticket_issuer.h"
#include "terminal/app/wall_clock.h"
#include "terminal/flow/flow.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace talon::terminal {

/// All that QML knows of the terminal: the state to show and the touches it reports. What follows
/// from a touch is terminal/flow's to say; this carries it out.
class TerminalApp : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(QString screen READ screen NOTIFY screenChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY screenChanged)
    Q_PROPERTY(QString segment READ segment NOTIFY screenChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY screenChanged)
    Q_PROPERTY(bool canGoHome READ canGoHome NOTIFY screenChanged)
    Q_PROPERTY(int patienceMs READ patienceMs NOTIFY screenChanged)
    Q_PROPERTY(QString ticketNumber READ ticketNumber NOTIFY ticketChanged)
    Q_PROPERTY(QString ticketService READ ticketService NOTIFY ticketChanged)
    Q_PROPERTY(QString refusedOpensDate READ refusedOpensDate NOTIFY screenChanged)
    Q_PROPERTY(QString refusedOpensTime READ refusedOpensTime NOTIFY screenChanged)
    Q_PROPERTY(int waitFrom READ waitFrom NOTIFY ticketChanged)
    Q_PROPERTY(int waitTo READ waitTo NOTIFY ticketChanged)
    Q_PROPERTY(int peopleAhead READ peopleAhead NOTIFY ticketChanged)
    Q_PROPERTY(QString paper READ paper NOTIFY screenChanged)
    Q_PROPERTY(bool paperReady READ paperReady NOTIFY paperReadyChanged)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    Q_PROPERTY(QString officeName READ officeName NOTIFY officeChanged)
    Q_PROPERTY(QString qualityLine READ qualityLine NOTIFY officeChanged)
    Q_PROPERTY(QString opensDate READ opensDate NOTIFY officeChanged)
    Q_PROPERTY(QString opensTime READ opensTime NOTIFY officeChanged)
    Q_PROPERTY(QString timeText READ timeText NOTIFY timeChanged)
    Q_PROPERTY(QString dateText READ dateText NOTIFY timeChanged)
    Q_PROPERTY(bool starting READ starting NOTIFY startingChanged)
    Q_PROPERTY(QAbstractListModel* services READ services CONSTANT)
    Q_PROPERTY(QAbstractListModel* categories READ categories CONSTANT)

public:
    TerminalApp(link::ControllerLink& link, Paper& paper, const QString& firstLanguage);

    QString screen() const;
    QString problem() const;
    QString segment() const;
    bool canGoBack() const { return terminal::canGoBack(m_state); }
    bool canGoHome() const;
    int patienceMs() const { return static_cast<int>(patience(m_state).count()); }
    QString ticketNumber() const { return QString::fromStdString(m_ticket.number); }
    QString ticketService() const;
    int peopleAhead() const { return m_ticket.peopleAhead; }
    int waitFrom() const; ///< Minutes, as the ticket tells.
    int waitTo() const;   ///< 0: nothing was told.
    /// When the service that was refused is given again; empty when that is not known.
    QString refusedOpensDate() const;
    QString refusedOpensTime() const;
    QString paper() const;
    bool paperReady() const { return m_paper.isReady(); }
    QString language() const { return m_language; }
    QString officeName() const;
    QString qualityLine() const { return QString::fromStdString(m_view.office.qualityLine); }
    QString opensDate() const; ///< Empty when it is today.
    QString opensTime() const; ///< Empty when it is not known.
    QString timeText() const;
    QString dateText() const;
    bool starting() const { return m_starting; }
    QAbstractListModel* services() { return &m_services; }
    QAbstractListModel* categories() { return &m_categories; }

    VisitId visit() const { return m_ticket.visit; }

    Q_INVOKABLE void chooseSegment(const QString& segment);
    Q_INVOKABLE void chooseService(qint64 service);
    Q_INVOKABLE void answerCategory(qint64 category); ///< Zero: no such right.
    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goHome();
    Q_INVOKABLE void chooseLanguage(const QString& language);
    Q_INVOKABLE void noticeTouch(); ///< Somebody is there, whatever they touched.

Q_SIGNALS:
    void screenChanged();
    void ticketChanged();
    void paperReadyChanged();
    void languageChanged();
    void officeChanged();
    void timeChanged();
    void startingChanged();

private:
    void step(const Happening& happening);
    void carryOut(const Task& task);
    void takeView(const wire::FeedMessage& message);
    void setLanguage(const QString& language);
    void fillModels();
    void endStarting();
    QString inLanguage(const Text& text) const;
    QString dayText(Instant at) const;
    QString shortDayText(Instant at) const;
    QString minuteText(Instant at) const;
    const wire::ServiceChoice* chosenService() const;

    link::ControllerLink& m_link;
    Paper& m_paper;
    TicketIssuer m_issuer;
    State m_state;
    wire::TerminalView m_view;
    wire::Ticket m_ticket;
    WallClock m_clock;
    QString m_firstLanguage;
    QString m_language;
    ChoiceListModel m_services;
    ChoiceListModel m_categories;
    QTimer m_patience;
    QTimer m_away;
    QTimer m_second;
    QString m_shownTime;
    bool m_starting = true;
};

} // namespace talon::terminal
