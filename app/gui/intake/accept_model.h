// What accepting a request needs: who answers for it, the objective, the class, where it goes, and,
// when there is no place, which card leaves. Also the requests it may be merged into.
#pragma once

#include "core/model/workspace.h"
#include "core/rules/command.h"
#include "core/rules/limits.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::intake {

struct PersonOption {
    model::PersonId id;
    std::string name;
    std::string load;  // "3 of 4 in process"
    bool full = false;
};
struct ObjectiveOption {
    model::ObjectiveId id;
    std::string label;  // "O-3 Pipeline from webinars"
    std::string note;   // "this quarter", "next quarter", "standing"
    int colour = 0;
};
struct LeavingOption {
    model::CardId id;
    std::string key;
    std::string title;
    std::string note;  // "score 1.2, 6 days here"
};

// When there is no place: trade a card out, or pass the limit (with the right to).
enum class NoRoom : std::uint8_t { Trade, Override };

struct AcceptModel {
    model::RequestId request;
    std::string title;  // "R-3 Autumn launch page"
    std::vector<PersonOption> people;
    std::vector<ObjectiveOption> objectives;
    std::vector<LeavingOption> leaving;  // of the ready column, weakest first
    rules::Fill ready;                   // where it goes; of the lane for an expedite
    bool may_override = false;

    // What is chosen.
    int person = -1;
    int objective = -1;
    model::ServiceClass service_class = model::ServiceClass::Standard;
    NoRoom no_room = NoRoom::Trade;
    int leaves = -1;
    std::string reason;  // of the trade or of the override

    bool needs_room() const { return ready.is_full(); }
    // Why it cannot be accepted yet: "Choose who answers for it."; "" when it can.
    std::string missing() const;
    rules::AcceptRequest command() const;
};

AcceptModel accept_model(const model::Workspace& workspace, const Zone& zone,
                         model::RequestId request, bool may_override, Instant now);
// After the class changed: expedites go by their own lane's limit.
void refill(AcceptModel& accept, const model::Workspace& workspace);

// Objectives of the current and later quarters and standing ones, not closed; this quarter first.
std::vector<ObjectiveOption> open_objectives(const model::Workspace& workspace, Day today);

struct MergeOption {
    model::RequestId id;
    std::string label;  // "R-4 Autumn landing page"
    std::string note;   // "82% alike", "MKT-7 in Create"
};
// Open requests and those whose card is on the board; the most alike first.
std::vector<MergeOption> merge_options(const model::Workspace& workspace, model::RequestId request);

}  // namespace throughline::gui::intake
