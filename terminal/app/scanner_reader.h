#pragma once

#include "hw/device_uri.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <chrono>
#include <memory>

namespace talon::terminal {

class ScannerWorker;

struct ScannerReaderSettings
{
    hw::DeviceUri scanner;
    std::chrono::milliseconds openEvery{2000}; ///< How often a scanner that is gone is looked for.

    /// A scanner that lies on a table reads a code again and again while it is held before it.
    std::chrono::milliseconds sameAgainAfter{2000};
};

/// The thread that reads the scanner of a terminal; it may be unplugged and plugged in at any time.
///
///     scanner ──▶ [ open ▸ read ▸ once for each showing ] ──▶ scanned("A015")
///
/// Lives on the thread of its owner, as do its signals. The destructor waits for the read in hand.
class ScannerReader : public QObject
{
    Q_OBJECT

public:
    explicit ScannerReader(const ScannerReaderSettings& settings);
    ~ScannerReader() override;

    bool isPresent() const { return m_isPresent; }

Q_SIGNALS:
    /// A whole code of printable ASCII, at most 128 characters.
    void scanned(const QString& code);

    void presenceChanged(bool isPresent);

    /// For the log: what did not go well, in English, naming the device. Not what was scanned.
    void troubled(const QString& what);

private:
    void setPresent(bool isPresent);

    bool m_isPresent = false;
    std::unique_ptr<ScannerWorker> m_worker;
    QThread m_thread;
};

} // namespace talon::terminal
