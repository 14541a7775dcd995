#include "app/gui/intake/mine_view.h"

#include "app/gui/intake/request_panel.h"
#include "app/gui/intake/words.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::intake {
namespace {

constexpr float kRow = 60.0f;  // unscaled

TextStyle meta() {
    return {.size = text_size::kSmall, .colour = theme().text_muted};
}

float row_height() {
    return kRow * sizes().scale;
}

void draw_row_text(const RowState& row, std::string_view title, std::string_view note,
                   float right_room) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float pad = sizes().md;
    const float width = row.max.x - row.min.x - 2.0f * pad - right_room;
    const float middle = (row.min.y + row.max.y) * 0.5f;
    const float half = line_height(body_style()) * 0.62f;
    draw_text_middle(list, {row.min.x + pad, middle - half}, title, {.weight = Weight::Semibold},
                     width);
    draw_text_middle(list, {row.min.x + pad, middle + half}, note, meta(), width);
}

void draft_row(const DraftRow& draft, MineEvents& events) {
    const std::string id = "draft:" + std::to_string(draft.id);
    ImGui::PushID(id.c_str());
    const RowState row = list_row(id.c_str(), draft.title, false, row_height());
    const float ring = sizes().avatar * 0.5f;
    const float button = sizes().control_small;
    const ImVec2 centre{row.max.x - sizes().md - button - sizes().sm - ring,
                        (row.min.y + row.max.y) * 0.5f};
    draw_row_text(row, draft.title, draft.what + ", " + draft.changed,
                  2.0f * ring + button + 3.0f * sizes().sm);
    draw_progress_ring(*ImGui::GetWindowDrawList(), centre, ring, sizes().xs * 0.75f,
                       static_cast<float>(draft.completeness.share()),
                       draft.completeness.complete ? Tone::Success : Tone::Accent);
    const std::string done =
        fmt::format("{}/{}", draft.completeness.done, draft.completeness.total);
    draw_text_centred(*ImGui::GetWindowDrawList(), {centre.x - ring, centre.y - ring},
                      {centre.x + ring, centre.y + ring}, done,
                      {.size = text_size::kCaption - 3.0f,
                       .weight = Weight::Semibold,
                       .colour = theme().text_muted});
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({row.max.x - sizes().sm - button, centre.y - button * 0.5f});
    if (icon_button("discard-draft", icons::kDelete, "Discard this draft",
                    {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) {
        events.discard_draft = draft.id;
    }
    ImGui::SetCursorScreenPos(after);
    ImGui::Dummy({0.0f, 0.0f});
    ImGui::PopID();
    if (row.pressed && draft.card) {
        events.open_card_draft = draft.card;
    } else if (row.pressed) {
        events.open_draft = draft.id;
    }
}

ChipStyle state_style(model::RequestState state) {
    switch (state) {
        case model::RequestState::Submitted: return {.tone = Tone::Neutral, .icon = icons::kInbox};
        case model::RequestState::NeedsInfo: return {.tone = Tone::Warning, .icon = icons::kHelp};
        case model::RequestState::Accepted:
            return {.tone = Tone::Success, .icon = icons::kCheckCircle};
        case model::RequestState::Declined: return {.tone = Tone::Danger, .icon = icons::kClose};
        case model::RequestState::Merged: return {.tone = Tone::Info, .icon = icons::kBranch};
    }
    return {};
}

void request_row(const RequestRow& request, MineScreen& screen) {
    const bool chosen = screen.selected == request.id;
    const RowState row = list_row(("request:" + request.key).c_str(),
                                  request.key + " " + request.title, chosen, row_height());
    if (row.pressed) screen.select(request.id);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ChipStyle style = state_style(request.state);
    const float mark = text_px(text_size::kIcon) + sizes().md;
    const ToneColours& tone = theme().tone(style.tone);
    draw_icon(list, {row.min.x + sizes().md + mark * 0.3f, (row.min.y + row.max.y) * 0.5f},
              style.icon, tone.ink);
    RowState shifted = row;
    shifted.min.x += mark;
    draw_row_text(shifted, request.title, request.key + ", " + request.where, 0.0f);
}

// Only those in sight: there may be thousands.
void draw_requests(MineScreen& screen) {
    const float step = row_height() + ImGui::GetStyle().ItemSpacing.y;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const auto& rows = screen.requests;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), step);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            request_row(rows[static_cast<std::size_t>(i)], screen);
    }
    if (!std::exchange(screen.reveal, false)) return;
    const auto chosen = std::find_if(
        rows.begin(), rows.end(), [&](const RequestRow& row) { return row.id == screen.selected; });
    if (chosen == rows.end()) return;
    const float y = top.y + static_cast<float>(chosen - rows.begin()) * step;
    scroll_into_view({top.x, y}, {top.x, y + step}, sizes().lg);
}

void draw_list(MineScreen& screen, MineEvents& events) {
    section_header("Drafts", screen.drafts.empty() ? "" : std::to_string(screen.drafts.size()));
    if (screen.drafts.empty())
        paragraph("What you begin to write is kept here until you submit it.", meta());
    for (const DraftRow& draft : screen.drafts)
        draft_row(draft, events);
    gap(sizes().lg);
    section_header("My requests",
                   screen.requests.empty() ? "" : std::to_string(screen.requests.size()));
    if (screen.requests.empty()) paragraph("Nothing submitted yet.", meta());
    draw_requests(screen);
}

void draw_question(MineScreen& screen, Context& context, Acts& acts) {
    const RequestDetail& detail = *screen.detail;
    if (detail.question.empty()) return;
    const std::string why =
        why_not(actor_of(context.workspace(), context.desk().actor()), rules::Right::Request);
    begin_panel("question", {std::min(width_left(), sizes().reading), 0.0f},
                theme().tone(Tone::Warning).soft);
    text("Triage asks", {.weight = Weight::Semibold, .colour = theme().tone(Tone::Warning).ink});
    gap(sizes().xs);
    paragraph(detail.question);
    gap(sizes().md);
    const FieldResult field = text_area(
        "field:answer", screen.answer,
        {.label = "Your answer", .error = screen.answer_error, .disabled = !why.empty()}, 2, 6);
    if (field.changed) screen.answer_error.clear();
    gap(sizes().sm);
    const bool keys = field.active && ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter);
    const bool sent = button("answer", "Send the answer",
                             {.kind = ButtonKind::Primary,
                              .icon = icons::kSend,
                              .shortcut = "Ctrl+Enter",
                              .disabled = !why.empty(),
                              .disabled_why = why});
    end_panel();
    gap(sizes().lg);
    if (!sent && !keys) return;
    acts.add([&screen, id = detail.id, key = detail.key](Context& c) {
        const rules::Verdict verdict =
            c.run(rules::AnswerQuestion{id, screen.answer}, Context::At::Caller);
        if (verdict) {
            screen.answer.clear();
            c.toast({.tone = ToastRequest::Tone::Success,
                     .text = key + " is answered and back in triage."});
        } else {
            screen.answer_error = rules::to_text(verdict.error());
        }
    });
}

void draw_where(const RequestDetail& detail, std::string_view likely, Context& context) {
    chip(detail.where, state_style(detail.state));
    if (detail.state == model::RequestState::Submitted) {
        ImGui::SameLine(0.0f, sizes().sm);
        promise_chip(detail.promise);
    }
    gap(sizes().sm);
    if (!detail.next.empty())
        paragraph(detail.next, muted_style(), std::min(width_left(), sizes().reading));
    if (!likely.empty()) paragraph(likely, muted_style(), std::min(width_left(), sizes().reading));
    if (detail.card && detail.state == model::RequestState::Accepted) {
        gap(sizes().sm);
        if (button("open-card", "Open " + detail.card_key, {.icon = icons::kOpen}))
            context.open_card(detail.card);
    } else if (detail.merged_into) {
        gap(sizes().sm);
        if (button("open-merged", "Open the other request", {.icon = icons::kOpen}))
            context.open_request(detail.merged_into);
    }
    gap(sizes().lg);
}

void draw_detail(MineScreen& screen, Context& context, Acts& acts, MineEvents& events) {
    const RequestDetail& detail = *screen.detail;
    const bool open = detail.state == model::RequestState::Submitted ||
                      detail.state == model::RequestState::NeedsInfo;
    const std::string key_line =
        detail.key + ", " + detail.template_name + ", requested by " + detail.requester;
    text(key_line, meta());
    gap(sizes().xs);
    paragraph(detail.title, title_style(), width_left());
    gap(sizes().sm);
    draw_where(detail, screen.likely(), context);
    draw_question(screen, context, acts);
    section_header("Brief");
    if (open) {
        const std::string why =
            why_not(actor_of(context.workspace(), context.desk().actor()), rules::Right::Request);
        const ButtonOptions options{.size = ButtonSize::Small,
                                    .icon = icons::kEdit,
                                    .disabled = !why.empty(),
                                    .disabled_why = why};
        align_right(button_width("Change the brief", options));
        if (button("edit-brief", "Change the brief", options)) events.edit_brief = detail.id;
    }
    gap(sizes().sm);
    draw_answers(detail.answers);
    gap(sizes().sm);
    section_header("What happened");
    gap(sizes().sm);
    draw_steps(detail.steps);
}

}  // namespace

void MineScreen::refresh(Context& context, const std::vector<CardDraft>& card_drafts) {
    const std::uint64_t revision = context.desk().revision();
    const std::int64_t minute = context.now().us / kMicrosPerMinute;
    std::vector<std::pair<std::int64_t, Instant>> held;
    const auto each = [&](auto&& take) {
        for (const model::BriefDraft& draft : context.desk().drafts())
            take(model::CardId{}, draft);
        for (const auto& [card, draft] : card_drafts) {
            const bool is_there = context.workspace().find(card) != nullptr;
            if (is_there && draft.owner == context.desk().actor()) take(card, draft);
        }
    };
    each([&](model::CardId, const model::BriefDraft& draft) {
        held.emplace_back(draft.id, draft.changed_at);
    });
    if (selected == shown_ && revision == revision_ && minute == minute_ && held == held_) return;
    revision_ = revision;
    minute_ = minute;
    held_ = std::move(held);
    std::vector<CardDraft> mine;
    each([&](model::CardId card, const model::BriefDraft& draft) {
        mine.push_back({card, draft});
    });
    const Instant now = context.now();
    drafts = draft_rows(context.workspace(), std::move(mine), context.zone().day(now), now);
    requests = request_rows(context.workspace(), context.desk().actor(), now);
    if (!selected && !requests.empty()) selected = requests.front().id;
    shown_ = selected;
    detail = request_detail(context.workspace(), context.zone(), selected, now);
}

void MineScreen::refresh_likely(Context& context) {
    if (!detail || !detail->card) return;
    likely_.refresh(context, detail->card, [card = detail->card] {
        return [card](const flow::Flow& flow) { return Likely{card, likely_words(flow, card)}; };
    });
}

std::string_view MineScreen::likely() const {
    const Likely* told = likely_.answer();
    const bool is_mine = told != nullptr && detail && told->card == detail->card;
    return is_mine ? std::string_view(told->words) : std::string_view();
}

void MineScreen::select(model::RequestId request) {
    if (request == selected) return;
    reveal = true;
    selected = request;
    answer.clear();
    answer_error.clear();
}

MineEvents draw_mine(MineScreen& screen, Context& context, Acts& acts,
                     const std::vector<CardDraft>& card_drafts) {
    MineEvents events;
    screen.refresh(context, card_drafts);
    screen.refresh_likely(context);
    if (screen.drafts.empty() && screen.requests.empty() && !screen.detail) {
        const std::array actions{NoticeAction{"new-brief", "Write a brief", ButtonKind::Primary}};
        const EmptyState empty{icons::kInbox, "No requests of yours",
                               "Work begins with a brief. Write one in about two minutes; here you "
                               "then see where it stands and when it is likely done.",
                               actions};
        events.new_brief = empty_state("mine-empty", empty) == 0;
        return events;
    }
    begin_split("mine", screen.list_width, {.min_first = 260.0f, .min_second = 360.0f});
    begin_panel("mine-list", {width_left() - sizes().sm, ImGui::GetContentRegionAvail().y});
    draw_list(screen, events);
    end_panel();
    split_second();
    ImGui::Indent(sizes().sm);
    begin_panel("mine-detail", {width_left(), ImGui::GetContentRegionAvail().y});
    if (screen.detail) {
        draw_detail(screen, context, acts, events);
    } else {
        const EmptyState empty{icons::kDocument,
                               "Choose a request",
                               "Its brief, its questions and where it stands are shown here.",
                               {}};
        (void)empty_state("mine-none", empty);
    }
    end_panel();
    end_split();
    return events;
}

}  // namespace throughline::gui::intake
