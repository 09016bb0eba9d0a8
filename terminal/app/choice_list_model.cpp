#include "terminal/app/choice_list_model.h"

#include <algorithm>

namespace talon::terminal {

namespace {

bool isSameChoice(const Choice& one, const Choice& other)
{
    return one.id == other.id && one.isGroup == other.isGroup;
}

} // namespace

void ChoiceListModel::setRows(std::vector<Choice> rows)
{
    if (std::ranges::equal(rows, m_rows, isSameChoice)) {
        if (rows != m_rows) {
            m_rows = std::move(rows);
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ChoiceListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChoiceListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Choice& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case ChoiceIdRole: return row.id;
    case IsGroupRole: return row.isGroup;
    case NameRole: return row.name;
    case BringRole: return row.bring;
    case IconRole: return row.icon;
    case WaitingRole: return row.waiting;
    case WaitFromRole: return row.waitFrom;
    case WaitToRole: return row.waitTo;
    case ClosedRole: return row.closed;
    case OpensDateRole: return row.opensDate;
    case OpensTimeRole: return row.opensTime;
    default: return {};
    }
}

QHash<int, QByteArray> ChoiceListModel::roleNames() const
{
    return {{ChoiceIdRole, "choiceId"},   {IsGroupRole, "isGroup"},    {NameRole, "name"},
            {BringRole, "bring"},         {IconRole, "icon"},          {WaitingRole, "waiting"},
            {WaitFromRole, "waitFrom"},   {WaitToRole, "waitTo"},      {ClosedRole, "closed"},
            {OpensDateRole, "opensDate"}, {OpensTimeRole, "opensTime"}};
}

} // namespace talon::terminal
