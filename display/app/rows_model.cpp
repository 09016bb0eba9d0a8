#include "display/app/rows_model.h"

#include <algorithm>

namespace talon::display {

RowsModel::RowsModel(const QList<QByteArray>& roles)
{
    for (qsizetype i = 0; i < roles.size(); ++i) {
        m_roles.insert(Qt::UserRole + static_cast<int>(i), roles.at(i));
    }
}

int RowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_roles.contains(role)) {
        return {};
    }
    return m_rows.at(static_cast<std::size_t>(index.row())).values.value(role - Qt::UserRole);
}

void RowsModel::show(const std::vector<Row>& rows)
{
    const int before = count();
    removeMissing(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto position = static_cast<int>(i);
        const auto begin = m_rows.begin() + position;
        const auto found = std::ranges::find(begin, m_rows.end(), rows[i].key, &Row::key);
        if (found == m_rows.end()) {
            beginInsertRows({}, position, position);
            m_rows.insert(begin, rows[i]);
            endInsertRows();
            continue;
        }
        const auto from = static_cast<int>(found - m_rows.begin());
        if (from != position) {
            beginMoveRows({}, from, from, {}, position);
            std::rotate(begin, found, found + 1);
            endMoveRows();
        }
        if (m_rows[i] != rows[i]) {
            m_rows[i] = rows[i];
            Q_EMIT dataChanged(index(position), index(position));
        }
    }
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

void RowsModel::removeMissing(const std::vector<Row>& rows)
{
    for (int i = count() - 1; i >= 0; --i) {
        const auto each = m_rows.begin() + i;
        if (std::ranges::find(rows, each->key, &Row::key) == rows.end()) {
            beginRemoveRows({}, i, i);
            m_rows.erase(each);
            endRemoveRows();
        }
    }
}

} // namespace talon::display
