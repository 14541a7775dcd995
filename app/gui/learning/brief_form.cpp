#include "app/gui/learning/brief_form.h"

#include "core/base/text.h"

#include <algorithm>

namespace throughline::gui::learning {
namespace {

using model::AnswerKind;
using records::Option;
using records::Shape;

Shape shape_of(AnswerKind kind) {
    switch (kind) {
        case AnswerKind::ShortText:
        case AnswerKind::Link: return Shape::Line;
        case AnswerKind::LongText: return Shape::Text;
        case AnswerKind::Number:
        case AnswerKind::Money: return Shape::Number;
        // A date may also be "none", which a date field cannot hold.
        case AnswerKind::Date: return Shape::Line;
        case AnswerKind::MultiChoice: return Shape::Many;
        case AnswerKind::Choice:
        case AnswerKind::Person:
        case AnswerKind::Objective:
        case AnswerKind::Term: return Shape::One;
    }
    return Shape::Line;
}

std::vector<Option> options_of(const model::Workspace& workspace, const model::BriefField& field) {
    std::vector<Option> options;
    if (field.kind == AnswerKind::Person) {
        for (const model::Person& one : workspace.rows<model::Person>()) {
            if (one.active) {
                options.push_back({one.handle, one.name, one.handle, records::colour_of(one.id)});
            }
        }
    } else if (field.kind == AnswerKind::Objective) {
        options.push_back({"triage", "Let triage decide", "", -1});
        for (const model::Objective& one : workspace.rows<model::Objective>()) {
            if (!one.closed) {
                const std::string key = model::key_of(one);
                options.push_back({key, key + " " + one.title, one.quarter, -1});
            }
        }
    } else if (field.kind == AnswerKind::Term) {
        for (const model::Term& one : workspace.rows<model::Term>()) {
            if (one.kind == field.term_kind && !one.retired) {
                options.push_back({one.value, one.value, "", -1});
            }
        }
    }
    for (const std::string& one : field.choices) {
        options.push_back({one, one, "", -1});
    }
    return options;
}

}  // namespace

struct BriefForm::Texts {
    std::vector<model::BriefField> questions;
    std::vector<rules::RecordField> labels;
    std::vector<model::FieldInfo> infos;
};

BriefForm::BriefForm(const model::Workspace& workspace, const model::TemplateVersion& version,
                     const model::TextMap& answers, std::span<const std::string_view> without) {
    auto texts = std::make_shared<Texts>();
    texts->questions = rules::fields_of(version);
    std::erase_if(texts->questions, [&](const model::BriefField& field) {
        return std::ranges::find(without, field.handle) != without.end();
    });
    // Views and pointers go into the three lists: they are whole before one is taken.
    for (const model::BriefField& question : texts->questions) {
        texts->labels.push_back(
            {question.handle, question.label, question.required, question.help});
        texts->infos.push_back({.name = question.handle});
    }
    for (std::size_t i = 0; i < texts->questions.size(); ++i) {
        const model::BriefField& question = texts->questions[i];
        records::FormField field{.field = &texts->labels[i], .info = &texts->infos[i]};
        field.shape = shape_of(question.kind);
        const auto answer = answers.find(question.handle);
        field.value = answer == answers.end() ? "" : answer->second;
        field.options = options_of(workspace, question);
        form_.fields.push_back(std::move(field));
    }
    texts_ = std::move(texts);
}

model::TextMap BriefForm::answers() const {
    model::TextMap answers;
    for (const records::FormField& field : form_.fields) {
        if (!trim(field.value).empty()) {
            answers[std::string(field.info->name)] = std::string(trim(field.value));
        }
    }
    return answers;
}

std::string BriefForm::show(const rules::Refusal& refusal) {
    form_.refuse(refusal);
    std::string elsewhere;
    for (const rules::FieldProblem& problem : refusal.fields) {
        const bool is_here = std::ranges::any_of(
            form_.fields, [&](const auto& field) { return field.info->name == problem.field; });
        if (!is_here) {
            elsewhere +=
                (elsewhere.empty() ? "" : " ") + problem.label + " " + problem.problem + ".";
        }
    }
    return elsewhere;
}

}  // namespace throughline::gui::learning
