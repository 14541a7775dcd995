#include "core/exchange/throughline_import.h"

#include "core/exchange/json_error.h"

#include <nlohmann/json.hpp>

namespace throughline::exchange {
namespace {

using Json = nlohmann::json;

// Walks over JSON text without building it: entries are cut out one by one, whatever the file's
// size.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {
        if (text_.starts_with("\xEF\xBB\xBF")) {
            at_ = 3;
        }
    }

    // True, and past it, when `c` comes next.
    bool take(char c) {
        skip_space();
        if (at_ < text_.size() && text_[at_] == c) {
            ++at_;
            return true;
        }
        return false;
    }

    // The text of the next value; nothing when there is none that ends.
    std::optional<std::string_view> value() {
        skip_space();
        const std::size_t begin = at_;
        std::size_t depth = 0;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"') {
                if (!skip_string()) {
                    return std::nullopt;
                }
            } else if (c == '{' || c == '[') {
                ++depth;
                ++at_;
            } else if (depth > 0 && (c == '}' || c == ']')) {
                --depth;
                ++at_;
            } else if (depth == 0 && (c == ',' || c == '}' || c == ']' || c == ':')) {
                break;
            } else {
                ++at_;
                continue;
            }
            if (depth == 0) {
                break;
            }
        }
        if (depth > 0 || at_ == begin) {
            return std::nullopt;
        }
        return text_.substr(begin, at_ - begin);
    }

    bool at_end() {
        skip_space();
        return at_ >= text_.size();
    }

private:
    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' ||
                                      text_[at_] == '\r' || text_[at_] == '\t')) {
            ++at_;
        }
    }
    bool skip_string() {
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == '"') {
                ++at_;
                return true;
            }
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

Error no_export(std::string_view why) {
    return {ErrorCode::Invalid, "this is no Throughline export: " + std::string(why), ""};
}

// The top-level members, as text.
struct Parts {
    std::string_view version;
    std::string_view head;
    std::string_view entries;
};

Result<Parts> split_document(std::string_view bytes) {
    Scanner scanner(bytes);
    Parts parts;
    if (!scanner.take('{')) {
        return Json::accept(bytes) ? no_export("it is not an object") : json_error(bytes);
    }
    if (scanner.take('}')) {
        return no_export("it is empty");
    }
    for (;;) {
        const auto name = scanner.value();
        if (!name || !scanner.take(':')) {
            return json_error(bytes);
        }
        const auto value = scanner.value();
        if (!value) {
            return json_error(bytes);
        }
        if (*name == "\"throughline\"") {
            parts.version = *value;
        } else if (*name == "\"head\"") {
            parts.head = *value;
        } else if (*name == "\"entries\"") {
            parts.entries = *value;
        }
        if (scanner.take('}')) {
            break;
        }
        if (!scanner.take(',')) {
            return json_error(bytes);
        }
    }
    if (!scanner.at_end()) {
        return json_error(bytes);
    }
    return parts;
}

Result<std::string> head_hash(std::string_view head) {
    const Json parsed = Json::parse(head.begin(), head.end(), nullptr, false);
    if (!parsed.is_object()) {
        return Error{ErrorCode::Corrupt, "the head is no object", "head"};
    }
    const auto hash = parsed.find("hash");
    if (hash == parsed.end() || !hash->is_string()) {
        return Error{ErrorCode::Corrupt, "the head has no hash", "head.hash"};
    }
    return hash->get<std::string>();
}

Status read_entries(std::string_view text, std::string& hash,
                    const std::function<Status(const journal::Entry&)>& use) {
    Scanner scanner(text);
    if (!scanner.take('[')) {
        return Error{ErrorCode::Corrupt, "the entries are no list", "entries"};
    }
    if (scanner.take(']')) {
        return Done{};
    }
    for (std::int64_t seq = 1;; ++seq) {
        const std::string where = "entries[" + std::to_string(seq - 1) + "]";
        const auto one = scanner.value();
        if (!one) {
            return Error{ErrorCode::Corrupt, "this is no entry", where};
        }
        auto decoded = journal::decode_payload(*one);
        if (!decoded) {
            return Error{ErrorCode::Corrupt, to_text(decoded.error()), where};
        }
        if (decoded->seq != seq) {
            return Error{ErrorCode::Corrupt,
                         "it says it is entry " + std::to_string(decoded->seq) + "; entry " +
                             std::to_string(seq) + " is missing",
                         where};
        }
        if (Status storable = journal::check_storable(decoded->draft); !storable) {
            return Error{ErrorCode::Corrupt, to_text(storable.error()), where};
        }
        journal::Entry entry{seq, std::move(decoded->draft), {}};
        // The text may have been laid out anew by some tool: the hash is over its one stored form.
        entry.hash = hash =
            journal::chain(hash, journal::digest(journal::encode_payload(entry.draft, seq)));
        if (Status used = use(entry); !used) {
            Error error = std::move(used).error();
            error.where = error.where.empty() ? where : where + ", " + error.where;
            return error;
        }
        if (scanner.take(']')) {
            return Done{};
        }
        if (!scanner.take(',')) {
            return Error{ErrorCode::Corrupt, "a comma is missing after this entry", where};
        }
    }
}

}  // namespace

Result<std::string> read_export(std::string_view bytes,
                                const std::function<Status(const journal::Entry&)>& use) {
    TL_TRY(const Parts parts, split_document(bytes));
    if (parts.version.empty()) {
        return no_export("it does not say \"throughline\"");
    }
    if (parts.version != "1") {
        return Error{ErrorCode::Unsupported,
                     "the export is of a newer version (" + std::string(parts.version) +
                         "); this program reads 1",
                     "throughline"};
    }
    if (parts.head.empty() || parts.entries.empty()) {
        return no_export(parts.head.empty() ? "it has no head" : "it has no entries");
    }
    TL_TRY(std::string stated, head_hash(parts.head));
    std::string hash;
    TL_CHECK(read_entries(parts.entries, hash, use));
    if (hash != stated) {
        return Error{ErrorCode::Corrupt,
                     "the entries do not lead to the head hash: something in the export was "
                     "changed or is missing",
                     "head.hash"};
    }
    return stated;
}

Result<ImportReport, desk::Stop> restore_export(desk::Desk& desk, std::string_view bytes,
                                                ImportMode mode) {
    if (desk.workspace().seq() != 0) {
        return desk::Stop(
            rules::Refusal{.rule = "import_needs_empty",
                           .reason = "A Throughline export brings a whole board with its history, "
                                     "and this file has a board already.",
                           .remedy = "Name a new file, or replace this one with restore.",
                           .subject = "board"});
    }
    model::Workspace trial;
    auto head = read_export(
        bytes, [&trial](const journal::Entry& entry) { return journal::apply(trial, entry); });
    if (!head) {
        return desk::Stop(head.error());
    }
    ImportReport report;
    report.format = kThroughline;
    report.source = *head;
    report.created["entries"] = static_cast<int>(trial.seq());
    for (const model::Table& table : model::tables()) {
        if (const std::size_t count = table.count(trial); count > 0) {
            report.created[std::string(table.name)] = static_cast<int>(count);
        }
    }
    if (mode == ImportMode::Run) {
        trial = {};
        auto done =
            read_export(bytes, [&desk](const journal::Entry& entry) { return desk.adopt(entry); });
        if (!done) {
            return desk::Stop(done.error());
        }
    }
    return report;
}

}  // namespace throughline::exchange
