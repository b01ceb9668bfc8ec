"""The forms that other programs build on, on the example page and the example wire."""

import csv
import json
import re
from itertools import pairwise

import pytest
from commandline import PAGE, WIRE, fits, lines

AS_OF = ("--as-of", "2025-09-30")
TEXTS = [{"id": "a", "text": "The harbour board met in Port Sorrel on Monday."}, {"id": 7, "text": "Pier 3 is shut."}]


def written(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def texts(workplace):
    return written(workplace / "texts.jsonl", TEXTS)


def test_restore(onrecord):
    shape = fits("restoration", onrecord("restore", PAGE, "--json").stdout)
    text = PAGE.read_text(encoding="utf-8")
    assert shape["document"]["text"] == text
    assert all(before["end"] <= after["start"] for before, after in pairwise(shape["blocks"]))
    cut = {(one["start"], one["end"]) for one in shape["removals"] if one["status"] == "removed"}
    kept = {(one["start"], one["end"]) for one in shape["kept"]}
    assert "".join(text[start:end] for start, end in sorted(cut | kept)) == text
    assert "".join(text[start:end] for start, end in sorted(kept)) == shape["restored"]


def test_statements_say_who_is_unnamed_what_is_counted_and_what_is_open(onrecord, workplace):
    text = (
        "An official with knowledge of the talks said the bridge cost $12m.\n\n"
        "She added that about 40 workers would leave next spring.\n\n"
        "The council voted for a long tunnel under the old town, which its supporters said would be vital.\n\n"
        "“We were not asked at all.”"
    )
    page = workplace / "said.txt"
    page.write_text(text, encoding="utf-8")
    for form in ((), ("--md",)):
        shown = " ".join(onrecord("statements", page, "--published", "2025-03-13", *form).stdout.split())
        assert "attributed to “An official with knowledge of the talks”, in reported speech" in shown
        assert "counts 12,000,000 USD" in shown
        assert "counts about 40 workers" in shown
        assert "whom or what “She” stands for is open" in shown
        assert "when is open: “next spring”" in shown
        assert "“would be vital” attributed to “its supporters”" in shown
        assert "attributed to nobody by name, quoted" in shown


def test_statements(onrecord):
    shape = fits("statements", onrecord("statements", PAGE, "--json").stdout)
    assert any(statement["attribution"] for statement in shape["statements"])


@pytest.mark.parametrize(
    ("command", "schema"),
    [(("restore",), "restoration"), (("statements",), "statements"), (("check", *AS_OF), "report")],
)
def test_lines_are_answered_in_order_under_their_ids(command, schema, onrecord, texts):
    ended = onrecord(*command, "--jsonl", texts)
    assert ended.exit_code == 0
    assert [line["id"] for line in lines(ended.stdout)] == ["a", 7]
    for line in lines(ended.stdout):
        fits(schema, json.dumps(line | {"id": "0" * 32}))
    assert onrecord(*command, "--jsonl", "-", given=texts.read_bytes()).stdout == ended.stdout


def test_a_line_may_hold_a_page_and_what_is_known_of_it(onrecord):
    about = {"url": "https://ledger.example/a", "published": "2025-05-19"}
    record = {"id": 1, "html": "<p>The dam at Orlo Gorge holds.</p>", **about}
    (line,) = lines(onrecord("restore", "--jsonl", "-", given=json.dumps(record)).stdout)
    assert line["document"]["text"] == "The dam at Orlo Gorge holds."
    assert (line["document"]["url"], line["document"]["published_at"]) == tuple(about.values())
    assert line["blocks"][0]["element"] == "html/body/p[1]"


def test_a_line_without_an_id_goes_by_its_number(onrecord):
    given = '\n{"text": "The dam holds."}\n'
    assert [line["id"] for line in lines(onrecord("restore", "--jsonl", "-", given=given).stdout)] == [2]


def test_check(onrecord, wire):
    ended = onrecord("check", PAGE, *AS_OF, "--archive", wire, "--json")
    shape = fits("report", ended.stdout)
    assert ended.exit_code == 0
    assert ended.stderr == ""
    assert {verdict["as_of"] for verdict in shape["verdicts"]} == {"2025-09-30"}
    assert shape["run"]["archive_revision"].startswith("v")
    assert any(verdict["statement"]["foreign"] for verdict in shape["verdicts"])
    page = shape["restoration"]["document"]
    for evidence in (one for verdict in shape["verdicts"] for one in verdict["evidence"]):
        text = page["text"] if evidence["own"] else fits("document", shown(onrecord, wire, evidence))["text"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def shown(onrecord, archive, evidence):
    return onrecord("archive", "show", evidence["document_id"], "--archive", archive, "--json").stdout


def test_check_says_the_same_from_a_file_and_from_a_pipe(onrecord):
    from_file, from_pipe = (
        onrecord("check", name, *AS_OF, "--json", given=PAGE.read_bytes()).stdout for name in (PAGE, "-")
    )
    assert from_file == from_pipe


@pytest.mark.parametrize(
    ("claim", "label"),
    [
        ("Anders Holt was sworn in as premier of Veldania on March 3, 2025.", "supported"),
        ("In March 2025 Anders Holt became premier of Veldania.", "supported"),
        ("Anders Holt was sworn in as premier of Veldania on March 5, 2025.", "not_enough_evidence"),
        ("Holt, 51, took the oath before the Assembly and named a cabinet of 14 ministers.", "supported"),
    ],
)
def test_a_claim_is_checked_against_whoever_has_it(claim, label, onrecord, wire):
    # The record says "on Monday"; and that it has the very words makes a report no copy of the claim.
    (verdict,) = json.loads(onrecord("check", "-", *AS_OF, "--archive", wire, "--json", given=claim).stdout)["verdicts"]
    assert verdict["label"] == label


def test_statements_of_no_page_are_checked_as_of_their_own_dates(onrecord, wire, workplace):
    said = "Anders Holt was sworn in as premier of Veldania."
    asked = [
        {"id": 1, "text": said, "as_of": "2025-03-02"},
        {"id": 2, "text": said},
        {"id": 3, "text": "What will the valley vote?", "as_of": "2025-09-30"},
        {"id": 4, "text": "Nothing more. It was over.", "as_of": "2025-03-02"},
    ]
    ended = onrecord(
        "check", "--statements", written(workplace / "s.jsonl", asked), *AS_OF, "--archive", wire, "--jsonl"
    )
    found = lines(ended.stdout)
    assert [line["id"] for line in found] == [1, 2, 3, 4]
    assert [line["as_of"] for line in found] == ["2025-03-02", "2025-09-30", "2025-09-30", "2025-03-02"]
    assert (found[0]["label"], found[2]["label"]) == ("not_enough_evidence", "not_checked")
    assert (found[0]["coverage"]["documents"], found[1]["coverage"]["documents"] > 0) == (0, True)
    assert found[3]["statement"]["text"] == asked[3]["text"]
    for line in found:
        fits("verdict", json.dumps(line))


def test_verify(onrecord):
    pairs = [
        {"id": "same", "premise": "The ferry sailed on Monday.", "hypothesis": "The ferry sailed on Monday."},
        {"id": "other", "premise": "The ferry sailed.", "hypothesis": "Pears were cheap in the autumn of 1911."},
    ]
    given = "".join(json.dumps(pair) + "\n" for pair in pairs)
    same, other = lines(onrecord("verify", "--pairs", "-", "--jsonl", given=given).stdout)
    assert (same["id"], other["id"]) == ("same", "other")
    for line in (same, other):
        fits("judgement", json.dumps(line))
        assert line["supports"] + line["refutes"] + line["neutral"] == pytest.approx(1)
    assert same["supports"] > other["supports"]


def test_verify_with_another_verifier(onrecord):
    given = json.dumps({"id": 1, "premise": "The flood killed 12 people.", "hypothesis": "A flood was deadly."})
    shipped, agreement = (
        onrecord("verify", "--pairs", "-", "--jsonl", "--verifier", which, given=given).stdout
        for which in ("shipped", "agreement")
    )
    assert shipped == onrecord("verify", "--pairs", "-", "--jsonl", given=given).stdout != agreement


def test_verify_compares_and_says_why(onrecord):
    pair = {"id": 1, "premise": "The flood killed 12 people.", "hypothesis": "The flood killed 15 people."}
    (line,) = lines(onrecord("verify", "--pairs", "-", "--jsonl", given=json.dumps(pair)).stdout)
    assert line["refutes"] > line["supports"]
    (reason,) = line["reasons"]
    assert reason["code"] == "number_differs"


def test_find(onrecord, wire):
    shape = fits(
        "hits", onrecord("find", "dam at Orlo Gorge", *AS_OF, "--limit", 3, "--archive", wire, "--json").stdout
    )
    assert len(shape["hits"]) == 3
    assert all(hit["published_at"] <= "2025-09-30" for hit in shape["hits"])
    assert onrecord("find", "-", *AS_OF, "--archive", wire, "--json", given="dam").exit_code == 0


def test_find_uses_nothing_later(onrecord, wire):
    early = onrecord("find", "dam at Orlo Gorge", "--as-of", "2025-02-01", "--archive", wire, "--json")
    assert json.loads(early.stdout)["hits"] == []
    assert early.exit_code == 1


def test_brief(onrecord, wire):
    ended = onrecord("brief", "Orlo Gorge dam", *AS_OF, "--archive", wire, "--json")
    shape = fits("brief", ended.stdout)
    assert ended.exit_code == 0
    assert shape["topic"] == "Orlo Gorge dam"
    assert [one["number"] for one in shape["citations"]] == list(range(1, len(shape["citations"]) + 1))


def test_an_endpoint_that_is_down_changes_neither_sentence_nor_exit_code(onrecord, wire, monkeypatch):
    asked = ("brief", "ferry fares", *AS_OF, "--archive", wire, "--length", "short")
    cut = json.loads(onrecord(*asked, "--json").stdout)
    monkeypatch.setenv("ONRECORD_ENDPOINT_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("ONRECORD_ENDPOINT_MODEL", "m")
    ended = onrecord(*asked, "--rewrite", "--json")
    told = fits("brief", ended.stdout)["takeaways"]
    assert ended.exit_code == 0
    assert [each["text"] for each in told] == [each["text"] for each in cut["takeaways"]]
    assert {each["kept"]["code"] for each in told} == {"rewriter_silent"}
    assert "stays as it was cut" in " ".join(onrecord(*asked, "--rewrite").stdout.split())


def test_a_brief_on_nothing_says_so_and_ends_with_1(onrecord, wire):
    ended = onrecord("brief", "quantum chromodynamics lattice", *AS_OF, "--archive", wire, "--json")
    assert ended.exit_code == 1
    assert fits("brief", ended.stdout)["gaps"]


def test_what_changed_on_a_topic(onrecord, wire):
    asked = ("brief", "diff", "people killed by the Kessel flood", "--since", "2025-09-05", *AS_OF, "--archive", wire)
    ended = onrecord(*asked, "--json", "--html", "changes.html")
    shape = fits("changes", ended.stdout)
    assert ended.exit_code == 0
    assert shape["new"]
    assert shape["replacements"]
    for form in ((), ("--md",)):
        assert "What was superseded" in onrecord(*asked, *form).stdout


def test_stories(onrecord, wire):
    asked = ("stories", "Kessel flood", *AS_OF, "--archive", wire)
    shape = fits("stories", onrecord(*asked, "--json").stdout)
    assert shape["stories"]
    for form in ((), ("--md",)):
        assert shape["stories"][0]["title"] in " ".join(onrecord(*asked, *form).stdout.split())
    assert onrecord("stories", "quantum chromodynamics lattice", *AS_OF, "--archive", wire).exit_code == 1


def test_series(onrecord, wire):
    asked = ("series", "Kessel flood", *AS_OF, "--archive", wire)
    ended = onrecord(*asked, "--json", "--html", "series.html")
    shape = fits("series", ended.stdout)
    ((killed,), values) = (shape["figures"], [12, 31, 58, 71, 74, 81])
    assert ended.exit_code == 0
    assert [one["value"] for one in killed["observations"]] == values
    for form in ((), ("--md",)):
        told = " ".join(onrecord(*asked, *form).stdout.split())
        assert "the hospital union, in Veldania Today · 1 origin · superseded 16 September 2025" in told
    rows = list(csv.DictReader(onrecord(*asked, "--csv").stdout.splitlines()))
    assert [float(row["value"]) for row in rows] == values
    assert {row["counted_by"] for row in rows} == {"the interior ministry", "the hospital union"}
    assert onrecord(*asked, "--csv").stdout == onrecord(*asked, "--csv").stdout
    assert onrecord("series", "quantum chromodynamics lattice", *AS_OF, "--archive", wire).exit_code == 1


@pytest.fixture
def halves(onrecord, workplace):
    """Every second report of the wire in an archive of its own, so that copies of one report lie in both."""
    reports = WIRE.read_text(encoding="utf-8").splitlines(keepends=True)
    for n, name in enumerate(("even", "odd")):
        (workplace / f"{name}.jsonl").write_text("".join(reports[n::2]), encoding="utf-8")
        onrecord("add", f"{name}.jsonl", "--archive", name)
    return "--archive", "even", "--archive", "odd"


@pytest.mark.parametrize(
    "asked",
    [
        ("series", "Kessel flood"),
        ("offices", "premier"),
        ("stories", "Kessel flood"),
        ("brief", "Orlo Gorge dam"),
        ("history", "The Kessel flood killed 31 people"),
        ("check", PAGE),
    ],
    ids=lambda asked: asked[0],
)
def test_two_archives_are_asked_as_one(onrecord, wire, halves, asked):
    one = json.loads(onrecord(*asked, *AS_OF, "--archive", wire, "--json").stdout)
    both = json.loads(onrecord(*asked, *AS_OF, *halves, "--json").stdout)
    if "run" in both:
        assert re.fullmatch(r"v\d+-\w{12} \+ v\d+-\w{12}", both["run"].pop("archive_revision"))
        one["run"].pop("archive_revision")
    assert both == one


def test_two_archives_find_the_same_passages(onrecord, wire, halves):
    """In another order: how rare a word is depends on the archive."""
    asked = ("find", "dam at Orlo Gorge", "--limit", "200", *AS_OF, "--json")
    one, both = (json.loads(onrecord(*asked, *where).stdout)["hits"] for where in (("--archive", wire), halves))
    assert sorted((hit["document_id"], hit["start"], hit["score"]) for hit in both) == sorted(
        (hit["document_id"], hit["start"], hit["score"]) for hit in one
    )


def test_each_of_several_archives_must_be_there(onrecord, wire):
    ended = onrecord("find", "dam", "--archive", wire, "--archive", "nowhere")
    assert ended.exit_code == onrecord("archive", "stats", "--archive", "nowhere").exit_code != 0
    assert "there is no archive in" in ended.stderr
    on_ray = ("check", "--jsonl", "-", "--ray", "-o", "made", *AS_OF)
    ended = onrecord(*on_ray, "--archive", wire, "--archive", wire, given="")
    assert ended.exit_code == 2
    assert "--ray asks one archive" in ended.stderr


def test_history(onrecord, wire):
    asked = ("history", "The Kessel flood killed 31 people", *AS_OF, "--archive", wire)
    shape = fits("history", onrecord(*asked, "--json").stdout)
    labels = [verdict["label"] for verdict in shape["verdicts"]]
    assert [(each["before"], each["after"]) for each in shape["transitions"]] == [
        ("not_enough_evidence", "supported"),
        ("supported", "superseded"),
    ]
    assert shape["transitions"][-1]["at"] == "2025-09-05"
    assert labels[-1] == "superseded"
    for form in ((), ("--md",)):
        told = onrecord(*asked, *form).stdout
        assert all(words in told for words in ("Not on record", "On record", "Superseded", "58 people"))


def test_offices(onrecord, wire):
    asked = ("offices", "premier", *AS_OF, "--archive", wire)
    shape = fits("offices", onrecord(*asked, "--json").stdout)
    told = {(each["person"], each["standing"]) for each in shape["tenures"]}
    assert {("Anders Holt", "holds"), ("Dagny Sorl", "former")} <= told
    for form in ((), ("--md",)):
        assert "Dagny Sorl, former premier" in onrecord(*asked, *form).stdout
    whose = fits("offices", onrecord("offices", "premier of Veldania", *AS_OF, "--archive", wire, "--json").stdout)
    assert [(each["person"], each["of"]) for each in whose["tenures"]] == [("Anders Holt", "Veldania")]
    assert onrecord("offices", "pope", *AS_OF, "--archive", wire).exit_code == 1


def test_the_same_archive_gives_the_same_bytes_in_every_form(onrecord, wire, workplace):
    asked = ("brief", "Orlo Gorge dam", *AS_OF, "--archive", wire, "--length", "long")
    for form in ((), ("--md",), ("--json",)):
        first, second = (onrecord(*asked, *form, "--html", f"{n}.html", "-f") for n in "12")
        assert first.stdout == second.stdout
    assert (workplace / "1.html").read_bytes() == (workplace / "2.html").read_bytes()


def test_archive_stats(onrecord, wire):
    shape = fits("stats", onrecord("archive", "stats", "--archive", wire, "--json").stdout)
    assert shape["documents"] == len(WIRE.read_text(encoding="utf-8").splitlines())
    assert shape["bytes"] > 0


def test_archive_show_takes_every_name_a_document_has(onrecord, wire):
    record = json.loads(WIRE.read_text(encoding="utf-8").splitlines()[0])
    by_source = onrecord("archive", "show", record["id"], "--archive", wire, "--json").stdout
    document = fits("document", by_source)
    assert (document["source_id"], document["text"]) == (record["id"], record["text"])
    for name in (document["id"], document["id"][:6], record["url"]):
        assert onrecord("archive", "show", name, "--archive", wire, "--json").stdout == by_source


@pytest.mark.parametrize("name", ["0" * 32, "nothing", "https://ledger.example/none"])
def test_archive_show_names_what_is_not_there(name, onrecord, wire):
    ended = onrecord("archive", "show", name, "--archive", wire)
    assert ended.exit_code == 3
    assert f"there is no document {name}" in ended.stderr


def test_a_missing_archive_is_an_empty_one_to_whoever_reads(onrecord, workplace):
    shape = fits("report", onrecord("check", PAGE, "--archive", workplace / "none", "--json").stdout)
    assert "archive_missing" in [notice["code"] for notice in shape["notices"]]
    assert {verdict["label"] for verdict in shape["verdicts"]} >= {"not_enough_evidence"}
    for command in ("find", "brief"):
        ended = onrecord(command, "dam", "--archive", workplace / "none", "--json")
        assert ended.exit_code == 1
        assert "there is no archive" in ended.stderr
    ended = onrecord("archive", "stats", "--archive", workplace / "none")
    assert ended.exit_code == 4
    assert not (workplace / "none").exists()


SAID = "The dam at Orlo Gorge holds."


@pytest.mark.parametrize("form", [(), ("--json",), ("--md",)])
@pytest.mark.parametrize("command", [("check", "-"), ("history", SAID)])
def test_an_archive_that_is_named_and_missing_is_an_error_beside_the_result(command, form, onrecord, workplace):
    missing = workplace / "typo"
    for ended in (
        onrecord(*command, *form, "--archive", missing, given=SAID),
        onrecord(*command, *form, given=SAID, ONRECORD_ARCHIVE=str(missing)),
    ):
        assert ended.exit_code == 4
        assert [line.split()[0] for line in ended.stderr.splitlines()] == ["Error:", "why:", "try:"]
        assert f"there is no archive in {missing}" in ended.stderr
        assert ended.stdout
    assert onrecord(*command, *form, given=SAID).exit_code == 0


def test_what_a_script_fails_on_goes_before_a_missing_archive(onrecord, workplace):
    asked = ("check", "-", "--fail-on", "not_enough_evidence")
    assert onrecord(*asked, "--archive", workplace / "typo", given=SAID).exit_code == 1


@pytest.mark.parametrize("form", [(), ("--md",)])
@pytest.mark.parametrize("command", ["find", "brief", "stories", "series"])
def test_nothing_is_said_to_be_held_where_there_is_no_archive(command, form, onrecord, workplace):
    shown = onrecord(command, "dam", *form, "--archive", workplace / "typo").stdout
    assert "There is no archive, so no record was consulted." in shown
    assert "The archive holds" not in shown


def test_a_date_that_nobody_knows_is_told_and_can_be_given(onrecord):
    unknown = json.loads(onrecord("check", PAGE, "--json").stdout)
    assert "date_unknown" in [notice["code"] for notice in unknown["notices"]]
    about = ("--published", "2025-09-22", "--url", "https://ledger.example/b")
    given = json.loads(onrecord("check", PAGE, *about, "--json").stdout)
    assert "date_unknown" not in [notice["code"] for notice in given["notices"]]
    page = given["restoration"]["document"]
    assert (page["published_at"], page["date_kind"], page["url"]) == ("2025-09-22", "given", about[-1])


def test_without_a_date_it_is_now_and_says_so(onrecord):
    shape = json.loads(onrecord("check", PAGE, "--json").stdout)
    assert shape["run"]["as_of"].endswith("Z")


def test_the_rest_of_the_statements_is_left_out_and_said_to_be(onrecord):
    whole = json.loads(onrecord("check", PAGE, *AS_OF, "--json").stdout)["verdicts"]
    ended = onrecord("check", PAGE, *AS_OF, "--max-statements", 3, "--json")
    verdicts = json.loads(ended.stdout)["verdicts"]
    assert ended.exit_code == 6
    assert [one["statement"] for one in verdicts] == [one["statement"] for one in whole]
    left = [one for one in verdicts if one["reasons"] and one["reasons"][0]["code"] == "budget"]
    kept = [at for at, one in enumerate(verdicts) if one not in left]
    assert [verdicts[at] for at in kept] == [whole[at] for at in kept]
    assert len(kept) == 3
    assert {one["label"] for one in left} == {"not_checked"}
    least = min(verdicts[at]["statement"]["worth"]["score"] for at in kept)
    assert all(one["statement"]["worth"]["score"] <= least for one in left)
    assert json.loads(ended.stdout)["run"]["settings"] == {"max_statements": "3"}


@pytest.mark.parametrize(
    ("labels", "code"), [("not_enough_evidence", 1), ("conflicting, not_checked", 1), ("conflicting", 0)]
)
def test_a_script_can_fail_on_a_verdict(labels, code, onrecord, workplace):
    asked = [{"id": 1, "text": "The dam holds."}, {"id": 2, "text": "Will it hold?"}]
    one = written(workplace / "s.jsonl", asked)
    assert onrecord("check", "--statements", one, *AS_OF, "--fail-on", labels).exit_code == code
    assert onrecord("check", "--jsonl", one, *AS_OF, "--fail-on", labels).exit_code == code
