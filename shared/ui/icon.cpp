#include "shared/ui/icon.h"

#include "shared/ui/drawings.h"

#include <QPainter>
#include <QPen>

namespace talon::ui {

Icon::Icon(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void Icon::setName(const QString& name)
{
    if (m_name != name) {
        m_name = name;
        update();
        Q_EMIT nameChanged();
    }
}

void Icon::setColor(const QColor& color)
{
    if (m_color != color) {
        m_color = color;
        update();
        Q_EMIT colorChanged();
    }
}

void Icon::paint(QPainter* painter)
{
    const qreal side = std::min(width(), height());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate((width() - side) / 2, (height() - side) / 2);
    painter->scale(side / DrawingSide, side / DrawingSide);
    painter->setPen(QPen(m_color, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(drawing(m_name));
}

} // namespace talon::ui
