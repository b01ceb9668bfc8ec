"""The screen *Check* for whoever runs no script: forms, links, redirects, and pages that look again by themselves."""

import re

from desk import FLOOD, PAGE, Reader, number_of, serving, tree_of, words_of
from onrecord.data import Role


def test_a_report_is_the_page_with_its_verdicts(reader, report):
    tree = tree_of(reader.get(report))
    number = number_of(tree, FLOOD)
    marked = words_of(tree, f"//article[@class='column']//mark[@data-s='{number}']")
    assert FLOOD.partition(" killed")[0] in marked[0]
    (case,) = tree.xpath(f"//article[@id='v{number}']")
    assert words_of(case, ".//h3") == [f"{number} Superseded"]
    assert words_of(case, ".//mark[@class='quoted']")[0].endswith("raising its count from 12 the day before.")
    assert all(link.startswith("/d/") for link in case.xpath(".//a[@class='held']/@href"))


def test_what_a_page_cites_is_told_with_what_became_of_it(reader):
    text = (
        "The dam at Orlo Gorge gave way on 2 September 2025, the council said [7].\n\n"
        "More on the flood: https://harbourwire.example/2025/03/03/holt-sworn-in\n\n"
        "Anders Holt was sworn in as premier of Veldania (https://harbourwire.example/2025/03/03/holt-sworn-in).\n"
    )
    place = reader.checked(text)
    known = reader.get(f"{place}.json").json()["references"]
    told = tree_of(reader.get(place)).xpath("//section[@aria-labelledby='cites']//li")
    assert len(told) == len(known) >= 2
    for each, reference in zip(told, known, strict=True):
        for url in reference["urls"]:
            assert url in each.xpath(".//a/@href")
        assert bool(each.xpath(".//a[@class='held']")) == bool(reference["evidence"])
        assert reference["reasons"][0]["words"][1:] in each.text_content()
    assert words_of(told[0], "./p[1]/b") == ["Missing."]


def test_every_mark_leads_to_its_case_and_every_case_back(reader, report):
    tree = tree_of(reader.get(report))
    ids = set(tree.xpath("//@id"))
    links = tree.xpath("//main//a/@href[starts-with(., '#')]")
    assert links
    assert {link[1:] for link in links} <= ids
    assert len(ids) == len(tree.xpath("//@id"))


def test_another_date_is_another_check_and_says_what_changed(reader, report):
    answer = reader.send(report, f"{report}/again", {"as_of": "2025-09-04"})
    place = answer.headers["Location"]
    assert place.endswith(f"?before={report[3:]}")
    tree = tree_of(reader.get(reader.ready(place)))
    turned = words_of(tree, "//section[@class='turns']//li")
    (flood,) = (each for each in turned if each.startswith(f"{number_of(tree, FLOOD)} "))
    assert flood.startswith(f"{number_of(tree, FLOOD)} Superseded → became On record {FLOOD}")
    assert tree.xpath("//section[@class='turns']/h2/a/@href") == [report]
    assert reader.send(report, f"{report}/again", {"as_of": "2025-09-04"}).headers["Location"] == place


def test_a_file_is_checked_like_a_text(reader, report):
    sent = {"file": ("page.txt", PAGE.read_bytes(), "text/plain")}
    fields = {"text": "", "published": "2025-09-22", "as_of": "2025-09-30"}
    place = reader.ready(reader.send("/", "/checks", fields, files=sent).headers["Location"])
    known = [reader.get(f"/api/v1/checks/{each[3:]}").json() for each in (report, place)]
    assert known[0] == known[1]


def test_a_report_is_kept_as_a_file(reader, report):
    page = reader.get(f"{report}/report.html")
    assert page.headers["Content-Disposition"] == f'attachment; filename="check-{report[3:]}.html"'
    assert page.text.startswith("<!DOCTYPE html>")
    assert reader.get(f"{report}/report.md").text.startswith("# ")
    claims = reader.get(f"{report}/report.jsonld")
    assert claims.headers["Content-Type"] == "application/ld+json"
    labels = {each["reviewRating"]["termCode"] for each in claims.json()["@graph"]}
    assert {"superseded"} <= labels <= {"supported", "refuted", "conflicting", "superseded"}
    assert f"{report}/report.jsonld" in tree_of(reader.get(report)).xpath("//p[@class='files']/a/@href")
    assert reader.get(f"{report}/report.exe").status_code == 404


def test_a_report_outlives_the_process(wire, tmp_path):
    with serving(wire, tmp_path) as (base, _):
        place = Reader(base).checked("The dam at Orlo Gorge gave way on 2 September 2025.")
        before = tree_of(Reader(base).get(place)).xpath("//main")[0].text_content()
    with serving(wire, tmp_path) as (base, _):
        assert tree_of(Reader(base).get(place)).xpath("//main")[0].text_content() == before


def test_what_is_no_page_is_refused_in_words(reader):
    for fields in (
        {"text": "  "},
        {"text": "Rain fell.", "as_of": "soon"},
        {"text": "Rain fell.", "as_of": "2199-01-01"},
    ):
        answer = reader.send("/", "/checks", fields)
        assert answer.status_code in (400, 422)
        assert words_of(tree_of(answer), "//h1")[0]


def test_a_program_is_told_in_json(desk):
    answer = Reader(desk[0]).client.get("/c/none", headers={"Accept": "application/json"})
    assert answer.status_code == 404
    assert answer.json()["code"] == "input_missing"
    unknown = Reader(desk[0]).get("/api/v1/nowhere").json()
    assert (unknown["status"], unknown["hint"]) == (404, "see /api/v1/openapi.json for what there is")


def test_markup_in_a_page_is_text(reader):
    text = 'The <script>alert(1)</script> dam holds, "it" said <img src=x onerror=alert(2)>.\u202e gnp.'
    answer = reader.get(reader.checked(text))
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    assert "\u202e" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


def test_a_form_that_is_not_ours_is_not_taken(reader):
    reader.get("/")
    fields = {"text": "Rain fell in Tarn."}
    for given in ({}, {"token": ""}, {"token": "x" * 43}):
        assert reader.client.post("/checks", data={**fields, **given}).status_code == 403
    token = re.search(r'name="token" value="([^"]+)"', reader.get("/").text)[1]
    foreign = {"Origin": "http://elsewhere.example"}
    assert reader.client.post("/checks", data={**fields, "token": token}, headers=foreign).status_code == 403


def test_the_policy_lets_nothing_in_but_our_own_files(reader, report):
    answer = reader.get(report)
    policy = answer.headers["Content-Security-Policy"]
    assert "require-trusted-types-for 'script'; trusted-types onrecord" in policy
    assert "unsafe" not in policy
    tree = tree_of(answer)
    assert not tree.xpath("//@style | //style | //script[not(@src)]")
    assert not [name for name in tree.xpath("//@*") if getattr(name, "attrname", "").startswith("on")]


def test_people_sign_in_with_their_token(wire, tmp_path):
    with serving(wire, tmp_path) as (base, service):
        token = service.kept.people.add("ada", Role.READ)
        reader = Reader(base)
        refused = reader.get("/help")
        assert refused.status_code == 401
        assert words_of(tree_of(refused), "//label") == ["Token"]
        wrong = reader.send("/help", "/sign-in", {"person": f"{token}x", "back": "/"})
        assert (wrong.status_code, len(words_of(tree_of(wrong), "//p[@role='alert']"))) == (401, 1)
        back = reader.get("/sign-in")
        assert (back.status_code, back.headers["Location"]) == (303, "/")
        sent = {"person": token, "back": "//elsewhere.example"}
        answer = reader.send("/help", "/sign-in", sent)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/")
        assert "HttpOnly" in answer.headers["Set-Cookie"]
        assert reader.get("/help").status_code == 200
        assert reader.send("/", "/checks", {"text": "Rain fell in Tarn."}).status_code == 403
        assert "takes the role check" in reader.get("/").text
        assert not tree_of(reader.get("/")).xpath("//button[@class='main']")
        reader.send("/", "/sign-out", {})
        assert reader.get("/help").status_code == 401


def test_files_are_kept_for_as_long_as_they_are_the_same(reader):
    place = re.search(r'href="(/static/[^"]+css)"', reader.get("/").text)[1]
    assert "immutable" in reader.get(place).headers["Cache-Control"]
    other = re.sub(r"/static/\w+/", "/static/0/", place)
    assert reader.get(other).headers["Cache-Control"] == "no-cache"
    assert reader.get("/static/0/../keys.py").status_code == 404
