#include "app/cli/brief_file.h"
#include "app/cli/card.h"
#include "app/cli/lookup.h"

namespace throughline::cli {

namespace {

struct LinkArgs {
    std::string key;
    std::string target;
    std::optional<std::string> title;
    bool remove = false;
};

struct BriefArgs {
    std::string key;
    std::string file;
};

bool is_web(const std::string& target) {
    return target.starts_with("https://") || target.starts_with("http://");
}

Ending remove_link(Session& session, const LinkArgs& args, const model::Card& card) {
    const model::Workspace& workspace = session.workspace();
    const model::Card* other = model::card_by_key(workspace, args.target);
    for (const model::Link* link : workspace.of<model::Link>(card.id)) {
        if (link->target == args.target || (other != nullptr && link->other == other->id)) {
            return carry_out_on_card(session, rules::RemoveLink{link->id}, card.id);
        }
    }
    return bad_input("the card has no such link", args.target, ErrorCode::NotFound);
}

Ending link(Session& session, const LinkArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto* card, find_card(workspace, args.key));
    if (args.remove) {
        return remove_link(session, args, *card);
    }
    rules::AddLink command;
    command.card = card->id;
    command.title = args.title.value_or("");
    if (const model::Card* other = model::card_by_key(workspace, args.target)) {
        command.kind = model::LinkKind::DependsOn;
        command.other = other->id;
    } else {
        command.kind = is_web(args.target) ? model::LinkKind::Web : model::LinkKind::File;
        command.target = args.target;
    }
    return carry_out_on_card(session, command, card->id);
}

Ending attach_brief(Session& session, const BriefArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* card, find_card(desk->workspace(), args.key));
    TL_TRY(BriefFile brief, read_brief(session, args.file));
    rules::AttachBrief command;
    command.card = card->id;
    command.version = brief.version->id;
    command.requester = brief.requester;
    command.title = std::move(brief.title);
    command.answers = std::move(brief.answers);
    return carry_out_on_card(session, command, card->id);
}

}  // namespace

void add_card_links(Verb& card) {
    auto linked = std::make_shared<LinkArgs>();
    card.verb("link", "Link a card to one it waits for, to a web page or to a file")
        .needs("KEY", linked->key, "MKT-12")
        .needs("TARGET", linked->target, "MKT-3 (waits for it), https://..., or a path")
        .option("--title", "TEXT", linked->title, "What the link is called")
        .flag("--remove", linked->remove, "Take the link away")
        .example("throughline card link MKT-12 MKT-3")
        .does(linked, &link);

    auto briefed = std::make_shared<BriefArgs>();
    card.verb("attach-brief", "Give an imported card the brief it lacks")
        .needs("KEY", briefed->key, "MKT-12")
        .needs("FILE", briefed->file,
               "A brief, as request new --json prints it; - is standard input")
        .example("throughline card attach-brief MKT-12 brief.json")
        .does(briefed, &attach_brief);
}

}  // namespace throughline::cli
