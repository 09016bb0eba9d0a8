#include "terminal/app/ticket_list_model.h"

namespace talon::terminal {

void TicketListModel::setRows(std::vector<TicketRow> rows)
{
    if (rows != m_rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
}

int TicketListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TicketListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TicketRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case VisitRole: return row.visit;
    case NumberRole: return row.number;
    case ServiceRole: return row.service;
    case TimeRole: return row.time;
    case PriorityRole: return row.priority;
    default: return {};
    }
}

QHash<int, QByteArray> TicketListModel::roleNames() const
{
    return {{VisitRole, "visit"},
            {NumberRole, "number"},
            {ServiceRole, "service"},
            {TimeRole, "time"},
            {PriorityRole, "priority"}};
}

} // namespace talon::terminal
