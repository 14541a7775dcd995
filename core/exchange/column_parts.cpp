#include "core/exchange/column_parts.h"

#include "core/base/text.h"
#include "core/exchange/column_names.h"

#include <algorithm>

namespace throughline::exchange {
namespace {

using model::Column;
using model::ColumnId;

class Finder {
public:
    Finder(const std::vector<SourceColumn>& lists, const ColumnPlan& plan,
           const model::Workspace& workspace, const ImportOptions& options, ImportReport& report)
        : lists_(lists), plan_(plan), ws_(workspace), options_(options), report_(report) {
        found_.parts.assign(lists.size(), ColumnPart::Process);
    }

    Result<ColumnParts> find() {
        TL_CHECK(find_points());
        split_parts();
        return std::move(found_);
    }

private:
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

    Status find_points() {
        if (!options_.start.empty()) {
            found_.start = list_named(options_.start);
            found_.start_column = found_.start ? nullptr : column_named(options_.start);
            if (!found_.start && found_.start_column == nullptr) {
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
                        found_.parts[i] = ColumnPart::Done;
                    }
                }
            } else {
                found_.done_columns.push_back(column->id);
            }
        }
        if (options_.done.empty()) {
            guess_done();
        }
        report_.finds_done = any_done() || !found_.done_columns.empty();
        if (found_.start && found_.parts[*found_.start] == ColumnPart::Done) {
            if (!options_.done.empty()) {
                return Error{ErrorCode::Invalid,
                             "'" + lists_[*found_.start].name + "' cannot be both start and done",
                             "--start"};
            }
            found_.parts[*found_.start] = ColumnPart::Process;
        }
        if (options_.start.empty() && may_guess_points(ws_)) {
            guess_start();
        }
        return Done{};
    }

    void guess_done() {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            const bool is_done =
                plan_.is_new[i] ? sounds_done(lists_[i].name) || lists_[i].hint == ColumnHint::Done
                                : plan_.columns[i].kind == model::ColumnKind::Done;
            if (is_done) {
                found_.parts[i] = ColumnPart::Done;
                if (plan_.is_new[i]) {
                    names.push_back("'" + lists_[i].name + "'");
                }
            }
        }
        if (!names.empty()) {
            report_.notes.push_back("Guessed from their names that these hold finished work: " +
                                    join(names, ", ") + ". Name others with --done.");
        } else if (may_guess_points(ws_) && !any_done()) {
            report_.notes.push_back(
                "No list looks like finished work, so the board has no delivery point and no cycle "
                "times yet. "
                "Name the lists with --done.");
        }
    }

    bool any_done() const {
        return std::find(found_.parts.begin(), found_.parts.end(), ColumnPart::Done) !=
               found_.parts.end();
    }

    // The first list that sounds like work begun; else the second that is not done.
    void guess_start() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (found_.parts[i] != ColumnPart::Done && (!lists_[i].closed || lists_[i].has_cards)) {
                open.push_back(i);
            }
        }
        auto begun = std::find_if(open.begin(), open.end(), [&](std::size_t i) {
            return lists_[i].hint == ColumnHint::Start;
        });
        if (begun == open.end()) {
            begun = std::find_if(open.begin(), open.end(),
                                 [&](std::size_t i) { return sounds_begun(lists_[i].name); });
        }
        if (begun != open.end()) {
            found_.start = *begun;
        } else if (open.size() >= 2) {
            found_.start = open[1];
        } else {
            return;
        }
        report_.notes.push_back("Guessed that work begins in '" + lists_[*found_.start].name +
                                "' (commitment point). Name another list with --start.");
    }

    void split_parts() {
        std::size_t last_done = lists_.size();
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            last_done = found_.parts[i] == ColumnPart::Done ? i : last_done;
        }
        std::vector<std::string> beside;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (found_.parts[i] == ColumnPart::Done) {
                continue;
            }
            const bool right_of_all = last_done < lists_.size() && i > last_done && found_.start &&
                                      i > *found_.start && *found_.start < last_done;
            if ((found_.start && i < *found_.start) || right_of_all) {
                found_.parts[i] = ColumnPart::Option;
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

    const std::vector<SourceColumn>& lists_;
    const ColumnPlan& plan_;
    const model::Workspace& ws_;
    const ImportOptions& options_;
    ImportReport& report_;
    ColumnParts found_;
};

}  // namespace

bool may_guess_points(const model::Workspace& workspace) {
    const model::Board& board = *workspace.board();
    return (!board.commitment && !board.delivery) || workspace.rows<model::Card>().size() == 0;
}

Result<ColumnParts> find_parts(const std::vector<SourceColumn>& lists, const ColumnPlan& plan,
                               const model::Workspace& workspace, const ImportOptions& options,
                               ImportReport& report) {
    return Finder(lists, plan, workspace, options, report).find();
}

}  // namespace throughline::exchange
