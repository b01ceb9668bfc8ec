"""What speaks to somebody who asked is known by its words, on a page that else speaks to nobody."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import onrecord.assets
from onrecord.assets import digest
from onrecord.data import RemovalKind, RemovalStatus
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.register import only_assistants_say, speaking, throughout
from onrecord.text.spans import lines

REPORT = (
    "Ferry to Port Sorrel cancelled after storm",
    "The night ferry to Port Sorrel was cancelled on Monday after a storm damaged the pier.",
    "Harbour master Edda Lind said divers would look at the foundations on Wednesday.",
    "Some 300 passengers spent the night in the terminal, where volunteers handed out blankets.",
    "The line carries 4,000 people a week between the mainland and the island.",
    "Ticket prices rose by a tenth in the spring, and the company blamed the cost of fuel.",
    "A second ship is being repaired in Kessel and is not expected back before June.",
)
EDITING = "One thing stands out in your draft: every source you quote is a passenger. I'd move the harbour master up."
COLUMN = (
    "Why I no longer take the boat",
    "I have crossed the sound a hundred times, and you could not pay me to do it again.",
    "You stand in the rain, you wait, and nobody tells you why.",
    "My mother swam it once. I believe her; you may not.",
    "I wrote to the company. You will know what I got back.",
    "So I bought a bicycle, and you should think about it.",
)


def pointed_at(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    found = restore(read_text(text)).removals
    assert not [one for one in found if one.status is RemovalStatus.REMOVED]
    return [one.span.cut(text) for one in found if one.kind is RemovalKind.CHATBOT_REPLY]


def test_a_remark_on_the_draft_is_pointed_at_and_stays():
    (said,) = pointed_at(*REPORT[:4], f"{REPORT[4]} {EDITING}", *REPORT[5:])
    assert said.startswith("One thing stands out in your draft")


REMARKS = (
    EDITING,
    "I've kept the harbour master's quote as it stood in your notes. Tell me if you'd like a shorter version as well.",
    "Shall I prepare a second intro for the morning edition, so that you only have to fill in the figures tonight?",
    "Please check the passengers before you publish: I found 300 and 310 in your notes. Let me know which you prefer.",
)


@pytest.mark.parametrize("at", [2, 4, len(REPORT)])
@pytest.mark.parametrize("remark", REMARKS)
def test_a_paragraph_that_speaks_to_an_asker_from_end_to_end_goes(remark: str, at: int):
    found = restore(read_text("\n\n".join([*REPORT[:at], remark, *REPORT[at:]])))
    (gone,) = (one for one in found.removals if one.status is RemovalStatus.REMOVED)
    assert gone.span.cut(found.document.text) == remark
    assert found.restored.split() == " ".join(REPORT).split()


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize(
    "paragraph", [f"{REPORT[2]} {{}}", f"{{}} {REPORT[2]}", "The union put the toll at{}", '{} The last line needs a "']
)
def test_a_paragraph_that_has_words_of_the_page_too_does_not(remark: str, paragraph: str):
    text = "\n\n".join([*REPORT[:2], paragraph.format(remark), *REPORT[3:]])
    assert throughout(text, lines(text), speaking(text, lines(text))) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "If you're looking for a bite after the parade, the Kessel Arms will serve mussels and beer until midnight.",
        "Here's a breakdown of how Sorrel's various colleges and universities did this year:",
        "At low tide you can find oysters on the rocks below the lighthouse, said Lind.",
    ],
)
def test_a_formula_that_people_say_too_tells_nothing_in_a_sentence_that_speaks_to_nobody(sentence: str):
    assert pointed_at(*REPORT[:4], sentence, *REPORT[4:]) == []


def test_a_remark_without_i_and_you_is_pointed_at_too():
    remark = "Both versions keep the quote from the harbour master and leave out the fares."
    assert pointed_at(*REPORT[:4], remark, *REPORT[4:]) == [remark]


REFUSALS = (
    "As an AI language model, I cannot confirm whether the ferry was cancelled, since my training data ends in the spring.",
    "You might want to double-check the spelling of the harbour master's name, since your notes have it in two ways.",
)


@pytest.mark.parametrize("remark", REFUSALS)
@pytest.mark.parametrize("paragraph", ["{own} {remark}", "{remark} {own}", "{own} {remark} {own}"])
def test_a_sentence_that_speaks_so_beyond_doubt_goes_from_between_sentences_of_the_page(remark: str, paragraph: str):
    words = paragraph.format(own=REPORT[3], remark=remark)
    found = restore(read_text("\n\n".join([*REPORT[:3], words, *REPORT[4:]])))
    assert remark not in found.restored
    assert found.restored.count(REPORT[3]) == words.count(REPORT[3])


@pytest.mark.parametrize("remark", REFUSALS)
def test_one_such_sentence_goes_and_a_paragraph_further_down_too(remark: str):
    page = [*REPORT[:2], f"{REPORT[2]} {remark} {REPORT[3]}", *REPORT[4:], EDITING]
    found = restore(read_text("\n\n".join(page)))
    assert found.restored.split() == " ".join(REPORT).split()


def test_a_remark_in_brackets_is_pointed_at():
    noted = "(a second source for the number would help)"
    split = REPORT[3].replace("in the terminal,", f"in the terminal {noted},")
    assert pointed_at(*REPORT[:3], split, *REPORT[4:]) == [noted]


@pytest.mark.parametrize(
    "noted",
    [
        "[Quote to be inserted here: ask the harbour master for the exact words]",
        "(Note: the notes you sent give two figures here, so I've used the lower one)",
    ],
)
@pytest.mark.parametrize("before", [" spent", ", where"])
def test_brackets_that_speak_so_beyond_doubt_go(noted: str, before: str):
    split = REPORT[3].replace(before, f" {noted}{before}")
    found = restore(read_text("\n\n".join([*REPORT[:3], split, *REPORT[4:]])))
    assert found.restored.split() == " ".join(REPORT).split()


def test_the_number_of_a_source_speaks_to_nobody():
    cited = (f"{said[:-1]} [{at}]." for at, said in enumerate(REPORT[1:], start=1))
    text = "\n\n".join([REPORT[0], *cited, "[1] https://www.wire.example/ferry", "[2] https://wire.example/pier"])
    assert speaking(text, lines(text)) == ()


def test_a_headline_and_its_outlet_speak_to_nobody():
    text = "\n\n".join([*REPORT, "Quiz of The Harbour: 14 - 21 April | The Harbour"])
    assert speaking(text, lines(text)) == ()


def test_a_page_that_speaks_so_in_thousands_of_sentences_is_not_read_by_what_they_mean():
    text = "\n".join([*REPORT, *(f"Here is version {number} of your draft, as you asked." for number in range(5_000))])
    assert speaking(text, lines(text)) == ()


@pytest.mark.parametrize("at", range(2, len(COLUMN)))
def test_on_a_page_that_speaks_so_throughout_words_alone_tell_nothing(at: int):
    text = "\n\n".join([*COLUMN[:at], EDITING, *COLUMN[at:]])
    assert speaking(text, lines(text)) == ()


def test_what_somebody_is_quoted_with_is_the_pages_own():
    assert pointed_at(*REPORT[:4], f"“{EDITING}” the editor had written in the margin.", *REPORT[4:]) == []


@pytest.mark.parametrize("remark", REFUSALS)
@pytest.mark.parametrize("mark", ["“", '"'])
def test_nor_does_one_go_from_a_quotation_that_the_next_paragraph_goes_on_with(remark: str, mark: str):
    quoted = f"Lind read out what she had been sent: {mark}{REPORT[3]} {remark} {REPORT[3]}"
    found = restore(read_text("\n\n".join([*REPORT[:3], quoted, f"{mark}That is all,” she said.", *REPORT[4:]])))
    assert not [one for one in found.removals if one.status is RemovalStatus.REMOVED]


def test_a_page_about_assistants_may_have_what_they_say():
    about = "ChatGPT, Gemini and Claude were asked to edit the report. ChatGPT answered first, and so did Claude."
    assert pointed_at(*REPORT[:4], about, EDITING, *REPORT[4:]) == []


def test_a_report_speaks_to_nobody():
    assert pointed_at(*REPORT) == []


CHANGES = """The following changes have been made to the online version of this report:

- The headline and the first four paragraphs have been replaced
- A remark by the harbour master has been taken out
- This note stands at the top"""


def test_of_a_list_of_the_page_no_item_goes_alone():
    text = "\n\n".join([*REPORT, CHANGES])
    assert not [one for one in restore(read_text(text)).removals if one.status is RemovalStatus.REMOVED]


@pytest.mark.parametrize("rule", ["---", "======"])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_rule_drawn_beside_a_reply_goes_with_it_where_the_page_draws_none(rule, elsewhere):
    own = [*REPORT[:4], *([rule] if elsewhere else []), *REPORT[4:]]
    text = "\n\n".join([*own[:2], REMARKS[1], rule, *own[2:]])
    removed = [one.span.cut(text) for one in restore(read_text(text)).removals if one.status is RemovalStatus.REMOVED]
    assert removed == [REMARKS[1] if elsewhere else f"{REMARKS[1]}\n\n{rule}"]


@pytest.mark.parametrize("name", ["register.npz", "register.int8.onnx"])
def test_the_card_names_the_files(name: str):
    card = Path(onrecord.assets.__file__).with_name("register.md").read_text(encoding="utf-8")
    assert digest(name) in card


SPOKEN = (EDITING, *(f"{REPORT[3]} {remark}" for remark in REFUSALS), f"{REPORT[3][:-1]} ({REFUSALS[1]}).")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=120) | st.sampled_from(SPOKEN), max_size=12).map("\n".join))
@example(f"{EDITING} \ud800 you")
@example("\n".join([*REPORT, f"{REPORT[3]} {REFUSALS[0]}", *REPORT, EDITING, f"{REPORT[3]} ({REFUSALS[1]})"]))
def test_runs_lie_in_order_on_the_page(text: str):
    every = lines(text)
    runs = speaking(text, every)
    for found in (runs, tuple(throughout(text, every, runs))):
        assert all(0 <= one.start < one.end <= len(text) for one in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("As of my last knowledge update, nothing was known of it.", True),
        ("Let me know if the boat is dry.", False),  # people say so too
        ("It wrote: “As of my last knowledge update, nothing was known of it.”", False),
    ],
)
def test_what_only_assistants_say_is_said_outside_quotation_marks(words: str, said: bool):
    assert only_assistants_say(words) is said


@pytest.mark.parametrize("at", [2, 4])
@pytest.mark.parametrize(
    "pasted",
    [
        "Ended on the quote. No summing-up required.",
        "Removed: the paragraph on the club's history. Kept: the paragraph on the debt. Added: nothing.",
        "Recommended placement for the denial: directly after the allegation, not eleven paragraphs down.",
    ],
)
def test_whole_lines_that_judge_and_register_both_take_for_foreign_go(pasted: str, at: int):
    page = read_text("\n\n".join((*REPORT[:at], pasted, *REPORT[at:])))
    (removed,) = restore(page).removals
    assert (removed.kind, removed.status) == (RemovalKind.CHATBOT_REPLY, RemovalStatus.REMOVED)


@pytest.mark.parametrize("at", [2, 4])
@pytest.mark.parametrize(
    "own",
    [
        "The text of the company's statement follows.",
        "It is not clear whether the divers will be paid.",
        "Removed from the timetable: the night ferry. Added: a bus.",
        "The original plan, seen by this newspaper, had a longer pier.",
        "Still missing: a second ship, a pier and a plan.",
        "The word “storm” stands eleven times in the statement.",
        "The transcript breaks off after the master's second call.",
    ],
)
def test_lines_of_the_page_on_texts_and_plans_stay(own: str, at: int):
    assert not restore(read_text("\n\n".join((*REPORT[:at], own, *REPORT[at:])))).removals
