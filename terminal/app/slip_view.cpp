#include "terminal/app/slip_view.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace talon::terminal {

SlipView::SlipView(QString folder)
    : m_folder(std::move(folder))
{}

void SlipView::look()
{
    // The names count upwards: ticket-0001.png.
    const QFileInfoList slips =
        QDir(m_folder).entryInfoList({u"ticket-*.png"_s}, QDir::Files, QDir::Name);
    if (slips.isEmpty()) {
        return;
    }
    const QUrl last = QUrl::fromLocalFile(slips.last().absoluteFilePath());
    if (last != m_picture) {
        m_picture = last;
        Q_EMIT pictureChanged();
    }
}

} // namespace talon::terminal
