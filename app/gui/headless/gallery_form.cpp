#include <array>

#include "app/gui/headless/gallery_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "imgui.h"

namespace throughline::gui::headless {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
constexpr std::chrono::year_month_day kToday{year(2027), month(3), day(15)};

constexpr std::array kTemplates{
    ChoiceItem{.label = "Campaign launch", .note = "14 questions", .icon = icons::kRocket},
    ChoiceItem{.label = "Content asset", .note = "7 questions", .icon = icons::kDocument},
    ChoiceItem{.label = "Event", .icon = icons::kCalendar},
    ChoiceItem{.label = "Email", .icon = icons::kSend},
    ChoiceItem{.label = "Web page", .icon = icons::kMonitor},
    ChoiceItem{.label = "Sales enablement", .icon = icons::kBriefcase},
    ChoiceItem{.label = "Research", .icon = icons::kSearch},
};
constexpr std::array kPeople{
    ChoiceItem{.label = "Ada Lovelace", .note = "4 cards", .category = 0, .person = true},
    ChoiceItem{
        .label = "Grace Hopper", .note = "6 cards, at her limit", .category = 1, .person = true},
    ChoiceItem{.label = "Katherine Johnson", .category = 2, .person = true},
};
constexpr std::array kChannels{ChoiceItem{.label = "Email", .category = 0},
                               ChoiceItem{.label = "Paid search", .category = 1},
                               ChoiceItem{.label = "Partner webinar", .category = 4},
                               ChoiceItem{.label = "Website", .category = 6}};
constexpr std::array kEfforts{ChoiceItem{.label = "1"}, ChoiceItem{.label = "2"},
                              ChoiceItem{.label = "3"}, ChoiceItem{.label = "5"},
                              ChoiceItem{.label = "8"}, ChoiceItem{.label = "13"}};

void two_columns(GalleryState& state) {
    if (!ImGui::BeginTable("pair", 2,
                           ImGuiTableFlags_NoPadOuterX | ImGuiTableFlags_SizingStretchSame))
        return;
    ImGui::TableNextColumn();
    date_field("due", state.due, {.label = "Needed by", .help = "The webinar's date"}, kToday);
    ImGui::TableNextColumn();
    money_field("budget", state.budget, {.label = "Budget", .optional_mark = true}, "EUR");
    ImGui::EndTable();
}

}  // namespace

void gallery_form(GalleryState& state) {
    begin_panel("form");
    section_header("Brief", {}, "An ordinary brief takes under two minutes.");
    completeness_meter(5, 7);
    text_field("title", state.title, {.label = "Title", .required = true});
    text_area("brief", state.brief,
              {.label = "What is wanted, and for whom",
               .placeholder = "A landing page for finance leads who saw the webinar",
               .required = true});
    choice("template", state.template_choice, kTemplates, {.label = "Template", .required = true});
    choice("person", state.person, kPeople, {.label = "Responsible (DRI)"}, "Triage decides");
    multi_choice("channels", state.channels, kChannels,
                 {.label = "Channels", .placeholder = "Choose channels"});
    two_columns(state);
    text_field("metric", state.empty,
               {.label = "Success measure",
                .help = "A metric with its unit",
                .placeholder = "Demo requests a week",
                .error = "Say how success will be measured",
                .required = true});
    number_field("baseline", state.baseline, {.label = "Baseline"}, {.decimals = 1, .unit = "%"});
    segmented("effort", state.effort, kEfforts, {.label = "Effort"});
    end_panel();
}

}  // namespace throughline::gui::headless
