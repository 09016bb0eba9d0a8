#pragma once

#include "hw/escpos/decoder.h"
#include "hw/escpos/replies.h"
#include "hw/printer.h"
#include "hw/virtual/faults.h"

#include <chrono>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>

namespace talon::hw {

/// A printer on paper made of files. It executes the bytes as a real one does, buffer, cutter,
/// status and real-time commands included, and lays each cut slip into its folder:
///
///     ticket-0001.png       the paper, dot by dot
///     ticket-0001.escpos    the bytes that made it
///     faults                written by hand: what is wrong with it (faults.h)
///
/// The printer of demonstrations, of developers and of the tests.
class VirtualPrinter : public Printer
{
public:
    explicit VirtualPrinter(std::filesystem::path folder);

    std::string id() const override;
    bool canAnswer() const override { return true; }
    Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) override;
    Expected<Bytes, IoError> read(std::chrono::milliseconds within) override;

private:
    using Moment = std::chrono::steady_clock::time_point;

    struct Answer
    {
        Moment readyAt;
        Bytes bytes;
    };

    Expected<Done, IoError> lookAround();
    bool takesMore() const;
    bool paperEnded() const;
    bool canPrint() const;
    void takeByte(std::byte byte);
    void obeyNow(const escpos::Action& action);
    void printWaiting();
    bool execute(escpos::Action& action);
    int rowsWithPaper(int wanted);
    void finishSlip(Bytes bytes, std::string_view ending);
    void answer(Bytes bytes, Moment readyAt);
    void reportChanges();
    Bytes eotAnswer(int n) const;
    escpos::AsbReply report() const;
    Bytes answersBy(Moment now);

    std::filesystem::path m_folder;
    Faults m_faults;
    std::string m_faultsText;
    std::optional<int> m_rowsLeft; ///< On the roll; not counted while no fault limits it.
    bool m_jammed = false;
    bool m_dead = false;
    std::optional<IoError> m_folderTrouble; ///< A slip could not be kept.

    escpos::Decoder m_decoder;
    std::deque<escpos::Action> m_waiting; ///< Understood, not executed: there is no paper.
    std::size_t m_bytesWhileStuck = 0;
    bool m_inSlip = false;
    Bytes m_slipBytes;             ///< From `ESC @` on.
    std::deque<Bytes> m_slipsSent; ///< Complete slips whose cut is still waiting.
    Raster m_paper;                ///< Out of the head, not cut.
    int m_slipNumber = 0;
    Moment m_paperReadyAt;

    bool m_watched = false;
    std::optional<escpos::AsbReply> m_lastReport;
    std::deque<Answer> m_answers;
};

/// Makes the folder if need be.
Expected<std::unique_ptr<VirtualPrinter>, IoError> openVirtualPrinter(const std::string& folder);

} // namespace talon::hw
