#include "terminal/speech/phrase_cache.h"

namespace talon::terminal {

namespace {

std::size_t bytesOf(const voice::Sound& sound)
{
    return sound.samples.size() * sizeof(sound.samples.front());
}

} // namespace

const voice::Sound* PhraseCache::find(const voice::Phrase& phrase)
{
    const auto place = m_places.find({phrase.language, phrase.text});
    if (place == m_places.end()) {
        return nullptr;
    }
    m_entries.splice(m_entries.begin(), m_entries, place->second);
    return &place->second->sound;
}

void PhraseCache::keep(const voice::Phrase& phrase, voice::Sound sound)
{
    const std::size_t bytes = bytesOf(sound);
    if (bytes > m_bytesMax || find(phrase) != nullptr) {
        return;
    }
    while (m_bytes + bytes > m_bytesMax) {
        m_bytes -= bytesOf(m_entries.back().sound);
        m_places.erase(m_entries.back().key);
        m_entries.pop_back();
    }
    m_entries.push_front({.key = {phrase.language, phrase.text}, .sound = std::move(sound)});
    m_places[m_entries.front().key] = m_entries.begin();
    m_bytes += bytes;
}

} // namespace talon::terminal
