#include "core/exchange/people.h"

#include "core/base/text.h"

namespace throughline::exchange {

PeoplePlan::PeoplePlan(const model::Workspace& workspace, IdSource& ids, ChangeSet& changes,
                       ImportReport& report)
    : ws_(workspace), ids_(ids), changes_(changes), report_(report) {
    for (const model::Person& person : ws_.rows<model::Person>()) {
        handles_.insert(person.handle);
    }
}

const model::Person* PeoplePlan::known(const std::string& handle, const std::string& name) const {
    const model::Person* by_name = nullptr;
    for (const model::Person& person : ws_.rows<model::Person>()) {
        if (taken_.contains(person.id)) {
            continue;
        }
        if (!handle.empty() && person.handle == handle) {
            return &person;
        }
        if (!name.empty() && fold(person.name) == name) {
            by_name = &person;
        }
    }
    return by_name;
}

model::PersonId PeoplePlan::find_or_add(const std::string& handle, const std::string& name,
                                        bool active) {
    std::string wanted = slug(handle);
    if (const model::Person* person = known(wanted, fold(trim(name)))) {
        taken_.insert(person->id);
        ++report_.unchanged["people"];
        return person->id;
    }
    if (wanted.empty()) {
        wanted = slug(name).empty() ? "member" : slug(name);
    }
    model::Person person;
    person.id = ids_.next<model::PersonId>();
    person.handle = wanted;
    for (int n = 2; handles_.contains(person.handle); ++n) {
        person.handle = wanted + "-" + std::to_string(n);
    }
    handles_.insert(person.handle);
    person.name = trim(name).empty() ? person.handle : std::string(trim(name));
    person.active = active;
    changes_.add(person);
    ++report_.created["people"];
    return person.id;
}

}  // namespace throughline::exchange
