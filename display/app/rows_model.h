#pragma once

#include <QAbstractListModel>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace talon::display {

/// A list for QML that changes row by row: a row keeps its delegate as long as its key stays, so
/// that what is new can enter and what remains can move.
class RowsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    struct Row
    {
        qint64 key = 0;
        QVariantList values; ///< One for each role, in their order.

        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit RowsModel(const QList<QByteArray>& roles);

    int count() const { return static_cast<int>(m_rows.size()); }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override { return m_roles; }

    void show(const std::vector<Row>& rows);

Q_SIGNALS:
    void countChanged();

private:
    void removeMissing(const std::vector<Row>& rows);

    QHash<int, QByteArray> m_roles;
    std::vector<Row> m_rows;
};

} // namespace talon::display
