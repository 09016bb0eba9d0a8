#include "tests/terminal/week/week_office.h"

#include "controller/queue/invariants.h"
#include "controller/staff/token.h"
#include "tests/support/catch.h"
#include "tests/support/small_office.h"

using namespace std::chrono_literals;

namespace talon::test {

namespace {

constexpr int Terminals = 2;
constexpr int Windows = 8;
constexpr auto TurnEvery = 20s;
constexpr int TurnsPerCheck = 30; ///< The queue's own tests look after every event.

} // namespace

/// Open from Monday to Saturday; private persons and companies, a group, a service to read about,
/// one with few numbers.
OfficeSettings WeekOffice::settings()
{
    OfficeSettings settings = smallSettings();
    settings.code = "saratov-2";
    settings.holidays.clear();
    settings.hours.week.at(5) = {OpeningHours{.opens = 8h, .closes = 16h}};
    settings.groups = {{.id = {1}, .parent = {}, .name = {{"ru", "Договоры"}}, .icon = {}}};
    settings.services.at(1).expectedService = 120s;
    settings.services.at(2).group = GroupId{1};
    settings.services.at(2).bring = {{"ru", "Паспорт"}};
    settings.services.at(2).readFirst = true;
    settings.services.at(2).lastNumber = 160;
    settings.services.push_back({.id = {4},
                                 .segment = Segment::B2b,
                                 .name = {{"ru", "Юридические лица"}},
                                 .prefix = "Ю",
                                 .target = 20min});
    settings.windows.clear();
    for (int i = 1; i <= Windows; ++i) {
        settings.windows.push_back({.id = {i},
                                    .name = std::to_string(i),
                                    .services = {{1}, {2}, {3}, {4}},
                                    .helpsWith = {}});
    }
    return settings;
}

WeekOffice::WeekOffice(const std::filesystem::path& folder, std::uint64_t seed)
    : m_path((folder / "office.journal").string())
    , m_random(seed)
    , m_isThere([](const queue::Visit&) { return true; })
{
    auto journal = journal::Journal::open(m_path, {.create = true});
    REQUIRE(journal);
    journal::Entry setup{.at = {},
                         .by = "setup",
                         .events = {queue::SettingsChanged{settings()}},
                         .answer = std::nullopt,
                         .accounts = {}};
    for (int terminal = 1; terminal <= Terminals; ++terminal) {
        const std::string token = staff::newToken();
        m_tokens[terminal] = token;
        setup.accounts.emplace_back(
            staff::DeviceSaved{{.id = {terminal},
                                .kind = staff::DeviceKind::Terminal,
                                .name = "terminal " + std::to_string(terminal),
                                .tokenHash = staff::tokenHash(token)}});
    }
    REQUIRE(journal->append(std::span(&setup, 1)));
    for (const Window& window : settings().windows) {
        m_clerks.push_back({.window = window.id, .staff = {window.id.value}, .busyUntil = {}});
    }
    QObject::connect(&m_turns, &QTimer::timeout, &m_turns, [this] { takeTurns(); });
    m_turns.start(TurnEvery);
}

WeekOffice::~WeekOffice()
{
    switchOff();
}

void WeekOffice::join(Network& network)
{
    m_networks.push_back(&network);
}

void WeekOffice::switchOn()
{
    auto journal = journal::Journal::open(m_path, {});
    auto reader = journal::Reader::open(m_path);
    REQUIRE(journal);
    REQUIRE(reader);
    journal::Memory memory = journal->takeMemory();
    m_runtime.emplace(runtime::Runtime::Parts{.journal = *std::move(journal),
                                              .memory = std::move(memory),
                                              .reader = *std::move(reader),
                                              .clock = runtime::OfficeClock()});
    m_port.emplace(*m_runtime, api::PortOptions{});
    QObject::connect(&*m_runtime, &runtime::Runtime::committed, &*m_port, &api::Port::onCommitted);
    QObject::connect(&*m_runtime, &runtime::Runtime::forecastChanged, &*m_port,
                     &api::Port::changed);
    const auto bound = m_port->listen(QHostAddress(QHostAddress::LocalHost), 0);
    REQUIRE(bound);
    for (Network* const network : m_networks) {
        network->setController(*bound);
    }
}

void WeekOffice::switchOff()
{
    if (!m_runtime) {
        return;
    }
    for (Network* const network : m_networks) {
        network->setController(0);
    }
    m_port->close();
    m_port.reset();
    m_runtime.reset();
}

void WeekOffice::submit(queue::Command command)
{
    m_runtime->submit({.key = "week-" + std::to_string(++m_keys),
                       .fingerprint = "week",
                       .by = "staff:1",
                       .command = std::move(command),
                       .reply = [](const queue::Office&,
                                   const std::vector<queue::Event>&) { return QByteArray("{}"); },
                       .done = [](const api::Answer&) {}});
}

void WeekOffice::addBooking(const std::string& code, ServiceId service, Instant at)
{
    submit(queue::AddBooking{.code = code, .service = service, .day = time().day, .at = at});
}

std::vector<queue::Visit> WeekOffice::visitsOn(Day day)
{
    const auto visits = m_runtime->visitsOn(day);
    REQUIRE(visits);
    return *visits;
}

std::optional<std::string> WeekOffice::answerTo(const std::string& key)
{
    auto reader = journal::Reader::open(m_path);
    REQUIRE(reader);
    const auto answer = reader->findAnswer(key);
    REQUIRE(answer);
    return *answer ? std::optional((*answer)->body) : std::nullopt;
}

void WeekOffice::takeTurns()
{
    if (!isOn()) {
        return;
    }
    if (++m_turnCount % TurnsPerCheck == 0) {
        const auto broken = queue::brokenInvariant(office());
        INFO(broken.value_or(""));
        REQUIRE(!broken);
    }
    for (Clerk& clerk : m_clerks) {
        if (time().now >= clerk.busyUntil) {
            takeTurn(clerk);
        }
    }
}

/// One thing at a time, as a clerk does; what is refused is tried again at the next turn.
void WeekOffice::takeTurn(Clerk& clerk)
{
    const queue::WindowDesk* const desk = queue::findDesk(office(), clerk.window);
    const bool isOpen = isOpenAt(office().settings, time());
    if (desk == nullptr || (desk->state == WindowState::Closed && !isOpen)) {
        return;
    }
    if (desk->state != WindowState::Open) {
        submit(queue::OpenWindow{clerk.window, clerk.staff});
    } else if (!desk->visit) {
        if (isOpen || !office().lines.empty()) {
            submit(queue::CallNext{clerk.window, clerk.staff});
        } else {
            submit(queue::CloseWindow{clerk.window, clerk.staff});
        }
    } else if (const queue::Visit* const visit = queue::findVisit(office(), *desk->visit);
               visit->state == VisitState::Serving) {
        submit(
            queue::FinishVisit{.window = clerk.window, .clerk = clerk.staff, .topic = TopicId{1}});
        ++m_finished;
    } else if (m_isThere(*visit)) {
        submit(queue::StartService{.window = clerk.window, .clerk = clerk.staff});
        clerk.busyUntil = time().now + std::chrono::seconds(m_random.from(60, 600));
    } else {
        submit(queue::MarkNoShow{.window = clerk.window, .clerk = clerk.staff});
    }
}

} // namespace talon::test
