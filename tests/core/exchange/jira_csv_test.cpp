#include "tests/core/exchange/support.h"

using namespace throughline;
using namespace throughline::exchange;
using model::Card;

TEST_CASE_FIXTURE(BoardOnly, "issues of Jira come in with status, dates, people and comments") {
    const ImportReport report = take(fixture("jira.csv", "csv"), "jira-csv");
    CHECK(columns() == "backlog in-review* in-progress released!");
    CHECK(history("Spring launch") ==
          Lines{"created >backlog 2026-01-05", "moved backlog>released 2026-01-19"});
    CHECK(history("Newsletter") ==
          Lines{"created >backlog 2026-01-06", "moved backlog>in-review 2026-01-12"});
    CHECK(history("Idea") == Lines{"created >backlog 2026-01-07"});
    CHECK(history("Waiting") ==
          Lines{"created >backlog 2026-01-08", "moved backlog>in-progress 2026-01-11"});
    CHECK(report.created.at("moves_assumed") == 1);
    CHECK(
        has_note(report, "1 card came to where they stand at a time that the file does not tell"));
    CHECK(why_left_out(report, "line 6") ==
          "'Resolved' (2026-01-07T09:00:00Z) lies before 'Created' (2026-01-08T09:00:00Z)");
    CHECK(report.left_out.size() == 1);

    const Card& spring = card("Spring launch");
    CHECK(spring.source_id == "MK-1");
    CHECK(spring.type == "Campaign");
    CHECK(spring.description == "Landing page,\nand mail");
    CHECK(spring.labels == model::TextList{"Priority: High", "email", "social"});
    CHECK(spring.due == parse_day("2026-01-31").value());
    CHECK(ws.find(spring.dri)->name == "Ana Lind");
    const auto comments = ws.of<model::Comment>(spring.id);
    REQUIRE(comments.size() == 2);
    CHECK(comments[0]->text == "Who says \"go\"?");
    CHECK(to_text(comments[0]->at) == "2026-01-06T15:04:00Z");
    CHECK(ws.find(comments[0]->by)->name == "Ben Oz");
    CHECK(comments[1]->text == "Legal; done");
    // Who only wrote is no member of the team; who is assigned is.
    CHECK_FALSE(ws.find(comments[0]->by)->active);
    CHECK(ws.find(spring.dri)->active);
    CHECK_FALSE(card("Idea").dri);
    CHECK(plan(fixture("jira.csv", "csv"), "jira-csv")->command.changes.empty());
}

TEST_CASE_FIXTURE(BoardOnly, "a later export moves the issues on, and adds comments") {
    take(fixture("jira.csv", "csv"), "jira-csv");
    const ImportReport report = take(
        "Issue key,Summary,Status,Status Category,Created,Updated,Resolved,Comment\n"
        "MK-2,Newsletter,Released,Done,06/Jan/26 9:00 AM,01/Feb/26 9:00 AM,31/Jan/26 5:00 PM,"
        "30/Jan/26 5:00 PM;acc:1;Ready\n"
        "MK-5,Waiting,In Review,In Progress,08/Jan/26 9:00 AM,02/Feb/26 9:00 AM,,\n",
        "jira-csv");
    CHECK(history("Newsletter").back() == "moved in-review>released 2026-01-31");
    CHECK(history("Waiting").back() == "moved in-progress>in-review 2026-02-02");
    CHECK(report.created.at("comments") == 1);
    CHECK(report.left_out.empty());
}

TEST_CASE_FIXTURE(BoardOnly, "dates of Jira are read in each of its ways") {
    for (const auto* dates :
         {"12/Mar/24 3:04 PM,14/Mar/24 9:00 AM", "2024-03-12 15:04,2024-03-14 09:00",
          "12/03/2024 15:04,14/03/2024 09:00", "\"12.03.24 15:04\",\"14.03.24 09:00\""}) {
        CAPTURE(dates);
        BoardOnly board;
        board.take(
            "Issue key,Summary,Status,Created,Resolved\nA-1,x,Done," + std::string(dates) + "\n",
            "jira-csv");
        CHECK(to_text(board.card("x").created_at) == "2024-03-12T15:04:00Z");
        CHECK(board.history("x") ==
              Lines{"created >to-do 2024-03-12", "moved to-do>done 2024-03-14"});
    }
}

TEST_CASE_FIXTURE(BoardOnly, "any table comes in by the names of its columns") {
    const ImportReport report = take(
        "\xEF\xBB\xBFKey\tTitle\tState\tCreated\tOwner\tClass of Service\tDue date\n"
        "1\tPage\tDoing\t2026-01-05\tana\tExpedite\t2026-04-01\n"
        "2\tMail\tTo do\t2026-01-06\t\tGold\t\n"
        "3\tEvent\tTo do\t2026-01-07\t\tGold\tsoon\n",
        "csv");
    CHECK(columns() == "to-do doing*");
    CHECK(card("Page").service_class == model::ServiceClass::Expedite);
    CHECK(card("Page").due == parse_day("2026-04-01").value());
    CHECK(ws.find(card("Page").dri)->handle == "ana");
    CHECK(history("Page") == Lines{"created >to-do 2026-01-05", "moved to-do>doing 2026-01-05"});
    REQUIRE(report.left_out.size() == 2);
    CHECK(report.left_out[0].what == "'Gold' in 'Class of Service' of 2 cards");
    CHECK(report.left_out[1].what == "'soon' in 'Due date' of 1 card");
}

TEST_CASE_FIXTURE(BoardOnly, "a mapping says what columns and values mean") {
    options.mapping = R"({"columns": {"Nr": "id", "Was": "title", "Wo": "column", "Seit": "created",
                                      "Prio": "class", "Aufwand": "size"},
        "values": {"Prio": {"hoch": "expedite"}, "Wo": {"erl.": "Fertig"}},
        "order": ["Offen", "Arbeit", "Fertig"], "start": "Arbeit"})";
    const ImportReport report = take(
        "Nr;Was;Wo;Seit;Prio;Aufwand\n1;Seite;Arbeit;05.01.2026;Hoch;2,0\n"
        "2;Brief;erl.;06.01.2026;;4\n3;Idee;offen;17.01.2026;;\n",
        "csv");
    CHECK(columns() == "offen arbeit* fertig!");
    CHECK(card("Seite").service_class == model::ServiceClass::Expedite);
    CHECK(card("Seite").size == 2);
    CHECK(why_left_out(report, "line 3").starts_with("it is finished, and no date tells when"));
    CHECK(report.left_out.size() == 1);
}

TEST_CASE_FIXTURE(BoardOnly, "a table without dates comes in as of now") {
    take("id,title\n1,One\n2,Two\n", "csv");
    CHECK(card("One").created_at == now);
    CHECK(place("Two") == "to-do");
    CHECK(columns() == "to-do");
    now = instant("2026-03-02T12:00:00Z");
    CHECK(plan("id,title\n1,One\n2,Two\n", "csv")->command.changes.empty());
}

TEST_CASE_FIXTURE(BoardOnly, "a table goes into the columns of its names, whatever brought them") {
    take(fixture("small.json"));
    take("id,title,status,created\n1,Flyer,Doing,2026-01-05\n", "csv");
    CHECK(columns() == "to-do doing* review done!");
    CHECK(place("Flyer") == "doing");
}

TEST_CASE_FIXTURE(BoardOnly, "sources with ids of their own are kept apart by name") {
    options.mapping = R"({"source": "web"})";
    take("id,title,created\n1,One,2026-01-05\n", "csv");
    options.mapping = R"({"source": "print"})";
    take("id,title,created\n1,Other,2026-01-05\n", "csv");
    CHECK(card("One").source == "csv:web");
    CHECK(card("Other").source == "csv:print");
}

TEST_CASE_FIXTURE(BoardOnly, "two columns cannot both be the id") {
    options.mapping = R"({"columns": {"A": "id", "B": "id"}})";
    CHECK(plan("A,B\n1,2\n", "csv").error().where == "mapping, columns");
}
