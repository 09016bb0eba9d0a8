#pragma once

#include <QDir>
#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRectF>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace talon::test {

/// Looks at screens as people do. Keeps a picture of every one, and a sheet with all of them; fails
/// where a text is cut off, leaves its button or lies over another one.
class Looks
{
public:
    /// In this folder of the build; the sheet gets the name.
    Looks(const QString& folder, QString name);
    ~Looks();
    Looks(const Looks&) = delete;
    Looks& operator=(const Looks&) = delete;

    using Choose = std::function<QQuickItem*(QQuickItem*)>;

    /// Waits until nothing moves any more, then looks at the window, or at what covers the rest.
    void check(QQuickWindow& window, const QString& name, const Choose& uppermost = {});

private:
    void checkItems(QQuickItem* item);
    void checkTexts(); ///< None is written over another.

    QDir m_folder;
    QString m_name;
    QRectF m_place;
    std::vector<std::pair<QString, QImage>> m_looks;
    std::vector<std::pair<QString, QRectF>> m_texts;
};

/// The item of this objectName at or below another one; null when there is none.
QQuickItem* findItem(QQuickItem* item, const QString& name);

} // namespace talon::test
