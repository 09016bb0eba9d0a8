#include "shared/ui/drawings.h"

#include "shared/base/ensure.h"

#include <array>
#include <string_view>

namespace talon::ui {

namespace {

struct Drawing
{
    std::string_view name;
    /// Words of a small language, numbers in the square of 24:
    /// M x y move, L x y line, C x1 y1 x2 y2 x y curve, Z close,
    /// O x y r circle, R x y w h r rounded box.
    std::string_view lines;
};

constexpr std::array Drawings{
    Drawing{"plain", "R 5 3 14 18 2.5 M 9 8 L 15 8 M 9 12 L 15 12 M 9 16 L 12.5 16"},
    Drawing{"meter", "R 4 2.5 16 19 3 R 7 6 10 4.5 1 M 10.3 8.2 L 10.3 8.3 M 13.7 8.2 L 13.7 8.3 "
                     "M 12.8 12.8 L 10 16.2 L 14 16.2 L 11.2 19.4"},
    Drawing{"payment", "R 2.5 5 19 14 2.5 M 2.5 10 L 21.5 10 M 6 15 L 10.5 15"},
    Drawing{"contract",
            "M 13.5 2.5 L 7 2.5 C 5.6 2.5 4.5 3.6 4.5 5 L 4.5 19 C 4.5 20.4 5.6 21.5 7 "
            "21.5 L 11 21.5 M 13.5 2.5 L 18.5 7.5 L 18.5 10.5 M 13.5 2.5 L 13.5 7.5 L "
            "18.5 7.5 M 8 11.5 L 13 11.5 M 8 15.5 L 10.5 15.5 M 13.5 21.5 L 14.2 18.2 L "
            "19 13.4 C 19.6 12.8 20.6 12.8 21.2 13.4 C 21.8 14 21.8 15 21.2 15.6 L 16.6 "
            "20.6 Z"},
    Drawing{"replacement",
            "M 4 10 C 4.9 6.2 8.1 3.5 12 3.5 C 15.2 3.5 17.9 5.2 19.4 8 M 20 3.5 L 20 "
            "8.3 L 15.2 8.3 M 20 14 C 19.1 17.8 15.9 20.5 12 20.5 C 8.8 20.5 6.1 18.8 "
            "4.6 16 M 4 20.5 L 4 15.7 L 8.8 15.7 M 12.8 8.6 L 10.2 12.2 L 13.8 12.2 L "
            "11.2 15.6"},
    Drawing{"certificate",
            "M 20.5 11 L 20.5 6 C 20.5 4.6 19.4 3.5 18 3.5 L 6 3.5 C 4.6 3.5 3.5 4.6 "
            "3.5 6 L 3.5 15 C 3.5 16.4 4.6 17.5 6 17.5 L 11.5 17.5 M 7.5 8 L 16.5 8 M "
            "7.5 12 L 11 12 O 16.8 14.6 3 M 15 17.2 L 15 21.5 L 16.8 20.3 L 18.6 21.5 "
            "L 18.6 17.2"},
    Drawing{"house",
            "M 3 11.5 L 12 3.5 L 21 11.5 M 5.5 9.5 L 5.5 20.5 L 18.5 20.5 L 18.5 9.5 R 8.5 "
            "11.5 2.6 2.6 0.4 R 13 11.5 2.6 2.6 0.4 M 10.4 20.5 L 10.4 17 L 13.6 17 L 13.6 "
            "20.5"},
    Drawing{"debt",
            "M 5 2.8 L 5 21.2 L 7.3 19.6 L 9.7 21.2 L 12 19.6 L 14.3 21.2 L 16.7 19.6 L 19 "
            "21.2 L 19 2.8 L 16.7 4.4 L 14.3 2.8 L 12 4.4 L 9.7 2.8 L 7.3 4.4 Z M 10.2 16.2 L "
            "10.2 8 L 12.8 8 C 14.2 8 15.2 8.9 15.2 10.2 C 15.2 11.5 14.2 12.4 12.8 12.4 L "
            "8.8 12.4 M 8.8 14.4 L 12.8 14.4"},
    Drawing{"tools",
            "M 14.5 6.5 C 14 4.6 14.9 3.3 16.6 2.9 C 17.2 2.8 17.8 2.9 18.3 3 L 15.9 5.6 L "
            "18.4 8.1 L 21 5.7 C 21.4 8 20.1 9.8 18 10 C 17.1 10.1 16.4 9.9 15.9 9.6 L 7.2 "
            "19.8 C 6.4 20.7 5 20.8 4.1 19.9 C 3.2 19 3.3 17.6 4.2 16.8 L 14.5 8 M 10 10 L "
            "5.8 5.8 L 3.5 5.2 L 3.2 3.8 L 3.8 3.2 L 5.2 3.5 L 5.8 5.8 M 14.5 14.5 L 20 20"},
    Drawing{"person",
            "O 12 7.5 4 M 4.5 21 C 4.5 16.8 7.6 14.5 12 14.5 C 16.4 14.5 19.5 16.8 19.5 21"},
    Drawing{"company",
            "R 4 3 10 18 1.5 M 14 9 L 18.5 9 C 19.3 9 20 9.7 20 10.5 L 20 21 L 4 21 M 7.5 "
            "7 L 7.5 7.1 M 10.5 7 L 10.5 7.1 M 7.5 11 L 7.5 11.1 M 10.5 11 L 10.5 11.1 M "
            "7.8 21 L 7.8 16.5 L 10.2 16.5 L 10.2 21 M 17 13 L 17 13.1 M 17 17 L 17 17.1"},
    Drawing{"heart",
            "M 12 20.5 C 6.5 16.8 3 13.6 3 9.4 C 3 6.6 5.2 4.5 7.8 4.5 C 9.6 4.5 11.1 5.4 12 "
            "6.9 C 12.9 5.4 14.4 4.5 16.2 4.5 C 18.8 4.5 21 6.6 21 9.4 C 21 13.6 17.5 16.8 "
            "12 20.5 Z"},
    Drawing{"back", "M 20 12 L 4 12 M 11 5 L 4 12 L 11 19"},
    Drawing{"forward", "M 4 12 L 20 12 M 13 5 L 20 12 L 13 19"},
    Drawing{"ahead", "M 12 20 L 12 4 M 5 11 L 12 4 L 19 11"},
    Drawing{"behind", "M 12 4 L 12 20 M 5 13 L 12 20 L 19 13"},
    Drawing{"aheadLeft", "M 18 18 L 6 6 M 6 16 L 6 6 L 16 6"},
    Drawing{"aheadRight", "M 6 18 L 18 6 M 8 6 L 18 6 L 18 16"},
    Drawing{"home", "M 3 11.5 L 12 3.5 L 21 11.5 M 5.5 9.5 L 5.5 20.5 L 18.5 20.5 L 18.5 9.5"},
    Drawing{"info", "O 12 12 9 M 12 11 L 12 16.5 M 12 7.6 L 12 7.7"},
    Drawing{"warning", "M 12 3.5 L 21.5 20 L 2.5 20 Z M 12 9.5 L 12 14.5 M 12 17.1 L 12 17.2"},
    Drawing{"clock", "O 12 12 9 M 12 6.5 L 12 12 L 15.8 14.2"},
    Drawing{"check", "M 4.5 12.5 L 9.8 18 L 19.5 6.5"},
    Drawing{"ticket",
            "M 5 2.8 L 19 2.8 L 19 21.2 L 16.7 19.6 L 14.3 21.2 L 12 19.6 L 9.7 21.2 L 7.3 "
            "19.6 L 5 21.2 Z M 9 8 L 15 8 M 9 12 L 15 12"},
    Drawing{"board",
            "R 2.5 4 19 12.5 2 M 8 20.5 L 16 20.5 M 12 16.5 L 12 20.5 M 6.5 8.3 L 11 8.3 M "
            "6.5 12.2 L 11 12.2 M 15 8.3 L 17.5 8.3 M 15 12.2 L 17.5 12.2"},
    Drawing{"people",
            "O 9 8 3.5 M 2.5 20 C 2.5 16.4 5.2 14.5 9 14.5 C 12.8 14.5 15.5 16.4 15.5 20 M "
            "15 4.7 C 16.8 4.9 18.2 6.3 18.2 8 C 18.2 9.7 17 11 15.4 11.4 M 18 14.9 C 20.2 "
            "15.6 21.5 17.4 21.5 20"},
    Drawing{"phone",
            "M 6 3.5 L 9 3.5 L 10.5 8 L 8.3 9.8 C 9.4 12.3 11.7 14.6 14.2 15.7 L 16 13.5 L "
            "20.5 15 L 20.5 18 C 20.5 19.4 19.4 20.5 18 20.5 C 10.3 20 4 13.7 3.5 6 C 3.5 "
            "4.6 4.6 3.5 6 3.5 Z"},
    Drawing{"largePrint", "M 2.5 19 L 8 5 L 13.5 19 M 4.6 14 L 11.4 14 M 15 19 L 18 11.5 L 21 19 M "
                          "16.1 16.3 L 19.9 16.3"},
    Drawing{"contrast", "O 12 12 9 M 12 3 L 12 21 M 15 4.6 L 15 19.4 M 18 6.9 L 18 17.1"},
    Drawing{"wheelchair",
            "O 10 4 1.6 M 10 7.6 L 10.4 13 L 16 13 L 18.3 18.6 L 20.5 17.8 M 10.2 9.9 "
            "L 15 9.9 M 7.4 11.4 C 5.2 12.3 4 14 4 16.1 C 4 19 6.4 21.3 9.3 21.3 C 12 "
            "21.3 14.1 19.7 14.8 17.3"},
    Drawing{"speaker", "M 3.5 9.5 L 7.5 9.5 L 12.5 5 L 12.5 19 L 7.5 14.5 L 3.5 14.5 Z M 15.5 9 "
                       "C 17.1 10.7 17.1 13.3 15.5 15 M 18 6.5 C 21 9.5 21 14.5 18 17.5"},
    Drawing{"calendar", "R 3.5 4.5 17 16 2.5 M 3.5 9.5 L 20.5 9.5 M 8 2.5 L 8 6.5 M 16 2.5 L 16 "
                        "6.5 M 8.5 14.8 L 11 17.3 L 15.5 12.5"},
    Drawing{"scan", "M 3 8 L 3 5 C 3 3.9 3.9 3 5 3 L 8 3 M 16 3 L 19 3 C 20.1 3 21 3.9 21 5 L "
                    "21 8 M 21 16 L 21 19 C 21 20.1 20.1 21 19 21 L 16 21 M 8 21 L 5 21 C 3.9 "
                    "21 3 20.1 3 19 L 3 16 R 7 7 4 4 0.5 R 7 14 3 3 0.5 R 14 7 3 3 0.5 M 14 "
                    "14 L 17 14 L 17 17"},
    Drawing{"branch", "M 3 7 C 3 5.9 3.9 5 5 5 L 9 5 L 11 7.5 L 19 7.5 C 20.1 7.5 21 8.4 21 9.5 "
                      "L 21 17 C 21 18.1 20.1 19 19 19 L 5 19 C 3.9 19 3 18.1 3 17 Z"},
    Drawing{"printer", "M 7 8.5 L 7 3 L 17 3 L 17 8.5 M 7 17 L 5 17 C 3.9 17 3 16.1 3 15 L 3 "
                       "10.5 C 3 9.4 3.9 8.5 5 8.5 L 19 8.5 C 20.1 8.5 21 9.4 21 10.5 L 21 15 C "
                       "21 16.1 20.1 17 19 17 L 17 17 M 7 13.5 L 17 13.5 L 17 21 L 7 21 Z"},
    Drawing{"key", "O 8 8 4.5 M 11.3 11.3 L 20.5 20.5 M 17 17 L 19.5 14.5 M 14.2 14.2 L 16.2 12.2"},
    Drawing{"erase", "M 9 5 L 19.5 5 C 20.3 5 21 5.7 21 6.5 L 21 17.5 C 21 18.3 20.3 19 19.5 "
                     "19 L 9 19 L 3 12 Z M 12 9.5 L 17 14.5 M 17 9.5 L 12 14.5"},
    Drawing{"again", "M 20 12 C 20 16.4 16.4 20 12 20 C 7.6 20 4 16.4 4 12 C 4 7.6 7.6 4 12 4 "
                     "C 14.8 4 17.2 5.4 18.6 7.5 M 19.5 3.5 L 19.5 8 L 15 8"},
    Drawing{"cross", "M 5.5 5.5 L 18.5 18.5 M 18.5 5.5 L 5.5 18.5"},
    Drawing{"bolt", "M 13.5 2.5 L 5 13.5 L 11.5 13.5 L 10.5 21.5 L 19 10.5 L 12.5 10.5 Z"},
};

QPainterPath pathOf(std::string_view lines)
{
    QStringList words =
        QString::fromLatin1(lines.data(), static_cast<qsizetype>(lines.size())).split(u' ');
    const auto number = [&words] {
        TALON_ENSURE(!words.isEmpty());
        return words.takeFirst().toDouble();
    };
    const auto point = [&number] {
        const double x = number();
        const double y = number();
        return QPointF(x, y);
    };
    QPainterPath path;
    while (!words.isEmpty()) {
        switch (words.takeFirst().at(0).toLatin1()) {
        case 'M': path.moveTo(point()); break;
        case 'L': path.lineTo(point()); break;
        case 'C': {
            const QPointF first = point();
            const QPointF second = point();
            path.cubicTo(first, second, point());
            break;
        }
        case 'Z': path.closeSubpath(); break;
        case 'O': {
            const QPointF centre = point();
            const double radius = number();
            path.addEllipse(centre, radius, radius);
            break;
        }
        case 'R': {
            const QPointF corner = point();
            const QPointF size = point();
            const double radius = number();
            path.addRoundedRect(QRectF(corner, QSizeF(size.x(), size.y())), radius, radius);
            break;
        }
        default: TALON_ENSURE(false);
        }
    }
    return path;
}

} // namespace

QStringList drawingNames()
{
    QStringList names;
    for (const Drawing& each : Drawings) {
        names.append(
            QString::fromLatin1(each.name.data(), static_cast<qsizetype>(each.name.size())));
    }
    return names;
}

QPainterPath drawing(const QString& name)
{
    for (const Drawing& each : Drawings) {
        if (name == QLatin1String(each.name.data(), static_cast<qsizetype>(each.name.size()))) {
            return pathOf(each.lines);
        }
    }
    return pathOf(Drawings.front().lines);
}

} // namespace talon::ui
