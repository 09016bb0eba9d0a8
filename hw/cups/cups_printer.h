#pragma once

#include "hw/cups/cups_server.h"
#include "hw/printer.h"
#include "hw/slip_road.h"

namespace talon::hw {

/// The compatibility road, for printers that only have a driver: slips go as pictures to a queue
/// of CUPS, or as our own bytes where the queue has no driver. Nothing is ever confirmed: that
/// CUPS calls a job completed does not mean that anything is on paper.
class CupsPrinter : public Printer, public SlipRoad
{
public:
    CupsPrinter(std::string id, CupsAddress address);

    std::string id() const override { return m_id; }
    bool canAnswer() const override { return false; }
    SlipRoad* slips() override { return this; }

    /// Bytes past the driver, as one job.
    Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) override;
    Expected<Bytes, IoError> read(std::chrono::milliseconds within) override;

    escpos::Condition condition(std::chrono::milliseconds within) override;
    PrintResult print(const Raster& slip,
                      const escpos::Model& model,
                      std::int64_t job,
                      std::chrono::milliseconds within) override;

private:
    /// What is known of a document that was to go.
    struct Delivery
    {
        Fate fate = Fate::NotPrinted;
        bool isCompleted = false; ///< As far as CUPS is concerned.
        escpos::Condition condition = escpos::Condition::Ready;
        std::string what;
    };

    Delivery deliver(CupsServer& server, const CupsDocument& document);
    Delivery watch(CupsServer& server, int job);
    Delivery takeBack(CupsServer& server, int job, const std::string& why);
    Delivery failed(Fate fate, escpos::Condition condition, const std::string& what) const;

    std::string m_id;
    CupsAddress m_address;
    CupsServer::Moment m_deadline; ///< Of the document in hand.
};

/// By an address of cups_address.h; there must be such a queue.
Expected<std::unique_ptr<CupsPrinter>, IoError> openCupsPrinter(const std::string& address);

/// The queues of this machine's CUPS.
Expected<std::vector<CupsQueue>, IoError> listCupsQueues();

} // namespace talon::hw
