#include "terminal/app/scanner_worker.h"

#include <utility>

namespace talon::terminal {
namespace {

using namespace std::chrono_literals;

constexpr auto ReadFor = 100ms; ///< As long may the end of the thread take.

} // namespace

ScannerWorker::ScannerWorker(ScannerReaderSettings settings)
    : m_settings(std::move(settings))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScannerWorker::turn);
}

void ScannerWorker::begin()
{
    turn();
}

void ScannerWorker::end()
{
    m_timer.stop();
    m_scanner.reset();
}

void ScannerWorker::turn()
{
    if (m_isStopped) {
        return;
    }
    if (!m_scanner && !open()) {
        m_timer.start(m_settings.openEvery);
        return;
    }
    read();
    m_timer.start(0ms); // the thread's own events get their turn
}

bool ScannerWorker::open()
{
    auto scanner = hw::openScanner(m_settings.scanner);
    if (!scanner) {
        if (m_openTrouble != scanner.error().what) {
            m_openTrouble = scanner.error().what;
            tell(m_openTrouble);
        }
        Q_EMIT presenceKnown(false);
        return false;
    }
    m_openTrouble.clear();
    m_scanner = *std::move(scanner);
    Q_EMIT presenceKnown(true);
    return true;
}

void ScannerWorker::read()
{
    const auto scan = m_scanner->read(ReadFor);
    if (!scan) {
        tell(scan.error().what);
        m_scanner.reset(); // the next turn opens it anew
        Q_EMIT presenceKnown(false);
        return;
    }
    if (!*scan) {
        return;
    }
    const hw::Scan& heard = **scan;
    if (!heard) {
        tell(m_scanner->id() + ": " + describe(heard.error()));
    } else if (!isSameShowing(*heard)) {
        Q_EMIT scanned(QString::fromStdString(*heard));
    }
}

bool ScannerWorker::isSameShowing(const std::string& code)
{
    const auto now = std::chrono::steady_clock::now();
    const auto since = now - std::exchange(m_lastCodeAt, now);
    return std::exchange(m_lastCode, code) == code && since < m_settings.sameAgainAfter;
}

void ScannerWorker::tell(const std::string& trouble)
{
    Q_EMIT troubled(QString::fromStdString(trouble));
}

} // namespace talon::terminal
