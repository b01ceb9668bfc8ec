"""Notes at the desk for whoever runs no script: written, answered, settled, changed, taken back, and never lost."""

import json
import re

import pytest

from desk import Reader, number_of, serving, tree_of, words_of
from onrecord.data import Role

TEXT = "Tomas Verrin is energy minister."


@pytest.fixture(scope="module")
def house(wire, tmp_path_factory):
    """A desk at which Ada and Ben write, and Rita reads; where a check of a page stands."""
    with serving(wire, tmp_path_factory.mktemp("noted")) as (base, service):
        people = {"ada": Role.WRITE, "ben": Role.WRITE, "rita": Role.READ}
        readers = {}
        for name, role in people.items():
            token = service.kept.people.add(name, role)
            readers[name] = Reader(base)
            answer = readers[name].send("/", "/sign-in", {"person": token, "back": "/"})
            assert answer.status_code == 303
        yield readers, readers["ada"].checked(TEXT)


def fields_of(tree, path):
    """Return the hidden fields of a form and what its menus say."""
    (form,) = tree.xpath(path)
    hidden = {each.get("name"): each.get("value") for each in form.xpath(".//input[@type='hidden']")}
    return form.get("action"), {name: value for name, value in hidden.items() if name != "token"}


def press(reader, page, path, **given):
    """Fill in the form at ``path`` of a page and send it; where it leads is read."""
    where, fields = fields_of(tree_of(reader.get(page)), path)
    answer = reader.send(page, where, {**fields, **given})
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


WRITE = "//article[@id='v1']//details[@class='write']/form"


def test_a_verdict_is_overruled_and_both_are_shown(house):
    readers, report = house
    place = press(readers["ada"], report, WRITE, words="I have the list.\nIt is signed.", overrule="supported")
    assert place == f"{report}#v1"
    tree = tree_of(readers["rita"].get(report))
    (case,) = tree.xpath("//article[@id='v1']")
    assert words_of(case, "./header//mark") == ["Superseded"]
    assert words_of(case, "./p[@class='overruled']") == ["Overruled by ada: “On record”"]
    (note,) = case.xpath(".//article[@class='note overrules']")
    assert words_of(note, ".//p[@class='against']") == [
        "ada says: “On record” Our reading: Superseded, as of 30 September 2025"
    ]
    assert note.xpath("string(.//p[@class='words'])") == "I have the list.\nIt is signed."
    assert words_of(tree, "//p[@class='people']") == ["Overruled by people 1"]
    assert not tree.xpath("//form[@action='/notes']")
    assert "ada overrules our reading, “Superseded”" in readers["rita"].get(f"{report}/report.md").text
    assert "Overruled by" in readers["rita"].get(f"{report}/report.html").text
    known = readers["rita"].get("/api/v1/notes").json()["notes"]
    assert [(one["by"], one["ruling"]["machine"]["label"]) for one in known] == [("ada", "superseded")]


def test_a_form_that_is_sent_twice_makes_one_note(house):
    readers, report = house
    ada = readers["ada"]
    where, fields = fields_of(tree_of(ada.get(report)), WRITE)

    def kept():
        return [one["words"] for one in ada.get("/api/v1/notes").json()["notes"] if one["words"].startswith("Twice")]

    for said in ("Twice.", "Twice.", "Twice, and then otherwise."):
        assert ada.send(report, where, {**fields, "words": said, "overrule": ""}).status_code == 303
    assert kept() == ["Twice.", "Twice, and then otherwise."]
    press(ada, report, WRITE, words="Twice.", overrule="")
    assert kept() == ["Twice.", "Twice, and then otherwise.", "Twice."]


def test_a_note_is_answered_settled_and_opened_again(house):
    readers, report = house
    press(readers["ada"], report, WRITE, words="By whose count?", overrule="")
    head = "//article[@class='note'][p='By whose count?']"
    press(readers["ben"], report, f"({head}//form[@action='/notes'])[1]", words="The ministry's.")
    press(readers["ben"], report, f"({head}//form[.//button[@value='resolved']])[1]", act="resolved")
    (thread,) = tree_of(readers["rita"].get(report)).xpath(head)
    assert words_of(thread, "./article/p[@class='words']") == ["The ministry's."]
    assert words_of(thread, "./ul/li")[0].startswith("Settled, ben, ")
    press(readers["ada"], report, f"({head}//form[.//button[@value='reopened']])[1]", act="reopened")
    (thread,) = tree_of(readers["rita"].get(report)).xpath(head)
    assert [each.partition(",")[0] for each in words_of(thread, "./ul/li")] == ["Settled", "Opened again"]


def test_who_wrote_a_note_changes_it_and_takes_it_back(house):
    readers, report = house
    press(readers["ada"], report, WRITE, words="A slip.", overrule="")
    mine = "//article[@class='note'][p='{}']"
    assert not tree_of(readers["ben"].get(report)).xpath(mine.format("A slip.") + "//button[@value='withdrawn']")
    press(readers["ada"], report, mine.format("A slip.") + "//form[input[@value='changed']]", words="Mended.")
    stale = fields_of(
        tree_of(readers["ada"].get(report)), mine.format("Mended.") + "//form[button[@value='withdrawn']]"
    )
    refused = readers["ada"].send(report, stale[0], {**stale[1], "version": "1", "act": "withdrawn"})
    assert refused.status_code == 409
    theirs = readers["ben"].send(report, stale[0], {**stale[1], "act": "withdrawn"})
    assert theirs.status_code == 403
    press(readers["ada"], report, mine.format("Mended.") + "//form[button[@value='withdrawn']]", act="withdrawn")
    (gone,) = tree_of(readers["ben"].get(report)).xpath("//article[@class='note'][details[@class='gone']]")
    assert words_of(gone, "./details") == ["Taken backMended."]
    assert not gone.xpath(".//form")


def test_a_note_stays_with_its_statement_as_of_another_date(house):
    readers, report = house
    answer = readers["ada"].send(report, f"{report}/again", {"as_of": "2025-09-04"})
    earlier = readers["ada"].ready(answer.headers["Location"])
    tree = tree_of(readers["rita"].get(earlier))
    number = number_of(tree, TEXT)
    (case,) = tree.xpath(f"//article[@id='v{number}']")
    assert words_of(case, "./header//mark") == ["On record"]
    assert case.xpath(".//article[@class='note overrules']")
    assert not case.xpath("./p[@class='overruled']")
    place = press(readers["ben"], earlier, WRITE, words="Then, yes.", overrule="")
    assert place == f"{earlier}#v{number}"


def test_what_is_no_note_is_refused_in_words(house):
    readers, report = house
    where, fields = fields_of(tree_of(readers["ada"].get(report)), WRITE)
    for given in ({"words": " \r\n"}, {"words": "x" * 10_001}, {"words": "So.", "statement": "none"}):
        answer = readers["ada"].send(report, where, {**fields, **given})
        assert answer.status_code in (400, 404, 422)
        assert words_of(tree_of(answer), "//h1")[0]
    assert readers["rita"].send(report, where, {**fields, "words": "So."}).status_code == 403
    elsewhere = readers["ada"].send(report, where, {**fields, "words": "So.", "back": "//elsewhere.example"})
    assert elsewhere.headers["Location"] == "/"


def test_words_of_a_document_are_noted_where_they_stand(house):
    readers, report = house
    held = tree_of(readers["ada"].get(report)).xpath("string(//a[@class='held']/@href)").partition("#")[0]
    form = "//details[@class='write']/form"
    tree = tree_of(readers["ada"].get(held))
    quote = tree.xpath("string(//textarea[@id='quote'])")
    assert quote == tree.xpath("string(//mark[@id='span'])")
    place = press(readers["ada"], held, form, words="<b>Seen</b> on paper.", quote=quote)
    tree = tree_of(readers["ben"].get(place))
    (link,) = tree.xpath("//section[@class='talk']//p[@class='on']/a/@href")
    assert link == f"{held}#span"
    assert words_of(tree, "//section[@class='talk']//p[@class='words']") == ["<b>Seen</b> on paper."]
    assert (
        readers["ada"]
        .send(held, "/notes", {**fields_of(tree, form)[1], "words": "So.", "quote": "nowhere"})
        .status_code
        == 400
    )


def test_a_brief_is_noted(house):
    readers, _ = house
    asked = {"topic": "Kessel flood", "as_of": "2025-09-30", "since": "", "length": "short"}
    brief = readers["ada"].ready(readers["ada"].send("/brief", "/briefs", asked).headers["Location"])
    press(readers["ada"], brief, "//details[@class='write']/form", words="Mind the dam.")
    assert re.search("Mind the dam", readers["rita"].get(brief).text)


def test_a_note_is_shown_in_another_version_and_an_orphan_is_called_one(onrecord, tmp_path):
    page = {"id": "v1", "url": "https://wire.example/dam", "published": "2025-09-01"}
    first = "The dam gave way before dawn. The ministry said 58 people were killed. The search goes on."
    again = "An update. The dam gave way before dawn. The ministry said 74 people were killed."
    versions = [{**page, "text": first}, {**page, "id": "v2", "published": "2025-09-02", "text": again}]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, versions)), encoding="utf-8")
    assert onrecord("add", "pages.jsonl", "--archive", tmp_path / "two").exit_code == 0
    with serving(tmp_path / "two", tmp_path / "kept") as (base, service):
        old, new = (one.id for one in service.desks.current().archive.documents())
        reader = Reader(base)
        form = "//details[@class='write']/form"
        for quote in ("The ministry said 58 people were killed.", "The search goes on."):
            press(reader, f"/d/{old}", form, words="So?", quote=quote)
        on = words_of(tree_of(reader.get(f"/d/{new}")), "//section[@class='talk']//p[@class='on']")
    assert on == [
        "“The ministry said 74 people were killed.” written on “The ministry said 58 people were killed.”",
        "“The search goes on.” These words are not in this version.",
    ]
