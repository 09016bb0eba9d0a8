#pragma once

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace talon::terminal {

/// A ticket that was given out, as the staff looks for it.
struct TicketRow
{
    qint64 visit = 0;
    QString number;
    QString service;
    QString time;
    bool priority = false;

    friend bool operator==(const TicketRow&, const TicketRow&) = default;
};

class TicketListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { VisitRole = Qt::UserRole + 1, NumberRole, ServiceRole, TimeRole, PriorityRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<TicketRow> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<TicketRow> m_rows;
};

} // namespace talon::terminal
