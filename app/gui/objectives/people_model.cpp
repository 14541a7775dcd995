#include "app/gui/objectives/people_model.h"

#include "core/base/text.h"
#include "core/rules/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace throughline::gui::objectives {
namespace {

std::string capital(std::string_view words) {
    std::string text(words);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

PersonRow row_of(const model::Workspace& workspace, const model::Person& person, int objectives) {
    const rules::Fill fill = rules::person_fill(workspace, person.id);
    PersonRow row;
    row.id = person.id;
    row.handle = person.handle;
    row.name = person.name;
    row.role = person.role;
    row.count = fill.count;
    row.most = fill.limit;
    row.load =
        fill.limit ? fmt::format("{} of {}", fill.count, *fill.limit) : std::to_string(fill.count);
    row.limit = !fill.limit        ? "none"
                : person.wip_limit ? std::to_string(*fill.limit)
                                   : fmt::format("{} of the board", *fill.limit);
    row.over = fill.is_over();
    row.objectives = objectives;
    row.active = person.active;
    return row;
}

}  // namespace

void PeopleModel::refresh(const model::Workspace& workspace, std::uint64_t revision) {
    if (revision == revision_) return;
    revision_ = revision;
    std::unordered_map<model::PersonId, int> objectives;
    for (const model::Objective& one : workspace.rows<model::Objective>())
        objectives[one.dri] += one.closed ? 0 : 1;
    rows_.clear();
    for (const model::Person& person : workspace.rows<model::Person>()) {
        rows_.push_back(row_of(workspace, person, objectives[person.id]));
    }
    std::sort(rows_.begin(), rows_.end(), [](const PersonRow& a, const PersonRow& b) {
        return std::tuple{!a.active, fold(a.name), a.handle} <
               std::tuple{!b.active, fold(b.name), b.handle};
    });
    rights_.clear();
    for (const rules::RoleRow& one : rules::role_table()) {
        RightRow row{capital(one.words), {}};
        for (std::size_t role = 0; role < model::Names<model::Role>::kAll.size(); ++role) {
            row.has.push_back(rules::may(static_cast<model::Role>(role), one.right));
        }
        rights_.push_back(std::move(row));
    }
    if (const model::Board* board = workspace.board()) {
        load_low_ = board->load_low / 100.0;
        load_high_ = board->load_high / 100.0;
    }
}

}  // namespace throughline::gui::objectives
