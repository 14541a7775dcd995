#include "app/gui/travel/travel_view.h"

#include "app/gui/theme/icons.h"
#include "app/gui/travel/travel_state.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "imgui.h"

#include <cmath>

namespace throughline::gui::travel {
namespace {

constexpr Duration kFrame{40'000};  // between two frames while playing

}  // namespace

TravelView::TravelView() : state_(std::make_shared<State>()) {}
TravelView::~TravelView() = default;

bool TravelView::is_open() const {
    return state_->open;
}

bool TravelView::is_busy() const {
    const State& s = *state_;
    return s.reading || s.finishing.is_running() || s.making.is_running() ||
           s.comparing.is_running() || (s.model && !s.error && s.shown != s.model->moment());
}

void TravelView::open(desk::LiveDesk& live, std::function<void()> wake, std::optional<Instant> at) {
    if (state_->open) {
        state_->start = at ? at : state_->start;
        if (at && state_->model) {
            state_->model->go(*at);
        }
        return;
    }
    auto kept = std::move(state_->kept);
    state_ = std::make_shared<State>();
    state_->kept = std::move(kept);
    state_->open = true;
    state_->live = &live;
    state_->start = at;
    state_->wake = std::move(wake);
    // Nothing has happened since the last journey: its reading of the journal still holds.
    if (state_->kept == nullptr || state_->kept->seq() != live.workspace().seq()) {
        state_->kept.reset();
        state_->reading = std::make_shared<Reading>();
        state_->read_on();
    }
}

void TravelView::close() {
    auto kept = std::move(state_->kept);
    state_ = std::make_shared<State>();
    state_->kept = std::move(kept);
}

// One part of the journal; commits that wait have their turn before the next.
void TravelView::State::read_on() {
    live->with_desk(
        [part = reading](desk::Desk& desk) {
            part->all = part->builder.read(desk);
            part->share = part->builder.share();
        },
        [weak = weak_from_this()] {
            const auto self = weak.lock();
            if (!self || !self->open) {
                return;
            }
            if (!self->reading->all) {
                self->error = self->reading->all.error();
                self->reading.reset();
            } else if (!*self->reading->all) {
                self->read_on();
            } else {
                self->finishing.start(
                    [part = std::move(self->reading)] { return part->builder.finish(); },
                    self->wake);
            }
        });
}

void TravelView::State::take_rewind(Context& context) {
    if (!model && kept) {
        begin(context);
    }
    auto made = finishing.take();
    if (!made) {
        return;
    }
    if (!*made) {
        error = made->error();
        return;
    }
    kept = std::move(**made);
    begin(context);
}

void TravelView::State::begin(Context& context) {
    model.emplace(kept, context.now(), context.zone());
    if (start) {
        model->go(*start);
    } else {
        model->step(Step::Week, -1);
    }
    take_keyboard = true;
}

void TravelView::State::ask_for_board() {
    if (!model || making.is_running() || shown == model->moment() || error) {
        return;
    }
    asked = model->moment();
    making.start([rewind = &model->rewind(), at = *asked] { return rewind->at(at); }, wake);
}

std::optional<TravelView::Past> TravelView::State::take_board(Context& context) {
    auto made = making.take();
    if (!made) {
        return std::nullopt;
    }
    shown = asked;
    if (!*made) {
        error = made->error();
        return std::nullopt;
    }
    if (card_to_open && shown == model->moment()) {
        context.open_card(std::exchange(card_to_open, {}));
    }
    return Past{*shown, std::move(*made).value()};
}

std::optional<TravelView::Past> TravelView::take(Context& context, double clock_s) {
    State& s = *state_;
    if (!s.open) {
        return std::nullopt;
    }
    s.take_rewind(context);
    auto past = s.take_board(context);
    if (s.model) {
        s.model->advance(std::clamp(clock_s - s.clock_s, 0.0, 0.25));
        if (s.model->is_playing()) {
            context.redraw_at(context.now() + kFrame);
        }
    }
    s.clock_s = clock_s;
    s.ask_for_board();
    return past;
}

void TravelView::draw_band(Context& context) {
    const State& state = *state_;
    const Sizes& s = sizes();
    const Tone tone = state.error ? Tone::Danger : Tone::Warning;
    const ToneColours& colours = theme().tone(tone);
    const ImVec2 size{width_left(), s.control};
    const ImVec2 at = place(size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, colours.soft);
    list.AddLine({at.x, at.y + size.y - s.hair}, {at.x + size.x, at.y + size.y - s.hair},
                 colours.edge, s.hair);
    std::string words;
    if (state.error) {
        words = "The history cannot be read: " + throughline::to_text(*state.error);
    } else if (!state.shown) {
        const double share = state.reading ? state.reading->share : 1.0;
        words = "Reading the board's history, " + std::to_string(std::lround(share * 100)) +
                " %. Until then this is the board of now.";
    } else if (context.workspace().board() == nullptr) {
        words = "There was no board yet at this moment.";
    } else {
        const Zone& zone = context.zone();
        words = "The past: the board as it was on " + long_date(zone.day(*state.shown)) + ", " +
                clock_time(zone, *state.shown) + ". Nothing here can be changed.";
    }
    const float y = at.y + size.y * 0.5f;
    draw_icon(list, {at.x + s.lg + s.sm, y}, icons::kHistory, colours.ink);
    draw_text_middle(list, {at.x + s.lg + s.xl, y}, words,
                     {.weight = Weight::Semibold, .colour = colours.ink}, size.x - 2 * s.lg - s.xl);
}

}  // namespace throughline::gui::travel
