"""What a reply explains in general above its offer, documents and labels around replies, and boxes that are the page's."""

import time

import pytest

from onrecord.data import ReasonCode, RemovalKind, RemovalStatus, Span
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.boxes import without_boxes, without_items
from onrecord.restore.pasted.ends import removal, without_lead
from onrecord.restore.pasted.explained import with_explained
from onrecord.restore.pasted.parting import parting
from onrecord.restore.pasted.replies import find_replies
from onrecord.restore.pasted.taken import with_labels
from onrecord.text.spans import lines

KILN = (
    "Last brick kiln at Marsh Orrin goes out",
    "The last coal-fired brick kiln at Marsh Orrin was allowed to go out on Thursday after burning for 43 years without a day's "
    "rest, its owner said.",
    "Dafydd Trelawn, whose grandfather lit it, said that the firm could no longer get coal of the right sort.",
    "“I went in to listen to it,” he said. “It ticks when it cools.”",
    "The kiln fired 90,000 bricks a week in its best years, many of them for the harbour at Penmarrow.",
    "A new tunnel kiln, heated by gas, is to be built on the field behind it for 6.2 million crowns.",
    "Eleven of the 34 workers have been offered places there, and the others will be paid until June.",
)
OWN = " ".join(KILN).split()
SHRINKAGE = (
    "Thermal contraction is the tendency of matter to decrease in volume when its temperature falls. It is commonly observed in "
    "ceramics, metals and glass, and can be measured with a dilatometer."
)
KILNS = (
    "Kilns are thermally insulated chambers that produce temperatures sufficient to complete a process such as hardening or "
    "drying. They are widely used in ceramics, cement production and timber drying, and can be classified as intermittent or "
    "continuous."
)
MORE = "Would you like me to explain how it is measured in practice?"


def page(at: int, *pasted: str, between: str = "\n\n") -> str:
    return between.join((*KILN[:at], *pasted, *KILN[at:]))


def own_words(text: str) -> list[str]:
    return restore(read_text(text)).restored.split()


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "none"])
@pytest.mark.parametrize("at", [3, 5, 7])
@pytest.mark.parametrize("told", [SHRINKAGE, KILNS])
def test_what_is_explained_in_general_goes_with_the_offer_of_more(told: str, at: int, between: str):
    assert own_words(page(at, told, MORE, between=between)) == OWN
    assert (
        own_words(page(at, f"{told} If you'd like, I can also explain how kilns are insulated.", between=between))
        == OWN
    )


@pytest.mark.parametrize(
    "own",
    [
        "Marsh Orrin is a village of 2,100 people known for its bricks. It is often called the red town, and can be reached by one "
        "road, which floods.",
        "A tunnel kiln is a furnace through which the bricks travel on cars. It was invented in Denmark and is widely used.",
        "Bricks are often stacked by hand. “They are not all the same,” said the foreman, who is known for his eye.",
        "The kiln is one of the oldest in the county. It is commonly known as the Dragon, and it can be seen from the sea.",
        "Such kilns need coal with little sulphur, which no pit in the county sells any more.",
    ],
    ids=["a name of the page", "past", "quoted", "the thing of the page", "one sentence"],
)
@pytest.mark.parametrize("at", [4, 6])
def test_what_the_page_itself_tells_above_an_offer_of_more_stays(own: str, at: int):
    restored = restore(read_text(page(at, own, MORE))).restored
    assert all(line in restored for line in (*KILN, own))


@pytest.mark.parametrize(
    "offer", ["Would you like me to shorten this to 120 words?", "Let me know if you'd prefer a new headline."]
)
def test_what_is_explained_stays_above_an_offer_to_edit(offer: str):
    assert own_words(page(4, SHRINKAGE, offer)) == page(4, SHRINKAGE).split()


def test_a_page_that_explains_elsewhere_too_keeps_what_stands_above_an_offer():
    clinker = (
        "Clinkers are bricks that lay too near the fire. They are often twisted, and are commonly used for garden walls, where "
        "their colour is known for going with moss."
    )
    for own, taken in ((KILN[2], SHRINKAGE), (clinker, "")):
        text = "\n\n".join((*KILN[:2], own, *KILN[3:6], SHRINKAGE, MORE))
        span = Span(start=text.index(MORE), end=len(text))
        offer = removal(span, RemovalKind.CHATBOT_REPLY, (ReasonCode.REPLY_OFFER,), True, 0.9)
        (one,) = with_explained(text, lines(text), [offer])
        assert one.span.cut(text).removesuffix(MORE).strip() == taken


DOCUMENT = (
    "# Brick Kilns: An Overview",
    "A brick kiln is a furnace in which clay is heated until it becomes hard.",
    "## Advantages",
    "- **Durability:** Fired bricks last for centuries.",
    "- **Cost:** Clay is widely available.",
    "## Challenges",
    "- **Emissions:** Coal-fired kilns emit soot.",
    "- **Energy use:** Firing requires high temperatures.",
)


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "none"])
@pytest.mark.parametrize("at", [3, 5, 7])
def test_a_document_in_marks_goes_with_its_title(at: int, between: str):
    assert own_words(page(at, *DOCUMENT, between=between)) == OWN


def test_a_heading_of_the_page_in_marks_above_a_document_stays():
    headed = (*KILN[:4], "## What comes next", *KILN[4:6])
    text = "\n\n".join((*headed, *DOCUMENT[2:], KILN[6]))
    restored = restore(read_text(text)).restored
    assert all(line in restored for line in (*headed, KILN[6]))


@pytest.mark.parametrize(
    "pasted",
    [
        "Thought for 8 seconds\n\nThe user wants a story on the kiln in a warm tone. I should keep the quotations as they are.",
        '<details type="reasoning" done="true">\n<summary>Thought for 3 seconds</summary>\nI should explain what a kiln is.\n</details>',
        "<reasoning>\nThe article is about a kiln. Keep it short.\n</reasoning>",
        "Is this conversation helpful so far?",
        "Claude's response:\n\nHere's an alternative phrasing that is a little warmer to the owner: “It ticks when it cools,” he said, "
        "and listened. I can offer a few more options if you'd like.",
        "**ChatGPT said:**\n\nCertainly! I can help with that. Could you tell me which of the kilns you mean?",
        "Assistant: Certainly! I can help with that. Could you tell me which of the kilns you mean?",
        "Lovely piece of writing! Here are three social media captions you could use:\n🔥 Twitter: The last coal kiln is out. #Bricks\n"
        "📘 Facebook: After 43 years, the fire at the kiln is cold…\n📸 Instagram: Ticking as it cools. ✨",
    ],
)
@pytest.mark.parametrize("at", [3, 6])
def test_what_programs_leave_around_replies_goes(pasted: str, at: int):
    assert own_words(page(at, pasted)) == OWN


@pytest.mark.parametrize(
    "own",
    [
        "Thought for 8 seconds, then said no: that was how his grandfather had been asked to sell.",
        "Here are the headlines of the county's papers on Friday: “Dragon sleeps”, “Out” and “The end of brick”.",
        "What a night! It had rained, and the wind came from the sea, when the fire was drawn.",
        "Hmm, something went wrong with the draught in 1994, the foreman said, and nobody slept.",
        "Copilot on the last lorry was Trelawn's daughter, aged six.",
    ],
)
def test_what_only_looks_like_such_marks_stays(own: str):
    assert own_words(page(5, own)) == page(5, own).split()


@pytest.mark.parametrize(
    "pasted",
    [
        "Could you clarify whether the kiln was fired with coal or with gas? I want to get the details right before I continue.",
        "I don't have any information about a kiln of that name.",
        "Would you like me to add a timeline?\n{between}I can also suggest a headline.",
    ],
)
@pytest.mark.parametrize("joint", ["out on Thursday ", "fired 90,000 bricks ", "and the others "])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "empty lines"])
def test_a_line_that_parts_a_sentence_goes(pasted: str, joint: str, between: str):
    text = between.join(KILN)
    at = text.index(joint) + len(joint)
    said = pasted.format(between=between[1:])
    assert own_words(f"{text[:at].rstrip()}{between}{said}{between}{text[at:]}") == OWN


def test_the_name_before_a_colon_that_a_formula_follows_stays():
    own = "The firm keeps to the rules of the Brickmakers' association: no fire on Christmas Day, no credit and no yellow clay."
    cut = own.index(": ") + 2
    text = " ".join(
        (
            *KILN[:4],
            own[:cut] + "Let me know if you'd like me to list these rules, or shall I keep it brief? " + own[cut:],
        )
    )
    assert own_words(text) == " ".join((*KILN[:4], own)).split()


BOX = (
    "- **Lit:** in the spring of 1982, by hand",
    "- **Bricks:** 90,000 a week in its best years",
    "- **Workers:** 34, of whom eleven will stay",
    "- **New kiln:** 6.2 million crowns",
)


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "none"])
@pytest.mark.parametrize("head", ["**At a glance**", "### The kiln at a glance", "**By the numbers:**", "**Factfile**"])
@pytest.mark.parametrize("at", [1, 2, 5, 7])
def test_a_box_of_the_page_in_marks_stays_above_an_offer_too(at: int, head: str, between: str):
    boxed = page(at, head, *BOX, between=between)
    assert own_words(boxed) == boxed.split()
    assert (
        own_words(page(at, head, *BOX, "Would you like me to shorten this to 150 words?", between=between))
        == boxed.split()
    )


@pytest.mark.parametrize("head", ["**Key facts**", "## Key points", "**What to know**"])
def test_a_list_in_marks_between_the_headline_and_the_story_stays(head: str):
    boxed = page(1, head, *BOX)
    assert own_words(boxed) == boxed.split()


@pytest.mark.parametrize("mark", ["- ", "{}. ", ""])
@pytest.mark.parametrize(
    "head", [(), ("Five things to know",), ("Morning briefing", "Here is what moves the valley on Friday.")]
)
@pytest.mark.parametrize("tail", [(), ("The weather: rain in the west and wind on the coast until Thursday evening.",)])
def test_a_page_that_is_a_list_in_marks_stays(mark: str, head: tuple[str, ...], tail: tuple[str, ...]):
    items = (
        "**Kiln:** the last fire at Marsh Orrin went out.",
        "**Harbour:** dredging stopped when a barge listed off the north pier.",
        "**Rail:** the night train to Penmarrow returns in April.",
        "**Courts:** a lock keeper was cleared of manslaughter.",
        "**Sport:** Orrin Vale reached the semi-final.",
    )
    text = "\n".join((*head, *(mark.format(n) + item for n, item in enumerate(items, 1)), *tail))
    restoration = restore(read_text(text))
    assert restoration.restored == text
    assert all(one.status is RemovalStatus.SUSPECTED for one in restoration.removals)


def test_time_is_linear():
    offer = "Would you like me to explain more?"
    started = time.perf_counter()
    for hostile in (
        "A a" + " a" * 50_000 + "\n",
        "A kiln is a device, " * 5_000 + "\n",
        "(" * 100_000 + "\n",
        "# \n" * 20_000 + "## a\n",
        "Assistant:" * 10_000 + "\n",
        "*" * 100_000 + "\n",
        "Thought for 8 seconds\n" * 5_000,
        "Aa" + " aa" * 30_000 + "! Here are three alternative captions:\n",
        "- a\n" * 25_000,
    ):
        text = hostile + offer
        held = lines(text)
        span = Span(start=len(hostile), end=len(text))
        found = [removal(span, RemovalKind.CHATBOT_REPLY, (ReasonCode.REPLY_OFFER,), True, 0.9)]
        with_explained(text, held, found)
        with_labels(text, found)
        without_items(text, held, without_boxes(text, held, found))
        without_lead(text, found[0])
        parting(text, held, (held[0], held[-1]))
        find_replies(text, held, "en")
    assert time.perf_counter() - started < 10


def test_a_lead_to_who_asked_goes_with_the_formula_behind_its_colon():
    own = "The firm keeps to the rules of the Brickmakers, which allow no fire on Christmas Day, no credit and no yellow clay."
    cut = own.index("which")
    lead = "Based on the search results, here's what we know about the strike:"
    pasted = f"{lead} I recommend checking a reputable news website. Let me know if you need anything else! "
    assert own_words(" ".join((*KILN[:4], own[:cut] + pasted + own[cut:]))) == " ".join((*KILN[:4], own)).split()
