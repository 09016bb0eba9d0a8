#include "terminal/app/service_tree.h"

#include <algorithm>

namespace talon::terminal {

namespace {

bool leadsToService(const wire::TerminalView& view, Segment segment, GroupId group)
{
    return std::ranges::any_of(view.services,
                               [&](const wire::ServiceChoice& each) {
                                   return each.segment == segment && each.group == group;
                               }) ||
           std::ranges::any_of(view.groups, [&](const wire::GroupChoice& each) {
               return each.parent == group && leadsToService(view, segment, each.id);
           });
}

/// At the end of the path, or on the first level.
bool standsAt(const std::optional<GroupId>& group, const std::vector<GroupId>& path)
{
    return path.empty() ? !group.has_value() : group == path.back();
}

} // namespace

std::vector<TreeChoice>
choicesAt(const wire::TerminalView& view, Segment segment, const std::vector<GroupId>& path)
{
    std::vector<TreeChoice> choices;
    for (const wire::GroupChoice& each : view.groups) {
        if (standsAt(each.parent, path) && leadsToService(view, segment, each.id)) {
            choices.emplace_back(&each);
        }
    }
    for (const wire::ServiceChoice& each : view.services) {
        if (each.segment == segment && standsAt(each.group, path)) {
            choices.emplace_back(&each);
        }
    }
    return choices;
}

const wire::GroupChoice* findGroup(const wire::TerminalView& view, GroupId id)
{
    const auto found = std::ranges::find(view.groups, id, &wire::GroupChoice::id);
    return found == view.groups.end() ? nullptr : &*found;
}

const wire::ServiceChoice* findService(const wire::TerminalView& view, ServiceId id)
{
    const auto found = std::ranges::find(view.services, id, &wire::ServiceChoice::id);
    return found == view.services.end() ? nullptr : &*found;
}

} // namespace talon::terminal
