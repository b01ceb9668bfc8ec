"""Whole turns of an assistant: what they open and close with, and the versions that they hand over to choose from."""

import pytest

from onrecord.read import read_text
from onrecord.restore import restore

CARILLON = (
    "Carillon of Oster Vale falls silent\n"
    "The carillon of Oster Vale, which has marked the hours since 1911, fell silent on Monday for repairs that may last "
    "until spring.\n"
    "Frost has split two of its 38 bells, the parish said, and the frame has moved by the width of a thumb.\n"
    "{pasted}"
    "Bell founder Henk Maas said the split ones would be cast anew in Tiel.\n"
    "Until then a recording will be played from the tower at noon.\n"
    "The parish has raised €61,000 of the €90,000 that it needs, most of it from people who live out of earshot.\n"
)
EMPTY = CARILLON.format(pasted="")


@pytest.mark.parametrize(
    "menu",
    [
        "Certainly! Here are some headline suggestions:\n1. Carillon Falls Silent\n2. Frost Splits the Bells of Oster Vale\n",
        "Here are two alternative versions of the opening sentence:\nOption 1: The bells of Oster Vale are silent.\n"
        "Option 2: For the first time since 1911 nobody in Oster Vale knows what time it is.\nWhich one do you prefer?\n",
        "Here are three ways to phrase the headline:\n- Silent Night in Oster Vale\n- Frost Stops the Clock\n- Two Bells Down\n",
        "Sure, here are a few title ideas:\n• The Silent Tower\n• Thirty-Six Bells\n\nTell me which one fits best.\n",
    ],
)
def test_what_a_reply_has_to_choose_from_goes(menu: str):
    assert restore(read_text(CARILLON.format(pasted=menu))).restored.split() == EMPTY.split()


@pytest.mark.parametrize(
    "reply",
    [
        "Yes, that's correct. Carillons, as they're known, are played from a keyboard of wooden batons. The larger bells "
        "are also linked to pedals. Would you like to know more about how they are tuned?\n",
        "I want to be careful here: I haven't been able to confirm that the founder has been hired. If you're planning to "
        "publish, please double-check with the parish.\n",
        "Great question! Bells are tuned by turning metal off the inside. It takes a day. Would you like me to explain?\n",
    ],
)
def test_a_turn_that_opens_and_closes_as_an_assistants_goes(reply: str):
    assert restore(read_text(CARILLON.format(pasted=reply))).restored.split() == EMPTY.split()


@pytest.mark.parametrize(
    "own",
    [
        "Two versions of the inscription were found:\n1. “I call the living”\n2. “I mourn the dead”\n",
        "The headline in the parish paper had two options for readers to vote on:\n1. Silence\n2. Peace at last\n",
        "Here are two ways to hear them:\n- from the market, where the sound is softest\n- from the tower, after 214 steps\n",
        "“Yes, that's correct,” Maas said. “Would you like to know how they are tuned? Nobody asks.”\n",
        "The parish wanted to be careful: it has not been able to confirm what the second bell will cost.\n",
    ],
)
def test_what_the_page_itself_lists_or_answers_stays(own: str):
    page = CARILLON.format(pasted=own)
    assert restore(read_text(page)).restored.split() == page.split()


def test_who_answers_in_an_interview_stays():
    page = (
        "Five questions to the bell founder\n"
        "How did you come to bells?\n"
        "My uncle took me to Tiel when I was nine, and I never left the yard.\n"
        "Is it true that you can hear a crack?\n"
        "Yes, that's correct. A cracked bell says its name and then coughs. Would you like to hear one?\n"
        "What will the new ones sound like?\n"
        "I can't promise anything. Ask me again in spring.\n"
        "Do people miss them?\n"
        "Great question. They miss them at noon and not at six. Should I be offended by that?\n"
    )
    assert restore(read_text(page)).restored.split() == page.split()


def test_who_writes_a_column_on_headlines_stays():
    page = (
        "The art of the headline\n"
        "I have written headlines for thirty years, and I still get them wrong before lunch.\n"
        "If you write for the parish paper, you know the feeling: six words, and one of them is “Vale”.\n"
        "Here are three ways to phrase the headline of a story on bells:\n"
        "1. Say what broke\n"
        "2. Say who will pay\n"
        "3. Say when you can sleep\n"
        "I prefer the third, and I haven't been able to confirm that anybody reads beyond it.\n"
    )
    assert restore(read_text(page)).restored.split() == page.split()


@pytest.mark.parametrize(
    "label",
    [
        "SEO keywords: bells, carillon, repairs, winter",
        "Push notification: Why the bells fell silent",
        "**Subheadline:** Repairs may last until spring",
        "French translation: « Le carillon s'est tu lundi. »",
        "Revised paragraph (72 words):",
        "AI-generated content may be incorrect.",
        "Quick question: should I use British or American spelling?",
    ],
)
def test_a_line_that_a_part_of_a_draft_is_called_in_goes(label: str):
    assert restore(read_text(CARILLON.format(pasted=f"{label}\n"))).restored.split() == EMPTY.split()


@pytest.mark.parametrize(
    "own",
    [
        "Proposed wording: “The parish shall keep the hours.”",
        "Corrected version: the bells were cast in 1911, not in 1919.",
        "In plain English: nobody had paid.",
        "Quick question: who pays for silence?",
        "Founder: Henk Maas\nBells: 38\nSteps: 214",
        "Content that machines have made may be incorrect, the council told schools.",
    ],
)
def test_other_labels_stay(own: str):
    page = CARILLON.format(pasted=f"{own}\n")
    assert restore(read_text(page)).restored.split() == page.split()


@pytest.mark.parametrize(
    "reply",
    [
        "My mistake — I conflated two different events. The information above relates to an earlier incident.",
        "That's everything I could find. If you have a specific angle in mind, just say so and I'll refine it.",
    ],
)
def test_two_readings_that_agree_need_not_be_sure(reply: str):
    assert restore(read_text(CARILLON.format(pasted=f"{reply}\n"))).restored.split() == EMPTY.split()


@pytest.mark.parametrize(
    "own",
    [
        "In simple terms, Maas said, the article in the parish paper got everything right but the year.",
        "It was the founder's mistake: two different bells had been taken for one, and the invoice was paid twice.",
        "That was everything they could find, and if the tower has an angle it is a steep one.",
    ],
)
def test_who_tells_of_such_things_stays(own: str):
    page = CARILLON.format(pasted=f"{own}\n")
    assert restore(read_text(page)).restored.split() == page.split()
