#pragma once

#include "controller/api/limits.h"

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

namespace talon::api {

/// Says who asks too often. Everybody has a bucket of tokens that fills at a steady rate; each
/// request takes one out.
class TokenBuckets
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit TokenBuckets(Rate rate);

    /// Takes a token of this caller; when there is none, says after how many seconds there will
    /// be one.
    std::optional<int> take(const std::string& who, Moment now);

    /// Puts one back: the request turned out not to count.
    void giveBack(const std::string& who);

private:
    struct Bucket
    {
        double tokens = 0;
        Moment at;
    };

    void forgetFull(Moment now);
    double tokensAt(const Bucket& bucket, Moment now) const;

    Rate m_rate;
    std::unordered_map<std::string, Bucket> m_buckets;
};

} // namespace talon::api
