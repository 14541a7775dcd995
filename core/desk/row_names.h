// Names of rows and values as people say them: "MKT-12 'Spring launch'", "Create", "2026-03-08".
// For audit wording. A row that is gone (an undone insert) is named from the entry that tells of
// it.
#pragma once

#include "core/journal/entry.h"

#include <string>

namespace throughline::desk {

class RowNames {
public:
    // Both must outlive this.
    RowNames(const model::Workspace& workspace, const journal::Entry& entry)
        : workspace_(workspace), entry_(entry) {}

    // "MKT-12 'Spring launch'", "R-7 'Webinar'", "Create", "ana". Never empty.
    std::string row(const model::Table& table, std::int64_t id) const;
    template <class Id>
    std::string row(Id id) const {
        return row(model::table_of<model::Stored<Id>>(), id.value);
    }
    // "column", "big bet": what a table holds one of.
    static std::string_view kind(const model::Table& table);
    // A field of a table and its value in words; "nothing" for null and empty text.
    static std::string field(const model::FieldInfo& field);
    std::string value(const model::FieldInfo& field, const model::Value& value) const;

    // The row as the workspace has it, or as the entry tells of it; nullopt when neither does.
    std::optional<model::Row> find(const model::Table& table, std::int64_t id) const;
    const model::Workspace& workspace() const { return workspace_; }

private:
    std::string text_at(const model::Table& table, const model::Row& row,
                        std::string_view field) const;
    std::string owner_of(const model::Table& table, const model::Row& row) const;
    std::string key(const model::Table& table, const model::Row& row) const;
    std::string column(const model::Table& table, const model::Row& row) const;

    const model::Workspace& workspace_;
    const journal::Entry& entry_;
};

}  // namespace throughline::desk
