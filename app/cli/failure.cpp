#include "app/cli/failure.h"

#include "app/cli/json.h"

namespace throughline::cli {

namespace {

std::string_view name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::NotFound: return "not-found";
        case ErrorCode::Conflict: return "conflict";
        case ErrorCode::Invalid: return "invalid";
        case ErrorCode::Io: return "io";
        case ErrorCode::Corrupt: return "corrupt";
        case ErrorCode::Unsupported: return "unsupported";
        case ErrorCode::Cancelled: return "cancelled";
    }
    return "invalid";
}

// "column:create" is said as "create": scripts know the kind from the rule.
std::string subject_name(const std::string& subject) {
    const std::size_t colon = subject.find(':');
    return colon == std::string::npos ? subject : subject.substr(colon + 1);
}

Json refusal_json(const rules::Refusal& refusal) {
    Json json{{"rule", refusal.rule},
              {"reason", refusal.reason},
              {"remedy", refusal.remedy},
              {"limit", or_null(refusal.limit)},
              {"count", or_null(refusal.count)},
              {"subject", text_or_null(subject_name(refusal.subject))},
              {"scope", text_or_null(refusal.subject)}};
    if (!refusal.fields.empty()) {
        Json& fields = json["fields"] = Json::array();
        for (const rules::FieldProblem& problem : refusal.fields) {
            fields.push_back(
                {{"field", problem.field}, {"label", problem.label}, {"problem", problem.problem}});
        }
    }
    return json;
}

std::string refusal_text(const rules::Refusal& refusal) {
    std::string text = "Refused (" + refusal.rule + "): " + refusal.reason + "\n";
    for (const rules::FieldProblem& problem : refusal.fields) {
        text += "  " + problem.field + ": " + problem.label + " " + problem.problem + "\n";
    }
    if (!refusal.remedy.empty()) {
        text += "What helps: " + refusal.remedy + "\n";
    }
    return text;
}

}  // namespace

Failure bad_input(std::string message, std::string where, ErrorCode code) {
    return {Exit::BadInput, {code, std::move(message), std::move(where)}};
}

Failure store_failure(Error error) {
    return {Exit::Store, std::move(error)};
}

Failure refused(rules::Refusal refusal) {
    return {Exit::Refused, {}, std::move(refusal)};
}

Failure failure_of(desk::Stop stop) {
    if (stop.refusal) {
        return refused(std::move(*stop.refusal));
    }
    const bool ours = stop.error->code == ErrorCode::Invalid;
    return {ours ? Exit::BadInput : Exit::Store, std::move(*stop.error)};
}

Json to_json(const Failure& failure) {
    if (failure.refusal) {
        return {{"refused", refusal_json(*failure.refusal)}};
    }
    return {{"error",
             {{"code", name_of(failure.error.code)},
              {"message", failure.error.message},
              {"where", text_or_null(failure.error.where)}}}};
}

std::string to_text(const Failure& failure) {
    if (failure.refusal) {
        return refusal_text(*failure.refusal);
    }
    return "throughline: " + throughline::to_text(failure.error) + "\n";
}

}  // namespace throughline::cli
