#include "display/app/media_playlist.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace talon::display {

namespace {

Q_LOGGING_CATEGORY(log, "talon.display.media")

} // namespace

MediaPlaylist::MediaPlaylist(Try tryVideo, QObject* parent)
    : QObject(parent)
    , m_try(std::move(tryVideo))
{}

int MediaPlaylist::count() const
{
    return static_cast<int>(
        std::ranges::count_if(m_media, [this](const ReadyMedia& media) { return isGood(media); }));
}

QString MediaPlaylist::kind() const
{
    const ReadyMedia* const media = present();
    if (media == nullptr) {
        return {};
    }
    return media->item.kind == MediaKind::Picture ? u"picture"_s : u"video"_s;
}

QUrl MediaPlaylist::source() const
{
    const ReadyMedia* const media = present();
    return media == nullptr ? QUrl() : QUrl::fromLocalFile(media->path);
}

int MediaPlaylist::seconds() const
{
    const ReadyMedia* const media = present();
    return media == nullptr ? 0 : media->item.seconds;
}

const ReadyMedia* MediaPlaylist::present() const
{
    return m_at < m_media.size() && isGood(m_media[m_at]) ? &m_media[m_at] : nullptr;
}

bool MediaPlaylist::isGood(const ReadyMedia& media) const
{
    const auto found = m_verdicts.find(media.item.sha256);
    return found == m_verdicts.end() ? media.item.kind == MediaKind::Picture
                                     : found->second == Verdict::Good;
}

void MediaPlaylist::show(const std::vector<ReadyMedia>& media)
{
    const ReadyMedia* const before = present();
    const std::string sha256 = before == nullptr ? std::string() : before->item.sha256;
    m_media = media;
    const auto stays = std::ranges::find_if(
        m_media, [&](const ReadyMedia& each) { return each.item.sha256 == sha256; });
    if (stays != m_media.end()) {
        m_at = static_cast<std::size_t>(stays - m_media.begin());
    } else if (m_at >= m_media.size()) {
        m_at = 0;
    }
    settle();
    if (sha256.empty() || stays == m_media.end()) {
        ++m_turn;
    }
    Q_EMIT changed();
    tryNew();
}

void MediaPlaylist::next()
{
    if (m_media.empty()) {
        return;
    }
    m_at = (m_at + 1) % m_media.size();
    settle();
    ++m_turn;
    Q_EMIT changed();
}

void MediaPlaylist::skip(const QString& why)
{
    const ReadyMedia* const bad = present();
    if (bad == nullptr) {
        return;
    }
    qCWarning(log) << bad->item.name.c_str() << "cannot be shown:" << why;
    m_verdicts[bad->item.sha256] = Verdict::Bad;
    next();
}

/// Goes on to what can be shown, if the present one cannot.
void MediaPlaylist::settle()
{
    for (std::size_t i = 0; i < m_media.size() && present() == nullptr; ++i) {
        m_at = (m_at + 1) % m_media.size();
    }
}

void MediaPlaylist::tryNew()
{
    if (!m_try) {
        return;
    }
    for (const ReadyMedia& media : m_media) {
        const std::string& sha256 = media.item.sha256;
        if (media.item.kind == MediaKind::Video && !m_verdicts.contains(sha256)) {
            m_verdicts[sha256] = Verdict::Trying;
            m_try(media.path, [self = QPointer<MediaPlaylist>(this), sha256](bool isGood) {
                if (self) {
                    self->judge(sha256, isGood);
                }
            });
        }
    }
}

void MediaPlaylist::judge(const std::string& sha256, bool isGood)
{
    m_verdicts[sha256] = isGood ? Verdict::Good : Verdict::Bad;
    if (!isGood) {
        const auto bad = std::ranges::find_if(
            m_media, [&](const ReadyMedia& media) { return media.item.sha256 == sha256; });
        if (bad != m_media.end()) {
            qCWarning(log) << bad->item.name.c_str() << "cannot be played by this machine";
        }
        return;
    }
    if (present() == nullptr) {
        settle();
        ++m_turn;
    }
    Q_EMIT changed();
}

} // namespace talon::display
