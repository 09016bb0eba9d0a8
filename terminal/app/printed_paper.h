#pragma once

#include "terminal/app/paper.h"
#include "terminal/printing/print_queue.h"

namespace talon::terminal {

/// Real paper: tickets go to the printing thread.
class PrintedPaper : public Paper
{
    Q_OBJECT

public:
    explicit PrintedPaper(PrintQueue& queue, QObject* parent = nullptr);

    void print(const wire::Ticket& ticket, const wire::TerminalView& view, bool isCopy) override;
    void printTest() override;
    void giveUp() override { m_queue.giveUp(); }
    PaperState state() const override;

private:
    PrintQueue& m_queue;
};

} // namespace talon::terminal
