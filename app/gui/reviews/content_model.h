// What a part of a meeting shows, as sections of lines: read from the board and the figures, each
// line with the thing that it leads to. Computes no figure of its own. No drawing.
#pragma once

#include "app/gui/reviews/figures_model.h"
#include "core/report/figure_words.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::reviews {

using report::Mood;

// What a line leads to.
struct Target {
    enum class Kind {
        None,
        Card,
        Request,
        Objective,
        Kpi,
        Risk,
        Decision,
        Action,
        Commitment,
        Note,
        Meeting,
        Plan,
        Flow
    };
    Kind kind = Kind::None;
    std::int64_t id = 0;

    friend bool operator==(const Target&, const Target&) = default;
};

struct Line {
    Target target;
    std::string key;  // "O-3"; "" for none
    std::string title;
    std::string detail;  // quiet, under the title
    std::string state;   // a word or two: "At risk"; "" for none
    Mood mood = Mood::Neutral;
    std::optional<double> share = {};  // 0 .. 1: a bar
    std::vector<double> points = {};   // the last values
};

struct Section {
    std::string title;
    std::string words = {};  // a sentence under the title, or what stands in place of lines
    std::vector<Line> lines = {};
    std::size_t more = 0;  // lines left out
};

struct ReadingInputs {
    const model::Workspace& workspace;
    const Zone& zone;
    Instant now;
    const model::Meeting& meeting;
    const ReviewFigures* figures = nullptr;  // null: still being computed

    Day today() const { return zone.day(now); }
};

// `person`: whose round it is; 0 outside of rounds.
std::vector<Section> read_part(const ReadingInputs& in, model::AgendaContent content,
                               model::PersonId person);

// Who speaks in a round: in weekly meetings everybody present who may work, else the DRIs of open
// objectives, and the owners of KPIs where there are no objectives. By name.
std::vector<model::PersonId> in_rounds(const model::Workspace& workspace,
                                       const model::Meeting& meeting);

// --- what the parts are made of (content_plan.cpp, content_work.cpp, content_talk.cpp) ----------
std::vector<Section> context_sections(const ReadingInputs& in);
std::vector<Section> scorecard_sections(const ReadingInputs& in);
std::vector<Section> round_sections(const ReadingInputs& in, model::PersonId person);
std::vector<Section> retrospective_sections(const ReadingInputs& in);
std::vector<Section> objective_sections(const ReadingInputs& in);
std::vector<Section> capacity_sections(const ReadingInputs& in);
std::vector<Section> year_sections(const ReadingInputs& in);
std::vector<Section> flow_sections(const ReadingInputs& in);
Section kpi_section(const ReadingInputs& in, model::PersonId owner);
Section blocker_section(const ReadingInputs& in, model::PersonId dri);  // 0: of everybody
Section risk_section(const ReadingInputs& in, model::PersonId owner);   // 0: of everybody
Section request_section(const ReadingInputs& in);
Section decision_section(const ReadingInputs& in, model::PersonId executor);  // 0: of everybody
Section action_section(const ReadingInputs& in, model::PersonId owner);       // 0: of everybody
// Promised in earlier meetings of the kind and open, or answered in this meeting.
Section promise_section(const ReadingInputs& in, model::PersonId person);  // 0: of everybody
Section new_promise_section(const ReadingInputs& in, model::PersonId person);

std::string person_name(const model::Workspace& workspace, model::PersonId person);
Line commitment_line(const model::Workspace& workspace, const model::Commitment& one, Day today);
Line decision_line(const model::Workspace& workspace, const model::Decision& one, Day today);
Line action_line(const model::Workspace& workspace, const model::ActionItem& one, Day today);
// Cuts what no meeting reads to its end.
void keep_most(Section& section, std::size_t most);
inline constexpr std::size_t kMostLines = 40;

}  // namespace throughline::gui::reviews
