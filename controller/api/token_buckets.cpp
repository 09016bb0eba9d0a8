#include "controller/api/token_buckets.h"

#include <algorithm>
#include <cmath>

namespace talon::api {

TokenBuckets::TokenBuckets(Rate rate)
    : m_rate(rate)
{}

double TokenBuckets::tokensAt(const Bucket& bucket, Moment now) const
{
    const std::chrono::duration<double> passed = now - bucket.at;
    return std::min(m_rate.burst, bucket.tokens + passed.count() * m_rate.perSecond);
}

std::optional<int> TokenBuckets::take(const std::string& who, Moment now)
{
    auto bucket = m_buckets.find(who);
    if (bucket == m_buckets.end()) {
        if (m_buckets.size() >= BucketsMax) {
            forgetFull(now);
        }
        bucket = m_buckets.emplace(who, Bucket{.tokens = m_rate.burst, .at = now}).first;
    }
    Bucket& own = bucket->second;
    own = {.tokens = tokensAt(own, now), .at = now};
    if (own.tokens >= 1) {
        own.tokens -= 1;
        return std::nullopt;
    }
    return std::max(1, static_cast<int>(std::ceil((1 - own.tokens) / m_rate.perSecond)));
}

void TokenBuckets::giveBack(const std::string& who)
{
    const auto bucket = m_buckets.find(who);
    if (bucket != m_buckets.end()) {
        bucket->second.tokens = std::min(m_rate.burst, bucket->second.tokens + 1);
    }
}

/// Who has a full bucket is as good as unknown. When everybody is busy, all begin anew: the
/// memory has a bound, whatever comes.
void TokenBuckets::forgetFull(Moment now)
{
    std::erase_if(m_buckets,
                  [&](const auto& entry) { return tokensAt(entry.second, now) >= m_rate.burst; });
    if (m_buckets.size() >= BucketsMax) {
        m_buckets.clear();
    }
}

} // namespace talon::api
