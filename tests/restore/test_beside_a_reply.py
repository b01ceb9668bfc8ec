"""What stands right beside a reply: what hands it over, what goes on in the next line, and what is the page's."""

import time

import pytest

from onrecord.data import ReasonCode, RemovalKind, RemovalStatus, Span
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.ends import removal, with_rest, without_tail
from onrecord.restore.pasted.leftovers import beside_marks, left_over
from onrecord.restore.pasted.retold import with_retold
from onrecord.restore.pasted.taken import with_tables
from onrecord.text.spans import lines

SHEEP = (
    "Sheep on the Calder dyke to wear bells again",
    "The sheep that graze on the Calder dyke will wear bells from Easter, 30 years after the last was taken off, the dyke board "
    "decided on Tuesday.",
    "Farmer Wibke Harms, whose flock of 410 keeps the grass short, had asked for it because walkers' dogs ran into the lambs.",
    "“A dog that hears a bell looks up,” she said. “A dog that looks up has an owner who looks up.”",
    "The bells are cast by a foundry in Sankt Orlan at 14 crowns each, half of which the board will pay.",
    "Neighbours in two villages complained in the nineties that they could not sleep when the wind came from the sea.",
    "The board will listen for a year and then decide again, its chairman, Onno Poppinga, said.",
)
OWN = " ".join(SHEEP).split()
HEADS = (
    "**The decision**",
    "Officials voted after a long debate on the matter.",
    "**The reaction**",
    "Local groups have expressed both support and concern.",
)
WORD = "If you need more depth on either point, just say the word."


def page(at: int, *pasted: str, between: str = "\n\n") -> str:
    return between.join((*SHEEP[:at], *pasted, *SHEEP[at:]))


def own_words(text: str) -> list[str]:
    return restore(read_text(text)).restored.split()


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "none"])
@pytest.mark.parametrize("at", [3, 5, 7])
def test_points_in_marks_go_with_what_hands_them_over(at: int, between: str):
    assert own_words(page(at, "Here's a quick rundown:", *HEADS, WORD, between=between)) == OWN
    points = [
        "**What happened:** The bells were taken off after complaints.",
        "**What's next:** The board will listen for a year.",
    ]
    asks = "Want me to keep tracking this story for you?"
    assert own_words(page(at, "Here's a quick rundown of what we know so far:", *points, asks, between=between)) == OWN


def test_the_article_in_marks_that_a_version_hands_over_stays():
    headed = (SHEEP[0], "**The decision**", SHEEP[1], "**The farmer**", SHEEP[2], "**The bells**", SHEEP[4])
    text = "\n\n".join(("Here's a summary of the article:", *headed, WORD))
    restored = restore(read_text(text)).restored
    assert all(line in restored for line in headed)


@pytest.mark.parametrize(
    "pasted",
    [
        "I've made the following changes:\n- Corrected the spelling of “dyke”\n- Removed a redundant phrase at the end\n\nThe rest of "
        "the text reads well as is.",
        '{"tool": "web_search", "query": "sheep bells dyke board", "num_results": 5}',
        '[Searching for "sheep bells Calder dyke"...]',
        "*(Continued in the next message due to length limits.)*",
        "The server is busy. Please try again later.",
        "In conclusion, this decision highlights the importance of dialogue between farmers and walkers. It will be interesting to "
        "see how it evolves. Let me know if you'd like me to adjust the conclusion!",
        "Overall, the case reflects growing tension between newcomers and shepherds, and its outcome will likely depend on mutual "
        "respect.\n\nIf you'd like, I can also outline the arguments on both sides.",
        "| Item | Figure |\n|---|---|\n| Sheep | 410 |\n| Bell | 14 crowns |\n\nI hope this table makes the key figures easier to compare.",
    ],
)
@pytest.mark.parametrize("at", [3, 7])
def test_what_stands_beside_a_reply_or_is_a_programs_own_goes(pasted: str, at: int):
    assert own_words(page(at, pasted)) == OWN


@pytest.mark.parametrize(
    "own",
    [
        "In conclusion, Mr Poppinga said, nobody had ever been woken by a sheep that knew its place.",
        "Overall, the survey reflects a quiet year, with 31 complaints in the village and four below the dyke.",
        "The ferry company's site said only that the server was busy and that one should try again later.",
        "The rest of the text of the order, which is of 1911, is about ducks.",
        "[Searching for a bell that had come off took the shepherd three days.]",
    ],
)
def test_what_only_sounds_so_stays(own: str):
    assert own_words(page(5, own)) == page(5, own).split()


TABLE = "| Village | Complaints |\n|---|---|\n| Upper Calder | 31 |\n| Lower Calder | 4 |"


@pytest.mark.parametrize(
    ("tables", "offer"),
    [
        ((TABLE,), "Let me know if you'd like me to shorten this."),
        ((TABLE, TABLE.replace("31", "30")), "Let me know if you'd like the table as a chart."),
    ],
    ids=["another matter", "two tables"],
)
def test_tables_of_the_page_stay_above_an_offer(tables: tuple[str, ...], offer: str):
    text = "\n\n".join((*SHEEP[:3], *tables[1:], *SHEEP[3:], tables[0], offer))
    span = Span(start=text.index(offer), end=len(text))
    found = [removal(span, RemovalKind.CHATBOT_REPLY, (ReasonCode.REPLY_OFFER,), True, 0.9)]
    assert with_tables(text, found) == found


def test_a_mark_in_a_sentence_of_the_page_goes_alone():
    link = " ([source](https://www.example.org/news/bells?utm_source=chatgpt.com))"
    for line in (2, 4, 5):
        text = "\n\n".join((*SHEEP[:line], SHEEP[line][:-1] + link + ".", *SHEEP[line + 1 :]))
        assert own_words(text) == OWN


def test_the_sentence_of_a_reply_that_goes_on_in_the_next_line_goes_whole():
    first = "Here's the paragraph rewritten in a more neutral tone, with the figures kept in"
    rest = "British English and the quotation moved to the end."
    for behind, end in ((rest, rest), (SHEEP[4], first)):
        text = page(4, first, behind, between="\n")
        span = Span(start=text.index(first), end=text.index(first) + len(first))
        one = removal(span, RemovalKind.CHATBOT_REPLY, (ReasonCode.REPLY_SEARCH_RESULTS,), True, 0.9)
        assert with_rest(text, one).span.cut(text).endswith(end)


def test_the_lines_behind_what_hardly_reads_as_a_reply_stay():
    text = page(4, "Want me to keep tracking this story for you?", between="\n")
    start = text.index("Want me")
    end = text.index(SHEEP[6]) - 1
    codes = (ReasonCode.REPLY_OFFER,)
    sure = removal(Span(start=start, end=end), RemovalKind.CHATBOT_REPLY, codes, True, 0.9)
    assert without_tail(text, sure) == (sure,)
    first, doubted = without_tail(text, removal(sure.span, RemovalKind.CHATBOT_REPLY, codes, True, 0.6))
    assert first.span.cut(text) == "Want me to keep tracking this story for you?"
    assert doubted.status is RemovalStatus.SUSPECTED
    assert doubted.span.cut(text) == "\n".join(SHEEP[4:6])


HORNETS = (
    "Beekeepers in the Marne valley of Quendon say they have lost four hives in ten this winter, and they blame a hornet that "
    "arrived in a load of garden pots.",
    "The Asian hornet was first seen at Quendon in 2021. A queen can found a nest of 6,000 workers in a summer.",
    "Jean-Luc Ferrand, who keeps 90 hives above the river, found the first dead colonies in January.",
    "“They had honey. They had not been hungry. They were afraid to fly,” he said.",
    "The department has destroyed 412 nests in a year, most of them high in poplars, at a cost of €140 each.",
    "Researchers at the agricultural college are trying a trap that lets out everything smaller than a hornet through slots of "
    "5.5 millimetres.",
    "Until now it has caught 3,100 hornets, eleven butterflies and a wedding ring.",
    "The beekeepers' union asks that the cost of nests be borne by the state. A bill is to be read in the Senate in February.",
    "Honey from Quendon costs €14 a pot this year, two euros more than last.",
    "Ferrand has begun to move his hives into the forest at night.",
)


@pytest.mark.parametrize("joint", ["They we", "first dead col", "had not been hun"])
def test_the_half_of_a_page_next_to_a_broken_sentence_is_no_other_story(joint: str):
    text = "\n".join(HORNETS).replace("“", '"').replace("”", '"')
    reply = (
        'I\'ve made the following changes:\n- Corrected the spelling of "harbour"\n- Changed passive to active voice in the second '
        "sentence\n- Removed the redundant phrase at the end\n\nThe rest of the text reads well as is."
    )
    at = text.index(joint) + len(joint)
    restored = restore(read_text(text[:at] + reply + text[at:])).restored
    assert all(line in restored for line in text.split("\n")[4:])


def test_time_is_linear():
    started = time.perf_counter()
    for hostile in (
        "|a|\n" * 25_000,
        "|-|\n" * 25_000,
        "[Searching for " * 7_000,
        '{"tool": "' * 10_000,
        "*(Continued in the next message " * 3_000,
        "In conclusion, " * 7_000,
        "**a**\nb\n" * 12_000,
        "Thought for 8 seconds\nThe user " * 3_000,
        "<reasoning>" * 9_000,
        "In conclusion, " + "a" * 100_000,
    ):
        text = hostile + "\nWant me to keep tracking this table in"
        held = lines(text)
        span = Span(start=text.rindex("\n") + 1, end=len(text))
        found = [removal(span, RemovalKind.CHATBOT_REPLY, (ReasonCode.REPLY_OFFER,), True, 0.6)]
        with_tables(text, found)
        with_rest(text, found[0])
        without_tail(text, found[0])
        left_over(text, held, beside_marks(text, found))
        with_retold(text, held, found)
    assert time.perf_counter() - started < 20


LETTERS = (
    "Letters to the editor",
    "Sir, You ask whether I still walk on the dyke. I do, and my dog looks up.",
    "Albert Roe, Upper Calder",
    "Sir, I was woken by your article on bells. It's important to note that I sleep in the hall. I apologise for any confusion.",
    "Dennis Tripp, Lower Calder",
    "Sir, Please let me know when the sheep have gone to bed.",
)


@pytest.mark.parametrize("at", [1, 2, 3, 4])
@pytest.mark.parametrize(
    "pasted",
    [
        "As of my last update, I don't have any information on this. Please check reliable news sources.",
        "Here's a more concise version:",
    ],
)
def test_letters_beside_a_reply_stay(pasted: str, at: int):
    restored = restore(read_text("\n\n".join((*LETTERS[:at], pasted, *LETTERS[at:])))).restored
    assert all(line in restored for line in LETTERS)


POLL = (
    "Key findings",
    "- Bells: 24 per cent",
    "- No bells: 9 per cent",
    "- No dogs: 22 per cent",
    "- No sheep: 11 per cent",
)


@pytest.mark.parametrize("at", [2, 3, 4])
@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "none"])
def test_items_of_the_pages_list_around_a_reply_stay(at: int, between: str):
    pasted = "As of my last update, I don't have any information on this. Please check reliable news sources."
    text = between.join((*SHEEP[:3], *POLL[:at], pasted, *POLL[at:], *SHEEP[3:]))
    assert own_words(text) == " ".join((*SHEEP[:3], *POLL, *SHEEP[3:])).split()


def test_lines_of_a_page_that_begin_in_marks_as_those_beside_a_reply_do_stay():
    own = (
        "**Work to rule:** when drivers do what is in the book, and nothing runs.",
        "**Split shift:** a working day with a hole of four hours in the middle, for which nobody is paid.",
        "**The hut:** a shed at the terminus that has no heater. It is what the strike is about.",
        "**Conciliation:** a meeting with biscuits.",
    )
    head = (
        "The words of the tram strike, explained",
        "The strike is in its third week, and its words need a dictionary.",
    )
    last = "Talks go on tomorrow at ten, in a room that has a heater."
    for at in (1, 2, 3):
        text = "\n\n".join((*head, *own[:at], "Here's a more concise version:", *own[at:], last))
        restored = restore(read_text(text)).restored
        assert all(line in restored for line in (*head, *own, last))


def test_the_marks_of_a_page_in_marks_are_its_own_above_an_offer():
    own = (
        "# Flood wall at Leyburn delayed again",
        "The flood wall at Leyburn will not be finished before the winter of 2027, the river authority said on Monday.",
        "## What went wrong",
        "Contractors found **a Roman drain** where the footing was to go. It has to be dug out by hand.",
        "## What it costs",
        "- **Planned:** £12 million",
        "- **Now:** £17.4 million",
        "## What happens next",
        "A temporary barrier will be kept at the cricket ground. Residents can ask for sandbags at the **Town Hall**.",
    )
    restored = restore(read_text("\n\n".join((*own, "Want me to expand on any of these points?")))).restored
    assert all(line in restored for line in own)


def test_who_sums_up_in_somebodys_words_above_an_offer_stays():
    summed = "Overall, Mr Poppinga said, the 31 letters reflect “a quiet year with loud sheep” in the upper village."
    offer = "If you'd like, I can also outline the arguments on both sides."
    assert own_words(page(5, summed, offer)) == page(5, summed).split()
