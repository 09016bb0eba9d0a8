#pragma once

#include "hw/printer.h"
#include "hw/tcp/address.h"

#include <memory>
#include <vector>

namespace talon::hw {

/// A network printer that takes its bytes on a port, mostly 9100. Such printers have one connection
/// at a time: it is made when a conversation begins and let go when it ends.
///
/// A write is over when the last byte is on the wire. One that ends early breaks the connection:
/// what the system still held is then never sent, and the count is exact.
class TcpPrinter : public Printer
{
public:
    TcpPrinter(std::string id, HostPort where);

    std::string id() const override { return m_id; }
    bool canAnswer() const override { return true; }
    Expected<Done, IoError> reach(std::chrono::milliseconds within) override;
    void rest() override;

    /// Reaches the printer by itself where nobody has.
    Expected<Done, WriteError> write(BytesView bytes, std::chrono::milliseconds within) override;
    Expected<Bytes, IoError> read(std::chrono::milliseconds within) override;

private:
    bool isStillThere() const;
    Expected<Done, IoError> findOut(Deadline deadline);
    Expected<Descriptor, IoError> connectTo(const SocketAddress& address, Deadline deadline) const;
    IoError lost(int error) const;
    std::size_t bytesNotSent() const;
    Unexpected<WriteError> endedEarly(WriteError::Cause cause, std::size_t taken, int error);

    std::string m_id;
    HostPort m_where;
    std::vector<SocketAddress> m_addresses; ///< Kept while one of them works.
    Descriptor m_socket;
    Bytes m_heard; ///< Said by the printer before the connection was broken.
};

/// `address` is HOST or HOST:PORT. Reaches the printer once, to tell at once what is wrong.
Expected<std::unique_ptr<TcpPrinter>, IoError> openTcpPrinter(const std::string& address);

} // namespace talon::hw
