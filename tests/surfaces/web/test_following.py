"""The screen *Following* for whoever runs no script: followed, looked at, told with the words of both, left."""

from datetime import UTC, datetime

import pytest

from desk import Reader, serving, tree_of, words_of
from onrecord import engine
from onrecord.data import Role
from onrecord.surfaces.service import following

STATEMENT = "Tomas Verrin is energy minister"
FEED = "https://tribune.example/feed"


@pytest.fixture(scope="module")
def house(wire, tmp_path_factory):
    """A desk at which Ada writes and Rita reads."""
    with serving(wire, tmp_path_factory.mktemp("followed")) as (base, service):
        readers = {}
        for name, role in (("ada", Role.WRITE), ("rita", Role.READ)):
            token = service.kept.people.add(name, role)
            readers[name] = Reader(base)
            assert readers[name].send("/", "/sign-in", {"person": token, "back": "/"}).status_code == 303
        yield readers["ada"], readers["rita"], service


def look(service, day):
    return list(following.look(service.kept, service.desks.current(), as_of=datetime(2025, 9, day, 12, tzinfo=UTC)))


def test_nothing_is_followed_at_first(house):
    ada, rita, _ = house
    tree = tree_of(rita.get("/following"))
    assert words_of(tree, "//section/p")[:2] == ["Nothing is followed yet.", "Nothing was told yet."]
    assert not tree.xpath("//form[@action='/following']")
    assert tree_of(ada.get("/following")).xpath("//form[@action='/following']")


def test_a_change_is_told_with_the_words_of_both_and_why(house):
    ada, rita, service = house
    place = ada.send("/following", "/following", {"what": STATEMENT}).headers["Location"]
    assert ada.send("/following", "/following", {"what": STATEMENT}).headers["Location"] == place
    assert "It was not looked at yet" in rita.get(place).text
    look(service, 4)
    assert words_of(tree_of(rita.get(place)), "//h2[@id='stands']/mark") == ["On record"]
    look(service, 20)
    tree = tree_of(rita.get(place))
    assert words_of(tree, "//h2[@id='stands']/mark") == ["Superseded"]
    (change,) = tree.xpath("//article[contains(@class, 'change')]")
    assert words_of(change, "./h3//mark") == ["On record", "Superseded"]
    assert "replaced by a report of 17 September 2025" in words_of(change, "./p[@class='reasons']")[0]
    before, after = change.xpath(".//section")
    (told,) = rita.get("/api/v1/followed/news").json()["transitions"]
    for side, verdict in ((before, told["before"]["evidence"]), (after, told["gained"])):
        assert words_of(side, ".//mark[@class='quoted']") == [" ".join(each["quote"].split()) for each in verdict]
    (row,) = tree_of(rita.get("/following")).xpath("//section[@aria-labelledby='statements']//tbody/tr")
    assert words_of(row, "./td") == [STATEMENT, "Superseded", "20 September 2025, 12:00 UTC"]
    assert words_of(tree_of(rita.get("/following")), "//article//p[@class='said']") == [STATEMENT]


def test_a_followed_statement_is_replayed_over_time(house):
    ada, rita, _ = house
    place = tree_of(rita.get("/following")).xpath("string(//section[@aria-labelledby='statements']//a/@href)")
    told = ada.ready(ada.send(place, f"{place}/history", {}).headers["Location"])
    tree = tree_of(rita.get(told))
    rows = words_of(tree, "//table//mark")
    assert [heading.rpartition(": ")[2] for heading in words_of(tree, "//main/section/h2")] == rows
    assert tree.xpath("//*[name()='svg']")
    assert tree.xpath("//div[@class='tools']//a/@href") == [place]
    assert ada.send(place, f"{place}/history", {}).headers["Location"] == told
    assert rita.send(place, f"{place}/history", {}).status_code == 403


def test_a_topic_is_followed_and_what_is_new_on_it_is_told(house):
    ada, rita, service = house
    place = ada.send("/following", "/following", {"what": "Kessel flood", "topic": "yes"}).headers["Location"]
    assert ada.send("/following", "/following", {"what": "Kessel flood", "topic": "yes"}).headers["Location"] == place
    for day in (4, 20):
        look(service, day)
    tree = tree_of(rita.get(place))
    assert words_of(tree, "//p[@class='standing']")[0].startswith("A topic that is followed")
    assert not tree.xpath("//form[contains(@action, 'history')]")
    known = rita.get("/api/v1/followed/news").json()["updates"]
    assert known
    told = [" ".join(each["text"].split()) for update in known for each in update["new"]]
    assert len(words_of(tree, "//article//mark[@class='quoted']")) == len(told)
    rows = words_of(tree_of(rita.get("/following")), "//section[@aria-labelledby='statements']//tbody/tr[2]/td")
    assert rows[:2] == ["Kessel flood", "topic"]
    ada.send("/following", "/following/leave", {"what": place.rpartition("/")[2], "back": "/following"})


def test_a_source_says_how_it_fares(house):
    ada, rita, service = house
    assert ada.send("/following", "/following", {"what": FEED}).headers["Location"] == "/following#sources"
    (source,) = service.kept.sources.all()
    rows = "//section[@aria-labelledby='sources']//tbody/tr"
    assert words_of(tree_of(rita.get("/following")), rows + "/td")[1:3] == ["not asked yet", "never"]
    read = engine.succeeded(source, datetime(2025, 9, 4, 8, tzinfo=UTC), etag=None, modified=None)
    failed = engine.failed(read, datetime(2025, 9, 4, 9, tzinfo=UTC), why="it <answered> 503", until=None)
    service.kept.sources.checked(failed)
    cells = words_of(tree_of(rita.get("/following")), rows + "/td")
    last = "Last error: it <answered> 503 (4 September 2025, 09:00 UTC)"
    assert cells[:3] == [f"{FEED}{last}", "fails", "4 September 2025, 08:00 UTC"]
    there = f"{FEED}/<new>"
    well = engine.succeeded(failed, datetime(2025, 9, 4, 10, tzinfo=UTC), etag=None, modified=None, moved_to=there)
    service.kept.sources.checked(well)
    cells = words_of(tree_of(rita.get("/following")), rows + "/td")
    assert cells[:3] == [f"{FEED}Moved for good to {there}{last}", "well", "4 September 2025, 10:00 UTC"]
    assert rita.send("/following", "/following/leave", {"what": FEED, "back": "/"}).status_code == 403
    assert ada.send("/following", "/following/leave", {"what": FEED, "back": "/following"}).status_code == 303
    assert service.kept.sources.all() == ()


def test_what_is_left_is_there_no_longer_and_its_changes_are_kept(house):
    ada, rita, _ = house
    place = tree_of(rita.get("/following")).xpath("string(//section[@aria-labelledby='statements']//a/@href)")
    ada.send("/following", "/following/leave", {"what": place.rpartition("/")[2], "back": "/following"})
    assert rita.get(place).status_code == 404
    tree = tree_of(rita.get("/following"))
    assert words_of(tree, "//article//p[@class='said']") == [STATEMENT]
    assert not tree.xpath("//article//p[@class='said']/a")


@pytest.mark.parametrize("what", ["", "   "])
def test_what_cannot_be_followed_is_refused_in_words(house, what):
    ada, _, _ = house
    answer = ada.send("/following", "/following", {"what": what})
    assert answer.status_code in (400, 422)
    assert words_of(tree_of(answer), "//h1")[0]
