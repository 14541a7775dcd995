#include "app/gui/workbench/welcome_view.h"

#include "app/gui/settings/zones_model.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::workbench {
namespace {

constexpr float kWidth = 920.0f;      // unscaled
constexpr float kOneColumn = 700.0f;  // below it the cards stand under each other

struct Card {
    Start start;
    const char* id;
    const char* icon;
    const char* title;
    const char* text;
};

const Card& card_of(Start start) {
    static constexpr Card kCards[]{
        {Start::Demo, "start:demo", icons::kRocket, "Look around in a demo",
         "A marketing team with two quarters of history, open work and requests. Change anything; "
         "it is only a file."},
        {Start::Marketing, "start:marketing", icons::kBoard, "Empty marketing board",
         "Ready, Create, Review, Launch prep, Live and Done with limits, gates and seven brief "
         "templates. All can be changed."},
        {Start::Import, "start:import", icons::kUpload, "Bring a Trello board",
         "Cards, lists, people and the history of moves from a Trello export. You see what comes "
         "in before it does."},
    };
    return kCards[static_cast<std::size_t>(start)];
}

void draw_mark() {
    const Sizes& s = sizes();
    const float side = s.xl + s.lg;
    const ImVec2 at = place({side, side});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + side, at.y + side}, theme().accent, s.radius_card);
    draw_icon(list, {at.x + side * 0.5f, at.y + side * 0.5f}, icons::kLayers, theme().accent_text,
              text_size::kIcon + 3.0f);
}

std::string_view verb(Start start) {
    switch (start) {
        case Start::Demo: return "Open the demo";
        case Start::Marketing: return "Create the board";
        case Start::Import: return "Create and choose the file";
    }
    return "";
}

}  // namespace

void WelcomeView::set_busy(std::string words) {
    busy_ = std::move(words);
    failure_.clear();
}

void WelcomeView::set_failure(std::string words) {
    failure_ = std::move(words);
    busy_.clear();
}

void WelcomeView::choose_import(const std::string& path) {
    form_.start = Start::Import;
    form_.import_file = path;
}

std::optional<WelcomeJob> WelcomeView::draw(const WorkbenchSetup& setup) {
    const Sizes& s = sizes();
    if (zones_.empty()) zones_ = settings::zone_names(form_.zone);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float width = std::min(kWidth * s.scale, room.x - 2.0f * s.xl);
    std::optional<WelcomeJob> job;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room.x - width) * 0.5f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                        {s.xs, 0});  // rings of the outermost cards stay whole
    ImGui::BeginChild("welcome", {width, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    gap(std::max(s.xl, (room.y - 620.0f * s.scale) * 0.4f));
    draw_mark();
    gap(s.lg);
    text("Welcome to Throughline", display_style());
    gap(s.sm);
    paragraph(
        "A board on which a marketing team runs its work: a request enters with a complete brief, "
        "a full column takes nothing more, and every card has one person who answers for it.",
        muted_style(), std::min(width, s.reading));
    gap(s.xl);
    if (!busy_.empty()) {
        section_header(
            busy_, {},
            form_.start == Start::Demo
                ? "Half a year of work is written entry by entry; it may take half a minute."
                : "This takes a moment.");
    } else {
        draw_cards();
        gap(s.xl);
        draw_form();
        if (draw_foot()) {
            tried_ = true;
            if (check(form_).none()) {
                job = make_job(form_, setup);
                set_busy(form_.start == Start::Demo ? "Making the demo" : "Making the board");
            }
        }
    }
    gap(s.xl);
    ImGui::EndChild();
    return job;
}

void WelcomeView::draw_cards() {
    const Sizes& s = sizes();
    const int count = form_.has_demo ? 3 : 2;
    if (!form_.has_demo && form_.start == Start::Demo) form_.start = Start::Marketing;
    const bool stacked = width_left() < kOneColumn * s.scale;
    const float width = stacked ? width_left()
                                : std::floor((width_left() - static_cast<float>(count - 1) * s.md) /
                                             static_cast<float>(count));
    const TextStyle words{.size = text_size::kSmall};
    float height = 0.0f;
    for (const Start start : {Start::Demo, Start::Marketing, Start::Import}) {
        height = std::max(height, wrap_height(card_of(start).text, words, width - 2.0f * s.lg));
    }
    height += s.xl + s.lg + 2.0f * s.lg + line_height(heading_style()) + s.sm;
    bool first = true;
    for (const Start start : {Start::Demo, Start::Marketing, Start::Import}) {
        if (start == Start::Demo && !form_.has_demo) continue;
        if (!first && stacked) gap(s.md);
        if (!first && !stacked) ImGui::SameLine(0, s.md);
        draw_card(start, width, height);
        first = false;
    }
}

void WelcomeView::draw_card(Start start, float width, float height) {
    const Sizes& s = sizes();
    const Theme& t = theme();
    const Card& card = card_of(start);
    const bool chosen = form_.start == start;
    const Pressable item = press_item(card.id, card.title, {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_shadow(list, item.min, item.max, s.radius_lg, 2);
    list.AddRectFilled(item.min, item.max, item.hovered && !chosen ? t.card_hover : t.card,
                       s.radius_lg);
    list.AddRect(item.min, item.max, chosen ? t.accent : t.border, s.radius_lg, 0,
                 chosen ? 2.0f * s.hair : s.hair);
    const float x = item.min.x + s.lg;
    float y = item.min.y + s.lg;
    const float badge = s.xl + s.lg - s.xs;
    list.AddRectFilled({x, y}, {x + badge, y + badge},
                       chosen ? t.accent_soft : t.tone(Tone::Neutral).soft, s.radius_card);
    draw_icon(list, {x + badge * 0.5f, y + badge * 0.5f}, card.icon,
              chosen ? t.tone(Tone::Accent).ink : t.text_muted, text_size::kIcon + 3.0f);
    // Chosen is told by a check too, not by colour alone.
    if (chosen)
        draw_icon(list, {item.max.x - s.lg - s.xs, y + badge * 0.5f}, icons::kCheckCircle,
                  t.tone(Tone::Accent).ink, text_size::kIcon + 2.0f);
    y += badge + s.md;
    draw_text(list, {x, y}, card.title, {.size = text_size::kHeading, .weight = Weight::Semibold},
              width - 2.0f * s.lg);
    y += line_height(heading_style()) + s.xs;
    draw_wrapped(list, {x, y}, card.text, {.size = text_size::kSmall, .colour = t.text_muted},
                 width - 2.0f * s.lg);
    focus_ring_of(item, s.radius_lg);
    if (item.pressed) form_.start = start;
}

void WelcomeView::draw_form() {
    const Sizes& s = sizes();
    if (form_.start == Start::Demo) {
        paragraph(
            "The demo makes its own people; you act as the lead of the team. Delete the file when "
            "you have seen enough.",
            muted_style(), s.reading);
        gap(s.lg);
        return;
    }
    const WelcomeProblems problems = tried_ ? check(form_) : WelcomeProblems{};
    const bool stacked = width_left() < kOneColumn * s.scale;
    const float each = stacked ? width_left() : (width_left() - 3.0f * s.md) * 0.25f;
    const auto next = [&] {
        if (stacked) {
            gap(s.md);
        } else {
            ImGui::SameLine(0, s.md);
        }
    };
    entered_ = false;
    const auto took = [this](FieldResult result) {
        entered_ = entered_ || (result.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false));
        return result.changed;
    };
    ImGui::BeginGroup();
    took(text_field("board-name", form_.board,
                    {.label = "Name of the board", .error = problems.board, .width = each}));
    ImGui::EndGroup();
    next();
    ImGui::BeginGroup();
    if (took(text_field("person-name", form_.name,
                        {.label = "Your name", .placeholder = "Ana Lima", .width = each})) &&
        !form_.handle_typed)
        form_.handle = handle_of(form_.name);
    ImGui::EndGroup();
    next();
    ImGui::BeginGroup();
    if (took(text_field(
            "handle", form_.handle,
            {.label = "Your handle",
             .help = "Short; others write @" + (form_.handle.empty() ? "ana" : form_.handle),
             .placeholder = "ana",
             .error = problems.handle,
             .width = each})))
        form_.handle_typed = !form_.handle.empty();
    ImGui::EndGroup();
    next();
    ImGui::BeginGroup();
    std::vector<ChoiceItem> items;
    for (const std::string& zone : zones_)
        items.push_back({.label = zone});
    int zone = settings::zone_index(zones_, form_.zone);
    if (choice("zone", zone, items,
               {.label = "Time zone",
                .help = "Days begin and end in it",
                .error = problems.zone,
                .width = each}) &&
        zone >= 0)
        form_.zone = zones_[static_cast<std::size_t>(zone)];
    ImGui::EndGroup();
    gap(s.lg);
}

bool WelcomeView::draw_foot() {
    const Sizes& s = sizes();
    if (!failure_.empty()) {
        notice("failure", {.tone = Tone::Danger,
                           .title = "The board could not be opened",
                           .text = failure_,
                           .remedy = "Nothing was changed. Mend the cause and try again, or start "
                                     "with another file: throughline --board FILE."});
        gap(s.md);
    }
    const bool pressed =
        button("begin", verb(form_.start),
               {.kind = ButtonKind::Primary, .size = ButtonSize::Large, .shortcut = "Enter"});
    const bool enter = std::exchange(entered_, false);
    ImGui::SameLine(0, s.lg);
    ImGui::BeginGroup();
    const float room = width_left();
    text_ellipsis("The board is one file on this machine: " + form_.where,
                  {.size = text_size::kSmall, .colour = theme().text_muted}, room);
    text_ellipsis("No account, nothing is sent anywhere.",
                  {.size = text_size::kSmall, .colour = theme().text_muted}, room);
    ImGui::EndGroup();
    return pressed || enter;
}

}  // namespace throughline::gui::workbench
