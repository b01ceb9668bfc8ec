"""Everything the desk says can be said in every language it offers."""

import gettext

import pytest

from desk import FLOOD, Reader, number_of, tree_of, words_of
from onrecord.data import ReasonCode
from onrecord.errors import OnrecordError
from onrecord.surfaces.service.problems import code_of
from onrecord.surfaces.web.catalogues import compiled, messages
from onrecord.surfaces.web.kinds import PROBLEMS, REASONS
from onrecord.surfaces.web.languages import FOLDER, LANGUAGES

OTHERS = list(LANGUAGES)[1:]
UPDATE = "run: python -m onrecord.surfaces.web.catalogues"


@pytest.mark.parametrize("tag", OTHERS)
def test_nothing_is_left_unsaid(tag):
    spoken = gettext.translation("onrecord", FOLDER, [tag])
    assert [words for words in messages() if spoken.gettext(words) == words and words not in ("Text",)] == [], UPDATE


def test_every_reason_and_every_error_has_a_kind():
    kinds = [OnrecordError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert set(REASONS) == set(ReasonCode)
    assert set(PROBLEMS) == {code_of(kind("what", why="why", fix="fix")) for kind in kinds}


@pytest.mark.parametrize("tag", OTHERS)
def test_the_catalogue_is_compiled(tag):
    path = FOLDER / tag / "LC_MESSAGES" / "onrecord.po"
    assert path.with_suffix(".mo").read_bytes() == compiled(path), UPDATE


def test_what_a_verdict_rests_on_is_told_in_the_language_of_the_page(desk, report):
    reader = Reader(desk[0], language="de")
    tree = tree_of(reader.get(report))
    (case,) = tree.xpath(f"//article[@id='v{number_of(tree, FLOOD)}']")
    assert words_of(case, ".//h3/mark") == ["Überholt"]
    (kinds,) = words_of(case, "./p[@class='reasons']")
    assert kinds.startswith("Durch einen späteren Bericht ersetzt")
    (details,) = case.xpath("./p[@class='about'][@lang='en']")
    assert details.text.startswith("On record until")
    (counted,) = words_of(case, "./p[@class='counted']")
    assert counted == "Zuvor dafür: 1 Ursprung, seither dagegen: 1 Ursprung."
    assert "Seither" in words_of(case, ".//span[@class='stance']")
    assert any("September 2025" in each and ". September" in each for each in words_of(case, ".//figcaption"))
    (removed,) = words_of(tree, "//p[@class='removals']")
    assert removed.startswith("Entfernte Stellen: ")
    english = tree_of(Reader(desk[0]).get(report))
    assert not english.xpath("//article[contains(@class, 'case')]/p[@class='about'][@lang='en']")


def test_a_brief_is_dated_in_the_language_of_the_page(desk):
    reader = Reader(desk[0], language="de")
    asked = {"topic": "people killed by the Kessel flood", "as_of": "2025-09-30", "since": "", "length": "short"}
    tree = tree_of(reader.get(reader.ready(reader.send("/brief", "/briefs", asked).headers["Location"])))
    (standing,) = words_of(tree, "//p[@class='standing']")
    assert standing == "Ein Überblick, Stand 30. September 2025, jeder Satz aus einer datierten Quelle geschnitten"
    assert words_of(tree, "//span[@class='day']")[0].endswith(". September 2025")


@pytest.mark.parametrize(
    ("place", "status", "kind"),
    [
        ("/d/ffffffffffff", 404, "Das Gesuchte gibt es nicht"),
        ("/search?q=flood&as_of=soon", 400, "Eine Angabe ist so nicht zu gebrauchen"),
        ("/nowhere", 404, "Das Gesuchte gibt es nicht"),
    ],
)
def test_an_error_has_its_kind_in_the_language_of_the_page(desk, place, status, kind):
    answer = Reader(desk[0], language="de").get(place)
    tree = tree_of(answer)
    assert (answer.status_code, words_of(tree, "//h1")) == (status, [kind])
    assert tree.get("lang") == "de"
    assert len(words_of(tree, "//main//*[@lang='en']")) == 3  # what, why and what to try, as the program says them


def test_the_charts_and_gaps_of_a_brief_are_told_in_the_language_of_the_page(desk):
    reader = Reader(desk[0], language="de")

    def brief_on(topic):
        asked = {"topic": topic, "as_of": "2025-09-30", "since": "", "length": "standard"}
        return reader.ready(reader.send("/brief", "/briefs", asked).headers["Location"])

    drawn = tree_of(reader.get(brief_on("people killed by the Kessel flood")))
    (timeline,) = drawn.xpath("//section[@aria-labelledby='timeline']//*[local-name()='svg']")
    assert words_of(timeline, "./title") == ["Zeitleiste"]
    assert ". Sept. 2025" in " ".join(words_of(timeline, ".//text"))

    off_topic = brief_on("zyxwomat quartermain")
    (gap,) = words_of(tree_of(reader.get(off_topic)), "//ul[@class='gaps']/li")
    assert gap.startswith("Nichts zum Thema vorhanden.")
    (english,) = words_of(tree_of(Reader(desk[0]).get(off_topic)), "//ul[@class='gaps']/li")
    assert gap.endswith(english)
