#include "hw/escpos/models.h"

#include <algorithm>
#include <array>

namespace talon::hw::escpos {
namespace {

constexpr std::array Models{
    Model{.name = "80mm", .widthDots = 576, .bandRows = 128},
    Model{.name = "58mm", .widthDots = 384, .bandRows = 128, .feedBeforeCutRows = 96},
    Model{.name = "80mm-clone",
          .widthDots = 576,
          .bandRows = 128,
          .confirmation = Confirmation::SensorReply},
    Model{.name = "58mm-clone",
          .widthDots = 384,
          .bandRows = 64,
          .feedBeforeCutRows = 96,
          .confirmation = Confirmation::SensorReply},
    Model{.name = "80mm-512", .widthDots = 512, .bandRows = 128}, // 180 dpi
    Model{.name = "58mm-420", .widthDots = 420, .bandRows = 128},
    Model{.name = "58mm-432", .widthDots = 432, .bandRows = 128},
};

struct Kind
{
    std::string_view words; ///< In what it calls itself.
    std::string_view model;
};

/// From the makers' manuals and from device ids that people have published; the first that fits.
constexpr std::array Kinds{
    Kind{"TM-T88", "80mm-512"},   Kind{"TM-T70", "80mm-512"},  Kind{"TM-T90", "80mm-512"},
    Kind{"TM-T20", "80mm"},       Kind{"TM-T82", "80mm"},      Kind{"TM-m30", "80mm"},
    Kind{"TM-m10", "58mm-420"},   Kind{"TM-P20", "58mm"},      Kind{"CT-S", "80mm"},
    Kind{"SRP-350", "80mm-512"},  Kind{"POS58", "58mm-clone"}, Kind{"POS-58", "58mm-clone"},
    Kind{"XP-58", "58mm-clone"},  Kind{"ZJ-58", "58mm-clone"}, Kind{"POS80", "80mm-clone"},
    Kind{"POS-80", "80mm-clone"}, Kind{"XP-80", "80mm-clone"}, Kind{"ZJ-80", "80mm-clone"},
};

} // namespace

std::span<const Model> models()
{
    return Models;
}

const Model* findModel(std::string_view name)
{
    const auto found = std::ranges::find(Models, name, &Model::name);
    return found == Models.end() ? nullptr : &*found;
}

const Model* modelOfDevice(std::string_view deviceId)
{
    const auto found = std::ranges::find_if(Kinds, [&](const Kind& kind) {
        return deviceId.find(kind.words) != std::string_view::npos;
    });
    return found == Kinds.end() ? nullptr : findModel(found->model);
}

} // namespace talon::hw::escpos
