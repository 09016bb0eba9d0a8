#pragma once

#include "shared/voice/phrase.h"
#include "shared/voice/sound.h"

#include <cstddef>
#include <list>
#include <map>
#include <string>
#include <utility>

namespace talon::terminal {

/// The sounds of the sentences that were said last: most are said again and again.
class PhraseCache
{
public:
    explicit PhraseCache(std::size_t bytesMax)
        : m_bytesMax(bytesMax)
    {}

    /// None when it is not kept; else it is the one used last.
    const voice::Sound* find(const voice::Phrase& phrase);

    /// Lets go of those that were used longest ago. A sound that is too large is not kept.
    void keep(const voice::Phrase& phrase, voice::Sound sound);

    std::size_t bytes() const { return m_bytes; }
    std::size_t size() const { return m_places.size(); }

private:
    using Key = std::pair<std::string, std::string>; ///< Language, text.
    struct Entry
    {
        Key key;
        voice::Sound sound;
    };

    std::size_t m_bytesMax;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries; ///< The one used last first.
    std::map<Key, std::list<Entry>::iterator> m_places;
};

} // namespace talon::terminal
