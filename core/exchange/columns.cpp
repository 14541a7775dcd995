#include "core/exchange/columns.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace throughline::exchange {
namespace {

using model::Column;
using model::ColumnId;

constexpr double kStep = 1024;
constexpr double kFar = std::numeric_limits<double>::infinity();

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : fold(name)) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
            word.push_back(c);
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

template <std::size_t N>
bool any_word(const std::vector<std::string>& words,
              const std::array<std::string_view, N>& wanted) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    });
}

// What part a list plays, seen from left to right.
enum class Part { Option, Process, Done };

class Planner {
public:
    Planner(const std::vector<SourceColumn>& lists,
            const model::Workspace& workspace,
            const ImportOptions& options,
            IdSource& ids,
            ImportReport& report)
        : lists_(lists), ws_(workspace), options_(options), ids_(ids), report_(report) {}

    Result<ColumnPlan> plan() {
        plan_.board = *ws_.board();
        plan_.columns.resize(lists_.size());
        plan_.is_new.assign(lists_.size(), true);
        parts_.assign(lists_.size(), Part::Process);
        match();
        TL_CHECK(find_points());
        split_parts();
        make_new_columns();
        set_points();
        return std::move(plan_);
    }

private:
    // --- which column a list is
    // -------------------------------------------------------------------

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
            if (column.source_id.empty() && !taken_.contains(id) &&
                fold(trim(column.name)) == fold(trim(lists_[list].name))) {
                take(list, column);
                return;
            }
        }
    }

    // --- the two points
    // ---------------------------------------------------------------------------

    // The list or column with this name; a list that is open before one that is not.
    std::optional<std::size_t> list_named(std::string_view name) const {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (fold(trim(lists_[i].name)) == fold(trim(name)) &&
                (!found || (lists_[*found].closed && !lists_[i].closed))) {
                found = i;
            }
        }
        return found;
    }
    const Column* column_named(std::string_view name) const {
        for (const ColumnId id : ws_.columns()) {
            const Column& column = *ws_.find(id);
            if (fold(column.name) == fold(trim(name)) || column.handle == fold(trim(name))) {
                return &column;
            }
        }
        return nullptr;
    }

    Error unknown(std::string_view option, std::string_view name) const {
        std::vector<std::string> names;
        for (const SourceColumn& list : lists_) {
            names.push_back(list.name);
        }
        return {ErrorCode::Invalid,
                "there is no list or column '" + std::string(name) + "'; the file has " +
                    join(names, ", "),
                std::string(option)};
    }

    // The points move only when they are named, or when there is nothing yet that they hold for.
    bool may_guess() const {
        const model::Board& board = *ws_.board();
        return (!board.commitment && !board.delivery) || ws_.rows<model::Card>().size() == 0;
    }

    Status find_points() {
        if (!options_.start.empty()) {
            start_ = list_named(options_.start);
            start_column_ = start_ ? nullptr : column_named(options_.start);
            if (!start_ && start_column_ == nullptr) {
                return unknown("--start", options_.start);
            }
        }
        for (const std::string& name : options_.done) {
            const auto list = list_named(name);
            const Column* column = list ? nullptr : column_named(name);
            if (!list && column == nullptr) {
                return unknown("--done", name);
            }
            if (list) {
                // Every list of the name: teams make a new "Done" each month.
                for (std::size_t i = 0; i < lists_.size(); ++i) {
                    if (fold(trim(lists_[i].name)) == fold(trim(name))) {
                        parts_[i] = Part::Done;
                    }
                }
            } else {
                done_columns_.push_back(column->id);
            }
        }
        if (options_.done.empty()) {
            guess_done();
        }
        if (start_ && parts_[*start_] == Part::Done) {
            if (!options_.done.empty()) {
                return Error{ErrorCode::Invalid,
                             "'" + lists_[*start_].name + "' cannot be both start and done",
                             "--start"};
            }
            parts_[*start_] = Part::Process;
        }
        if (options_.start.empty() && may_guess()) {
            guess_start();
        }
        return Done{};
    }

    void guess_done() {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            const bool is_done = plan_.is_new[i] ? sounds_done(lists_[i].name)
                                                 : plan_.columns[i].kind == model::ColumnKind::Done;
            if (is_done) {
                parts_[i] = Part::Done;
                if (plan_.is_new[i]) {
                    names.push_back("'" + lists_[i].name + "'");
                }
            }
        }
        if (!names.empty()) {
            report_.notes.push_back("Guessed from their names that these hold finished work: " +
                                    join(names, ", ") + ". Name others with --done.");
        } else if (may_guess() && !any_done()) {
            report_.notes.push_back(
                "No list looks like finished work, so the board has no delivery point and no cycle "
                "times yet. "
                "Name the lists with --done.");
        }
    }

    bool any_done() const {
        return std::find(parts_.begin(), parts_.end(), Part::Done) != parts_.end();
    }

    // The first list that sounds like work begun; else the second that is not done.
    void guess_start() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (parts_[i] != Part::Done && (!lists_[i].closed || lists_[i].has_cards)) {
                open.push_back(i);
            }
        }
        const auto begun = std::find_if(
            open.begin(), open.end(), [&](std::size_t i) { return sounds_begun(lists_[i].name); });
        if (begun != open.end()) {
            start_ = *begun;
        } else if (open.size() >= 2) {
            start_ = open[1];
        } else {
            return;
        }
        report_.notes.push_back("Guessed that work begins in '" + lists_[*start_].name +
                                "' (commitment point). Name another list with --start.");
    }

    // --- order
    // ------------------------------------------------------------------------------------

    void split_parts() {
        std::size_t last_done = lists_.size();
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            last_done = parts_[i] == Part::Done ? i : last_done;
        }
        std::vector<std::string> beside;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (parts_[i] == Part::Done) {
                continue;
            }
            const bool right_of_all = last_done < lists_.size() && i > last_done && start_ &&
                                      i > *start_ && *start_ < last_done;
            if ((start_ && i < *start_) || right_of_all) {
                parts_[i] = Part::Option;
            }
            if (right_of_all) {
                beside.push_back("'" + lists_[i].name + "'");
            }
        }
        if (!beside.empty()) {
            report_.notes.push_back(
                "Right of the finished work, but not finished: " + join(beside, ", ") +
                ". Put left of the commitment point, where cards do not count as in process.");
        }
    }

    bool keeps_points() const {
        return !start_ && start_column_ == nullptr && options_.done.empty() && !may_guess();
    }

    void make_new_columns() {
        for (const ColumnId id : ws_.columns()) {
            handles_.insert(ws_.find(id)->handle);
        }
        if (keeps_points()) {
            // Before the commitment point, before the delivery point, at the right end.
            const model::Board& board = *ws_.board();
            put_before(Part::Option, board.commitment ? board.commitment : board.delivery);
            put_before(Part::Process, board.delivery);
            put_before(Part::Done, {});
            return;
        }
        for (const Part part : {Part::Option, Part::Process, Part::Done}) {
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
        double process = start_ ? plan_.columns[*start_].rank : -kFar;
        double first_process = kFar;
        double done = kFar;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            const double rank = plan_.columns[i].rank;
            switch (parts_[i]) {
                case Part::Option: options = std::max(options, rank); break;
                case Part::Process:
                    process = std::max(process, rank);
                    first_process = std::min(first_process, rank);
                    break;
                case Part::Done: done = std::min(done, rank); break;
            }
        }
        const bool starts_first = !start_ || first_process >= plan_.columns[*start_].rank;
        return options < std::min(first_process, done) && process < done && starts_first;
    }

    void lay_out_anew() {
        for (const Part part : {Part::Option, Part::Process, Part::Done}) {
            for (const std::size_t i : lists_of(part, false)) {
                plan_.columns[i].rank = last_rank_ += kStep;
            }
        }
        report_.notes.push_back(
            "Columns that were on the board already were moved to stand in the order of the file.");
    }

    // Of the finished ones those without cards stand last, so that the delivery point is one people
    // see.
    std::vector<std::size_t> lists_of(Part part, bool only_new) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (parts_[i] == part && (plan_.is_new[i] || !only_new)) {
                found.push_back(i);
            }
        }
        if (part == Part::Done) {
            std::stable_partition(found.begin(), found.end(),
                                  [&](std::size_t i) { return !is_put_away(i); });
        }
        return found;
    }

    bool is_put_away(std::size_t list) const {
        return lists_[list].closed && !lists_[list].has_cards;
    }

    // Gives all new columns of a part ranks just left of `point`, or right of everything.
    void put_before(Part part, ColumnId point) {
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
            const bool is_point = start_ == i || (part == Part::Done && i == news.front());
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
        column.kind = parts_[list] == Part::Done     ? model::ColumnKind::Done
                      : parts_[list] == Part::Option ? model::ColumnKind::Queue
                                                     : model::ColumnKind::Active;
        if (list == 0 && column.kind == model::ColumnKind::Active && start_ != std::size_t{0}) {
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

    // --- points onto the board
    // --------------------------------------------------------------------

    void set_points() {
        if (start_) {
            plan_.board.commitment = plan_.columns[*start_].id;
        } else if (start_column_ != nullptr) {
            plan_.board.commitment = start_column_->id;
        }
        if (options_.done.empty() && !may_guess()) {
            return;
        }
        // The leftmost of the done columns; one that people see before one that is put away.
        std::vector<const Column*> done;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (parts_[i] == Part::Done) {
                done.push_back(&plan_.columns[i]);
            }
        }
        for (const ColumnId id : done_columns_) {
            done.push_back(ws_.find(id));
        }
        const auto leftmost =
            std::min_element(done.begin(), done.end(), [](const Column* a, const Column* b) {
                return std::pair(a->removed, a->rank) < std::pair(b->removed, b->rank);
            });
        if (leftmost != done.end()) {
            plan_.board.delivery = (*leftmost)->id;
        } else if (start_ && ws_.rows<model::Card>().size() == 0) {
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
    std::vector<Part> parts_;
    std::optional<std::size_t> start_;      // a list
    const Column* start_column_ = nullptr;  // or a column that is no list
    std::vector<ColumnId> done_columns_;
    double last_rank_ = 0;
};

}  // namespace

bool sounds_done(std::string_view name) {
    constexpr std::array<std::string_view, 14> kDone{
        "done",      "complete", "completed", "finished", "released", "live",     "shipped",
        "delivered", "launched", "published", "deployed", "fertig",   "erledigt", "archive"};
    constexpr std::array<std::string_view, 12> kNot{"not",    "to",     "be",       "ready",
                                                    "until",  "before", "for",      "almost",
                                                    "nearly", "going",  "approval", "definition"};
    const auto words = words_of(name);
    return any_word(words, kDone) && !any_word(words, kNot);
}

bool sounds_begun(std::string_view name) {
    constexpr std::array<std::string_view, 10> kBegun{
        "doing",   "progress", "wip",    "working", "development",
        "started", "active",   "arbeit", "create",  "creating"};
    constexpr std::array<std::string_view, 3> kNot{"not", "to", "ready"};
    const auto words = words_of(name);
    return any_word(words, kBegun) && !any_word(words, kNot);
}

Result<ColumnPlan> plan_columns(const std::vector<SourceColumn>& lists,
                                const model::Workspace& workspace,
                                const ImportOptions& options,
                                IdSource& ids,
                                ImportReport& report) {
    if (workspace.board() == nullptr) {
        return Error{ErrorCode::Invalid, "this file has no board yet; create one first", ""};
    }
    return Planner(lists, workspace, options, ids, report).plan();
}

}  // namespace throughline::exchange
