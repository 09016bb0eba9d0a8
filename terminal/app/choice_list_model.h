#pragma once

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace talon::terminal {

/// The controller is away: nobody here knows how many wait.
inline constexpr int UnknownWaiting = -1;

/// One thing a visitor can choose, in the visitor's language.
struct Choice
{
    qint64 id = 0;
    bool isGroup = false; ///< Opens further choices.
    QString name;
    QString bring; ///< Documents to have; may be empty.
    QString icon;
    int waiting = 0;   ///< Or UnknownWaiting.
    int waitFrom = 0;  ///< Minutes until called, for who joins now.
    int waitTo = 0;    ///< 0: it cannot be told.
    QString closed;    ///< Why it cannot be chosen now, as name(ClosedReason); empty when it can.
    QString opensDate; ///< Empty when it is today.
    QString opensTime; ///< Empty when it is not known.

    friend bool operator==(const Choice&, const Choice&) = default;
};

/// Services or categories for QML. New rows for the same choices change them in place: the button
/// under a finger stays.
class ChoiceListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ChoiceIdRole = Qt::UserRole + 1,
        IsGroupRole,
        NameRole,
        BringRole,
        IconRole,
        WaitingRole,
        WaitFromRole,
        WaitToRole,
        ClosedRole,
        OpensDateRole,
        OpensTimeRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<Choice> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<Choice> m_rows;
};

} // namespace talon::terminal
