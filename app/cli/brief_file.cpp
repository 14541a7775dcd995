#include "app/cli/brief_file.h"

#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "core/base/text.h"
#include "core/rules/brief.h"

#include <algorithm>

namespace throughline::cli {

namespace {

Failure wrong(const std::string& path, const std::string& field, const std::string& problem) {
    return bad_input(problem, path + ", field " + field);
}

Fallible<std::string> text_member(const Json& file, const std::string& path, const char* name,
                                  const std::string& otherwise) {
    const auto found = file.find(name);
    if (found == file.end() || found->is_null()) {
        return otherwise;
    }
    if (!found->is_string()) {
        return wrong(path, name, "must be text, but is " + std::string(found->type_name()));
    }
    return found->get<std::string>();
}

Fallible<model::TextMap> answers_of(const Json& file, const std::string& path,
                                    const model::TemplateVersion& version) {
    model::TextMap answers;
    const auto found = file.find("fields");
    if (found == file.end() || found->is_null()) {
        return answers;
    }
    if (!found->is_object()) {
        return wrong(path, "fields",
                     "must be an object of answers, but is " + std::string(found->type_name()));
    }
    const auto questions = rules::fields_of(version);
    for (const auto& [name, value] : found->items()) {
        if (std::ranges::find(questions, name, &model::BriefField::handle) == questions.end()) {
            std::vector<std::string> known;
            std::ranges::transform(questions, std::back_inserter(known),
                                   &model::BriefField::handle);
            return wrong(path, "fields." + name,
                         "the template asks no such question; it asks: " + join(known, ", "));
        }
        TL_TRY(std::string text, answer_text(value, path + ", field fields." + name));
        if (!text.empty()) {
            answers.emplace(name, std::move(text));
        }
    }
    return answers;
}

Json limits_of(const model::BriefField& field) {
    Json limits = Json::object();
    const auto add = [&limits](const char* name, const auto& value) {
        if (value) {
            limits[name] = *value;
        }
    };
    add("min_length", field.min_length);
    add("max_length", field.max_length);
    add("min_value", field.min_value);
    add("max_value", field.max_value);
    if (!field.pattern.empty()) {
        limits["pattern"] = field.pattern;
        limits["pattern_help"] = text_or_null(field.pattern_help);
    }
    if (field.not_in_past) {
        limits["not_in_past"] = true;
    }
    if (!field.choices.empty()) {
        limits["choices"] = field.choices;
    }
    if (!field.term_kind.empty()) {
        limits["term_kind"] = field.term_kind;
    }
    return limits;
}

}  // namespace

Fallible<std::string> answer_text(const Json& value, const std::string& where) {
    if (value.is_null()) {
        return std::string();
    }
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number()) {
        return value.dump();
    }
    if (value.is_array()) {
        std::vector<std::string> lines;
        for (const Json& item : value) {
            if (!item.is_string()) {
                return bad_input(
                    "must be a list of texts, but holds " + std::string(item.type_name()), where);
            }
            lines.push_back(item.get<std::string>());
        }
        return join(lines, "\n");
    }
    return bad_input(
        "must be text, a number or a list of texts, but is " + std::string(value.type_name()),
        where);
}

Fallible<BriefFile> read_brief(Session& session, const std::string& path) {
    const model::Workspace& workspace = session.workspace();
    TL_TRY(const Json file, read_json_file(session, path));
    if (!file.is_object()) {
        return bad_input("a brief must be a JSON object with template, title and fields; this is " +
                             std::string(file.type_name()),
                         path);
    }
    for (const auto& [name, value] : file.items()) {
        static constexpr std::array<std::string_view, 5> kMembers{"template", "requester", "title",
                                                                  "fields", "questions"};
        if (std::ranges::find(kMembers, name) == kMembers.end()) {
            return wrong(
                path, name,
                "a brief has no such member; it has template, requester, title and fields");
        }
    }
    BriefFile brief;
    TL_TRY(const std::string form_name, text_member(file, path, "template", ""));
    auto form = find_template(workspace, form_name);
    if (!form) {
        return wrong(path, "template", form.error().error.message);
    }
    TL_TRY(brief.version, current_version(workspace, **form));
    TL_TRY(const std::string requester,
           text_member(file, path, "requester", session.actor_handle()));
    const auto person = find_person(workspace, requester);
    if (!person) {
        return wrong(path, "requester", person.error().error.message);
    }
    brief.requester = (*person)->id;
    TL_TRY(brief.title, text_member(file, path, "title", ""));
    TL_TRY(brief.answers, answers_of(file, path, *brief.version));
    return brief;
}

Json question_json(const model::BriefField& field) {
    Json json{{"field", field.handle},
              {"label", field.label},
              {"kind", model::name_of(field.kind)},
              {"required", field.required},
              {"help", text_or_null(field.help)},
              {"example", text_or_null(field.example)}};
    json.update(limits_of(field));
    return json;
}

Json empty_brief(Session& session, const model::Template& form,
                 const model::TemplateVersion& version) {
    Json fields = Json::object();
    Json questions = Json::array();
    questions.push_back({{"field", "title"},
                         {"label", "Title"},
                         {"kind", "short-text"},
                         {"required", true},
                         {"help", "What this is, in one line"},
                         {"example", nullptr}});
    for (const model::BriefField& field : rules::fields_of(version)) {
        fields[field.handle] = "";
        questions.push_back(question_json(field));
    }
    return {{"template", form.handle},
            {"requester", session.actor_handle()},
            {"title", ""},
            {"fields", std::move(fields)},
            {"questions", std::move(questions)}};
}

}  // namespace throughline::cli
