#include "core/base/text.h"
#include "core/model/query.h"
#include "core/rules/brief.h"
#include "core/rules/record_rules.h"
#include "core/rules/recurrence.h"

#include <algorithm>

namespace throughline::rules {
namespace {

using model::Assessment;
using model::Experiment;
using model::GlossaryWord;
using model::ProcessStep;
using model::Retro;
using model::Risk;
using model::Schedule;

bool on_scale(int value) {
    return value >= 1 && value <= 5;
}

// A path of an experiment must name cards, or nothing can be compared.
Verdict need_filter(const std::string& field, const std::string& text) {
    const auto query = model::Query::parse(text);
    if (!query) {
        return wrong_field(field, "The filter cannot be read: " + query.error().message + ".",
                           "Write it as on the board, such as label:lean-review.");
    }
    if (query->is_empty()) {
        return wrong_field(field, "The filter names every card.",
                           "Name the cards of this path only, such as label:lean-review.");
    }
    return Done{};
}

constexpr std::size_t kMostSteps = 99;

// Puts the step at its place among those of its template, and numbers them from 1 without gaps.
void place_step(Edit& edit, ProcessStep& row) {
    std::vector<ProcessStep> others;
    edit.each<ProcessStep>([&](const ProcessStep& one) {
        if (one.form == row.form && one.id != row.id) {
            others.push_back(one);
        }
    });
    std::ranges::sort(others, {},
                      [](const ProcessStep& one) { return std::pair(one.position, one.id); });
    row.position = std::min(row.position, static_cast<int>(others.size()) + 1);
    int position = 1;
    for (ProcessStep& one : others) {
        position += position == row.position ? 1 : 0;
        if (one.position != position) {
            one.position = position;
            edit.put(one);
        }
        ++position;
    }
}

}  // namespace

template <>
struct RecordRules<Risk> {
    static constexpr std::array kFields{
        RecordField{"title", "Risk", true, "what may happen"},
        RecordField{"objective", "Objective", false, "what it threatens; empty for the whole"},
        RecordField{"owner", "Owner", true},
        RecordField{"probability", "Probability", false, "1 (rare) to 5 (almost certain)"},
        RecordField{"impact", "Impact", false, "1 (slight) to 5 (the objective is lost)"},
        RecordField{"mitigation", "Mitigation", true},
        RecordField{"trigger_sign", "Trigger", false, "how one sees that it happens"},
        RecordField{"review_on", "Look again on"},
        RecordField{"state", "State"},
        RecordField{"outcome", "Outcome"},
    };
    static constexpr RecordKind kKind{.table = "risk",
                                      .title = "risk",
                                      .plural = "risks",
                                      .right = Right::Work,
                                      .fields = kFields,
                                      .removable = false};
    static Verdict check(const Edit& edit, const Context&, Risk& row, const Risk*) {
        TL_CHECK(need_person(edit, row.owner, "owner"));
        if (!on_scale(row.probability)) {
            return wrong_field("probability", "Probability is 1 to 5.", "3 is an even chance.");
        }
        if (!on_scale(row.impact)) {
            return wrong_field("impact", "Impact is 1 to 5.", "3 delays the objective.");
        }
        if (row.state != model::RiskState::Open) {
            TL_CHECK(need_reason(row.outcome, "close a risk"));
        }
        return Done{};
    }
};

template <>
struct RecordRules<Retro> {
    static constexpr std::size_t kWhys = 5;
    static constexpr std::array kFields{
        RecordField{"card", "Card"},
        RecordField{"objective", "Objective"},
        RecordField{"expected", "What we expected", true},
        RecordField{"happened", "What happened", true},
        RecordField{"drove", "What drove it", true},
        RecordField{"changes", "What changes next", true},
        RecordField{"whys", "Five whys", false, "one a line, each the reason of the one before"},
    };
    static constexpr RecordKind kKind{"retro", "retro", "retros", Right::Work, kFields};
    static Verdict check(const Edit& edit, const Context& context, Retro& row,
                         const Retro* before) {
        if (static_cast<bool>(row.card) == static_cast<bool>(row.objective)) {
            return wrong_field("card", "A retro looks back at one card or at one objective.",
                               "Name exactly one of the two.");
        }
        if (count_others(edit, row, [&](const Retro& one) {
                return one.card == row.card && one.objective == row.objective;
            })) {
            return refusal("name_taken", "There is a retro of it already.", "Add to that one.");
        }
        if (row.whys.size() > kWhys) {
            return wrong_field("whys", "There are more than five whys.",
                               "Keep the five that lead to the cause.");
        }
        if (before == nullptr) {
            row.by = context.actor;
            row.at = context.now;
        }
        return Done{};
    }
};

template <>
struct RecordRules<Experiment> {
    static constexpr std::array kFields{
        RecordField{"title", "Experiment", true},
        RecordField{"hypothesis", "Hypothesis", true, "if we ..., then ..."},
        RecordField{"measure", "Measure", true, "which figure decides: median cycle time"},
        RecordField{"usual_path", "Usual path", true, "filter for its cards: label:usual-review"},
        RecordField{"other_path", "Path tried", true, "filter for its cards: label:lean-review"},
        RecordField{"from_day", "From", true},
        RecordField{"to_day", "To"},
        RecordField{"owner", "Owner", true},
        RecordField{"state", "State"},
        RecordField{"result", "Result"},
    };
    static constexpr RecordKind kKind{"experiment", "experiment", "experiments", Right::Work,
                                      kFields};
    static Verdict check(const Edit& edit, const Context&, Experiment& row, const Experiment*) {
        TL_CHECK(need_person(edit, row.owner, "owner"));
        if (row.to && *row.to < row.from) {
            return wrong_field("to_day", "The experiment ends before it begins.",
                               "Give a later day, or none while it runs.");
        }
        TL_CHECK(need_filter("usual_path", row.usual_path));
        TL_CHECK(need_filter("other_path", row.other_path));
        if (row.usual_path == row.other_path) {
            return wrong_field("other_path", "Both paths are the same cards.",
                               "Mark the cards of one path, with a label for instance.");
        }
        if (row.state != model::ExperimentState::Running) {
            TL_CHECK(need_reason(row.result, "end an experiment"));
        }
        return Done{};
    }
};

template <>
struct RecordRules<ProcessStep> {
    static constexpr std::array kFields{
        RecordField{"template", "Template", true},
        RecordField{"position", "Step", false, "from 1; the steps behind it move on"},
        RecordField{"title", "What is done", true},
        RecordField{"role", "By", true},
        RecordField{"inputs", "Needs"},
        RecordField{"outputs", "Gives"},
        RecordField{"hours", "Working hours allowed"},
        RecordField{"decision_rule", "Decision rule", false, "who decides what, by which rule"},
    };
    static constexpr RecordKind kKind{"process_step", "process step", "process steps",
                                      Right::Configure, kFields};
    static Verdict check(Edit& edit, const Context&, ProcessStep& row, const ProcessStep*) {
        if (row.position < 1 || row.position > static_cast<int>(kMostSteps)) {
            return wrong_field("position", "Steps are numbered from 1.", "");
        }
        if (row.hours && *row.hours < 1) {
            return wrong_field("hours", "The time allowed is at least an hour.",
                               "Leave it empty for no limit.");
        }
        place_step(edit, row);
        return Done{};
    }
};

template <>
struct RecordRules<GlossaryWord> {
    static constexpr std::array kFields{
        RecordField{"word", "Word", true},
        RecordField{"meaning", "Meaning", true},
    };
    static constexpr RecordKind kKind{"glossary_word", "word", "words", Right::Work, kFields};
    static Verdict check(const Edit& edit, const Context&, GlossaryWord& row, const GlossaryWord*) {
        const std::string word = fold(row.word);
        if (count_others(edit, row,
                         [&](const GlossaryWord& one) { return fold(one.word) == word; })) {
            return refusal("name_taken", "'" + row.word + "' is explained already.",
                           "Change that entry.");
        }
        return Done{};
    }
};

template <>
struct RecordRules<Assessment> {
    static constexpr std::array kFields{
        RecordField{"area", "Area", true},
        RecordField{"stage", "Stage", true, "1 starting, 2 working, 3 leading"},
        RecordField{"note", "Why", true},
    };
    static constexpr RecordKind kKind{.table = "assessment",
                                      .title = "assessment",
                                      .plural = "assessments",
                                      .right = Right::Plan,
                                      .fields = kFields,
                                      .editable = false};
    static Verdict check(const Edit&, const Context& context, Assessment& row, const Assessment*) {
        if (row.stage < 1 || row.stage > 3) {
            return wrong_field("stage", "There are three stages.", "Give 1, 2 or 3.");
        }
        row.by = context.actor;
        row.at = context.now;
        return Done{};
    }
};

template <>
struct RecordRules<Schedule> {
    static constexpr std::array kFields{
        RecordField{"template", "Template", true},
        RecordField{"title", "Title of the request", true},
        RecordField{"answers", "Answers", false, "of the brief, 'handle: text', one a line"},
        RecordField{"every", "Every"},
        RecordField{"on_day", "On day", false,
                    "weekly: 1 is Monday; monthly and quarterly: day of the period"},
        RecordField{"lead_days", "Needed after", false, "days from filing to the needed-by date"},
        RecordField{"requester", "Requester", true},
        RecordField{"starts", "Starts", true},
        RecordField{"paused", "Paused"},
    };
    static constexpr RecordKind kKind{"schedule", "schedule", "schedules", Right::Triage, kFields};
    static Verdict check(const Edit& edit, const Context&, Schedule& row, const Schedule*) {
        TL_CHECK(need_person(edit, row.requester, "requester"));
        const int most = longest_on_day(row.every);
        if (row.on_day < 1 || row.on_day > most) {
            return wrong_field("on_day",
                               "Day " + std::to_string(row.on_day) + " is not in every period.",
                               "Give 1 to " + std::to_string(most) + ".");
        }
        if (row.lead_days < 1 || row.lead_days > 365) {
            return wrong_field("lead_days", "The request is needed 1 to 365 days after.", "");
        }
        const model::Template* form = edit.get(row.form);
        if (form == nullptr) {
            return not_found("template");
        }
        if (row.paused) {  // it files nothing: asked again when it goes on
            return Done{};
        }
        TL_CHECK(need_offered(*form));
        auto problems = check_brief(edit.before(), *edit.get(form->current),
                                    scheduled_brief(row, row.starts), row.starts);
        if (!problems.empty()) {
            Refusal no =
                refusal("brief_incomplete",
                        "The brief of this schedule is not complete: " + problems.front().label +
                            " " + problems.front().problem + ".",
                        "Fill it in as for a request: it is submitted as it stands here.");
            no.fields = std::move(problems);
            return no;
        }
        return Done{};
    }
};

std::vector<RecordKind> learning_records() {
    return {make_record_kind<Risk>(),         make_record_kind<Retro>(),
            make_record_kind<Experiment>(),   make_record_kind<ProcessStep>(),
            make_record_kind<GlossaryWord>(), make_record_kind<Assessment>(),
            make_record_kind<Schedule>()};
}

}  // namespace throughline::rules
