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

} // namespace talon::hw::escpos
