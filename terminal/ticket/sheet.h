#pragma once

#include "hw/raster.h"
#include "terminal/ticket/qr_code.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QString>

#include <string_view>

namespace talon::terminal {

/// How a line of text is written.
struct Style
{
    int size; ///< In dots, eight to the millimetre.
    QFont::Weight weight = QFont::Normal;
    Qt::Alignment align = Qt::AlignLeft;
    int linesMax = 1;
};

/// The only font of paper. No other font lends its letters, and no grey edges: paper knows black
/// and white.
QFont paperFont(int size, QFont::Weight weight);

QString fromUtf8(std::string_view utf8);

/// Paper that is written on from top to bottom. May be used on any thread.
class Sheet
{
public:
    Sheet(int widthDots, int rowsMax, int margin);

    int y() const { return m_y; }
    void moveTo(int y) { m_y = y; }
    void skip(int dots) { m_y += dots; }
    int width() const { return m_image.width(); }

    /// The width between the margins, at the present height.
    QRect column() const { return {m_margin, m_y, m_image.width() - 2 * m_margin, 0}; }

    /// Writes into the width of the area from its top on; gives the height it took.
    int write(const QString& content, QRect area, const Style& style);

    /// Writes across the paper and goes on below.
    void line(const QString& content, const Style& style);

    /// Across the paper, with a gap above and below.
    void rule(int dots, int gap);

    /// White on black, to be seen across the counter.
    void mark(const QString& content, const Style& style, int gap);

    /// As large as the width allows, and placed by its ink: letters have room above and below.
    void headline(const QString& content, int sizeMax, int sizeMin, int gap);

    void code(const QrCode& code, int squareDots, int left, int top);

    /// Dark dots of the picture, made smaller where it is wider than this; in the middle.
    void picture(const QImage& image, int widthMax);

    /// The paper as far as it was written on, and so much more.
    hw::Raster finished(int gapBelow);

private:
    QImage m_image;
    QPainter m_painter;
    int m_margin;
    int m_y = 0;
};

} // namespace talon::terminal
