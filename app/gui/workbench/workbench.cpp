#include "app/gui/workbench/workbench.h"

#include "app/gui/workbench/state.h"
#include "app/gui/workbench/still_desk.h"
#include "imgui.h"

#include <algorithm>
#include <filesystem>
#include <limits>

namespace throughline::gui::workbench {

Workbench::State::State(WorkbenchSetup given)
    : setup(std::move(given)),
      welcome({.where = setup.where,
               .name = setup.actor_name,
               .handle = setup.actor,
               .zone = setup.zone,
               .has_demo = static_cast<bool>(setup.make_demo)}) {
    saved_window = read_text(window_file(setup.config_folder));
    saved_board = read_text(board_file(setup.config_folder, setup.where));
    window = workbench::window_prefs(saved_window);
    prefs = board_prefs(saved_board);
}

double Workbench::State::clock_s() const {
    return setup.seconds                           ? setup.seconds()
           : ImGui::GetCurrentContext() != nullptr ? ImGui::GetTime()
                                                   : 0.0;
}

void Workbench::State::open_file() {
    welcome.set_busy("Opening the board");
    desk::OpenOptions options{.mode = desk::OpenOptions::Mode::MustExist,
                              .clock = setup.clock,
                              .nonces = setup.nonces,
                              .automatic_backups = setup.automatic_backups};
    opening.start([where = setup.where, options] { return desk::Desk::open(where, options); },
                  setup.wake);
}

bool Workbench::State::take_opened() {
    auto opened = opening.take();
    if (!opened) {
        return false;
    }
    if (!*opened) {
        welcome.set_failure(to_text(opened->error()));
        import_after_opening = false;
        return true;
    }
    std::unique_ptr<desk::Desk> desk = std::move(*opened).value();
    if (desk->workspace().board() == nullptr) {
        welcome.set_busy("");  // a file without a board: the welcome fills it
        return true;
    }
    take_board(desk::LiveDesk::start(std::move(desk), setup.wake));
    if (std::exchange(import_after_opening, false)) {
        import.open(welcome.import_file());
    }
    return true;
}

void Workbench::State::take_board(std::unique_ptr<desk::LiveDesk> taken) {
    live = std::move(taken);
    frame_now = live->now();
    const model::PersonId asked = live->actor();
    live->set_actor(
        asked ? asked
              : choose_actor(live->workspace(), setup.actor, setup.actor_named, prefs.actor));
    screens = std::make_unique<Screens>();
    palette = std::make_unique<palette::Palette>();
    add_actions();
    screens->board.set_memory(
        {.collapsed_columns = prefs.collapsed_columns, .collapsed_lanes = prefs.collapsed_lanes});
    screens->flow.set_picture_writer(setup.write_picture);
    const auto limits_from = parse_day(prefs.limits_from);
    screens->flow.set_memory(
        {.weeks = prefs.flow_weeks,
         .working_days = prefs.working_days,
         .limits_from = limits_from.ok() ? std::optional(*limits_from) : std::nullopt});
    screens->card.set_comment_drafts(prefs.comment_drafts);
    screens->intake.set_card_drafts(prefs.card_drafts);
    if (!prefs.settings_section.empty()) {
        screens->settings.open(prefs.settings_section);
    }
    palette->set_recents(prefs.recents);
    unsettled = true;
}

bool Workbench::State::take_news() {
    bool changed = live->poll();
    for (const desk::Notice& notice : live->take_notices()) {
        changed = true;
        const std::string_view rule = notice.refusal ? notice.refusal->rule : std::string_view{};
        if (rule == alerts::kRaisedBefore || rule == learning::kFiledBefore) {
            continue;  // another window was faster
        }
        write_failure = notice.kind == desk::Notice::Kind::Failed      ? notice.error
                        : notice.kind == desk::Notice::Kind::Recovered ? std::nullopt
                                                                       : write_failure;
        push(message_of(notice));
    }
    const std::vector<journal::Entry> others = live->take_others();
    for (const Message& message : messages_of(others, live->workspace())) {
        push(message);
    }
    return changed || !others.empty();
}

bool Workbench::State::file_recurring() {
    const std::vector<learning::FiledNews> news = schedule_watch.look(*live, zone());
    for (const learning::FiledNews& one : news) {
        if (one.request) {
            push({.text = one.text}, "Open",
                 [this, request = one.request] { open_request(request); });
        } else {
            push({.tone = ToastRequest::Tone::Warning,
                  .text = one.text,
                  .detail = one.remedy,
                  .lasts_s = 0},
                 "Show",
                 [this, schedule = one.schedule] { open_learning("recurring", schedule.value); });
        }
    }
    return !news.empty();
}

void Workbench::State::start_travel(std::optional<Instant> at) {
    if (prefs.screen == Screen::Intake) {
        screens->intake.leave(*this);  // what is being written is kept before time changes
    }
    screens->travel.open(*live, setup.wake, at);
}

bool Workbench::State::travel_on() {
    auto moment = screens->travel.take(*this, clock_s());
    const bool news = past && past->poll();
    if (moment) {
        past = make_past_desk(*live, moment->at, std::move(moment->board), ++past_revision);
    }
    return moment || news;
}

void Workbench::State::end_travel() {
    screens->travel.close();
    past.reset();
    frame_now = live->now();
}

void Workbench::State::remember() {
    if (setup.config_folder.empty() || saving.is_running()) {
        return;
    }
    if (live) {
        const model::Person* actor = live->workspace().find(live->actor());
        const board::BoardMemory board = screens->board.memory();
        prefs.actor = actor == nullptr ? "" : actor->handle;
        prefs.collapsed_columns = board.collapsed_columns;
        prefs.collapsed_lanes = board.collapsed_lanes;
        prefs.recents = palette->recents();
        prefs.settings_section = screens->settings.section();
        const flow_screen::FlowMemory flow = screens->flow.memory();
        prefs.flow_weeks = flow.weeks;
        prefs.working_days = flow.working_days;
        prefs.limits_from = flow.limits_from ? to_text(*flow.limits_from) : "";
        prefs.comment_drafts = screens->card.comment_drafts();
        prefs.card_drafts = screens->intake.card_drafts();
    }
    std::string new_window = to_json(window);
    std::string new_board = live ? to_json(prefs) : saved_board;
    if (new_window == saved_window && new_board == saved_board) {
        return;
    }
    const std::string window_path =
        new_window == saved_window ? "" : window_file(setup.config_folder);
    const std::string board_path =
        new_board == saved_board ? "" : board_file(setup.config_folder, setup.where);
    saved_window = new_window;
    saved_board = new_board;
    saving.start(
        [window_path, board_path, new_window = std::move(new_window),
         new_board = std::move(new_board)] {
            const bool first = window_path.empty() || write_text(window_path, new_window);
            const bool second = board_path.empty() || write_text(board_path, new_board);
            return first && second;
        },
        {});
}

Workbench::Workbench(WorkbenchSetup setup) : state_(std::make_unique<State>(std::move(setup))) {
    std::error_code error;
    if (!state_->setup.where.empty() && std::filesystem::exists(state_->setup.where, error)) {
        state_->open_file();
    }
}

Workbench::~Workbench() = default;

void Workbench::show_board(std::unique_ptr<desk::LiveDesk> live) {
    state_->take_board(std::move(live));
}
bool Workbench::has_board() const {
    return state_->live != nullptr;
}

bool Workbench::before_frame() {
    State& state = *state_;
    bool changed = std::exchange(state.unsettled, false);
    changed = state.take_opened() || changed;
    state.saving.take();
    if (state.live) {
        changed = state.take_news() || changed;
        changed = state.travel_on() || changed;
        changed = state.screens->flow.write_pictures(state) || changed;
        if (!state.past) {
            state.alert_watch.look(*state.live, state.zone(), state.setup.wake);
            changed = state.file_recurring() || changed;
        }
        state.frame_now = state.desk().now();
        if (state.redraw && state.frame_now >= *state.redraw) {
            state.redraw.reset();
        }
    }
    return changed;
}

void Workbench::frame() {
    state_->draw();
}

double Workbench::next_deadline_s() const {
    const State& state = *state_;
    double deadline = std::numeric_limits<double>::infinity();
    if (const auto toast = state.toasts.next_deadline_s()) {
        deadline = *toast;
    }
    if (state.live) {
        // Ages and clocks on screen tick by the minute.
        const std::int64_t minute = (state.frame_now.us / kMicrosPerMinute + 1) * kMicrosPerMinute;
        const Instant due = std::min(Instant{minute}, state.redraw.value_or(Instant{minute}));
        const Duration wait = due - (state.past ? state.past->now() : state.live->now());
        deadline = std::min(deadline, state.clock_s() + std::max(0.0, wait.hours() * 3600.0));
    }
    return deadline;
}

bool Workbench::may_close() {
    State& state = *state_;
    state.saving.wait();
    state.saving.take();
    if (state.live) {
        state.end_travel();
        state.screens->intake.leave(state);
    }
    state.remember();
    return !state.live || state.live->pending() == 0 || state.write_failure.has_value();
}

bool Workbench::is_busy() const {
    const State& state = *state_;
    return state.opening.is_running() ||
           (state.live && (state.live->pending() > 0 || state.import.is_busy() ||
                           state.screens->is_busy() || state.alert_watch.is_busy()));
}

Context& Workbench::context() {
    return *state_;
}
palette::Palette& Workbench::palette() {
    return *state_->palette;
}

std::string Workbench::title() const {
    const model::Board* board = state_->live ? state_->live->workspace().board() : nullptr;
    return board == nullptr ? "Throughline" : board->name + " - Throughline";
}

const WindowPrefs& Workbench::window_prefs() const {
    return state_->window;
}

void Workbench::set_window(int width, int height, bool maximized) {
    WindowPrefs& window = state_->window;
    window.maximized = maximized;
    if (!maximized) {
        window.width = width;
        window.height = height;
    }
}

void Workbench::set_appearance(const Appearance& appearance) {
    state_->set_appearance(appearance);
}

void Workbench::file_dropped(const std::string& path) {
    state_->unsettled = true;
    if (state_->refuse_in_past()) {
        return;
    }
    if (state_->live) {
        state_->import.open(path);
    } else {
        state_->welcome.choose_import(path);
    }
}

void Workbench::open_import() {
    state_->open_import();
}

}  // namespace throughline::gui::workbench
