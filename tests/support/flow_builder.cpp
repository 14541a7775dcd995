#include "tests/support/flow_builder.h"

#include "core/base/text.h"

#include <cstdlib>
#include <stdexcept>

namespace throughline::test {
namespace {

Day day_one() {
    return day_from_civil(2026, 3, 2);
}

// "12:30" or "24:00" as a time since midnight.
Duration time_of(std::string_view text) {
    const auto colon = text.find(':');
    return minutes(std::atoi(std::string(text.substr(0, colon)).c_str()) * 60 +
                   std::atoi(std::string(text.substr(colon + 1)).c_str()));
}

template <class E>
std::optional<E> named(std::string_view word) {
    constexpr auto& kAll = model::Names<E>::kAll;
    for (std::size_t i = 0; i < kAll.size(); ++i) {
        if (kAll[i] == word) {
            return static_cast<E>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

FlowBuilder::FlowBuilder()
    : FlowBuilder({{"Ideas", model::ColumnKind::Queue},
                   {"Ready", model::ColumnKind::Queue},
                   {"Create", model::ColumnKind::Active},
                   {"Done", model::ColumnKind::Done}},
                  "Ready", "Done") {}

FlowBuilder::FlowBuilder(const std::vector<ColumnSpec>& columns, std::string_view commitment,
                         std::string_view delivery) {
    model::Board board{.id = {1}, .name = "Test"};
    std::int64_t next = 1;
    for (const ColumnSpec& spec : columns) {
        model::Column column{.id = {next},
                             .board = board.id,
                             .handle = slug(spec.name),
                             .name = spec.name,
                             .kind = spec.kind,
                             .rank = static_cast<double>(next)};
        if (spec.name == commitment) {
            board.commitment = column.id;
        }
        if (spec.name == delivery) {
            board.delivery = column.id;
        }
        workspace_.put(column);
        ++next;
    }
    workspace_.put(board);
}

FlowBuilder& FlowBuilder::zone(std::string_view name) {
    zone_ = Zone::load(name).value();
    return *this;
}

FlowBuilder& FlowBuilder::holiday(Day day) {
    model::Board board = *workspace_.board();
    board.holidays.push_back(day);
    workspace_.put(board);
    return *this;
}

Day FlowBuilder::day(int number) {
    return day_one() + (number - 1);
}

Instant FlowBuilder::end_of(int day_number) const {
    return zone_.start_of(day(day_number + 1)) - Duration{1};
}

Instant FlowBuilder::at(std::string_view moment) const {
    moment = trim(moment);
    if (moment.front() == 'd') {
        const auto clock = moment.find('@');
        const int number = std::atoi(std::string(moment.substr(1, clock - 1)).c_str());
        const Duration time =
            clock == std::string_view::npos ? hours(12) : time_of(moment.substr(clock + 1));
        return zone_.at(day(number), time);
    }
    if (moment.front() == 'h') {
        const double count = std::atof(std::string(moment.substr(1)).c_str());
        return zone_.at(day_one(), hours(12)) +
               Duration{static_cast<std::int64_t>(count * kMicrosPerHour)};
    }
    return parse_instant(moment).value();
}

model::CardId FlowBuilder::id(std::string_view card) const {
    const auto found = cards_.find(card);
    return found == cards_.end() ? model::CardId{} : found->second;
}

model::ColumnId FlowBuilder::column(std::string_view name) const {
    for (const model::Column& column : workspace_.rows<model::Column>()) {
        if (column.name == name) {
            return column.id;
        }
    }
    return {};
}

void FlowBuilder::add_row(model::CardId card, std::string_view word, std::string_view moment,
                          std::string_view known) {
    const auto rows = workspace_.of<model::Transition>(card);
    const model::ColumnId from = rows.empty() ? model::ColumnId{} : rows.back()->to;
    if (word == "void") {
        model::Transition last = *rows.back();
        last.voided_at = at(moment);
        workspace_.put(last);
        return;
    }
    const auto kind = named<model::MoveKind>(word);
    const model::ColumnId to = column(word);
    if (!kind && !to) {
        throw std::runtime_error("no column or word '" + std::string(word) + "'");
    }
    workspace_.put(model::Transition{
        .id = {next_transition_++},
        .card = card,
        .from = from,
        .to = to,
        .kind = kind.value_or(rows.empty() ? model::MoveKind::Created : model::MoveKind::Moved),
        .at = at(moment),
        .known_at = known.empty() ? at(moment) : at(known)});
    model::Card row = *workspace_.find(card);
    row.column = to;
    row.entered_at = at(moment);
    row.state = to                                   ? model::CardState::OnBoard
                : kind == model::MoveKind::TradedOut ? model::CardState::TradedOut
                : kind == model::MoveKind::Archived  ? model::CardState::Archived
                                                     : model::CardState::Discarded;
    if (rows.empty()) {
        row.created_at = at(moment);
    }
    workspace_.put(row);
}

FlowBuilder& FlowBuilder::card(std::string_view name, std::string_view history) {
    if (cards_.find(name) == cards_.end()) {
        const auto number = static_cast<std::int64_t>(cards_.size()) + 1;
        cards_.emplace(name, model::CardId{number});
        workspace_.put(model::Card{.id = {number}, .number = number, .title = std::string(name)});
    }
    for (const std::string& part : split(history, ',')) {
        const std::string_view step = trim(part);
        if (step.empty()) {
            continue;
        }
        const auto space = step.find(' ');
        const std::string_view moments = step.substr(space + 1);
        const auto known = moments.find('=');
        add_row(id(name), step.substr(0, space), trim(moments.substr(0, known)),
                known == std::string_view::npos ? "" : trim(moments.substr(known + 1)));
    }
    return *this;
}

FlowBuilder& FlowBuilder::block(std::string_view card, std::string_view from, std::string_view to,
                                std::string_view cause) {
    model::Block block{.id = {next_block_++},
                       .card = id(card),
                       .cause = std::string(cause),
                       .since = at(from),
                       .known_at = at(from)};
    if (!to.empty()) {
        block.ended_at = block.ended_known_at = at(to);
    }
    workspace_.put(block);
    return *this;
}

model::Card FlowBuilder::edit(std::string_view card) const {
    return *workspace_.find(id(card));
}

FlowBuilder& FlowBuilder::service_class(std::string_view card, model::ServiceClass service_class) {
    model::Card row = edit(card);
    row.service_class = service_class;
    workspace_.put(row);
    return *this;
}

FlowBuilder& FlowBuilder::dri(std::string_view card, std::int64_t person) {
    model::Card row = edit(card);
    row.dri = {person};
    workspace_.put(row);
    return *this;
}

FlowBuilder& FlowBuilder::request(std::string_view card, std::string_view submitted) {
    const model::RequestId request{next_request_++};
    workspace_.put(model::Request{.id = request,
                                  .number = request.value,
                                  .submitted_at = at(submitted),
                                  .clock_from = at(submitted),
                                  .card = id(card)});
    model::Card row = edit(card);
    row.request = request;
    workspace_.put(row);
    return *this;
}

FlowBuilder& FlowBuilder::service_level(model::ServiceClass service_class, int probability,
                                        int days) {
    workspace_.put(model::ServiceLevel{.id = {static_cast<std::int64_t>(service_class) + 1},
                                       .service_class = service_class,
                                       .probability = probability,
                                       .days = days});
    return *this;
}

model::RequestId FlowBuilder::request_events(std::string_view history, int sla_hours) {
    const model::RequestId request{next_request_++};
    const model::TemplateVersionId version{1000 + sla_hours};
    workspace_.put(model::TemplateVersion{.id = version, .sla_hours = sla_hours});
    for (const std::string& part : split(history, ',')) {
        const std::string_view step = trim(part);
        const auto space = step.find(' ');
        const Instant when = at(step.substr(space + 1));
        if (workspace_.find(request) == nullptr) {
            workspace_.put(model::Request{.id = request,
                                          .number = request.value,
                                          .version = version,
                                          .submitted_at = when,
                                          .clock_from = when});
        }
        workspace_.put(
            model::RequestEvent{.id = {next_event_++},
                                .request = request,
                                .step = named<model::RequestStep>(step.substr(0, space)).value(),
                                .at = when});
    }
    return request;
}

flow::Scope FlowBuilder::scope(const flow::Flow& flow, int from, int to) {
    return {.from = day(from), .to = day(to), .as_of = flow.as_of()};
}

}  // namespace throughline::test
