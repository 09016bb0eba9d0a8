#pragma once

#include "controller/api/office_access.h"

#include <QObject>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace talon::test {

/// An office without a journal: it really decides and applies, keeps answers by their keys, and
/// answers later, as the real one does after its commit.
///
/// Staff: anna (1, clerk), boris (2, hallAdministrator), vera (3, manager), gleb (4, technician);
/// the password of each is the login, twice. Devices: a terminal (1) with the token "terminal", a
/// display (2) with "display". Each member has a session with the login as its token.
class MemoryOffice : public QObject, public api::OfficeAccess
{
    Q_OBJECT

public:
    MemoryOffice();

    const queue::Office& office() const override { return m_office; }
    const staff::Accounts& accounts() const override { return m_accounts; }
    std::int64_t seq() const override { return m_seq; }
    std::int64_t epoch() const override { return 3; }
    OfficeTime time() const override { return m_time; }
    int utcOffsetMinutes() const override { return 240; }
    std::optional<Instant> opensAt() const override { return m_opensAt; }
    std::optional<Instant> opensAt(const Service& /*service*/, bool /*alsoToday*/) const override
    {
        return m_opensAt;
    }
    Instant instantAt(Day day, std::chrono::minutes minute) const override;
    bool knowsZone(const std::string& ianaName) const override { return ianaName != "Nowhere"; }
    const forecast::Forecast& forecast() const override { return m_forecast; }

    void submit(api::Submission submission) override;
    void keep(const staff::AccountChange& change, std::function<void(bool)> done) override;
    void verifyPassword(std::string password,
                        std::string hash,
                        std::function<void(std::optional<bool>)> done) override;
    void findPin(std::string pin,
                 std::vector<std::string> hashes,
                 std::function<void(std::optional<PinFound>)> done) override;
    std::optional<std::vector<queue::Visit>> visitsOn(Day day) override;

    /// Gives a member a PIN and a badge of these words; empty takes them away.
    void setPinAndBadge(StaffId id, const std::string& pin, const std::string& badge);

    /// Makes a command happen without a request.
    std::vector<queue::Event> happen(const queue::Command& command);

    void setTime(const OfficeTime& time) { m_time = time; }
    void setForecast(const forecast::Forecast& forecast) { m_forecast = forecast; }
    void setOpensAt(std::optional<Instant> at) { m_opensAt = at; }
    /// While it is held, requests are decided and not answered.
    void setHeld(bool held);
    void setFull(bool full) { m_isFull = full; }
    void setBusy(bool busy) { m_isBusy = busy; }
    void setReadable(bool readable) { m_isReadable = readable; }

    int heldAnswers() const { return static_cast<int>(m_heldAnswers.size()); }
    int submissions() const { return m_submissions; }
    const std::vector<std::string>& triedHashes() const { return m_triedHashes; }
    const std::string& lastBy() const { return m_lastBy; }

Q_SIGNALS:
    void committed(std::int64_t firstSeq, const std::vector<talon::queue::Event>& events);

private:
    struct Kept
    {
        std::string fingerprint;
        api::Answer answer;
    };

    void answerSoon(std::function<void()> answer);

    queue::Office m_office;
    staff::Accounts m_accounts;
    OfficeTime m_time;
    std::optional<Instant> m_opensAt;
    forecast::Forecast m_forecast;
    std::int64_t m_seq = 0;
    std::map<std::string, Kept> m_answers;
    std::vector<std::function<void()>> m_heldAnswers;
    bool m_isHeld = false;
    bool m_isFull = false;
    bool m_isBusy = false;
    bool m_isReadable = true;
    int m_submissions = 0;
    std::vector<std::string> m_triedHashes;
    std::string m_lastBy;
};

} // namespace talon::test
