#include "terminal/ticket/qr_code.h"

#include <qrencode.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <span>

namespace talon::terminal {

Expected<QrCode, IoError> qrCode(const std::string& payload)
{
    constexpr int SmallestThatFits = 0;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> encoded(
        QRcode_encodeString8bit(payload.c_str(), SmallestThatFits, QR_ECLEVEL_M), QRcode_free);
    if (encoded == nullptr) {
        return Unexpected(IoError{std::string("qr code: ") + std::strerror(errno)});
    }
    QrCode code{.size = encoded->width, .black = {}};
    const auto squares = static_cast<std::size_t>(code.size) * static_cast<std::size_t>(code.size);
    for (const unsigned char square : std::span(encoded->data, squares)) {
        code.black.push_back((square & 1U) != 0);
    }
    return code;
}

} // namespace talon::terminal
