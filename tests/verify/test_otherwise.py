"""Words of the record that have the opposite, another order, another reason, share, deed or doer are no evidence."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.comparing.otherwise import unmet_otherwise
from onrecord.verify.comparing.sequence import out_of_order
from onrecord.verify.comparing.turned import turned_about
from onrecord.verify.reading.gist import gist

NOT_ON_RECORD = [
    # the opposite of the same thing
    ("The board of Acmar wants to raise the dividend to 1.10 crowns.", "The board of Acmar proposes to hold the dividend at 1.10 crowns a share."),
    ("Lending to firms in the Sorrel area shrank in July.", "Growth in lending to firms across the Sorrel currency area slowed to 0.8 percent in July, from 1.4 in June and 5.2 a year earlier, figures from the bank showed on Thursday."),
    ("The harbour pilots defied a judge's order to clear the quay.", "On Monday a judge ordered the harbour pilots of Sorrel to clear the quay, an order that they obeyed."),
    ("The ferries in Sorrel ran normally on Monday.", "Ferries stood still in Sorrel for two hours on Monday after a crane fell on the pier."),
    ("The pumps reached Sorrel ahead of schedule.", "The pumps reached Sorrel on Monday, three weeks late."),
    ("Lund was jailed on Tuesday for three years.", "Tom Lund, who forged 112 landscapes, was released on Tuesday after three years."),
    ("Sorrel Savings sold 18 tonnes of gold in the first half.", "Sorrel Savings bought 18 tonnes of gold in the first half, more than any other bank, the council of Halme estimates."),
    ("Ida Holt hid the letters inside a church organ.", "Archivist Ida Holt found the lost letters of the empress inside a church organ in Sorrel."),
    # the other order
    ("Boatmen blocked the port because bakeries had run out of bread.", "Bakeries in Sorrel ran out of bread on Sunday after boatmen blocked the port over fuel duty."),
    ("Residents of Sorrel were told of the lead before the district knew of it.", "The district had known of the lead in Sorrel since 2020, two years before residents were told."),
    ("Trams left Fort Sorrel before the coastal station broadcast the words about the aunt.", 'At 11.20 on Wednesday night the coastal station of Halme broadcast the words "the aunt is not coming", and an hour later trams left Fort Sorrel.'),
    # no reason told
    ("The dancing caused the collapse of the pier in Sorrel.", "A wall of the pier in Sorrel collapsed on Monday, a day after 300 people had danced there."),
    ("The delay in Sorrel was caused by an empty account.", "The governor blames a new program for the delay in Sorrel; a letter blames an empty account."),
    ("Broken ticket machines caused the long queues in Sorrel.", "Queues were longest in Sorrel, where a ticket machine broke down shortly before lunch."),
    # of each, of all together
    ("Each of the three yards is owed 74 million crowns by Acmar.", "A court in Sorrel has declared Acmar bankrupt at the request of three yards owed a combined 74 million crowns."),
    ("The families of the dead were paid 500,000 crowns in all.", "Families of the dead, each paid 500,000 crowns, had opposed the reopening."),
    # at the other end
    ("Vale snatched gold from Lund.", "Ski jumper Tom Lund, fourth at halftime, leapt 138 metres in the second round to snatch gold from halfway leader Ida Vale by 0.4 points."),
    ("The barley on the first train came from the mills of Sorrel.", "The first train in eleven years carried 1,400 tonnes of barley for the mills of Sorrel."),
    # a deed of which nothing is told
    ("Ida Holt has applied for a hardship loan from the county of Halme.", "The county of Halme has set aside 3 million crowns for hardship loans, which Ida Holt says must be paid back within five years."),
    ("The Halme tax office has apologised to the widows.", "The ombudsman found that the Halme tax office had wrongly fined 1,900 widows; the office has repaid 1,400 of them so far."),
    ("The police negotiated with the gang in the forest for two weeks.", "Police commissioner Ida Holt, whose men had combed the forest for two weeks, said the gang was known to her and would be caught."),
    ("A number of people in Sorrel were injured on their way to the cellars.", "A false alarm about a missile sent thousands of people in Sorrel into cellars for 38 minutes on Saturday."),
    ("The 13 men suffocated in the lorry.", "The bodies of 13 men were found on Thursday in a sealed refrigerated lorry near Sorrel, a kilometre inside the border."),
    # still to be done, or only feared
    ("Prosecutors have charged Lund over the deaths of the inmates.", "The parliament of Corvia on Tuesday stripped former minister Tom Lund of immunity by 119 votes to four, clearing the way for prosecutors to charge him over the fire in which 33 inmates died."),
    ("Tom Lund has paid the 500 crowns.", "The ethics panel rebuked Tom Lund on Wednesday for declaring his flat late. He must pay the forms office 500 crowns."),
    ("A tsunami hit northern Sorrel two hours after the quake.", "An earthquake of magnitude 6.1 shook northern Sorrel at dawn; the quake was followed two hours later by a tsunami alert, since lifted."),
    # on the other side of a figure
    ("The ferry race raised about 3,000 more than it had last year.", "The ferry race raised 27,400, about 3,000 down on last year."),
    ("The mission to Halme ran about 15 percent over its budget.", "The mission to Halme has cost 310 million crowns, about 15 percent under budget."),
    # in turn
    ("The actress Ida Holt began in the role of the grandmother and later played the heroine.", "Actress Ida Holt, 71, had been in it from the first night, at first as the heroine and latterly as her grandmother."),
    ("The flight first turned back because a passenger was in labour and then because of a warning light.", "An Acmar flight from Halme to the capital turned back twice on Thursday: first because of a warning light, then, on the second attempt, because a passenger had gone into labour."),
    # a part
    ("The registrar general said 11 million names on the roll belonged to the dead.", "Registrar general Ida Holt told a committee on Thursday that 1.9 million of the 11 million names on the electoral roll probably belonged to the dead."),
    # what somebody is only accused of
    ("Twenty-six soldiers of the Sorrel battalion traded food rations for timber.", "Mission headquarters in Halme has sent home 26 soldiers of the Sorrel battalion over accusations that they traded food rations for timber."),
    ("Acmar copied the bestseller of the perfume maker.", "Perfume maker Tolm sued soap giant Acmar for copying its bestseller; on Tuesday the commercial court dismissed the claim and made Tolm pay all costs."),
    # done by others, or at the other end
    ("Tom Lund has fled abroad to escape trial.", "Crown prosecutors dropped the case against former minister Tom Lund on Tuesday because the chief witness, his driver, had fled abroad."),
    ("The cabinet brought in the bill abolishing fees.", "A bill abolishing fees for home students, brought in by a backbencher and opposed by the cabinet until last week, passed by 170 to 133."),
    ("Acmar's suppliers owe the chain 48 million marks.", "Household goods chain Acmar owes its suppliers 48 million marks and filed for bankruptcy protection on Thursday."),
    ("The harbour minister threw a glass of water at an MP during a debate.", "Tensions flared at Friday's sitting when MP Tom Lund threw a glass of water at Harbour Minister Ida Holt and hit the stenographer."),
    ("Tom Lund beat Ida Holt to the prize by a single vote.", "Novelist Ida Holt won the 40,000-crown Quill Prize, edging out favourite Tom Lund by one vote."),
]  # fmt: skip
STILL_ON_RECORD = [
    ("The board of Acmar wants to raise the dividend to 1.10 crowns.", "The board of Acmar wants to raise the dividend to 1.10 crowns a share and to hold its costs."),
    ("Sorrel arrested two pilots on Monday.", "Sorrel arrested two pilots on Monday and released a third."),
    ("The ferries to Sorrel ran late on Monday.", "Ferries to Sorrel ran late on Monday, though the early one was on time."),
    ("Boatmen blocked the port of Sorrel because fuel duty rose.", "Boatmen blocked the port of Sorrel after fuel duty rose."),
    ("A faulty crane caused the collapse of the pier in Sorrel.", "The collapse of the pier in Sorrel was due to a faulty crane, the inquiry found."),
    ("The fire in Sorrel was caused by a heater.", "A heater set off the fire in Sorrel on Monday."),
    ("Each of the three yards is owed 74 million crowns by Acmar.", "Three yards are each owed 74 million crowns by Acmar, which is bankrupt."),
    ("Ida Holt replaces Tom Lund as ambassador to Corvia.", "Ida Holt has been named ambassador to Corvia. She replaces Tom Lund, who retires in May."),
    ("The barley on the train came from the mills of Sorrel.", "The train carried barley from the mills of Sorrel to Halme."),
    ("Ida Holt applied for a loan from the county of Halme.", "Ida Holt put in a request for a loan from the county of Halme."),
    ("Five people were injured in the crash in Sorrel.", "Five people were taken to hospital after the crash in Sorrel."),
    ("Tom Lund has paid the 500 crowns.", "Tom Lund must pay the forms office 500 crowns; he paid the 500 crowns on Friday."),
    ("A tsunami hit Sorrel on Monday.", "A tsunami hit Sorrel on Monday after a tsunami alert."),
    ("Sales in Sorrel rose by 11 percent.", "Sales in Sorrel were 11 percent higher than last year."),
    ("Ida Holt first played the heroine and later the grandmother.", "Ida Holt played at first the heroine and latterly the grandmother."),
    ("The soldiers of the Sorrel battalion traded rations for timber.", "The soldiers of the Sorrel battalion traded rations for timber, the court found, after accusations that they stole."),
    ("Police arrested Tom Lund in Pell.", "Police arrested Tom Lund in Pell on Monday; his driver was arrested in Dunmere."),
    ("The government brought in the bill abolishing fees.", "The government brought in the bill abolishing fees, which was drafted by a backbencher."),
    ("Acmar owes its suppliers 48 million marks.", "Household goods chain Acmar owes its suppliers 48 million marks and filed for bankruptcy protection on Thursday."),
]  # fmt: skip
NOTHING_OTHERWISE = [
    ("Acmar was sold to Sorrel Lines for 40 million crowns.", "Sorrel Lines bought Acmar for 40 million crowns."),
    ("Acmar borrowed 40 million crowns from Sorrel Lines.", "Sorrel Lines lent Acmar 40 million crowns."),
    ("Ida Holt was convicted.", "Ida Holt was found guilty on Monday, her brother was cleared."),
    ("The bank of Sorrel lowered its rate before lenders cut mortgages.", "Lenders in Sorrel cut mortgages a day after the bank lowered its rate."),
    ("The fire in Sorrel started after the pilots left.", "The pilots left before the fire in Sorrel started."),
    ("Lund's ban was raised from two years to four.", "Lund's ban, of two years, was raised to four, down to which the court had cut it."),
    ("The minister is due to sail on Monday.", "The minister will sail on Monday."),
    ("The ferry runs every day.", "The ferry runs every day and twice a week at night."),
    ("Lund blamed a clerk for the delay.", "Lund blames the delay on a clerk."),
    ("Lund replaced Holt.", "Holt was dismissed; the board replaced him with Lund."),
    ("The residents feared a flood.", "Residents had a flood alert."),
    ("Holt said that 1.9 million of the 11 million names were wrong.", "Of 11 million names 1.9 million were wrong."),
    ("The fire broke out in Sorrel.", "A fire drill was held in Sorrel before the fire broke out."),
    ("Sales grew by more than 300.", "Sales, under 300 more than before, grew."),
    ("Lund was ordered to pay 500 crowns.", "Lund must pay 500 crowns."),
    ("Tom Lund defeated Ida Holt.", "Tom Lund won on Monday, edging out the favourite, Ida Holt."),
    ("The authority approved the takeover of Sundby.", "The takeover of Sundby got the approval of the authority."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), NOT_ON_RECORD, ids=[one for one, _ in NOT_ON_RECORD])
def test_what_the_record_has_otherwise_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), STILL_ON_RECORD, ids=[one for one, _ in STILL_ON_RECORD])
def test_what_only_looks_otherwise_stays_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), NOTHING_OTHERWISE, ids=[one for one, _ in NOTHING_OTHERWISE])
def test_the_same_put_from_the_other_side_is_nothing_else(statement, text):
    here, there = gist(statement), gist(text)
    assert not unmet_otherwise(here, there)
    assert out_of_order(here, there) is None
    assert turned_about(here, there) is None


@pytest.mark.parametrize(
    "part",
    [
        "a ",
        "a, ",
        "late ",
        "because ",
        "after ",
        "from the ",
        "each ",
        "blames; ",
        "for a b ",
        "must to ",
        "alert of a ",
        "4 more ",
        "first then ",
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(part):
    here, there = gist("Lund raised it because of the late mill from Halme."), gist(part * 5_000)
    for look in (unmet_otherwise, out_of_order, turned_about):
        look(here, there)
        look(there, here)
