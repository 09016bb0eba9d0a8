#pragma once

#include "shared/link/controller_link.h"
#include "terminal/app/access_modes.h"
#include "terminal/app/appointments.h"
#include "terminal/app/choice_list_model.h"
#include "terminal/app/paper.h"
#include "terminal/app/seen_office.h"
#include "terminal/app/staff_desk.h"
#include "terminal/app/ticket_issuer.h"
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
    /// Differs wherever the visitor sees something else to touch, also within one screen.
    Q_PROPERTY(QString place READ place NOTIFY screenChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY screenChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY screenChanged)
    Q_PROPERTY(bool canGoHome READ canGoHome NOTIFY screenChanged)
    Q_PROPERTY(int patienceMs READ patienceMs NOTIFY screenChanged)
    Q_PROPERTY(QString groupName READ groupName NOTIFY choiceChanged)
    Q_PROPERTY(QString serviceName READ serviceName NOTIFY choiceChanged)
    Q_PROPERTY(QString serviceBring READ serviceBring NOTIFY choiceChanged)
    Q_PROPERTY(QString serviceOpensDate READ serviceOpensDate NOTIFY choiceChanged)
    Q_PROPERTY(QString serviceOpensTime READ serviceOpensTime NOTIFY choiceChanged)
    Q_PROPERTY(bool checkInOffered READ checkInOffered NOTIFY officeChanged)
    Q_PROPERTY(QString appointment READ appointment NOTIFY appointmentChanged)
    Q_PROPERTY(QString appointmentService READ appointmentService NOTIFY appointmentChanged)
    Q_PROPERTY(QString appointmentDate READ appointmentDate NOTIFY appointmentChanged)
    Q_PROPERTY(QString appointmentTime READ appointmentTime NOTIFY appointmentChanged)
    Q_PROPERTY(QString appointmentFrom READ appointmentFrom NOTIFY appointmentChanged)
    Q_PROPERTY(QString appointmentNumber READ appointmentNumber NOTIFY appointmentChanged)
    Q_PROPERTY(QString ticketNumber READ ticketNumber NOTIFY ticketChanged)
    Q_PROPERTY(QString ticketService READ ticketService NOTIFY ticketChanged)
    Q_PROPERTY(bool ticketAlone READ ticketAlone NOTIFY ticketChanged)
    Q_PROPERTY(int waitFrom READ waitFrom NOTIFY ticketChanged)
    Q_PROPERTY(int waitTo READ waitTo NOTIFY ticketChanged)
    Q_PROPERTY(int peopleAhead READ peopleAhead NOTIFY ticketChanged)
    Q_PROPERTY(QString paper READ paper NOTIFY screenChanged)
    Q_PROPERTY(bool paperReady READ paperReady NOTIFY paperReadyChanged)
    Q_PROPERTY(bool scannerReady READ scannerReady NOTIFY scannerChanged)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    Q_PROPERTY(QString officeName READ officeName NOTIFY officeChanged)
    Q_PROPERTY(QString qualityLine READ qualityLine NOTIFY officeChanged)
    Q_PROPERTY(QString opensDate READ opensDate NOTIFY officeChanged)
    Q_PROPERTY(QString opensTime READ opensTime NOTIFY officeChanged)
    Q_PROPERTY(QString timeText READ timeText NOTIFY timeChanged)
    Q_PROPERTY(QString dateText READ dateText NOTIFY timeChanged)
    Q_PROPERTY(bool starting READ starting NOTIFY startingChanged)
    Q_PROPERTY(talon::terminal::AccessModes* access READ access CONSTANT)
    Q_PROPERTY(talon::terminal::StaffDesk* staff READ staff CONSTANT)
    Q_PROPERTY(QAbstractListModel* services READ services CONSTANT)
    Q_PROPERTY(QAbstractListModel* categories READ categories CONSTANT)
    Q_PROPERTY(QAbstractListModel* bookings READ bookings CONSTANT)

public:
    /// What the terminal has besides its screens.
    struct Parts
    {
        link::ControllerLink& link;
        Paper& paper;
        HandOver* own = nullptr;     ///< Its own numbers; without them the controller gives all.
        OfflineDesk* desk = nullptr; ///< Where `own` keeps them.
    };

    TerminalApp(const Parts& parts, const QString& firstLanguage);

    QString screen() const;
    QString place() const;
    QString problem() const;
    bool canGoBack() const { return terminal::canGoBack(m_state); }
    bool canGoHome() const;
    int patienceMs() const { return static_cast<int>(patienceNow().count()); }
    QString groupName() const;    ///< Of the open branch of the service tree; empty at its root.
    QString serviceName() const;  ///< Of what was chosen.
    QString serviceBring() const; ///< What it needs.
    /// When it is given again, if it is closed; empty when that is not known.
    QString serviceOpensDate() const;
    QString serviceOpensTime() const;
    bool checkInOffered() const { return m_office.offer().bookings; }
    QString appointment() const;
    QString appointmentService() const;
    QString appointmentDate() const; ///< Empty when it is today.
    QString appointmentTime() const;
    QString appointmentFrom() const; ///< From when on it can be checked in.
    QString appointmentNumber() const;
    QString ticketNumber() const { return QString::fromStdString(m_given.ticket.number); }
    QString ticketService() const;
    bool ticketAlone() const { return m_given.isAlone; }
    int peopleAhead() const { return m_given.ticket.peopleAhead; }
    int waitFrom() const; ///< Minutes, as the ticket tells.
    int waitTo() const;   ///< 0: nothing was told.
    /// As name(PrintOutcome); "copy" for a printed copy, "waiting" while a stopped printer is.
    QString paper() const;
    bool paperReady() const { return m_paper.state().isReady; }
    bool scannerReady() const { return m_scannerReady; }
    QString language() const { return m_language; }
    QString officeName() const { return m_office.text(m_office.view().office.name, m_language); }
    QString qualityLine() const;
    QString opensDate() const; ///< Empty when it is today.
    QString opensTime() const; ///< Empty when it is not known.
    QString timeText() const { return m_office.timeText(); }
    QString dateText() const { return m_office.dateText(m_language); }
    bool starting() const { return m_starting; }
    AccessModes* access() { return &m_access; }
    StaffDesk* staff() { return &m_staff; }
    QAbstractListModel* services() { return &m_services; }
    QAbstractListModel* categories() { return &m_categories; }
    QAbstractListModel* bookings() { return &m_bookings; }

    const State& state() const { return m_state; }
    const SeenOffice& office() const { return m_office; }
    const GivenTicket& given() const { return m_given; }
    /// What the visitor showed or typed: none, one, or those to choose from.
    const std::vector<ArrivalBooking>& found() const { return m_found; }
    VisitId visit() const { return m_given.ticket.visit; }

    Q_INVOKABLE void chooseSegment(const QString& segment);
    Q_INVOKABLE void chooseGroup(qint64 group);
    Q_INVOKABLE void chooseService(qint64 service);
    Q_INVOKABLE void readOn();
    Q_INVOKABLE void answerCategory(qint64 category); ///< Zero: no such right.
    Q_INVOKABLE void checkIn();
    Q_INVOKABLE void findBooking(const QString& text); ///< As typed or scanned.
    Q_INVOKABLE void chooseBooking(qint64 booking);
    Q_INVOKABLE void checkInAnyway();
    Q_INVOKABLE void takeUsualTicket(); ///< For the service that was booked.
    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goHome();
    Q_INVOKABLE void chooseLanguage(const QString& language);
    Q_INVOKABLE void toggleAccess(const QString& mode); ///< By the name of its property.
    Q_INVOKABLE void noticeTouch(); ///< Somebody is there, whatever they touched.

    /// A code at the scanner: a booking, or a badge of the staff.
    void takeScan(const QString& code);
    void setScannerReady(bool ready);
    void expectScanner(); ///< One is set up: that it is not there is a trouble.
    bool scannerExpected() const { return m_scannerExpected; }

    /// That it may still give without the controller today, of all services.
    int numbersLeft() const;

    /// What was being printed when the power went is told: nobody knows whether it is on paper.
    void settleHalfPrinted(VisitId visit, const std::string& number);

Q_SIGNALS:
    void screenChanged();
    void choiceChanged(); ///< What was chosen, or its name in the visitor's language.
    void appointmentChanged();
    void ticketChanged();
    void paperReadyChanged();
    void scannerChanged();
    void languageChanged();
    void officeChanged();
    void timeChanged();
    void startingChanged();
    void restartWanted(); ///< By the staff.

private:
    StaffDesk::Around aroundStaff();
    void recall();
    void step(const Happening& happening);
    void carryOut(const Task& task);
    void give(const Expected<GivenTicket, Problem>& given);
    void takeView(const wire::FeedMessage& message);
    void loseController();
    void passTime();
    void keepDocument(Document document, const std::string& text);
    void showAppointment(const FoundAppointment& found);
    ArrivalTime arrivalTime() const;
    void setLanguage(const QString& language);
    void welcomeNext();
    void followStaff();
    void fillModels();
    void endStarting();
    std::chrono::milliseconds patienceNow() const;
    QVariantList deviceRows() const;
    const wire::ServiceChoice* chosenService() const;
    const ArrivalBooking* foundBooking() const;

    link::ControllerLink& m_link;
    Paper& m_paper;
    HandOver* m_own;
    OfflineDesk* m_desk;
    TicketIssuer m_issuer;
    Appointments m_appointments;
    SeenOffice m_office;
    State m_state;
    GivenTicket m_given;
    std::vector<ArrivalBooking> m_found;
    QString m_firstLanguage;
    QString m_language;
    QString m_staffLanguage; ///< Kept from one time to the next.
    AccessModes m_access;
    bool m_isStaffHere = false; ///< At its own screens.
    StaffDesk m_staff;
    ChoiceListModel m_services;
    ChoiceListModel m_categories;
    ChoiceListModel m_bookings;
    std::string m_keptView; ///< What the store has.
    QTimer m_patience;
    QTimer m_away;
    QTimer m_second;
    QString m_shownTime;
    bool m_starting = true;
    bool m_paperWaits = false; ///< The printer has stopped, and is given some time.
    bool m_scannerReady = false;
    bool m_scannerExpected = false;
};

} // namespace talon::terminal
