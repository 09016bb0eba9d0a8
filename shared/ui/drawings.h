#pragma once

#include <QPainterPath>
#include <QString>
#include <QStringList>

namespace talon::ui {

/// Drawings fill a square of this side.
inline constexpr double DrawingSide = 24;

/// The names that have a drawing of their own.
QStringList drawingNames();

/// The lines of a drawing; those of the plain one for a name that has none.
QPainterPath drawing(const QString& name);

} // namespace talon::ui
