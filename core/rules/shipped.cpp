#include "core/rules/shipped.h"

#include "core/base/text.h"

namespace throughline::rules {
namespace {

using model::AnswerKind;
using model::BriefField;
using model::Column;
using model::ColumnKind;
using model::GateKind;
using model::ServiceClass;

struct ColumnSpec {
    const char* handle;
    const char* name;
    ColumnKind kind;
    std::optional<int> limit;
    const char* entry;
    const char* exit;
};

model::ColumnId add_column(Edit& edit, model::BoardId board, double rank, const ColumnSpec& spec,
                           model::ColumnGroupId group = {}) {
    Column column;
    column.id = edit.new_id<model::ColumnId>();
    column.board = board;
    column.handle = spec.handle;
    column.name = spec.name;
    column.kind = spec.kind;
    column.rank = rank;
    column.wip_limit = spec.limit;
    column.group = group;
    column.entry_policy = spec.entry;
    column.exit_policy = spec.exit;
    const auto id = column.id;
    edit.put(std::move(column));
    return id;
}

void add_gate(Edit& edit, model::ColumnId column,
              std::initializer_list<std::pair<GateKind, const char*>> items) {
    double rank = 0;
    for (const auto& [kind, title] : items) {
        edit.put(model::GateItem{edit.new_id<model::GateItemId>(), column, kind, title,
                                 rank += 1024, false});
    }
}

BriefField ask(const char* handle, const char* label, AnswerKind kind, bool required,
               const char* help, const char* example) {
    BriefField field;
    field.handle = handle;
    field.label = label;
    field.kind = kind;
    field.required = required;
    field.help = help;
    field.example = example;
    return field;
}

BriefField choose(const char* handle, const char* label, AnswerKind kind, bool required,
                  const char* help, model::TextList choices) {
    BriefField field = ask(handle, label, kind, required, help, "");
    field.choices = std::move(choices);
    return field;
}

BriefField term(const char* handle, const char* label, const char* kind, const char* help) {
    BriefField field = ask(handle, label, AnswerKind::Term, true, help, "");
    field.term_kind = kind;
    return field;
}

struct TemplateSpec {
    const char* name;
    const char* description;
    int sla_hours;
    ServiceClass service_class;
    model::TextList checklist;
    std::vector<BriefField> fields;
};

std::vector<TemplateSpec> template_specs() {
    std::vector<TemplateSpec> specs;
    BriefField budget = ask("budget", "Media budget", AnswerKind::Money, false,
                            "What may be spent on media, in the team's currency.", "15000");
    budget.min_value = 0;
    specs.push_back({"Campaign launch",
                     "Several channels, one message, one date.",
                     16,
                     ServiceClass::FixedDate,
                     {"Message house agreed", "Audience list built", "Creative for every channel",
                      "Landing page live", "Tracking tested", "Sales briefed"},
                     {term("channel", "Lead channel", "channel", "Where it is seen first."),
                      term("region", "Region", "region", "Where it runs."), budget}});
    specs.push_back({"Content asset",
                     "Article, guide, video, case study.",
                     16,
                     ServiceClass::Standard,
                     {"Outline agreed", "Draft", "Facts checked", "Design", "Published and linked"},
                     {choose("format", "Format", AnswerKind::Choice, true, "The form it takes.",
                             {"Article", "Guide", "Case study", "Video", "Infographic"}),
                      ask("source", "Source material", AnswerKind::LongText, false,
                          "Interviews, data, drafts that exist.",
                          "Call recording with the customer of 12 March")}});
    BriefField event_day =
        ask("event_date", "Day of the event", AnswerKind::Date, true, "When it takes place.", "");
    event_day.not_in_past = true;
    specs.push_back({"Event",
                     "Trade show, webinar, customer day.",
                     16,
                     ServiceClass::FixedDate,
                     {"Venue or platform booked", "Speakers confirmed", "Invitation sent",
                      "Rehearsal", "Follow-up prepared"},
                     {event_day,
                      choose("event_kind", "Kind of event", AnswerKind::Choice, true, "",
                             {"Trade show", "Webinar", "Customer day", "Dinner"}),
                      term("region", "Region", "region", "Where it takes place.")}});
    specs.push_back({"Email",
                     "One mailing or a sequence.",
                     8,
                     ServiceClass::Standard,
                     {"Copy", "Segment checked", "Links tagged", "Test sent"},
                     {ask("segment", "Segment", AnswerKind::ShortText, true,
                          "Which contacts receive it, and who is left out.",
                          "Trial users of the last 30 days without a demo"),
                      choose("sequence", "Number of mails", AnswerKind::Choice, true, "",
                             {"One mail", "Two or three", "Longer sequence"})}});
    specs.push_back({"Web page",
                     "A new page or a change to one.",
                     16,
                     ServiceClass::Standard,
                     {"Copy", "Design", "Accessibility checked", "Tracking in place"},
                     {ask("page", "Page address", AnswerKind::Link, false,
                          "The page to change, if it exists.", "https://www.example.com/pricing"),
                      choose("page_kind", "Kind of change", AnswerKind::Choice, true, "",
                             {"New page", "Change of text", "Change of layout", "Experiment"})}});
    specs.push_back({"Sales enablement",
                     "What sales needs to win: decks, one-pagers, battle cards.",
                     16,
                     ServiceClass::Standard,
                     {"Draft", "Reviewed by sales", "In the library", "Announced"},
                     {choose("asset_kind", "Kind of asset", AnswerKind::Choice, true, "",
                             {"Deck", "One-pager", "Battle card", "Demo script", "Case study"}),
                      term("product", "Product", "product", "Which product it sells.")}});
    specs.push_back(
        {"Research",
         "A question about market, customers or message, and the decision that hangs on it.",
         24,
         ServiceClass::Intangible,
         {"Questions agreed", "Participants found", "Findings written", "Decision taken"},
         {ask("decision", "Decision that depends on it", AnswerKind::LongText, true,
              "What will be done differently once the answer is known.",
              "Whether the pricing page shows prices"),
          choose("method", "Method", AnswerKind::MultiChoice, false, "",
                 {"Interviews", "Survey", "Data analysis", "Test"})}});
    return specs;
}

}  // namespace

void add_marketing_columns(Edit& edit, model::Board& board) {
    const model::BoardId id = board.id;
    add_column(edit, id, 1024,
               {"ready", "Ready", ColumnKind::Queue, 8,
                "Accepted by triage: complete brief, DRI, objective.",
                "Pulled by the DRI when Create has a place."});
    const model::ColumnGroup create{
        edit.new_id<model::ColumnGroupId>(), id, "create", "Create", 4, true, false};
    edit.put(create);
    const auto doing = add_column(edit, id, 2048,
                                  {"create",
                                   "Doing",
                                   ColumnKind::Active,
                                   {},
                                   "Meets the definition of ready.",
                                   "Draft complete by the brief."},
                                  create.id);
    const auto made = add_column(edit, id, 3072,
                                 {"create-done",
                                  "Done",
                                  ColumnKind::Queue,
                                  {},
                                  "Ready for somebody else's eyes.",
                                  "A reviewer has a place."},
                                 create.id);
    const auto review = add_column(edit, id, 4096,
                                   {"review", "Review", ColumnKind::Active, 3,
                                    "The reviewer is named.", "Every approval is signed."});
    const auto prep = add_column(edit, id, 5120,
                                 {"launch-prep", "Launch prep", ColumnKind::Active, 3, "Approved.",
                                  "Everything that a launch needs is checked."});
    const auto live = add_column(edit, id, 6144,
                                 {"live",
                                  "Live and measure",
                                  ColumnKind::Done,
                                  {},
                                  "It is live.",
                                  "The result is beside the success measure."});
    add_column(edit, id, 7168,
               {"done", "Done", ColumnKind::Done, {}, "Measured, learned, closed.", ""});
    add_gate(edit, made, {{GateKind::Check, "Brief answered: audience, message, measure"}});
    add_gate(edit, review,
             {{GateKind::Approval, "Creative approval"},
              {GateKind::Approval, "Legal and brand"},
              {GateKind::Check, "Accessibility"}});
    add_gate(edit, prep,
             {{GateKind::Check, "Audience QA"},
              {GateKind::Check, "URLs tagged"},
              {GateKind::Check, "Tracking in place"}});
    board.commitment = doing;
    board.delivery = live;
    board.person_limit = 3;
    board.expedite_limit = 1;
}

void add_marketing_templates(Edit& edit, const Context& context) {
    for (TemplateSpec& spec : template_specs()) {
        model::TemplateVersion version;
        version.id = edit.new_id<model::TemplateVersionId>();
        version.form = edit.new_id<model::TemplateId>();
        version.description = spec.description;
        version.sla_hours = spec.sla_hours;
        version.service_class = spec.service_class;
        version.checklist = std::move(spec.checklist);
        version.fields = std::move(spec.fields);
        for (BriefField& field : version.fields) {
            if (field.kind == AnswerKind::ShortText || field.kind == AnswerKind::LongText) {
                field.max_length = field.kind == AnswerKind::LongText ? 4000 : 300;
            }
        }
        version.at = context.now;
        version.by = context.actor;
        version.why = "shipped";
        edit.put(model::Template{version.form, slug(spec.name), spec.name, version.id, false});
        edit.put(std::move(version));
    }
}

void add_marketing_terms(Edit& edit) {
    const std::vector<std::pair<const char*, std::vector<const char*>>> terms{
        {"channel",
         {"Email", "Events", "Paid search", "Paid social", "Organic social", "Website", "Partners",
          "PR"}},
        {"region", {"Global", "EMEA", "DACH", "North America", "LATAM", "APAC"}},
        {"audience", {"Prospects", "Trial users", "Customers", "Partners", "Analysts and press"}},
        {"product", {"Core", "Add-ons", "Services"}},
    };
    for (const auto& [kind, values] : terms) {
        for (const char* value : values) {
            edit.put(model::Term{edit.new_id<model::TermId>(), kind, value, false});
        }
    }
}

}  // namespace throughline::rules
