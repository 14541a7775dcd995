#include "core/model/query.h"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;
using namespace throughline::model;

namespace {

Instant at(std::string_view text) {
    return parse_instant(text).value();
}
Day on(std::string_view text) {
    return parse_day(text).value();
}

// A board with a queue, an active and a done column; Ana and Anabel; one objective below one bet.
struct Fixture {
    Workspace ws;
    Zone zone = Zone::utc();
    Instant now = at("2026-03-10T09:00:00Z");
    QueryCache cache;
    std::int64_t last = 0;

    Fixture() {
        Board board;
        board.id = {1};
        ws.put(board);
        column(1, "ready", "Ready", ColumnKind::Queue);
        column(2, "create", "Create", ColumnKind::Active);
        column(3, "done", "Done", ColumnKind::Done);
        person(1, "ana", "Ana Lima");
        person(2, "anabel", "Anabel Cruz");
        person(3, "bob", "Bob Müller");
        Bet bet;
        bet.id = {1};
        bet.number = 1;
        bet.title = "Win the north";
        ws.put(bet);
        Objective objective;
        objective.id = {1};
        objective.number = 3;
        objective.title = "Double qualified leads";
        objective.bet = {1};
        ws.put(objective);
    }

    void column(std::int64_t id, std::string handle, std::string name, ColumnKind kind) {
        Column row;
        row.id = {id};
        row.board = {1};
        row.handle = std::move(handle);
        row.name = std::move(name);
        row.kind = kind;
        row.rank = static_cast<double>(id);
        ws.put(row);
    }
    void person(std::int64_t id, std::string handle, std::string name) {
        Person row;
        row.id = {id};
        row.handle = std::move(handle);
        row.name = std::move(name);
        ws.put(row);
    }

    Card card(std::string title, std::int64_t in_column = 1) {
        Card row;
        row.id = {++last};
        row.number = last;
        row.title = std::move(title);
        row.column = {in_column};
        row.rank = static_cast<double>(last);
        row.created_at = row.entered_at = at("2026-03-01T09:00:00Z");
        return row;
    }

    // Numbers of the cards found, in order, with the cache and without: they must agree.
    std::string find(std::string_view text) {
        const auto query = Query::parse(text);
        REQUIRE_MESSAGE(query.ok(), (query ? "" : to_text(query.error())));
        cache.refresh(ws);
        const auto with = find_cards(*query, {ws, zone, now, {1}, &cache});
        CHECK(with == find_cards(*query, {ws, zone, now, {1}, nullptr}));
        std::string numbers;
        for (const CardId id : with) {
            numbers += (numbers.empty() ? "" : " ") + std::to_string(ws.find(id)->number);
        }
        return numbers;
    }
    std::vector<std::string> suggestions(std::string_view text) {
        cache.refresh(ws);
        std::vector<std::string> texts;
        for (const auto& one : suggest(text, text.size(), {ws, zone, now, {1}, &cache})) {
            texts.push_back(one.text);
        }
        return texts;
    }
};

std::string error_of(std::string_view text) {
    const auto query = Query::parse(text);
    return query ? "" : to_text(query.error());
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "an empty query finds every card") {
    ws.put(card("One"));
    ws.put(card("Two"));
    CHECK(find("") == "1 2");
    CHECK(find("   ") == "1 2");
    CHECK(Query::parse("  ")->is_empty());
}

TEST_CASE_FIXTURE(Fixture, "words are found anywhere in a card, in any order, as they are typed") {
    Card brand = card("Spring launch");
    brand.description = "Landing page in French";
    brand.labels = {"Social"};
    brand.type = "campaign-launch";
    ws.put(brand);
    ws.put(card("Newsletter"));
    CHECK(find("launch spring") == "1");
    CHECK(find("lau") == "1");
    CHECK(find("french social") == "1");
    CHECK(find("campaign") == "1");
    CHECK(find("MKT-2") == "2");
    CHECK(find("mkt") == "1 2");
    CHECK(find("launch newsletter") == "");
}

TEST_CASE_FIXTURE(Fixture, "letters are compared without case and accents") {
    ws.put(card("Große Café-Kampagne ÅRE"));
    CHECK(find("cafe") == "1");
    CHECK(find("KAMPAGNE") == "1");
    CHECK(find("åre") == "1");
}

TEST_CASE_FIXTURE(Fixture, "words are found in the brief, comments, checklist, links and blocks") {
    Request request;
    request.id = {1};
    request.number = 7;
    request.title = "Trade fair";
    request.answers = {{"audience", "hospital buyers"}};
    request.card = {1};
    ws.put(request);
    Card one = card("One");
    one.request = {1};
    ws.put(one);
    Comment comment;
    comment.id = {1};
    comment.card = {1};
    comment.text = "legal said yes";
    ws.put(comment);
    ChecklistItem item;
    item.id = {1};
    item.card = {1};
    item.title = "tagging";
    ws.put(item);
    Link link;
    link.id = {1};
    link.card = {1};
    link.target = "https://example.com/x";
    ws.put(link);
    Block block;
    block.id = {1};
    block.card = {1};
    block.reason = "photographer ill";
    ws.put(block);
    for (const auto* text :
         {"hospital", "R-7", "fair", "legal", "tagging", "https://example.com", "photographer"}) {
        CAPTURE(text);
        CHECK(find(text) == "1");
    }
}

TEST_CASE_FIXTURE(Fixture, "words are found in the name of the DRI and in the objective") {
    Card one = card("One");
    one.dri = {3};
    one.objective = {1};
    ws.put(one);
    ws.put(card("Two"));
    CHECK(find("muller") == "1");
    CHECK(find("qualified") == "1");
    CHECK(find("O-3") == "1");
}

TEST_CASE_FIXTURE(Fixture,
                  "a phrase in quotes is found as it stands, and not across two parts of a card") {
    Card one = card("Spring launch");
    one.description = "now";
    ws.put(one);
    ws.put(card("Launch spring"));
    CHECK(find("\"spring launch\"") == "1");
    CHECK(find("\"launch now\"") == "");
}

TEST_CASE_FIXTURE(Fixture, "a minus before a term means not") {
    ws.put(card("Launch"));
    ws.put(card("Launch draft"));
    CHECK(find("launch -draft") == "1");
    CHECK(find("-\"launch draft\"") == "1");
    CHECK(find("-column:ready") == "");
    CHECK(find("a-b") == "");
}

TEST_CASE_FIXTURE(Fixture, "a DRI is named by handle or name, by nobody, or as oneself") {
    Card one = card("One");
    one.dri = {1};
    ws.put(one);
    Card two = card("Two");
    two.dri = {2};
    ws.put(two);
    ws.put(card("Three"));
    Card four = card("Four");
    four.dri = {3};
    ws.put(four);
    CHECK(find("dri:ana") == "1");
    CHECK(find("dri:an") == "1 2");
    CHECK(find("dri:ana*") == "1 2");
    CHECK(find("dri:ana,bob") == "1 4");
    CHECK(find("dri:none") == "3");
    CHECK(find("dri:none,bob") == "3 4");
    CHECK(find("dri:me") == "1");
    CHECK(find("-dri:me") == "2 3 4");
    CHECK(find("dri:\"Anabel Cruz\"") == "2");
    CHECK(find("dri:cruz") == "2");
    CHECK(find("dri:nobody-of-this-name") == "");
}

TEST_CASE_FIXTURE(Fixture, "people of the RACI are found by person") {
    Card one = card("One");
    one.consulted = {{3}};
    ws.put(one);
    ws.put(card("Two"));
    CHECK(find("person:bob") == "1");
    CHECK(find("dri:bob") == "");
}

TEST_CASE_FIXTURE(Fixture, "objective and bet are named by key or title") {
    Card one = card("One");
    one.objective = {1};
    ws.put(one);
    Objective loose;
    loose.id = {2};
    loose.number = 4;
    loose.title = "Keep the lights on";
    ws.put(loose);
    Card two = card("Two");
    two.objective = {2};
    ws.put(two);
    ws.put(card("Three"));
    CHECK(find("objective:O-3") == "1");
    CHECK(find("objective:o-3,o-4") == "1 2");
    CHECK(find("objective:double") == "1");
    CHECK(find("objective:none") == "3");
    CHECK(find("bet:B-1") == "1");
    CHECK(find("bet:\"win the north\"") == "1");
    CHECK(find("bet:none") == "2 3");
}

TEST_CASE_FIXTURE(Fixture, "class, type, column, label and state are asked by name") {
    Card one = card("One", 2);
    one.service_class = ServiceClass::Expedite;
    one.type = "event";
    one.labels = {"Big one, really", "x"};
    ws.put(one);
    Card two = card("Two");
    two.state = CardState::Archived;
    two.column = {};
    two.labels = {"xy"};
    ws.put(two);
    CHECK(find("class:expedite") == "1");
    CHECK(find("class:fixed,exp") == "1");
    CHECK(find("type:event") == "1");
    CHECK(find("type:none") == "2");
    CHECK(find("column:create") == "1");
    CHECK(find("column:Create,ready") == "1");
    CHECK(find("label:x") == "1");
    CHECK(find("label:x*") == "1 2");
    CHECK(find("label:\"big one, really\"") == "1");
    CHECK(find("label:none") == "");
    CHECK(find("state:archived") == "2");
    CHECK(find("state:on-board") == "1");
    CHECK(Query::parse("state:void")->asks(QueryField::State));
    CHECK_FALSE(Query::parse("void")->asks(QueryField::State));
}

TEST_CASE_FIXTURE(Fixture, "due dates are compared with a day, a range, or days from today") {
    Card one = card("One");
    one.due = on("2026-02-28");
    ws.put(one);
    Card two = card("Two");
    two.due = on("2026-03-10");
    ws.put(two);
    Card three = card("Three");
    three.due = on("2026-03-24");
    ws.put(three);
    ws.put(card("Four"));
    const std::pair<const char*, const char*> table[] = {
        {"due:<2026-03-10", "1"}, {"due:<=2026-03-10", "1 2"},
        {"due:>2026-03-10", "3"}, {"due:>=2026-03-10", "2 3"},
        {"due:2026-03-10", "2"},  {"due:=2026-03-10", "2"},
        {"due:today", "2"},       {"due:<today", "1"},
        {"due:<14d", "1 2"},      {"due:<=14d", "1 2 3"},
        {"due:0d..14d", "2 3"},   {"due:2026-03-01..2026-03-31", "2 3"},
        {"due:none", "4"},        {"due:none,today", "2 4"},
        {"-due:none", "1 2 3"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CHECK(find(row.first) == row.second);
    }
}

TEST_CASE_FIXTURE(Fixture, "age counts the days on the board, the first and today included") {
    ws.put(card("Ten days: 1 to 10 March"));
    Card today = card("Today");
    today.created_at = now;
    ws.put(today);
    CHECK(find("age:10") == "1");
    CHECK(find("age:>9") == "1");
    CHECK(find("age:>10") == "");
    CHECK(find("age:<2") == "2");
    CHECK(find("age:1..3") == "2");
}

TEST_CASE_FIXTURE(Fixture, "is and has ask for conditions") {
    Card one = card("One");
    one.due = on("2026-03-09");
    one.request = {9};
    ws.put(one);
    Block block;
    block.id = {1};
    block.card = {1};
    ws.put(block);
    Card two = card("Two", 3);
    two.due = on("2026-03-09");
    two.source = "trello";
    ws.put(two);
    CHECK(find("is:blocked") == "1");
    CHECK(find("is:imported") == "2");
    CHECK(find("is:overdue") == "1");  // what is done is not overdue
    CHECK(find("is:done") == "2");
    CHECK(find("has:brief") == "1");
    CHECK(find("-has:brief") == "2");
    CHECK(find("has:due -is:done") == "1");
    block.ended_at = now;
    ws.put(block);
    CHECK(find("is:blocked") == "");
}

TEST_CASE("a query that cannot be understood says where and what is possible") {
    CHECK(error_of("foo:bar").find("dri, person, objective, bet, class") != std::string::npos);
    CHECK(error_of("launch foo:bar").starts_with("column 8: there is no field 'foo'"));
    CHECK(error_of("class:urgent").find("standard, fixed-date, expedite, intangible") !=
          std::string::npos);
    CHECK(error_of("state:gone").find("on-board, traded-out") != std::string::npos);
    CHECK(error_of("is:great").find("blocked, imported, overdue, done") != std::string::npos);
    CHECK(error_of("due:2026-02-30").find("is no day") != std::string::npos);
    CHECK(error_of("age:old").find("is no number of days") != std::string::npos);
    CHECK(error_of("age:99999999999999999999") != "");
    CHECK(error_of("\"open") == "column 1: the quote that opens here is not closed");
    CHECK(error_of("label:\"open") == "column 7: the quote that opens here is not closed");
}

TEST_CASE("terms that are still being typed do not count") {
    for (const auto* text : {"dri:", "-dri:", "label:,", "-", "\"\""}) {
        CAPTURE(text);
        const auto query = Query::parse(text);
        REQUIRE(query.ok());
        CHECK((query->is_empty() || query->terms()[0].field == QueryField::Text));
    }
    CHECK(Query::parse("dri:")->is_empty());
}

TEST_CASE("an address or a time is a word, not a field") {
    CHECK(Query::parse("https://example.com/a")->terms()[0].field == QueryField::Text);
    CHECK(Query::parse("12:30")->terms()[0].field == QueryField::Text);
}

TEST_CASE_FIXTURE(Fixture, "the cache follows every kind of change") {
    for (int i = 0; i < 3000; ++i) {
        ws.put(card("Card " + std::to_string(i)));
    }
    CHECK(find("zebra") == "");
    Card changed = *ws.find(CardId{1500});
    changed.title = "Zebra";
    changed.labels = {"stripes"};
    ws.put(changed);
    CHECK(find("zebra") == "1500");
    CHECK(cache.labels() == std::vector<std::pair<std::string, int>>{{"stripes", 1}});

    ws.remove(CardId{7});  // the last row takes its place
    CHECK(find("\"card 6\n\"") == "");
    CHECK(find("\"card 2999\n\"") == "3000");

    Comment comment;
    comment.id = {1};
    comment.card = {20};
    comment.text = "giraffe";
    ws.put(comment);
    CHECK(find("giraffe") == "20");
    comment.card = {21};
    ws.put(comment);
    CHECK(find("giraffe") == "21");
    ws.remove(CommentId{1});
    CHECK(find("giraffe") == "");

    ws.put(card("Late zebra"));
    CHECK(find("zebra") == "1500 3001");
    Board board = *ws.board();
    board.key_prefix = "ACME";
    ws.put(board);
    CHECK(find("acme-1500") == "1500");
    CHECK(cache.labels().size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "completion offers fields first, then their values") {
    Card one = card("One");
    one.labels = {"Big one", "social"};
    ws.put(one);
    CHECK(suggestions("d") == std::vector<std::string>{"dri:", "due:"});
    CHECK(suggestions("launch d") == std::vector<std::string>{"dri:", "due:"});
    CHECK(suggestions("-la") == std::vector<std::string>{"label:"});
    CHECK(suggestions("dri:an") == std::vector<std::string>{"dri:ana", "dri:anabel"});
    CHECK(suggestions("dri:lim") == std::vector<std::string>{"dri:ana"});
    CHECK(suggestions("dri:ana,bo") == std::vector<std::string>{"dri:ana,bob"});
    CHECK(suggestions("label:big") == std::vector<std::string>{"label:\"Big one\""});
    CHECK(suggestions("label:\"bi") == std::vector<std::string>{"label:\"Big one\""});
    CHECK(suggestions("class:e") == std::vector<std::string>{"class:expedite"});
    CHECK(suggestions("objective:dou") == std::vector<std::string>{"objective:O-3"});
    CHECK(suggestions("column:") ==
          std::vector<std::string>{"column:ready", "column:create", "column:done"});
    CHECK(suggestions("nothing:x").empty());
    const auto one_of = suggest("x dri:an rest", 8, {ws, zone, now, {}, &cache});
    REQUIRE(!one_of.empty());
    CHECK(one_of[0] == QuerySuggestion{"dri:ana", "Ana Lima", 2, 8});
}
