#include "app/gui/board/lanes_model.h"

#include "app/gui/board/heads_model.h"
#include "core/report/chart_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace throughline::gui::board {
namespace {

constexpr std::array<std::pair<std::string_view, LaneKind>, 5> kWords{
    {{"objective", LaneKind::Objective},
     {"dri", LaneKind::Dri},
     {"class", LaneKind::Class},
     {"type", LaneKind::Type},
     {"bet", LaneKind::Bet}}};

template <class T, class Less>
std::vector<const T*> sorted(const model::Workspace& workspace, Less less) {
    std::vector<const T*> rows;
    for (const T& row : workspace.rows<T>())
        rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [&](const T* a, const T* b) { return less(*a, *b); });
    return rows;
}

const auto kByNumber = [](const auto& a, const auto& b) { return a.number < b.number; };

// FNV-1a; only to tell the types of one board apart.
std::int64_t type_value(std::string_view type) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char letter : type)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    return static_cast<std::int64_t>(hash >> 2);
}

std::vector<Lane> objective_lanes(const model::Workspace& workspace) {
    std::vector<Lane> lanes;
    for (const auto* row : sorted<model::Objective>(workspace, kByNumber)) {
        const std::string key = model::key_of(*row);
        lanes.push_back({.key = "objective:" + key,
                         .title = row->title,
                         .note = key + (row->is_standing() ? ", standing" : ", " + row->quarter),
                         .category = row->colour,
                         .value = row->id.value});
    }
    lanes.push_back({.key = "objective:none", .title = "No objective"});
    return lanes;
}

std::vector<Lane> dri_lanes(const model::Workspace& workspace) {
    const auto by_name = [](const model::Person& a, const model::Person& b) {
        return std::tie(a.name, a.handle) < std::tie(b.name, b.handle);
    };
    std::vector<Lane> lanes;
    for (const auto* row : sorted<model::Person>(workspace, by_name)) {
        const rules::Fill fill = rules::person_fill(workspace, row->id);
        const FillWords words = fill_words(fill.count, fill.limit);
        lanes.push_back({.key = "dri:" + row->handle,
                         .title = row->name,
                         .note = words.numbers + " in active columns" +
                                 (words.words.empty() ? "" : ", " + words.words),
                         .category = static_cast<int>(row->id.value % 12),
                         .person = true,
                         .value = row->id.value});
    }
    lanes.push_back({.key = "dri:none", .title = "Nobody answers for these"});
    return lanes;
}

std::vector<Lane> class_lanes() {
    using model::ServiceClass;
    std::vector<Lane> lanes;
    // As they are pulled.
    for (const ServiceClass service_class : {ServiceClass::Expedite, ServiceClass::FixedDate,
                                             ServiceClass::Standard, ServiceClass::Intangible}) {
        lanes.push_back({.key = "class:" + std::string(model::name_of(service_class)),
                         .title = report::class_words(service_class),
                         .value = static_cast<std::int64_t>(service_class)});
    }
    return lanes;
}

std::vector<Lane> type_lanes(const model::Workspace& workspace) {
    std::map<std::string, std::string> names;  // type -> title
    for (const model::ColumnId column : workspace.columns()) {
        for (const model::CardId id : workspace.cards_in(column)) {
            const std::string& type = workspace.find(id)->type;
            if (names.contains(type)) continue;
            const model::Template* form = workspace.template_by_handle(type);
            names.emplace(type, form != nullptr ? form->name : type.empty() ? "No type" : type);
        }
    }
    std::vector<Lane> lanes;
    for (const auto& [type, title] : names)
        lanes.push_back({.key = "type:" + type, .title = title, .value = type_value(type)});
    std::stable_sort(lanes.begin(), lanes.end(),
                     [](const Lane& a, const Lane& b) { return a.title < b.title; });
    return lanes;
}

std::vector<Lane> bet_lanes(const model::Workspace& workspace) {
    std::vector<Lane> lanes;
    for (const auto* row : sorted<model::Bet>(workspace, kByNumber)) {
        const std::string key = model::key_of(*row);
        lanes.push_back({.key = "bet:" + key,
                         .title = row->title,
                         .note = key + ", " + std::to_string(row->year),
                         .category = static_cast<int>(row->number % 12),
                         .value = row->id.value});
    }
    lanes.push_back({.key = "bet:none", .title = "No big bet"});
    return lanes;
}

}  // namespace

LaneKind lane_kind(std::string_view word) {
    for (const auto& [name, kind] : kWords) {
        if (name == word) return kind;
    }
    return LaneKind::None;
}

std::vector<Lane> make_lanes(const model::Workspace& workspace, LaneKind kind) {
    switch (kind) {
        case LaneKind::None: return {Lane{}};
        case LaneKind::Objective: return objective_lanes(workspace);
        case LaneKind::Dri: return dri_lanes(workspace);
        case LaneKind::Class: return class_lanes();
        case LaneKind::Type: return type_lanes(workspace);
        case LaneKind::Bet: return bet_lanes(workspace);
    }
    return {};
}

std::int64_t lane_value(const model::Workspace& workspace, LaneKind kind, const model::Card& card) {
    switch (kind) {
        case LaneKind::None: return 0;
        case LaneKind::Objective: return card.objective.value;
        case LaneKind::Dri: return card.dri.value;
        case LaneKind::Class: return static_cast<std::int64_t>(card.service_class);
        case LaneKind::Type: return type_value(card.type);
        case LaneKind::Bet: {
            const model::Objective* objective = workspace.find(card.objective);
            return objective != nullptr ? objective->bet.value : 0;
        }
    }
    return 0;
}

std::optional<model::TextMap> lane_edit(const model::Workspace& workspace, LaneKind kind,
                                        const Lane& lane) {
    switch (kind) {
        case LaneKind::None: return model::TextMap{};
        case LaneKind::Objective: {
            const model::Objective* objective = workspace.find(model::ObjectiveId{lane.value});
            if (objective == nullptr) return std::nullopt;
            return model::TextMap{{"objective", model::key_of(*objective)}};
        }
        case LaneKind::Dri: {
            const model::Person* person = workspace.find(model::PersonId{lane.value});
            if (person == nullptr) return std::nullopt;
            return model::TextMap{{"dri", person->handle}};
        }
        case LaneKind::Class:
            return model::TextMap{
                {"service_class",
                 std::string(model::name_of(static_cast<model::ServiceClass>(lane.value)))}};
        case LaneKind::Type:
        case LaneKind::Bet: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace throughline::gui::board
