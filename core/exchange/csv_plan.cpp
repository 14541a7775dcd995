#include "core/exchange/csv_plan.h"

#include "core/base/text.h"
#include "core/exchange/card_writer.h"
#include "core/exchange/csv_import.h"
#include "core/exchange/csv_row.h"
#include "core/exchange/import_run.h"
#include "core/exchange/people.h"

#include <algorithm>

namespace throughline::exchange {
namespace {

using model::Card;
using model::ColumnId;
using model::MoveKind;
using model::PersonId;
using model::Transition;

class Planner {
public:
    Planner(const CsvTable& table, CsvMapping& mapping, const CsvLayout& layout,
            const CsvSurvey& survey, ImportInput& input, ImportReport report)
        : table_(table),
          mapping_(mapping),
          layout_(layout),
          survey_(survey),
          ws_(input.workspace),
          input_(input),
          report_(std::move(report)),
          changes_(ws_),
          people_(ws_, input.ids, changes_, report_),
          cards_(ws_, changes_, report_, source_of(report_, mapping)),
          parts_(ws_, input.ids, changes_, report_, [this](std::size_t i) { return known_[i]; }) {}

    Result<ImportPlan> plan(const CsvMapping& remembered) {
        CsvPlaces places = places_of(survey_, mapping_, ws_, report_);
        TL_CHECK(make_columns(places, remembered));
        for (const std::string& name : survey_.dris) {
            person(name, true);
        }
        const CsvRowReader reader(layout_, places, done_places(), input_.options.zone, input_.now);
        TL_CHECK(table_.for_each_row(input_.options, 2,
                                     [&](const CsvLayout::Fields& fields, std::size_t line) {
                                         take(reader, fields, line);
                                     }));
        cards_.write();
        note_the_rest();
        report_.mapping = to_json(mapping_);
        return finish_plan(std::move(report_), changes_, input_);
    }

private:
    // Card ids are told apart by format, and by what the mapping calls the source.
    static std::string source_of(const ImportReport& report, const CsvMapping& mapping) {
        return mapping.source.empty() ? report.format : report.format + ":" + mapping.source;
    }

    // --- columns and people ---------------------------------------------------------------------

    Status make_columns(const CsvPlaces& places, const CsvMapping& remembered) {
        ImportOptions options = input_.options;
        if (options.start.empty() && options.done.empty()) {
            options.start = mapping_.start;
            options.done = mapping_.done;
        }
        options =
            with_remembered_points(std::move(options), remembered, places.columns, ws_, report_);
        mapping_.start = options.start;
        mapping_.done = options.done;
        TL_TRY(columns_, plan_columns(places.columns, ws_, options, input_.ids, report_));
        write_columns(columns_, places.columns, ws_, changes_, report_);
        return Done{};
    }

    // Beyond the delivery point; without one, the columns of finished work.
    std::vector<bool> done_places() const {
        const model::Column* delivery = ws_.find(columns_.board.delivery);
        for (const model::Column& column : columns_.columns) {
            delivery = column.id == columns_.board.delivery ? &column : delivery;
        }
        std::vector<bool> done;
        for (const model::Column& column : columns_.columns) {
            done.push_back(delivery != nullptr ? column.rank >= delivery->rank
                                               : column.kind == model::ColumnKind::Done);
        }
        return done;
    }

    ColumnId column(std::size_t place) const { return columns_.columns[place].id; }

    PersonId person(const std::string& name, bool active) {
        if (name.empty()) {
            return {};
        }
        const auto [found, is_new] = person_ids_.try_emplace(name);
        if (is_new) {
            const bool is_word = name.find(' ') == std::string::npos;
            found->second = people_.find_or_add(is_word ? name : "", name, active);
        }
        return found->second;
    }

    // A person made inactive here is no DRI.
    PersonId dri(const std::string& name) {
        const PersonId id = person(name, true);
        const model::Person* there = ws_.find(id);
        return there != nullptr && !there->active ? PersonId{} : id;
    }

    // --- rows -----------------------------------------------------------------------------------

    void leave_out(std::string what, std::size_t line, std::string why) {
        report_.left_out.push_back(
            {std::move(what), "line " + std::to_string(line), std::move(why)});
    }

    void take(const CsvRowReader& reader, const CsvLayout::Fields& fields, std::size_t line) {
        if (fields.size() != table_.columns().size()) {
            return leave_out(
                "row", line,
                "it has " + plural(static_cast<std::int64_t>(fields.size()), "field", "fields") +
                    ", the header " + std::to_string(table_.columns().size()));
        }
        std::string id = layout_.value(fields, CsvField::Id);
        if (id.empty()) {
            return leave_out("row", line, "it has no id");
        }
        const std::string what = "card \"" + id + "\"";
        const auto [first, is_new] = lines_.try_emplace(id, line);
        if (!is_new) {
            return leave_out(what, line,
                             "its id stands already in line " + std::to_string(first->second));
        }
        auto row = reader.read(fields, std::move(id));
        if (!row) {
            return leave_out(what, line, std::move(row).error());
        }
        for (CsvOddity& oddity : row->oddities) {
            const auto [seen, is_first] =
                oddities_.try_emplace(std::move(oddity), std::pair(line, 0));
            ++seen->second.second;
        }
        going_back_ += row->way.goes_back ? 1 : 0;
        for (const CsvStep& step : row->way.steps) {
            assumed_ += step.assumed ? 1 : 0;
        }
        if (const Card* here = cards_.here(row->id)) {
            take_again(*row, *here, line);
        } else {
            take_new(*row, line);
        }
    }

    void take_new(CsvRow& row, std::size_t line) {
        Card card = std::move(row.card);
        card.id = input_.ids.next<model::CardId>();
        card.dri = dri(row.dri);
        card.source = source_of(report_, mapping_);
        card.source_id = row.id;
        const CsvStep* before = nullptr;
        for (const CsvStep& step : row.way.steps) {
            cards_.step(card, made_of(step, before, before == nullptr ? row.author : ""));
            before = &step;
        }
        card.created_at = row.created ? std::min(row.created->at, row.way.steps.front().moment.at)
                                      : row.way.steps.front().moment.at;
        take_parts(row, card.id);
        cards_.put_new(std::move(card), static_cast<double>(line));
    }

    CardStep made_of(const CsvStep& step, const CsvStep* before, const std::string& by) {
        CardStep made;
        made.at = step.moment.at;
        made.from = before == nullptr ? ColumnId{} : column(before->place);
        made.to = column(step.place);
        made.kind = before == nullptr ? MoveKind::Created : MoveKind::Moved;
        made.by = person(by, false);
        made.day_precision = step.moment.day_only;
        made.counted_as = name_of(step, before == nullptr);
        return made;
    }

    static const char* name_of(const CsvStep& step, bool is_birth) {
        return is_birth ? "creations" : step.assumed ? "moves_assumed" : "transitions";
    }

    void take_parts(const CsvRow& row, model::CardId card) {
        std::vector<SourceLink> links;
        for (const std::string& url : row.links) {
            links.push_back({url, ""});
        }
        parts_.take_links(links, card);
        std::vector<SourceComment> comments;
        for (const CsvComment& comment : row.comments) {
            const auto name = survey_.names.find(comment.by);
            known_.push_back(
                person(name == survey_.names.end() ? comment.by : name->second, false));
            comments.push_back({comment.id, comment.at, known_.size() - 1, comment.text, {}});
        }
        parts_.take_comments(comments, card);
        known_.clear();
    }

    // --- a card that is here already ------------------------------------------------------------

    // What is empty here is filled; what was written here stays.
    void take_again(CsvRow& row, const Card& here, std::size_t line) {
        Card card = here;
        const auto fill = [](auto& mine, auto& theirs) {
            if (mine == std::remove_reference_t<decltype(mine)>{}) {
                mine = std::move(theirs);
            }
        };
        others_ += card.title != row.card.title || card.due != row.card.due ||
                           card.type != row.card.type || card.labels != row.card.labels
                       ? 1
                       : 0;
        fill(card.description, row.card.description);
        fill(card.type, row.card.type);
        fill(card.due, row.card.due);
        fill(card.labels, row.card.labels);
        for (const auto member : {&Card::value, &Card::urgency, &Card::enablement, &Card::size}) {
            fill(card.*member, row.card.*member);
        }
        if (!card.dri) {
            card.dri = dri(row.dri);
        }
        take_new_steps(row, card, line);
        take_parts(row, here.id);
        cards_.put_again(std::move(card), static_cast<double>(line));
    }

    void take_new_steps(const CsvRow& row, Card& card, std::size_t line) {
        std::vector<const Transition*> here;  // not yet found in the file
        Instant last;
        for (const Transition* one : ws_.of<Transition>(card.id)) {
            if (!one->voided_at) {
                here.push_back(one);
                last = std::max(last, one->at);
            }
        }
        std::vector<const CsvStep*> fresh;
        for (const CsvStep& step : row.way.steps) {
            // Where it began may be told otherwise by a file with other statuses.
            const bool is_birth = &step == &row.way.steps.front();
            const auto same = std::find_if(here.begin(), here.end(), [&](const Transition* one) {
                return one->at == step.moment.at && (one->to == column(step.place) ||
                                                     (is_birth && one->kind == MoveKind::Created));
            });
            if (same != here.end()) {
                ++report_.unchanged[name_of(step, is_birth)];
                here.erase(same);
            } else {
                fresh.push_back(&step);
            }
        }
        add_fresh_steps(row, fresh, here, last, card, line);
    }

    // Imports make rows without a person, but for a creation.
    void add_fresh_steps(const CsvRow& row, const std::vector<const CsvStep*>& fresh,
                         const std::vector<const Transition*>& here, Instant last, Card& card,
                         std::size_t line) {
        const bool moved_here =
            !card.on_board() || std::any_of(here.begin(), here.end(), [](const Transition* one) {
                return one->by && one->kind != MoveKind::Created;
            });
        for (const CsvStep* step : fresh) {
            const std::string what = "the step of card \"" + row.id + "\" into '" +
                                     columns_.columns[step->place].name + "'";
            const bool is_there = card.column == column(step->place);
            if (step->assumed && is_there) {
                continue;
            }
            if (moved_here) {
                leave_out(what, line, "the card was moved here since the last import");
            } else if (is_there || (step->moment.at < last && !step->assumed)) {
                leave_out(what, line,
                          "its date, " + to_text(step->moment.day) +
                              ", is new, and the steps known here are later or tell another; to "
                              "take it in, undo the earlier import and import again");
            } else {
                CardStep made = made_of(*step, step, "");
                made.at = std::max(step->moment.at, last);
                made.from = card.column;
                cards_.step(card, made);
                last = made.at;
            }
        }
    }

    // --- what is said in the end ----------------------------------------------------------------

    void note_the_rest() {
        for (const auto& [oddity, seen] : oddities_) {
            const auto& [line, count] = seen;
            leave_out("'" + oddity.value + "' in '" + oddity.header + "' of " +
                          plural(count, "card", "cards"),
                      line, oddity.why);
        }
        const auto note = [this](int count, const char* one, const char* many, const char* rest) {
            if (count > 0) {
                report_.notes.push_back(plural(count, one, many) + " " + rest);
            }
        };
        note(going_back_, "card", "cards",
             "reached a later stage before an earlier one: their steps are taken by date, so they "
             "went back.");
        note(assumed_, "card", "cards",
             "came to where they stand at a time that the file does not tell; the last change is "
             "taken.");
        note(others_, "card", "cards",
             "have another title, type, due day or labels in the file than here; what stands here "
             "stays.");
    }

    const CsvTable& table_;
    CsvMapping& mapping_;
    const CsvLayout& layout_;
    const CsvSurvey& survey_;
    const model::Workspace& ws_;
    ImportInput& input_;
    ImportReport report_;
    ChangeSet changes_;
    PeoplePlan people_;
    CardWriter cards_;
    std::vector<PersonId> known_;  // authors of the comments of one card
    CardParts parts_;
    ColumnPlan columns_;
    std::unordered_map<std::string, PersonId> person_ids_;
    std::unordered_map<std::string, std::size_t> lines_;         // by id
    std::map<CsvOddity, std::pair<std::size_t, int>> oddities_;  // first line, cards
    int going_back_ = 0;
    int assumed_ = 0;
    int others_ = 0;
};

}  // namespace

Result<ImportPlan> plan_csv(const CsvTable& table, const CsvLayout& layout, CsvMapping mapping,
                            const CsvMapping& remembered, ImportInput& input, ImportReport report) {
    TL_TRY(const CsvSurvey found, survey(table, layout, input.options));
    return Planner(table, mapping, layout, found, input, std::move(report)).plan(remembered);
}

}  // namespace throughline::exchange
