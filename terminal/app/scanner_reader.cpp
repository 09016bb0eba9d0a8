#include "terminal/app/scanner_reader.h"

#include "terminal/app/scanner_worker.h"

namespace talon::terminal {

ScannerReader::ScannerReader(const ScannerReaderSettings& settings)
    : m_worker(std::make_unique<ScannerWorker>(settings))
{
    connect(m_worker.get(), &ScannerWorker::scanned, this, &ScannerReader::scanned);
    connect(m_worker.get(), &ScannerWorker::presenceKnown, this, &ScannerReader::setPresent);
    connect(m_worker.get(), &ScannerWorker::troubled, this, &ScannerReader::troubled);
    connect(&m_thread, &QThread::started, m_worker.get(), &ScannerWorker::begin);
    m_thread.setObjectName(QStringLiteral("scanner"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

ScannerReader::~ScannerReader()
{
    m_worker->stop();
    // The worker's timer must end on the thread it runs on.
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get()] { worker->end(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void ScannerReader::setPresent(bool isPresent)
{
    if (m_isPresent != isPresent) {
        m_isPresent = isPresent;
        Q_EMIT presenceChanged(isPresent);
    }
}

} // namespace talon::terminal
