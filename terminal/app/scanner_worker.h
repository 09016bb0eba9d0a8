#pragma once

#include "hw/scanner/open_scanner.h"
#include "terminal/app/scanner_reader.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace talon::terminal {

/// The part of ScannerReader that runs on the reading thread and owns the scanner.
class ScannerWorker : public QObject
{
    Q_OBJECT

public:
    explicit ScannerWorker(ScannerReaderSettings settings);

    /// First and last call on the reading thread.
    void begin();
    void end();

    /// From any thread: the read in hand is the last.
    void stop() { m_isStopped = true; }

Q_SIGNALS:
    void scanned(const QString& code);
    void presenceKnown(bool isPresent);
    void troubled(const QString& what);

private:
    void turn();
    bool open();
    void read();
    bool isSameShowing(const std::string& code);
    void tell(const std::string& trouble);

    ScannerReaderSettings m_settings;
    std::atomic<bool> m_isStopped = false;
    QTimer m_timer;
    std::unique_ptr<hw::Scanner> m_scanner;
    std::string m_openTrouble; ///< Told once, not every two seconds.
    std::string m_lastCode;
    std::chrono::steady_clock::time_point m_lastCodeAt;
};

} // namespace talon::terminal
