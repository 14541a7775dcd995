// How each kind of work is done, as a page to read: the template's checklist, the board's policies,
// every version with who changed what and why, and the steps of its process map. No drawing.
#pragma once

#include "core/base/zone.h"
#include "core/model/workspace.h"

#include <string>
#include <vector>

namespace throughline::gui::learning {

struct VersionRow {
    int number = 0;
    std::string when;
    std::string by;
    std::string why;
    std::vector<std::string> changes;  // against the version before: "Question added: Region"
};

struct StepRow {
    model::ProcessStepId id;
    int place = 0;  // from 1, without gaps
    std::string title;
    std::string role;
    std::string inputs;
    std::string outputs;
    std::string hours;  // "8 h"; "" for no limit
    std::string rule;
};

struct PolicyRow {
    std::string column;
    std::string entry;
    std::string exit;
    std::vector<std::string> gate;  // "Creative approval (approval)"
};

struct Playbook {
    model::TemplateId id;
    std::string handle;
    std::string name;
    std::string description;
    std::string promise;  // "answered within 16 working hours, standard"
    std::vector<std::string> checklist;
    std::vector<VersionRow> versions;  // newest first
    std::vector<StepRow> steps;
    std::string hours;  // all steps: "26 h"; "" when none has a limit
};

// What changed from one version to the next, in words.
std::vector<std::string> version_changes(const model::TemplateVersion& before,
                                         const model::TemplateVersion& after);

class PlaybooksModel {
public:
    // Made anew when the board changed.
    void refresh(const model::Workspace& workspace, const Zone& zone, std::uint64_t revision);

    const std::vector<Playbook>& all() const { return all_; }  // by name
    const Playbook* find(model::TemplateId id) const;
    const std::vector<PolicyRow>& policies() const { return policies_; }  // of all work alike

private:
    std::vector<Playbook> all_;
    std::vector<PolicyRow> policies_;
    std::uint64_t revision_ = ~std::uint64_t{0};
};

}  // namespace throughline::gui::learning
