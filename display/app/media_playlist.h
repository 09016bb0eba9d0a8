#pragma once

#include "display/media/media_store.h"

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace talon::display {

/// What is shown beside the calls, one after the other and over again, as QML sees it. A video is
/// shown only once it was tried; what turns out broken is passed over from then on.
class MediaPlaylist : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// How many there are that can be shown; the panel is there for more than none.
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Of the present one: "picture", "video", or empty for none.
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QUrl source READ source NOTIFY changed)
    Q_PROPERTY(int seconds READ seconds NOTIFY changed)
    /// Another one for each showing, also of the same thing again.
    Q_PROPERTY(int turn READ turn NOTIFY changed)

public:
    using Judge = std::function<void(bool isGood)>;
    /// Finds out whether this machine can play a video, and says so later, once.
    using Try = std::function<void(const QString& path, Judge judge)>;

    /// Without a way to try them no video is shown.
    explicit MediaPlaylist(Try tryVideo = {}, QObject* parent = nullptr);

    int count() const;
    QString kind() const;
    QUrl source() const;
    int seconds() const;
    int turn() const { return m_turn; }

    /// These and no others, in this order. What is shown now stays if it is among them.
    void show(const std::vector<ReadyMedia>& media);

    Q_INVOKABLE void next();
    /// The present one cannot be shown: passed over until the display starts again.
    Q_INVOKABLE void skip(const QString& why);

Q_SIGNALS:
    void changed();

private:
    enum class Verdict { Untried, Trying, Good, Bad };

    const ReadyMedia* present() const;
    bool isGood(const ReadyMedia& media) const;
    void tryNew();
    void judge(const std::string& sha256, bool isGood);
    void settle();

    Try m_try;
    std::vector<ReadyMedia> m_media;
    std::map<std::string, Verdict> m_verdicts; ///< By hash; a picture is good until it is not.
    std::size_t m_at = 0;
    int m_turn = 0;
};

} // namespace talon::display
