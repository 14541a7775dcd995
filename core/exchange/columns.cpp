#include "core/exchange/columns.h"

#include "core/base/text.h"
#include "core/exchange/column_parts.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace throughline::exchange {
namespace {

using model::Column;
using model::ColumnId;

constexpr double kStep = 1024;
constexpr double kFar = std::numeric_limits<double>::infinity();

class Planner {
public:
    Planner(const std::vector<SourceColumn>& lists, const model::Workspace& workspace,
            const ImportOptions& options, IdSource& ids, ImportReport& report)
        : lists_(lists), ws_(workspace), options_(options), ids_(ids), report_(report) {}

    Result<ColumnPlan> plan() {
        plan_.board = *ws_.board();
        plan_.columns.resize(lists_.size());
        plan_.is_new.assign(lists_.size(), true);
        match();
        TL_TRY(parts_, find_parts(lists_, plan_, ws_, options_, report_));
        make_new_columns();
        set_points();
        return std::move(plan_);
    }

private:
    // --- which column a list is -----------------------------------------------------------------

    void take(std::size_t list, const Column& column) {
        plan_.columns[list] = column;
        plan_.columns[list].source_id =
            lists_[list].source_id.empty() ? column.source_id : lists_[list].source_id;
        plan_.is_new[list] = false;
        taken_.insert(column.id);
    }

    void match() {
        std::unordered_map<std::string, const Column*> by_source;
        for (const Column& column : ws_.rows<Column>()) {
            if (!column.source_id.empty()) {
                by_source.emplace(column.source_id, &column);
            }
        }
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            const auto found = by_source.find(lists_[i].source_id);
            if (!lists_[i].source_id.empty() && found != by_source.end() &&
                !taken_.contains(found->second->id)) {
                take(i, *found->second);
            }
        }
        for (const bool closed : {false, true}) {
            for (std::size_t i = 0; i < lists_.size(); ++i) {
                if (plan_.is_new[i] && lists_[i].closed == closed &&
                    (!closed || lists_[i].has_cards)) {
                    match_by_name(i);
                }
            }
        }
    }

    void match_by_name(std::size_t list) {
        for (const ColumnId id : ws_.columns()) {
            const Column& column = *ws_.find(id);
            const bool is_free = column.source_id.empty() || lists_[list].source_id.empty();
            if (is_free && !taken_.contains(id) &&
                fold(trim(column.name)) == fold(trim(lists_[list].name))) {
                take(list, column);
                return;
            }
        }
    }

    // --- order ----------------------------------------------------------------------------------

    bool keeps_points() const {
        return !parts_.start && parts_.start_column == nullptr && options_.done.empty() &&
               !may_guess_points(ws_);
    }

    void make_new_columns() {
        for (const ColumnId id : ws_.columns()) {
            handles_.insert(ws_.find(id)->handle);
        }
        if (keeps_points()) {
            // Before the commitment point, before the delivery point, at the right end.
            const model::Board& board = *ws_.board();
            put_before(ColumnPart::Option, board.commitment ? board.commitment : board.delivery);
            put_before(ColumnPart::Process, board.delivery);
            put_before(ColumnPart::Done, {});
            return;
        }
        for (const ColumnPart part : {ColumnPart::Option, ColumnPart::Process, ColumnPart::Done}) {
            put_before(part, {});
        }
        if (!is_in_order()) {
            lay_out_anew();
        }
    }

    // Options, then from the start on what is in process, then what is done. New columns are;
    // columns that were on the board already may stand otherwise.
    bool is_in_order() const {
        double options = -kFar;
        double process = parts_.start ? plan_.columns[*parts_.start].rank : -kFar;
        double first_process = kFar;
        double done = kFar;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            const double rank = plan_.columns[i].rank;
            switch (parts_.parts[i]) {
                case ColumnPart::Option: options = std::max(options, rank); break;
                case ColumnPart::Process:
                    process = std::max(process, rank);
                    first_process = std::min(first_process, rank);
                    break;
                case ColumnPart::Done: done = std::min(done, rank); break;
            }
        }
        const bool starts_first =
            !parts_.start || first_process >= plan_.columns[*parts_.start].rank;
        return options < std::min(first_process, done) && process < done && starts_first;
    }

    void lay_out_anew() {
        for (const ColumnPart part : {ColumnPart::Option, ColumnPart::Process, ColumnPart::Done}) {
            for (const std::size_t i : lists_of(part, false)) {
                plan_.columns[i].rank = last_rank_ += kStep;
            }
        }
        report_.notes.push_back(
            "Columns that were on the board already were moved to stand in the order of the file.");
    }

    // Of the finished ones those without cards stand last, so that the delivery point is one people
    // see.
    std::vector<std::size_t> lists_of(ColumnPart part, bool only_new) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (parts_.parts[i] == part && (plan_.is_new[i] || !only_new)) {
                found.push_back(i);
            }
        }
        if (part == ColumnPart::Done) {
            std::stable_partition(found.begin(), found.end(),
                                  [&](std::size_t i) { return !is_put_away(i); });
        }
        return found;
    }

    bool is_put_away(std::size_t list) const {
        return lists_[list].closed && !lists_[list].has_cards;
    }

    // Gives all new columns of a part ranks just left of `point`, or right of everything.
    void put_before(ColumnPart part, ColumnId point) {
        const std::vector<std::size_t> news = lists_of(part, true);
        const Column* right = ws_.find(point);
        double left_rank = right == nullptr ? last_rank_ : right->rank - kStep;
        for (const Column& column : ws_.rows<Column>()) {
            if (right == nullptr || column.rank < right->rank) {
                left_rank = std::max(left_rank, column.rank);
            }
        }
        const double gap = right == nullptr
                               ? kStep
                               : (right->rank - left_rank) / static_cast<double>(news.size() + 1);
        for (const std::size_t i : news) {
            const bool is_point =
                parts_.start == i || (part == ColumnPart::Done && i == news.front());
            plan_.columns[i] = new_column(i, left_rank += gap, is_point);
        }
        last_rank_ = std::max(last_rank_, left_rank);
    }

    Column new_column(std::size_t list, double rank, bool is_point) {
        Column column;
        column.id = ids_.next<ColumnId>();
        column.board = plan_.board.id;
        column.name = std::string(trim(lists_[list].name));
        if (column.name.empty()) {
            column.name = "List " + std::to_string(list + 1);
        }
        column.kind = parts_.parts[list] == ColumnPart::Done     ? model::ColumnKind::Done
                      : parts_.parts[list] == ColumnPart::Option ? model::ColumnKind::Queue
                                                                 : model::ColumnKind::Active;
        if (list == 0 && column.kind == model::ColumnKind::Active &&
            parts_.start != std::size_t{0}) {
            column.kind = model::ColumnKind::Queue;  // where work waits, on nearly every board
        }
        column.rank = rank;
        column.source_id = lists_[list].source_id;
        column.removed = is_put_away(list) && !is_point;
        column.handle = free_handle(column);
        return column;
    }

    std::string free_handle(const Column& column) {
        std::string base = slug(column.name);
        if (base.empty()) {
            base = "column";
        }
        std::string handle = base;
        for (int n = 2; handles_.contains(handle); ++n) {
            handle = base + "-" + std::to_string(n);
        }
        handles_.insert(handle);
        return handle;
    }

    // --- points onto the board ------------------------------------------------------------------

    void set_points() {
        if (parts_.start) {
            plan_.board.commitment = plan_.columns[*parts_.start].id;
        } else if (parts_.start_column != nullptr) {
            plan_.board.commitment = parts_.start_column->id;
        }
        if (options_.done.empty() && !may_guess_points(ws_)) {
            return;
        }
        // The leftmost of the done columns; one that people see before one that is put away.
        std::vector<const Column*> done;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (parts_.parts[i] == ColumnPart::Done) {
                done.push_back(&plan_.columns[i]);
            }
        }
        for (const ColumnId id : parts_.done_columns) {
            done.push_back(ws_.find(id));
        }
        const auto leftmost =
            std::min_element(done.begin(), done.end(), [](const Column* a, const Column* b) {
                return std::pair(a->removed, a->rank) < std::pair(b->removed, b->rank);
            });
        if (leftmost != done.end()) {
            plan_.board.delivery = (*leftmost)->id;
        } else if (parts_.start && ws_.rows<model::Card>().size() == 0) {
            plan_.board.delivery = {};  // of a template: it would lie left of the start
        }
    }

    const std::vector<SourceColumn>& lists_;
    const model::Workspace& ws_;
    const ImportOptions& options_;
    IdSource& ids_;
    ImportReport& report_;
    ColumnPlan plan_;
    std::unordered_set<ColumnId> taken_;
    std::unordered_set<std::string> handles_;
    ColumnParts parts_;
    double last_rank_ = 0;
};

}  // namespace

Result<ColumnPlan> plan_columns(const std::vector<SourceColumn>& lists,
                                const model::Workspace& workspace, const ImportOptions& options,
                                IdSource& ids, ImportReport& report) {
    if (workspace.board() == nullptr) {
        return Error{ErrorCode::Invalid, "this file has no board yet; create one first", ""};
    }
    return Planner(lists, workspace, options, ids, report).plan();
}

}  // namespace throughline::exchange
