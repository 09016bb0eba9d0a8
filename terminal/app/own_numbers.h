#pragma once

#include "shared/link/controller_link.h"
#include "terminal/offline/hand_over.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace talon::terminal {

/// The terminal's reserve of numbers, from its store on the disk to the hand-over; or the reason
/// why there is none.
class OwnNumbers
{
public:
    /// In this folder; an empty path means no reserve: the controller alone gives tickets.
    OwnNumbers(link::ControllerLink& link, const std::filesystem::path& folder);

    /// Why the program cannot go on; empty when it can.
    const QString& trouble() const { return m_trouble; }

    /// None without a folder, or when its disk cannot be used.
    HandOver* handOver() { return m_handOver ? &*m_handOver : nullptr; }
    OfflineDesk* desk() { return m_desk ? &*m_desk : nullptr; }

    /// The office's time, once somebody knows it; the machine's until then.
    void setClock(std::function<Instant()> clock) { m_clock = std::move(clock); }

private:
    std::function<Instant()> m_clock;
    QString m_trouble;
    std::optional<OfflineDesk> m_desk;
    std::optional<HandOver> m_handOver;
};

} // namespace talon::terminal
