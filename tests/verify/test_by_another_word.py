"""What an answer puts in other words of its own is on record: nouns of what is done, bodies, shares, demands."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.text.names import find_names
from onrecord.text.numbers import find_figures
from onrecord.verify.reading.tokens import compared, root

ON_RECORD = [
    # nouns of what is done, and words that mean one
    ("The suspension of Tom Lund by Sorrel Rovers followed a fight in Harrow.", "Sorrel Rovers suspended Tom Lund after a fight in Harrow."),
    ("Tom Lund, the former safety chief of Acmar, received a four-year prison sentence for fraud.", "The former head of safety of Acmar, Tom Lund, was sentenced to four years in prison for fraud."),
    ("The research was led by Professor Tom Lund.", "Professor Tom Lund, who led the study, said that it had taken a year."),
    ("Ida Holt of Harrow was found guilty of fraud.", "A court in Sorrel convicted Ida Holt of Harrow of fraud."),
    # who does it, by another word
    ("Councillors voted 31 to 14 to dismiss Tom Lund.", "The council of Sorrel dismissed its harbour master, Tom Lund, on Monday. The vote was 31 to 14."),
    # how many
    ("Acmar of Sorrel lost 12 million crowns after a rise of 33 percent in milk prices.", "Acmar of Sorrel made a loss of 12 million crowns after milk prices rose by a third."),
    ("Three people died in Harrow when a van drove into a queue.", "A van drove into a queue in Harrow, killing three."),
    ("Eleven people were hurt in Harrow when a train left the rails.", "A derailment in Harrow injured eleven commuters when a train left the rails."),
    ("The study tracked 48,000 nurses in Sorrel over 22 years.", "The researchers followed 48,000 nurses in Sorrel for 22 years."),
    # yes and no
    ("Mayor Siv Aaland said that the council no longer had confidence in Tom Lund.", "The mayor, Siv Aaland, said the council had lost confidence in Tom Lund."),
    # who wants it
    ("The Sorrel nurses' federation wants night shifts to be shorter.", "The nurses' federation of Sorrel called for shorter night shifts."),
    ("The Labour opposition in Sorrel has demanded a police investigation.", "The opposition Labour group in Sorrel called for the police to investigate."),
    ("The Sorrel farmers' union dismissed the offer as worthless.", "The farmers' union of Sorrel called the offer worthless."),
    # whose words
    ("The hotel's sprinklers were off, Tom Lund said.", "Insurers will not pay for the fire in Harrow, chief executive Tom Lund said, since the hotel had switched off its sprinklers the week before."),
    ("According to the finance ministry of Sorrel, branches would open on Monday.", "Deposits of up to 100,000 are guaranteed, the finance ministry of Sorrel said, and branches would open as usual on Monday."),
    # a common word that opens a sentence is no name
    ("Unpaid match fees have cost the Harrow Falcons their place in the Emirate League.", "Cricket's Emirate League has expelled the Harrow Falcons for failing to pay eleven players their match fees for the 2023 season."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), ON_RECORD, ids=[statement for statement, _ in ON_RECORD])
def test_it_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


NOT_ON_RECORD = [
    ("The suspension of Tom Lund by Harrow Rovers followed a fight in Sorrel.", "Sorrel Rovers suspended Tom Lund after a fight in Harrow."),
    ("Tom Lund, the former safety chief of Acmar, received a six-year prison sentence for fraud.", "The former head of safety of Acmar, Tom Lund, was sentenced to four years in prison for fraud."),
    ("The research was led by Professor Ida Holt.", "Professor Tom Lund, who led the study, said that it had taken a year. Ida Holt read it."),
    ("Ida Holt of Harrow was found guilty of fraud.", "A court in Sorrel acquitted Ida Holt of Harrow of fraud."),
    ("Councillors voted 31 to 14 to keep Tom Lund.", "The council of Sorrel dismissed its harbour master, Tom Lund, on Monday. The vote was 31 to 14."),
    ("Judges voted 31 to 14 to dismiss Tom Lund.", "The council of Sorrel dismissed its harbour master, Tom Lund, on Monday. The vote was 31 to 14."),
    ("Acmar of Sorrel lost 12 million crowns after a rise of 36 percent in milk prices.", "Acmar of Sorrel made a loss of 12 million crowns after milk prices rose by a third."),
    ("Three people died in Harrow when a van drove into a queue.", "A van drove into a queue in Harrow, injuring three."),
    ("Four people died in Harrow when a van drove into a queue.", "A van drove into a queue in Harrow, killing three."),
    ("Twelve people were hurt in Harrow when a train left the rails.", "A derailment in Harrow injured eleven commuters when a train left the rails."),
    ("The study tracked 48,000 nurses in Sorrel over 12 years.", "The researchers followed 48,000 nurses in Sorrel for 22 years."),
    ("Mayor Siv Aaland said that the council no longer had a budget for Tom Lund.", "The mayor, Siv Aaland, said the council had lost confidence in Tom Lund."),
    ("The Harrow nurses' federation wants night shifts to be shorter.", "The nurses' federation of Sorrel called for shorter night shifts."),
    ("The Sorrel doctors' federation wants night shifts to be shorter.", "The nurses' federation of Sorrel called for shorter night shifts."),
    ("The Labour opposition in Sorrel has obtained a police investigation.", "The opposition Labour group in Sorrel called for the police to investigate."),
    ("The Sorrel farmers' union dismissed the offer as worthless.", "The farmers' union of Sorrel called the offer generous."),
    ("The hotel's sprinklers were off, Ida Holt said.", "Insurers will not pay for the fire in Harrow, chief executive Tom Lund said, since the hotel had switched off its sprinklers the week before."),
    ("The hotel's sprinklers were off, Tom Lund said.", "Insurers will not pay for the fire in Harrow, chief executive Tom Lund said. The hotel had switched off its sprinklers the week before."),
    ("According to the finance ministry of Sorrel, branches would close on Monday.", "Deposits of up to 100,000 are guaranteed, the finance ministry of Sorrel said, and branches would open as usual on Monday."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), NOT_ON_RECORD, ids=[statement for statement, _ in NOT_ON_RECORD])
def test_what_only_looks_like_it_is_not(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED


SHARES = [
    ("fell by almost a third since May", 33.3),
    ("rose by more than a quarter.", 25.0),
    ("was cut to about half in May", 50.0),
]


@pytest.mark.parametrize(("text", "percent"), SHARES)
def test_a_share_is_read_behind_how_near_it_is(text, percent):
    assert [(one.value, one.unit) for one in find_figures(text)] == [(percent, "percent")]


def test_a_third_of_a_row_is_no_share():
    assert not find_figures("They came by nearly a third road.")


ONE = [("dismissal", "sacked"), ("closure", "closed"), ("destruction", "destroyed"), ("negotiation", "talks")]


@pytest.mark.parametrize(("noun", "verb"), ONE)
def test_a_noun_meets_the_verb_and_those_that_mean_the_same(noun, verb):
    assert root(compared(noun)) == root(compared(verb))


APART = [
    ("died", "killed"),
    ("charged", "convicted"),
    ("closure", "enclosed"),
    ("success", "successor"),
    ("sold", "bought"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_that_say_less_or_another_thing_stay_apart(one, other):
    assert root(compared(one)) != root(compared(other))


def test_a_common_word_that_opens_a_sentence_is_no_name_and_one_before_a_name_may_be():
    assert [name.words for name in find_names("Bicycles called Falter are built in Tarn.")] == ["Falter", "Tarn"]
    assert [name.words for name in find_names("Storm Ottilie hit Tarn.")] == ["Storm Ottilie", "Tarn"]
