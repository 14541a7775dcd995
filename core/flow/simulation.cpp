#include "core/flow/simulation.h"

#include "core/flow/percentile.h"
#include "core/flow/random.h"

#include <algorithm>
#include <deque>
#include <queue>

namespace throughline::flow {
namespace {

double draw(const TimeLaw& law, Random& random) {
    switch (law.kind) {
        case TimeLaw::Kind::Zero: return 0;
        case TimeLaw::Kind::Observed:
            return law.observed.empty() ? 0
                                        : law.observed[random.index(
                                              static_cast<std::uint32_t>(law.observed.size()))];
        case TimeLaw::Kind::Exponential: return random.exponential(law.mean);
        case TimeLaw::Kind::Constant: return law.mean;
    }
    return 0;
}

struct SimCard {
    double arrived = 0;
    double started = 0;
    double waiting_since = 0;
    double waited = 0;
    int stage = -1;
    int visits = 0;
    bool from_start = false;  // on the board before the run: its start is not known
    bool expedite = false;
    bool goes_back = false;  // drawn when the service began
};

// A card arrives (it stands nowhere yet), or its service ends. Small: the heap moves it about.
struct Event {
    double at = 0;
    std::uint32_t order = 0;  // ties in the order in which they were made
    std::int32_t card = 0;
    bool operator>(const Event& other) const {
        return at != other.at ? at > other.at : order > other.order;
    }
};

struct StageState {
    int standing = 0;
    int busy = 0;
    std::deque<int> queue;     // for a server
    std::deque<int> finished;  // waiting for room ahead
};

class Simulation {
public:
    Simulation(const SimModel& model, const SimOptions& options, int run)
        : model_(model),
          stages_(model.stages.size()),
          group_counts_(model.groups.size()),
          run_seed_(mix_bits(options.seed ^ mix_bits(static_cast<std::uint64_t>(run) + 1))),
          begin_(options.warm_up_days),
          end_(options.warm_up_days + options.days) {
        fill_board();
        next_arrival();
        pull(last());
    }

    SimResult run() {
        while (!events_.empty() && events_.top().at < end_) {
            const Event event = events_.top();
            events_.pop();
            advance(event.at);
            if (card(event.card).stage < 0) {
                (card(event.card).expedite ? urgent_ : options_).push_back(event.card);
                next_arrival();
                pull(kOptionsOnly);
            } else {
                const int here = card(event.card).stage;
                end_service(event.card);
                pull(here);
            }
        }
        advance(end_);
        return result();
    }

private:
    static constexpr int kOptionsOnly = -1;  // no stage

    int last() const { return static_cast<int>(model_.stages.size()) - 1; }
    const SimStage& stage(int s) const { return model_.stages[static_cast<std::size_t>(s)]; }
    StageState& state(int s) { return stages_[static_cast<std::size_t>(s)]; }
    SimCard& card(int c) { return cards_[static_cast<std::size_t>(c)]; }

    // The same numbers for the same card and visit in every scenario.
    Random numbers(int card, int visit) const {
        return Random(run_seed_ ^ mix_bits(static_cast<std::uint64_t>(card) * 1024 +
                                           static_cast<std::uint64_t>(visit)));
    }

    int new_card(double at) {
        cards_.push_back({.arrived = at});
        return static_cast<int>(cards_.size()) - 1;
    }

    void push(double at, int who) { events_.push({at, ++order_, who}); }

    void fill_board() {
        for (std::size_t s = 0; s < model_.cards_at_start.size() && s < stages_.size(); ++s) {
            for (int i = 0; i < model_.cards_at_start[s]; ++i) {
                const int c = new_card(0);
                card(c).from_start = true;
                card(c).expedite =
                    s < model_.expedites_at_start.size() && i < model_.expedites_at_start[s];
                start(c, static_cast<int>(s));
            }
        }
        for (int i = 0; i < model_.options_at_start; ++i) {
            options_.push_back(new_card(0));
        }
    }

    void next_arrival() {
        if (model_.endless_supply) {
            return;
        }
        const int c = new_card(0);
        Random random = numbers(c, 0);
        const double gap = draw(model_.arrival_gap, random);
        card(c).expedite = model_.expedite_share > 0 && random.real() < model_.expedite_share;
        last_arrival_ += gap;
        card(c).arrived = last_arrival_;
        if (gap > 0 || last_arrival_ > 0) {
            push(last_arrival_, c);
        }
    }

    // For a card that is no expedite and comes from the stage `from` (-1: from the options). A move
    // inside a group leaves its count alone.
    bool has_room(int s, int from) {
        if (stage(s).limit && state(s).standing >= *stage(s).limit) {
            return false;
        }
        const int group = stage(s).group;
        if (group < 0 || (from >= 0 && stage(from).group == group)) {
            return true;
        }
        const auto at = static_cast<std::size_t>(group);
        return !model_.groups[at].limit || group_counts_[at] < *model_.groups[at].limit;
    }

    // Expedites count in their lane only.
    void count(int c, int s, int change) {
        if (card(c).expedite) {
            return;
        }
        state(s).standing += change;
        if (stage(s).group >= 0) {
            group_counts_[static_cast<std::size_t>(stage(s).group)] += change;
        }
    }

    void start(int c, int s) {
        ++in_process_;
        ++(card(c).expedite ? expedites_ : limited_);
        enter(c, s);
    }

    void enter(int c, int s) {
        card(c).stage = s;
        ++card(c).visits;
        count(c, s, 1);
        if (stage(s).servers == 0 || state(s).busy < stage(s).servers) {
            serve(c);
        } else if (card(c).expedite) {
            state(s).queue.push_front(c);
        } else {
            state(s).queue.push_back(c);
        }
    }

    void serve(int c) {
        const SimStage& here = stage(card(c).stage);
        Random random = numbers(c, card(c).visits);
        double time = draw(here.service, random);
        const double block_draw = random.real();
        const double block = draw(here.block, random);
        time += block_draw < here.block_chance ? block : 0;
        card(c).goes_back = random.real() < here.back_chance;
        ++state(card(c).stage).busy;
        push(now_ + time, c);
    }

    void end_service(int c) {
        const int s = card(c).stage;
        StageState& here = state(s);
        --here.busy;
        if (!here.queue.empty()) {
            const int next = here.queue.front();
            here.queue.pop_front();
            serve(next);
        }
        // Without room to the left the card stays on its way forward: nothing may lock up.
        const bool urgent = card(c).expedite;
        if (card(c).goes_back && stage(s).back_to < s &&
            (urgent || has_room(stage(s).back_to, s))) {
            count(c, s, -1);
            enter(c, stage(s).back_to);
        } else if (s == last()) {
            count(c, s, -1);
            finish(c);
        } else if (urgent) {
            enter(c, s + 1);
        } else {
            card(c).waiting_since = now_;
            here.finished.push_back(c);
            ++waiting_;
        }
    }

    void finish(int c) {
        --in_process_;
        --(card(c).expedite ? expedites_ : limited_);
        if (now_ < begin_) {
            return;
        }
        ++finished_;
        waited_ += card(c).waited;
        system_sum_ += now_ - card(c).arrived;
        if (!card(c).from_start) {
            cycles_.push_back(now_ - card(c).started);
        }
    }

    // Moves everything that has room, from the right, so that room travels left at once. Nothing
    // right of the stage where something happened can have got room, unless by a group.
    void pull(int happened_at) {
        const int from = std::min(model_.groups.empty() ? happened_at : last(), last() - 1);
        bool moved = true;
        while (moved) {
            moved = false;
            for (int s = from; waiting_ > 0 && s >= 0; --s) {
                while (!state(s).finished.empty() && has_room(s + 1, s)) {
                    const int c = state(s).finished.front();
                    state(s).finished.pop_front();
                    --waiting_;
                    card(c).waited += now_ - card(c).waiting_since;
                    count(c, s, -1);
                    enter(c, s + 1);
                    moved = true;
                }
            }
            moved = pull_options() || moved;
        }
    }
    bool pull_options() {
        bool moved = false;
        while (!urgent_.empty() &&
               (!model_.expedite_limit || expedites_ < *model_.expedite_limit)) {
            const int c = urgent_.front();
            urgent_.pop_front();
            card(c).started = now_;
            start(c, 0);
            moved = true;
        }
        while ((model_.endless_supply || !options_.empty()) && has_room(0, -1) &&
               (!model_.conwip || limited_ < *model_.conwip)) {
            if (model_.endless_supply && !model_.conwip && !stage(0).limit && stage(0).group < 0) {
                break;  // nothing would ever stop it
            }
            int c = 0;
            if (options_.empty()) {
                c = new_card(now_);
            } else {
                c = options_.front();
                options_.pop_front();
            }
            card(c).started = now_;
            start(c, 0);
            moved = true;
        }
        return moved;
    }

    void advance(double to) {
        const double from = std::max(now_, begin_);
        if (to > from) {
            presence_ += in_process_ * (to - from);
        }
        now_ = to;
    }

    SimResult result() {
        SimResult result{.finished = finished_};
        const double length = end_ - begin_;
        result.throughput_per_day = finished_ / length;
        result.wip = presence_ / length;
        result.waiting_days = finished_ == 0 ? 0 : waited_ / finished_;
        result.system_mean = finished_ == 0 ? 0 : system_sum_ / finished_;
        std::sort(cycles_.begin(), cycles_.end());
        result.cycle_p50 = percentile(cycles_, 50).value_or(0);
        result.cycle_p85 = percentile(cycles_, 85).value_or(0);
        for (const double days : cycles_) {
            result.cycle_mean += days / static_cast<double>(cycles_.size());
        }
        return result;
    }

    const SimModel& model_;
    std::vector<StageState> stages_;
    std::vector<int> group_counts_;
    std::vector<SimCard> cards_;
    std::deque<int> options_;
    std::deque<int> urgent_;  // options that are expedites
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
    std::uint64_t run_seed_;
    std::uint32_t order_ = 0;
    double begin_;
    double end_;
    double now_ = 0;
    double last_arrival_ = 0;
    int in_process_ = 0;
    int expedites_ = 0;  // of them
    int limited_ = 0;    // the others
    int waiting_ = 0;    // for room ahead, in all stages
    int finished_ = 0;
    double presence_ = 0;
    double waited_ = 0;
    double system_sum_ = 0;
    std::vector<double> cycles_;
};

Bounds bounds_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return {percentile(values, 5).value_or(0), percentile(values, 50).value_or(0),
            percentile(values, 95).value_or(0)};
}

SimFigures figures_of(const std::vector<SimResult>& runs) {
    const auto over = [&runs](double SimResult::*member) {
        std::vector<double> values(runs.size());
        std::transform(runs.begin(), runs.end(), values.begin(),
                       [member](const SimResult& r) { return r.*member; });
        return bounds_of(std::move(values));
    };
    return {.throughput_per_day = over(&SimResult::throughput_per_day),
            .cycle_p50 = over(&SimResult::cycle_p50),
            .cycle_p85 = over(&SimResult::cycle_p85),
            .wip = over(&SimResult::wip),
            .waiting_days = over(&SimResult::waiting_days)};
}

}  // namespace

SimResult simulate_once(const SimModel& model, const SimOptions& options, int run) {
    if (model.stages.empty() || options.days <= 0) {
        return {};
    }
    return Simulation(model, options, run).run();
}

SimFigures simulate(const SimModel& model, const SimOptions& options) {
    std::vector<SimResult> runs;
    for (int run = 0; run < options.runs; ++run) {
        runs.push_back(simulate_once(model, options, run));
        if (options.progress && !options.progress(run + 1, options.runs)) {
            break;
        }
    }
    return figures_of(runs);
}

SimFigures compare(const SimModel& base, const SimModel& changed, const SimOptions& options) {
    std::vector<SimResult> differences;
    for (int run = 0; run < options.runs; ++run) {
        const SimResult a = simulate_once(base, options, run);
        const SimResult b = simulate_once(changed, options, run);
        differences.push_back({.throughput_per_day = b.throughput_per_day - a.throughput_per_day,
                               .cycle_p50 = b.cycle_p50 - a.cycle_p50,
                               .cycle_p85 = b.cycle_p85 - a.cycle_p85,
                               .wip = b.wip - a.wip,
                               .waiting_days = b.waiting_days - a.waiting_days});
        if (options.progress && !options.progress(run + 1, options.runs)) {
            break;
        }
    }
    return figures_of(differences);
}

}  // namespace throughline::flow
