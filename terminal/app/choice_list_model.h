#pragma once

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace talon::terminal {

/// One thing a visitor can choose, in the visitor's language.
struct Choice
{
    qint64 id = 0;
    QString name;
    QString bring; ///< Documents to have; may be empty.
    QString icon;
    int waiting = 0;

    friend bool operator==(const Choice&, const Choice&) = default;
};

/// Services or categories for QML. New rows for the same choices change them in place: the button
/// under a finger stays.
class ChoiceListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ChoiceIdRole = Qt::UserRole + 1, NameRole, BringRole, IconRole, WaitingRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<Choice> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<Choice> m_rows;
};

} // namespace talon::terminal
