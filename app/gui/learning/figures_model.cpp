#include "app/gui/learning/figures_model.h"

#include "app/gui/context/passing_model.h"

namespace throughline::gui::learning {
namespace {

using CardFilter = std::function<bool(const model::Card&)>;

CardFilter filter_of(Context& context, const std::string& path, std::string& problem) {
    const Passing passing = passing_cards(context, path);
    if (!passing.error.empty()) {
        problem = passing.error;
        return [](const model::Card&) { return false; };
    }
    CardFilter filter = passing.filter();
    return filter ? filter : [](const model::Card&) { return true; };
}

struct Asked {
    std::optional<flow::ExperimentAsk> ask;
    std::string problem;
};

Asked asked_of(Context& context, model::ExperimentId id) {
    const model::Experiment* experiment = context.workspace().find(id);
    if (experiment == nullptr) {
        return {};
    }
    Asked asked;
    asked.ask = flow::ExperimentAsk{.from = experiment->from, .to = experiment->to};
    asked.ask->usual = filter_of(context, experiment->usual_path, asked.problem);
    asked.ask->tried = filter_of(context, experiment->other_path, asked.problem);
    return asked;
}

}  // namespace

void FiguresModel::refresh(Context& context, model::ExperimentId experiment) {
    using Answer = FlowAnswer<model::ExperimentId, LearningFigures>;
    answer_.refresh(context, experiment, [&]() -> Answer::Work {
        return [plan = flow::plan_rows_of(context.workspace()),
                learning = flow::learning_rows_of(context.workspace()),
                asked = asked_of(context, experiment), experiment](const flow::Flow& flow) {
            LearningFigures figures{.seq = plan.seq, .today = flow.today()};
            const auto scorecard = flow::scorecard(plan, flow);
            figures.retros_due = flow::retros_due(learning, plan, flow);
            const flow::Plan whole(plan, flow, scorecard);
            for (const flow::RetroDue& due : figures.retros_due) {
                if (const auto* reading = whole.find(due.objective); due.objective && reading) {
                    figures.objectives.emplace(due.objective, *reading);
                }
            }
            figures.maturity = flow::maturity(learning, plan, flow, scorecard);
            figures.experiment = experiment;
            figures.problem = asked.problem;
            if (asked.ask) {
                figures.reading = flow::experiment(flow, *asked.ask);
            }
            return figures;
        };
    });
}

}  // namespace throughline::gui::learning
