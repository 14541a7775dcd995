#include "app/gui/headless/screenshot.h"

#include "app/gui/context/context.h"
#include "app/gui/headless/stage.h"
#include "app/gui/palette/palette_view.h"
#include "app/gui/workbench/still_desk.h"
#include "app/gui/workbench/workbench.h"
#include "core/base/period.h"
#include "core/base/text.h"
#include "core/model/tables.h"

#include <array>
#include <chrono>
#include <thread>

namespace throughline::gui::headless {
namespace {

constexpr std::array<std::string_view, 24> kViews{
    "board",    "intake", "triage",  "brief",    "card",     "objectives", "people", "flow",
    "forecast", "alerts", "history", "settings", "welcome",  "palette",    "import", "travel",
    "standup",  "plan",   "kpis",    "inbox",    "calendar", "reviews",    "report", "learning"};
constexpr int kSettle = 6;          // frames until sizes and focus are at rest
constexpr int kMostFrames = 20000;  // of waiting for figures, a millisecond each

struct View {
    std::string name;
    std::string part;  // "MKT-12" of "card:MKT-12"
};

Result<View> parse_view(std::string_view text) {
    const std::size_t colon = text.find(':');
    View view{std::string(text.substr(0, colon)),
              colon == std::string_view::npos ? "" : std::string(text.substr(colon + 1))};
    for (const std::string_view known : kViews) {
        if (view.name == known) {
            return view;
        }
    }
    return Error{ErrorCode::Invalid,
                 "There is no view '" + view.name +
                     "'. Views: " + join({kViews.begin(), kViews.end()}, ", ") + ".",
                 "view"};
}

Result<model::CardId> card_to_show(const model::Workspace& workspace, const std::string& key) {
    if (!key.empty()) {
        const model::Card* card = model::card_by_key(workspace, key);
        if (card == nullptr) {
            return Error{ErrorCode::Invalid, "There is no card " + key + ".", "view"};
        }
        return card->id;
    }
    // The first card of the fullest story: from the commitment point on, else any.
    model::CardId any;
    for (const model::ColumnId column : workspace.columns()) {
        for (const model::CardId card : workspace.cards_in(column)) {
            any = any ? any : card;
            if (!workspace.of<model::Block>(card).empty() ||
                !workspace.of<model::Comment>(card).empty()) {
                return card;
            }
        }
    }
    if (!any) {
        return Error{ErrorCode::Invalid, "There is no card on the board.", "view"};
    }
    return any;
}

Error no_part(const View& view) {
    return {ErrorCode::Invalid, "There is no '" + view.part + "' in the view '" + view.name + "'.",
            "view"};
}

// Views whose parts are tabs or sections that the command palette knows, under this name.
std::string_view palette_name(std::string_view view) {
    for (const std::string_view same :
         {"flow", "forecast", "alerts", "plan", "calendar", "learning", "settings"}) {
        if (view == same) {
            return same;
        }
    }
    return view == "reviews" ? "reviews.show" : "";
}

// Parts that are records, and are opened with them.
bool is_record(const model::Workspace& workspace, const View& view) {
    if (view.name == "kpis") {
        return model::id_by_key(workspace, model::table_of<model::Kpi>(), view.part) != 0;
    }
    if (view.name == "reviews") {
        return model::id_by_key(workspace, model::table_of<model::Meeting>(), view.part) != 0;
    }
    if (view.name == "report") {
        return parse_period(view.part).has_value();
    }
    if (view.name == "brief") {
        return workspace.template_by_handle(view.part) != nullptr;
    }
    return view.name == "card" || view.name == "palette";
}

// Asks the window for the view, as a person's gestures would.
Status go_to(workbench::Workbench& bench, const View& view) {
    if (view.name == "welcome") {
        return Done{};
    }
    Context& context = bench.context();
    const std::string in_palette = view.part.empty() || is_record(context.workspace(), view)
                                       ? ""
                                       : std::string(palette_name(view.name)) + "." + view.part;
    if (!in_palette.empty() && bench.palette().actions().find(in_palette) == nullptr) {
        return no_part(view);
    }
    if (view.name == "board") context.go(Screen::Board);
    if (view.name == "intake" || view.name == "triage") context.go(Screen::Intake);
    if (view.name == "objectives") context.go(Screen::Objectives);
    if (view.name == "plan") context.go(Screen::Plan);
    if (view.name == "kpis") {
        const std::int64_t id =
            model::id_by_key(context.workspace(), model::table_of<model::Kpi>(), view.part);
        context.open_kpi(model::KpiId{id});
    }
    if (view.name == "inbox") context.go(Screen::Inbox);
    if (view.name == "calendar") context.go(Screen::Calendar);
    if (view.name == "reviews") {
        const std::int64_t meeting =
            model::id_by_key(context.workspace(), model::table_of<model::Meeting>(), view.part);
        meeting != 0 ? context.open_meeting(model::MeetingId{meeting})
                     : context.go(Screen::Reviews);
    }
    if (view.name == "report") context.open_report(view.part);
    if (view.name == "learning") context.go(Screen::Learning);
    if (view.name == "flow") context.go(Screen::Flow);
    if (view.name == "forecast") context.go(Screen::Forecast);
    if (view.name == "alerts") context.go(Screen::Alerts);
    if (view.name == "history") context.go(Screen::History);
    if (view.name == "people") context.open_settings("people");
    if (view.name == "settings") context.open_settings("board");
    if (view.name == "palette") bench.palette().open(view.part);
    if (view.name == "import") context.open_import();
    if (view.name == "standup") context.open_standup();
    if (view.name == "travel") bench.palette().actions().run("app.travel", context);
    if (view.name == "brief") {
        const model::Template* form =
            view.part.empty() ? nullptr : context.workspace().template_by_handle(view.part);
        context.open_brief(form == nullptr ? model::TemplateVersionId{} : form->current);
    }
    if (view.name == "triage") {
        for (const model::Request& request : context.workspace().rows<model::Request>()) {
            if (request.is_open()) {
                context.open_request(request.id);
                break;
            }
        }
    }
    if (view.name == "card") {
        TL_TRY(const model::CardId card, card_to_show(context.workspace(), view.part));
        context.open_card(card);
    }
    if (!in_palette.empty()) bench.palette().actions().run(in_palette, context);
    return Done{};
}

}  // namespace

std::span<const std::string_view> screenshot_views() {
    return kViews;
}

Result<Image> draw_screenshot(desk::Desk& desk, const ScreenshotOptions& options) {
    TL_TRY(const View view, parse_view(options.view));
    const Instant now = options.at.value_or(options.now.value_or(desk.now()));
    std::optional<model::Workspace> past;
    if (options.at) {
        TL_TRY(model::Workspace then, desk.at(*options.at));
        past = std::move(then);
    }
    workbench::WorkbenchSetup setup{.where = "marketing.throughline",
                                    .clock = [now] { return now; },
                                    .seconds = [] { return 0.0; }};
    setup.make_demo = [](desk::Desk&, std::uint64_t, Instant) -> Status { return Done{}; };
    workbench::Workbench bench(std::move(setup));
    bench.set_appearance({.dark = options.dark, .high_contrast = options.high_contrast});
    const bool with_board = view.name != "welcome";
    if (with_board) {
        const model::Workspace& shown = past ? *past : desk.workspace();
        if (shown.board() == nullptr) {
            return Error{ErrorCode::NotFound, "There is no board at that moment.", "at"};
        }
        bench.show_board(workbench::make_still_desk(desk, now, std::move(past)));
        bench.context().filter().query = options.filter;
    }
    Stage stage([&bench] { bench.frame(); },
                {.size = {static_cast<float>(options.width), static_cast<float>(options.height)},
                 .theme = {.mode = options.dark ? Mode::Dark : Mode::Light,
                           .high_contrast = options.high_contrast,
                           .scale = static_cast<float>(options.scale)}});
    stage.before_frame = [&bench] { bench.before_frame(); };
    stage.frames(2);
    TL_CHECK(go_to(bench, view));
    stage.frames(kSettle);
    for (int i = 0; i < kMostFrames && bench.is_busy(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        stage.frames();
    }
    stage.frames(kSettle);
    return stage.picture();
}

Status write_screenshot(desk::Desk& desk, const ScreenshotOptions& options,
                        const std::string& file) {
    TL_TRY(const Image image, draw_screenshot(desk, options));
    if (!write_png(image, file)) {
        return Error{ErrorCode::Io, "The picture cannot be written.", file};
    }
    return Done{};
}

}  // namespace throughline::gui::headless
