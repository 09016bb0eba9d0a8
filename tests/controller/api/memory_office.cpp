#include "tests/controller/api/memory_office.h"

#include "controller/queue/apply.h"
#include "controller/queue/decide.h"
#include "controller/staff/token.h"
#include "tests/support/small_office.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace std::chrono_literals;

namespace talon::test {

namespace {

std::string hashOf(const std::string& password)
{
    return "hash of " + password;
}

} // namespace

MemoryOffice::MemoryOffice()
    : m_office(smallOffice())
    , m_time(officeTime(SmallOfficeDay, 10h))
{
    const std::vector<std::pair<std::string, staff::Role>> members{
        {"anna", staff::Role::Clerk},
        {"boris", staff::Role::HallAdministrator},
        {"vera", staff::Role::Manager},
        {"gleb", staff::Role::Technician}};
    for (const auto& [login, role] : members) {
        const StaffId id{static_cast<std::int64_t>(m_accounts.staff.size()) + 1};
        m_accounts.staff[id] = {.id = id,
                                .login = login,
                                .name = login + "'s name",
                                .role = role,
                                .passwordHash = hashOf(login + login)};
        const std::string hash = staff::tokenHash(login);
        m_accounts.sessions[hash] = {.tokenHash = hash, .staff = id, .expiresAt = m_time.now + 1h};
    }
    m_accounts.devices[{1}] = {.id = {1},
                               .kind = staff::DeviceKind::Terminal,
                               .name = "hall",
                               .tokenHash = staff::tokenHash("terminal")};
    m_accounts.devices[{2}] = {.id = {2},
                               .kind = staff::DeviceKind::Display,
                               .name = "board",
                               .tokenHash = staff::tokenHash("display")};
}

Instant MemoryOffice::instantAt(Day day, std::chrono::minutes minute) const
{
    return officeTime(day, minute).now;
}

void MemoryOffice::answerSoon(std::function<void()> answer)
{
    if (m_isHeld) {
        m_heldAnswers.push_back(std::move(answer));
        return;
    }
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

void MemoryOffice::setHeld(bool held)
{
    m_isHeld = held;
    if (!held) {
        for (auto& answer : std::exchange(m_heldAnswers, {})) {
            answer();
        }
    }
}

std::vector<queue::Event> MemoryOffice::happen(const queue::Command& command)
{
    auto decision = queue::decide(m_office, command, m_time);
    if (!decision) {
        return {};
    }
    for (const queue::Event& event : *decision) {
        queue::apply(m_office, event);
    }
    const std::int64_t first = m_seq + 1;
    m_seq += static_cast<std::int64_t>(decision->size());
    Q_EMIT committed(first, *decision);
    return *std::move(decision);
}

void MemoryOffice::submit(api::Submission submission)
{
    ++m_submissions;
    m_lastBy = submission.by;
    if (auto* const handOver = std::get_if<queue::HandOverTicket>(&submission.command);
        handOver != nullptr && !submission.abandons.empty()) {
        const auto made = m_answers.find(submission.abandons);
        if (made == m_answers.end()) {
            m_answers[submission.abandons] = {.fingerprint = "abandoned", .answer = {}};
        } else {
            const QJsonObject body = QJsonDocument::fromJson(made->second.answer.body).object();
            handOver->instead = VisitId{body.value(QLatin1String("visit")).toInteger()};
        }
    }
    const auto known = m_answers.find(submission.key);
    api::Answer answer;
    if (known != m_answers.end()) {
        answer = known->second.fingerprint == submission.fingerprint
                     ? known->second.answer
                     : api::Answer{.status = 422, .body = R"({"error":"key reused"})"};
    } else if (m_isFull) {
        answer = {.status = 503, .body = R"({"error":"the disk is full"})"};
    } else if (auto refused = queue::decide(m_office, submission.command, m_time); !refused) {
        answer = {.status = 409,
                  .body = "{\"refusal\":\"" +
                          QByteArray::fromStdString(std::string(name(refused.error()))) + "\"}"};
    } else {
        const auto events = happen(submission.command);
        answer = {.status = 200, .body = submission.reply(m_office, events)};
        m_answers[submission.key] = {.fingerprint = submission.fingerprint, .answer = answer};
    }
    answerSoon([done = std::move(submission.done), answer] { done(answer); });
}

void MemoryOffice::keep(const staff::AccountChange& change, std::function<void(bool)> done)
{
    if (!m_isFull) {
        staff::apply(m_accounts, change);
    }
    answerSoon([done = std::move(done), kept = !m_isFull] { done(kept); });
}

void MemoryOffice::verifyPassword(std::string password,
                                  std::string hash,
                                  std::function<void(std::optional<bool>)> done)
{
    m_triedHashes.push_back(hash);
    std::optional<bool> fits;
    if (!m_isBusy) {
        fits = hash == hashOf(password);
    }
    answerSoon([done = std::move(done), fits] { done(fits); });
}

void MemoryOffice::findPin(std::string pin,
                           std::vector<std::string> hashes,
                           std::function<void(std::optional<PinFound>)> done)
{
    std::optional<PinFound> found;
    if (!m_isBusy) {
        const auto fits = std::ranges::find(hashes, hashOf(pin));
        found.emplace();
        if (fits != hashes.end()) {
            found->which = static_cast<std::size_t>(fits - hashes.begin());
        }
    }
    answerSoon([done = std::move(done), found] { done(found); });
}

void MemoryOffice::setPinAndBadge(StaffId id, const std::string& pin, const std::string& badge)
{
    staff::StaffMember& member = m_accounts.staff.at(id);
    member.pinHash = pin.empty() ? pin : hashOf(pin);
    member.badgeHash = badge.empty() ? badge : staff::tokenHash(badge);
}

std::optional<std::vector<queue::Visit>> MemoryOffice::visitsOn(Day day)
{
    if (!m_isReadable) {
        return std::nullopt;
    }
    if (day != SmallOfficeDay - std::chrono::days{1}) {
        return std::vector<queue::Visit>{};
    }
    return std::vector<queue::Visit>{{.id = {7}, .number = "А007", .service = {1}}};
}

} // namespace talon::test
