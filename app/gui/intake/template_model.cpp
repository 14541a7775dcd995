#include "app/gui/intake/template_model.h"

#include "core/base/text.h"
#include "core/rules/brief.h"

#include <fmt/format.h>

#include <algorithm>

namespace throughline::gui::intake {
namespace {

constexpr int kShortSeconds = 10;
constexpr int kLongSeconds = 20;

TemplateCard card_of(const model::Template& form, const model::TemplateVersion& version) {
    const std::vector<model::BriefField> fields = rules::fields_of(version);
    TemplateCard card;
    card.version = version.id;
    card.handle = form.handle;
    card.name = form.name;
    card.description = version.description;
    card.answers =
        1 + static_cast<int>(std::count_if(fields.begin(), fields.end(),
                                           [](const auto& field) { return field.required; }));
    card.minutes = minutes_for(fields);
    card.effort = fmt::format("{}, about {}", plural(card.answers, "answer", "answers"),
                              plural(card.minutes, "minute", "minutes"));
    if (version.sla_hours > 0) {
        card.promise = fmt::format("Answered within {}",
                                   plural(version.sla_hours, "working hour", "working hours"));
    }
    return card;
}

}  // namespace

int minutes_for(const std::vector<model::BriefField>& fields) {
    int seconds = kShortSeconds;  // the title
    for (const model::BriefField& field : fields) {
        if (!field.required) continue;
        seconds += field.kind == model::AnswerKind::LongText ? kLongSeconds : kShortSeconds;
    }
    return std::max(1, (seconds + 30) / 60);
}

std::vector<TemplateCard> template_cards(const model::Workspace& workspace) {
    std::vector<TemplateCard> cards;
    for (const model::Template& form : workspace.rows<model::Template>()) {
        const model::TemplateVersion* version = workspace.find(form.current);
        if (!form.retired && version != nullptr) cards.push_back(card_of(form, *version));
    }
    std::sort(cards.begin(), cards.end(), [](const TemplateCard& a, const TemplateCard& b) {
        return fold(a.name) < fold(b.name);
    });
    return cards;
}

}  // namespace throughline::gui::intake
