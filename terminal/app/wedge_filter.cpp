#include "terminal/app/wedge_filter.h"

#include <QKeyEvent>

namespace talon::terminal {

bool WedgeFilter::eventFilter(QObject* /*watched*/, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    for (const uint letter : isEnter ? QStringLiteral("\r").toUcs4() : key.text().toUcs4()) {
        const auto scan = m_wedge.take(letter, std::chrono::steady_clock::now());
        if (scan && scan->has_value()) {
            Q_EMIT scanned(QString::fromStdString(**scan));
        }
    }
    return false;
}

} // namespace talon::terminal
