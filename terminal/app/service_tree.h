#pragma once

#include "shared/wire/terminal_view.h"

#include <variant>
#include <vector>

namespace talon::terminal {

/// What can be chosen at one place of the service tree: its branches, then its leaves, in the
/// order of the settings. A branch without a service of this segment is not there.
using TreeChoice = std::variant<const wire::GroupChoice*, const wire::ServiceChoice*>;

/// At the first level, if the path is empty. Points into the view.
std::vector<TreeChoice>
choicesAt(const wire::TerminalView& view, Segment segment, const std::vector<GroupId>& path);

const wire::GroupChoice* findGroup(const wire::TerminalView& view, GroupId id);
const wire::ServiceChoice* findService(const wire::TerminalView& view, ServiceId id);

} // namespace talon::terminal
