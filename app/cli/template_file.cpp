#include "app/cli/template_file.h"

#include "app/cli/brief_file.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/values.h"

#include <algorithm>

namespace throughline::cli {

namespace {

// Reads members of one JSON object; remembers the place for its failures.
class Members {
public:
    Members(const Json& object, std::string where) : object_(object), where_(std::move(where)) {}

    // Leaves `to` as it is when the member is absent or null.
    template <class T>
    Ending read(const char* name, T& to) const {
        const Json* value = find(name);
        return value == nullptr ? Ending(Done{}) : take(*value, name, to);
    }

private:
    const Json* find(const char* name) const {
        const auto found = object_.find(name);
        return found == object_.end() || found->is_null() ? nullptr : &*found;
    }
    Failure wrong(const char* name, const std::string& wanted, const Json& value) const {
        return bad_input("must be " + wanted + ", but is " + value.type_name(), where_ + name);
    }

    Ending take(const Json& value, const char* name, std::string& to) const {
        if (!value.is_string()) return wrong(name, "text", value);
        to = value.get<std::string>();
        return Done{};
    }
    Ending take(const Json& value, const char* name, bool& to) const {
        if (!value.is_boolean()) return wrong(name, "true or false", value);
        to = value.get<bool>();
        return Done{};
    }
    Ending take(const Json& value, const char* name, int& to) const {
        if (!value.is_number_integer()) return wrong(name, "a whole number", value);
        TL_TRY(const std::int64_t number, number_value(value.dump(), where_ + name, 0, 1'000'000));
        to = static_cast<int>(number);
        return Done{};
    }
    Ending take(const Json& value, const char* name, double& to) const {
        if (!value.is_number()) return wrong(name, "a number", value);
        to = value.get<double>();
        return Done{};
    }
    Ending take(const Json& value, const char* name, model::TextList& to) const {
        if (!value.is_array()) return wrong(name, "a list of texts", value);
        TL_CHECK(answer_text(value, where_ + name));  // every item is text
        to.clear();
        for (const Json& item : value) {
            to.push_back(item.get<std::string>());
        }
        return Done{};
    }
    template <model::Named E>
    Ending take(const Json& value, const char* name, E& to) const {
        if (!value.is_string()) return wrong(name, "text", value);
        TL_TRY(to, choice_value<E>(value.get<std::string>(), where_ + name));
        return Done{};
    }
    template <class T>
    Ending take(const Json& value, const char* name, std::optional<T>& to) const {
        T inner{};
        TL_CHECK(take(value, name, inner));
        to = inner;
        return Done{};
    }

    const Json& object_;
    std::string where_;
};

Fallible<model::BriefField> field_of(const Json& document, const std::string& where) {
    if (!document.is_object()) {
        return bad_input("must be an object", where);
    }
    const Members members(document, where + ".");
    model::BriefField field;
    TL_CHECK(members.read("field", field.handle));
    TL_CHECK(members.read("label", field.label));
    TL_CHECK(members.read("kind", field.kind));
    TL_CHECK(members.read("help", field.help));
    TL_CHECK(members.read("example", field.example));
    TL_CHECK(members.read("required", field.required));
    TL_CHECK(members.read("min_length", field.min_length));
    TL_CHECK(members.read("max_length", field.max_length));
    TL_CHECK(members.read("min_value", field.min_value));
    TL_CHECK(members.read("max_value", field.max_value));
    TL_CHECK(members.read("pattern", field.pattern));
    TL_CHECK(members.read("pattern_help", field.pattern_help));
    TL_CHECK(members.read("not_in_past", field.not_in_past));
    TL_CHECK(members.read("choices", field.choices));
    TL_CHECK(members.read("term_kind", field.term_kind));
    return field;
}

}  // namespace

Json template_json(const model::Workspace& workspace, const model::Template& form) {
    const model::TemplateVersion* version = workspace.find(form.current);
    Json json{{"template", form.handle}, {"name", form.name}, {"retired", form.retired}};
    if (version == nullptr) {
        return json;
    }
    json["version"] = version->number;
    json["description"] = text_or_null(version->description);
    json["sla_hours"] = version->sla_hours;
    json["class"] = model::name_of(version->service_class);
    json["checklist"] = version->checklist;
    json["changed_at"] = throughline::to_text(version->at);
    json["by"] = text_or_null(handle_of(workspace, version->by));
    json["why"] = text_or_null(version->why);
    Json& fields = json["fields"] = Json::array();
    for (const model::BriefField& field : version->fields) {
        fields.push_back(question_json(field));
    }
    return json;
}

Fallible<rules::ReviseTemplate> revision_of(const model::Workspace& workspace,
                                            const model::Template& form, const Json& document,
                                            const std::string& path) {
    if (!document.is_object()) {
        return bad_input(
            "a template must be a JSON object; this is " + std::string(document.type_name()), path);
    }
    TL_TRY(const auto* version, current_version(workspace, form));
    rules::ReviseTemplate revision{form.id,
                                   form.name,
                                   version->description,
                                   version->sla_hours,
                                   version->service_class,
                                   version->checklist,
                                   version->fields,
                                   {}};
    const Members members(document, path + ", member ");
    TL_CHECK(members.read("name", revision.name));
    TL_CHECK(members.read("description", revision.description));
    TL_CHECK(members.read("sla_hours", revision.sla_hours));
    TL_CHECK(members.read("class", revision.service_class));
    TL_CHECK(members.read("checklist", revision.checklist));
    if (const auto fields = document.find("fields"); fields != document.end()) {
        if (!fields->is_array()) {
            return bad_input("must be a list of questions", path + ", member fields");
        }
        revision.fields.clear();
        for (std::size_t i = 0; i < fields->size(); ++i) {
            TL_TRY(model::BriefField field,
                   field_of((*fields)[i], path + ", member fields[" + std::to_string(i) + "]"));
            revision.fields.push_back(std::move(field));
        }
    }
    return revision;
}

}  // namespace throughline::cli
