// A brief as a JSON file: {"template": "campaign-launch", "requester": "ana", "title": "...",
// "fields": {"audience": "...", ...}}. Read for submitting, written empty for filling in.
#pragma once

#include "app/cli/json_fwd.h"
#include "app/cli/session.h"

namespace throughline::cli {

struct BriefFile {
    const model::TemplateVersion* version = nullptr;  // the template's present one
    model::PersonId requester;  // the acting person unless the file says another
    std::string title;
    model::TextMap answers;
};

// The whole text of a file; "-" is standard input. Bad input when it cannot be read, is a folder,
// is larger than any brief or export could be, or is not UTF-8.
Fallible<std::string> read_text_file(Session& session, const std::string& path);
// Writes or replaces the file. Store failure when it cannot be written.
Ending write_text_file(const std::string& path, const std::string& text);

// Bad input names the file and, for JSON that does not parse, line and column; for a wrong type or
// an unknown field, the field. Whether the brief is complete is not asked here: rules do that.
Fallible<Json> read_json_file(Session& session, const std::string& path);
Fallible<BriefFile> read_brief(Session& session, const std::string& path);
// An answer as briefs store it: lists become lines, numbers plain decimals.
Fallible<std::string> answer_text(const Json& value, const std::string& where);

// An empty brief of the template with its questions: help, kind, whether required.
Json empty_brief(Session& session, const model::Template& form,
                 const model::TemplateVersion& version);
// A template's question.
Json question_json(const model::BriefField& field);

}  // namespace throughline::cli
