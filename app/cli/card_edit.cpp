#include "app/cli/card.h"
#include "app/cli/lookup.h"
#include "app/cli/values.h"

#include <array>

namespace throughline::cli {

namespace {

struct EditArgs {
    std::string key;
    std::vector<std::string> pairs;
    std::optional<std::string> override_reason;
};

struct CommentArgs {
    std::string key;
    std::string text;
};

constexpr std::array kSettable{
    Settable{"title"},
    Settable{"description"},
    Settable{"dri"},
    Settable{"objective"},
    Settable{"class", Written::Plain, "service_class"},
    Settable{"due"},
    Settable{"due_reason"},
    Settable{"value"},
    Settable{"urgency"},
    Settable{"enablement"},
    Settable{"size"},
    Settable{"labels", Written::List},
    Settable{"responsible", Written::List},
    Settable{"consulted", Written::List},
    Settable{"informed", Written::List},
    Settable{"parent"},
    Settable{"result_actual"},
    Settable{"result_note"},
};

Ending edit_card(Session& session, const EditArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
    rules::EditCard command;
    command.card = card->id;
    TL_TRY(command.set, settings_value(args.pairs, kSettable));
    command.override_reason = args.override_reason.value_or("");
    return carry_out_on_card(session, command, card->id);
}

Ending comment(Session& session, const CommentArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    rules::AddComment command;
    command.text = args.text;
    if (const model::Request* request = model::request_by_key(workspace, args.key)) {
        command.request = request->id;
        return carry_out(session, command);
    }
    TL_TRY(const auto* card, find_card(workspace, args.key));
    command.card = card->id;
    return carry_out_on_card(session, command, card->id);
}

}  // namespace

void add_card_edit(Verb& card) {
    auto edit = std::make_shared<EditArgs>();
    card.verb("edit", "Change fields of a card")
        .needs("KEY", edit->key, "MKT-12")
        .list("FIELD=VALUE", edit->pairs,
              "Of: " + field_names(kSettable) + ". An empty value clears; lists take commas")
        .option("--override", "REASON", edit->override_reason,
                "Pass a limit that the new DRI or class meets")
        .example(
            "throughline card edit MKT-12 due=2026-03-08 due_reason=\"the fair opens\" "
            "labels=spring,web")
        .does(edit, &edit_card);

    auto said = std::make_shared<CommentArgs>();
    card.verb("comment", "Say something on a card or a request")
        .needs("KEY", said->key, "MKT-12 or R-7")
        .needs("TEXT", said->text, "@handle mentions a person")
        .example("throughline card comment MKT-12 \"@ben the copy is ready\"")
        .does(said, &comment);
}

}  // namespace throughline::cli
