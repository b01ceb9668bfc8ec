"""Sentences of a page beside a reply, which the judge alone would take for part of it."""

import pytest
from tests.restore.test_cohesion import FERRY

from onrecord.data import RemovalKind, RemovalStatus, Span
from onrecord.read import read_text
from onrecord.restore import restore

CHEESE = (
    "Cheese prices fall as milk lakes grow\n"
    "Cheese has become cheaper for the third month in a row, the price board in Holm said. A kilo of hard cheese cost 9.80 in "
    "April, 70 cents less than in January. Dairies blame a glut of milk after a mild winter.\n"
    "Farmers get 38 cents a litre, which the farmers' union says is less than it costs to make it.\n"
    "The ministry is considering storage aid.\n"
    "{pasted}\n"
)
CABLE_CAR = (
    "Cable car to Hornspitz stands still\n"
    "The cable car to the Hornspitz will stand still until Easter after a gear broke on Sunday, stranding 54 skiers for three hours.\n"
    "No one was hurt. A helicopter took down two people who felt faint.\n"
    "The part has to be made in Italy, said operator Max Zell.\n"
    "Season ticket holders get a fifth of their money back.\n"
    "{pasted}\n"
)
PIPELINE = (
    "Vote on Orsk pipeline put off again\n"
    "Parliament in Tarrow has put off a vote on the Orsk pipeline for the third time this year.\n"
    "Speaker Nadia Quell said that 11 amendments had not been translated in time.\n"
    "{pasted}\n"
    "The pipeline is to carry gas from the Orsk field to the coast, 430 kilometres away.\n"
    "The opposition says that the government does not have the votes.\n"
)
AIRLINE = (
    "Airline to drop meals on flights under two hours\n"
    "Aerolane will stop serving free meals on flights of less than two hours from 1 June, the airline said on Tuesday, as it tries "
    "to cut its costs by a tenth.\n"
    "Passengers will be able to buy sandwiches and drinks on board.\n"
    "{pasted}\n"
    "The cabin crew union said its members would bear the brunt of complaints.\n"
    "Aerolane lost 210 million last year.\n"
)


@pytest.mark.parametrize(
    ("page", "reply"),
    [
        (CHEESE, "Let me know if this works, or if you'd prefer a different angle!"),
        (CHEESE, "Hope that helps! Feel free to reach out if you have more questions."),
        (CABLE_CAR, "Let me know if this works, or if you'd prefer a different angle!"),
        (PIPELINE, "It looks like your message was cut off. Could you send the rest of the paragraph?"),
        (
            PIPELINE,
            "I can't help with responses on elections and political figures right now. While I would never deliberately share "
            "something that's inaccurate, I can make mistakes. So, while I work on improving, you can try Google Search.",
        ),
        (AIRLINE, "I'm sorry, but I can't help with that request."),
    ],
)
def test_a_line_of_the_page_beside_a_reply_stays(page: str, reply: str):
    text = page.format(pasted=reply)
    removals = restore(read_text(text)).removals
    assert [one.span.cut(text) for one in removals] == [reply]


def test_what_stands_between_two_replies_stays():
    text = (
        "Mayor of Tolmere to stand down after 14 years\n"
        "Tolmere's mayor, Anders Wick, will not stand again in the elections in May, he told the town council on Thursday night.\n"
        "Note: I couldn't find any independent confirmation that Wick is 67, so you may want to check that before publishing.\n"
        'He said that he wanted to "see the grandchildren before they are taller than me".\n'
        "The deputy mayor, Hanne Roos, is seen as the favourite to follow him. "
        "Let me know if you'd like me to add a paragraph on the other candidates!\n"
        "The Greens have not yet named anybody.\n"
    )
    removals = restore(read_text(text)).removals
    kept = [one.span.cut(text) for one in removals]
    assert not any("grandchildren" in words or "favourite" in words for words in kept)


@pytest.mark.parametrize(
    ("page", "reply", "own"),
    [
        (  # the page has what replies have too, in a sentence that speaks to nobody
            "Court rules on right to delete\n"
            "A user of the marketplace Tradeo has the right to have her reviews deleted, a court in Brom ruled on Thursday.\n"
            "The user asked for 41 reviews to be removed in 2022. Tradeo refused.{pasted}\n"
            "Based on the available information, the court found no reason why the reviews should stay.\n"
            "Tradeo said that it would study the ruling.\n",
            "I'm sorry, but I can't help with that request.",
            "Based on the available information",
        ),
        (  # the page denies what its headline denies, and reports who does
            "Pryce no longer premier, court confirms\n"
            "Edmund Pryce is no longer premier of Sorrel, the high court confirmed on Monday. Ruth Calder was sworn in an hour "
            "later.{pasted}\n"
            "There is no credible evidence of fraud in the vote, the judges wrote.\n"
            "Former premier Pryce has not made any statement. His party called the ruling misinformation.\n",
            "My previous response contained an error. Here is the corrected paragraph.",
            "Edmund Pryce",
        ),
        (  # glued to the full stop of a quotation
            "Bakers' strike leaves Corvo without bread\n"
            "Bakeries across the city of Corvo stayed closed on Monday as bakers walked out over night shifts.\n"
            'The union says that 3,400 of about 4,000 bakers took part. Employers put the figure at "well under half".{pasted}\n'
            "Talks are to resume on Wednesday, mediator Lucia Ferrand said.\n",
            "Just to flag: the figure in this paragraph doesn't match the one in your notes.",
            "Employers put the figure",
        ),
    ],
    ids=["formula", "denial", "glued"],
)
def test_a_sentence_of_the_page_that_a_reply_is_glued_to_stays(page: str, reply: str, own: str):
    restoration = restore(read_text(page.format(pasted=reply)))
    assert own in restoration.restored
    assert any(one.span.cut(restoration.document.text).startswith(reply) for one in restoration.removals)


@pytest.mark.parametrize(
    "reply",
    [
        "This answer reflects information available to me as of early 2023.",
        "It looks like your message was cut off. Could you send the rest of the paragraph?",
    ],
)
def test_a_quotation_with_its_speaker_is_no_other_story(reply: str):
    text = (
        "Village shop saved by 212 residents\n"
        "The last shop in Nether Poole will stay open after 212 residents bought shares in it.\n"
        '"We had six weeks to find 90,000 and we found 104,000," said Gwen Marsh, who ran the campaign.\n'
        "The shop will be run by a paid manager and 30 volunteers.\n"
        f"{reply}\n"
        "It sells bread, stamps and, from June, a cup of coffee.\n"
    )
    assert restore(read_text(text)).restored == text.replace(reply, "")


def test_what_a_reply_tells_of_the_matter_itself_goes_with_it():
    reply = (
        "Based on the search results, Aerolane will end free meals on short flights.\n- **Start**: 1 June\n"
        "- **Saving**: 14 million\nIndustry experts say that the move is likely to be followed by others."
    )
    text = AIRLINE.format(pasted=reply)
    (removal,) = restore(read_text(text)).removals
    assert removal.span.cut(text) == reply
    assert (removal.kind, removal.status) == (RemovalKind.CHATBOT_REPLY, RemovalStatus.REMOVED)


def test_a_line_above_what_begins_as_a_turn_of_an_assistant_stays():
    text = (
        "Tram line 9 will be three years late\n"
        "The first trams on line 9 will run in 2030 and not in 2027, the transport authority of Weller City said on Monday.\n"
        "The reason is a sewer that was on no map. It is made of oak, is about 300 years old and still in use.\n"
        "{pasted}"
        "“We cannot close it, and we cannot move it,” said project manager Ewa Lindh. “We can only admire it.”\n"
        "The delay costs 38 million krats. The state pays no more than it promised in 2021.\n"
    )
    reply = (
        "- Sure, here's a fifth point you could add: **Weather:** Expect mild temperatures and light winds, ideal for a tram "
        "ride. Would you like me to check the forecast?\n"
    )
    assert "The reason is a sewer" in restore(read_text(text.format(pasted=reply))).restored


FESTIVAL = (
    "Beer festival in Northgate moves to the docks\n"
    "The Northgate beer festival leaves the market square after 31 years. From this summer it will be held at the old docks, "
    "where there is room for twice as many stands.\n"
    "Residents of the square had complained about noise. “I like beer,” said Inga Moll, 71, who lives above the chemist's. “I "
    "do not like it sung.”{pasted}\n"
    "Forty-four breweries have signed up. A glass costs 5.50, fifty cents more than last year.\n"
)


def test_the_lead_of_a_page_does_not_go_with_a_marked_up_title_behind_it():
    title = (
        " 🍺 **Northgate Beer Festival: What You Need to Know** 🎉\n\n✅ New location: the old docks\n✅ Twice the number of "
        "stands\n✅ Shuttle buses from the station\n\nLet me know if you want a catchier headline!"
    )
    restored = restore(read_text(FESTIVAL.format(pasted=title))).restored
    assert all(line in restored for line in FESTIVAL.format(pasted="").splitlines())


def test_a_paragraph_that_speaks_to_who_asked_from_end_to_end_goes_whole():
    reply = (
        "As of my knowledge cutoff, I don't have information on Storm Ylva. Storm names and impacts change rapidly, so I'd "
        "suggest checking the national weather service for up-to-the-minute warnings."
    )
    text = (
        "Storm Ylva: Latest as 40,000 homes lose power\n10:42\nThe Hale bridge is closed to lorries. Police ask drivers to go by "
        "Northgate.\n10:31\nNet operator Krafta says 40,300 homes are without power, most of them on the coast between Tolne "
        "and Vik.\n{pasted}10:15\nAll ferries to Skarvoy are cancelled until at least 6 p.m., Tolne Line says.\n09:58\nA gust of "
        "41 metres a second was measured at Hund lighthouse at 9:50, the highest there since 2005.\n"
    )
    restored = restore(read_text(text.format(pasted=f"{reply}\n"))).restored
    assert restored.split() == text.format(pasted="").split()


LIBRARY = (
    "Library in Old Marrin to close on Mondays\n"
    "From September the town library in Old Marrin will stay shut on Mondays. The council's culture committee voted for the "
    "change on Wednesday by five votes to four.\n"
    "The saving is small, about 31,000 crowns a year. Councillor Petra Noss, who voted against it, called it “the price of "
    "one roundabout plant bed”.\n"
    "Librarian Joost Ekman said that Monday was the busiest day for schoolchildren. Last year 14,300 visits were counted on "
    "Mondays alone.\n"
    "The committee also agreed to keep the mobile library, which stops in eleven villages, until at least 2027.\n"
    "{pasted}\n"
)


def test_a_list_goes_whole_with_what_leads_to_it_and_what_is_offered_below():
    reply = (
        "Here are the key takeaways from the article:\n\n"
        "- **Closure:** The library will close on Mondays starting in September.\n"
        "- **Savings:** Approximately 31,000 crowns per year.\n"
        "- **Opposition:** Councillor Petra Noss criticized the decision.\n"
        "- **Mobile library:** Will continue until at least 2027.\n\n"
        "Would you like me to shorten this for a newsletter?"
    )
    assert restore(read_text(LIBRARY.format(pasted=reply))).restored.strip() == LIBRARY.format(pasted="").strip()


PUB = (
    "Village pub saved by 312 shareholders\n"
    "The Crooked Billet in Upper Sallow will stay a pub. Its 312 new owners, most of them regulars, signed for it on Friday with "
    "a pen that had to be handed round.\n"
    "A share cost £250. The brewery had wanted to sell the house to a developer, who planned four flats.\n"
    "{pasted}\n"
    "“I own a door handle,” said Reg Tully, 77. “Perhaps half of one.”\n"
    "The first pint was drawn at noon. It went to the vicar, who had prayed for it.\n"
)
LINE_NINE = (
    "Tram line 9 will be three years late\n"
    "The first trams on line 9 will run in 2030 and not in 2027, the transport authority of Weller City said on Monday.\n"
    "The reason is a sewer that was on no map. It is made of oak, is about 300 years old and still in use.\n"
    "“We cannot close it, and we cannot move it,” said project manager Ewa Lindh. “We can only admire it.”\n"
    "{pasted}\n"
    "The delay costs 38 million krats. The state pays no more than it promised in 2021.\n"
)
SAUNA = (
    "Mayor of Lund Bay steps down over sauna\n"
    "Mayor Kaj Viborg of Lund Bay resigned on Tuesday because of a sauna that the town had paid for and that stood in his "
    "garden.\n"
    "The auditors had found the {pasted} bill, for 71,000 krats, under “maintenance of schools”.\n"
    "Viborg said that the sauna had been open to everybody. “The gate was never locked.” It was, his neighbours told the Lund "
    "Bay Courier.\n"
    "His deputy, Ellen Storm, takes over until the election in May.\n"
)
MILK = (
    "Milk prices: where farmers get most\n"
    "Dairies in the south pay more for milk than those in the north, according to figures that the farmers' union published on "
    "Monday.\n"
    "In the south it was 46 cents a litre in January, in the north 39.\n"
    "The gap has never been so wide. Aksel Rood, who milks 60 cows near Hestrand, gets 38.2.\n"
    "{pasted}“I could pour it into the fjord and swim in it,” he said. “That would be dearer.”\n"
)
TANNERY = (
    "Tannery in Corbel files for protection from creditors\n"
    "The Corbel tannery Haas & Lind, which has dyed leather since 1883, asked a court on Monday for protection from its "
    "creditors. All 140 jobs are in doubt.\n"
    "Managing director Ruth Lind blamed the price of gas, which has tripled in two years, and the loss of a carmaker that "
    "bought a third of what the company made.\n"
    "{pasted}\n"
    "The administrator, Hamid Oster, a lawyer from Vell, will report to the court by the end of May. Wages are paid until then "
    "by the labour agency.\n"
    "“We have orders until August,” Lind said. “It is not as if nobody wanted leather.”\n"
)


@pytest.mark.parametrize(
    ("page", "reply"),
    [
        (
            PUB,
            "To restructure a company under creditor protection, you should generally follow these steps:\n1. Assess the "
            "company's current financial position and cash flow.\n2. Communicate openly with creditors and employees.\n3. "
            "Develop a viable restructuring plan with the help of a professional advisor.\n4. Submit the plan to the court "
            "for approval.\n\nLet me know if you'd like a template for a restructuring plan!",
        ),
        (
            LINE_NINE,
            "I kept the tone warm but factual, removed the repeated phrase about the ferry, and tightened the second sentence. "
            "If you want it a bit shorter, I can trim it further.",
        ),
        (
            SAUNA,
            "- Sure, here's a fifth point you could add: **Weather:** Expect mild temperatures and light winds, ideal for a "
            "tram ride. Would you like me to check the forecast?",
        ),
        (
            MILK,
            "Here are three alternative headlines:\n1. Dunmore Cable Car Delayed Again Over Safety Tests\n2. Brake Checks "
            "Stall Slane Cable Car\n3. No Cable Car for Dunmore This Year",
        ),
        (
            TANNERY,
            "Heat pumps are generally 300–400% efficient, meaning they deliver three to four units of heat for every unit of "
            "electricity consumed.[1][2] Subsidies for heat pumps vary by region, and many programs have seen "
            "higher-than-expected demand.[3]\n\nSources:\n[1] energyfacts.example\n[2] heatpumpguide.example\n[3] "
            "subsidytracker.example",
        ),
    ],
    ids=["lead", "lines above", "broken sentence", "glued list", "lines on both sides"],
)
def test_no_word_of_the_page_goes_with_a_reply(page: str, reply: str):
    text = page.format(pasted=reply)
    start = page.index("{pasted}")
    own = [Span(start=0, end=start), Span(start=start + len(reply), end=len(text))]
    cut = restore(read_text(text)).removed
    assert not any(one.overlaps(span) and _shared(one, span).cut(text).strip() for one in cut for span in own)


def _shared(one: Span, other: Span) -> Span:
    return Span(start=max(one.start, other.start), end=min(one.end, other.end))


@pytest.mark.parametrize(
    "reply",
    [
        "Sure! Here's the data in table form:\n\n| Region | Price (cents/l) |\n|---|---|\n| South | 46 |\n| North | 39 |\n\nWould "
        "you like me to add a column with last year's prices?",
        "🍺 **Northgate Beer Festival: What You Need to Know** 🎉\n\n✅ New location: the old docks\n✅ Twice the number of "
        "stands\n✅ Shuttle buses from the station\n\nLet me know if you want a catchier headline!",
        '```json\n{\n  "headline": "Parking app sends fines to wrong drivers",\n  "summary": "1,870 drivers received erroneous '
        'fines.",\n  "tags": ["parking", "app", "fines"]\n}\n```',
    ],
    ids=["table and offer", "points behind pictures", "fence"],
)
@pytest.mark.parametrize("page", [PUB, LINE_NINE], ids=["pub", "tram"])
def test_what_stands_beside_a_reply_and_speaks_as_it_does_goes_with_it(page: str, reply: str):
    assert restore(read_text(page.format(pasted=reply))).restored.split() == page.format(pasted="").split()


def test_a_list_of_its_own_numbers_is_no_part_of_a_numbered_page() -> None:
    page = """What you need to know on Monday

1. FERRY TO KARSHOLM STAYS IN PORT.

The ferry between Tarnby and Karsholm will not sail before Friday after a crack was found in its hull, its owner said.

2. COUNTY VOTES ON SCHOOL MERGER.

Councillors in Hexley vote tonight on a plan to merge two village schools whose rolls have fallen below forty.

3. GRANARY BURNS IN DUNMORE.

{}A granary built in 1911 burned to the ground on Sunday night, and nobody was hurt, the fire service said.

4. BREKK MARINE NAMES A NEW CHIEF.

Lena Marsh, who ran the company's yard in Tarnby for nine years, takes over from Nils Holt in May.
"""
    reply = """1. "Sleep is the one medicine that costs nothing." - This quote supports the idea that regular sleep can be an \
effective tool in preventing illness.
2. "We do not have to wait for a new drug to be discovered." - This quote highlights that proven methods already exist.
3. "A tired mind repeats its mistakes." - This quote emphasizes the importance of rest for learning and memory.

"""
    assert restore(read_text(page.format(reply))).restored.split() == page.format("").split()


@pytest.mark.parametrize(
    "own",
    [
        "If you're looking for books to read on the matter, we've rounded up a few options for beginning your reading:",
        "If you'd like to contribute to our reporting and share your experience as a source, you can fill out this form.",
        "This is part of our coverage of mountain villages. If you'd like to share your experience, you can fill out this form.",
    ],
)
def test_an_outlet_that_speaks_of_its_own_work_is_pointed_at(own: str) -> None:
    page = read_text(CABLE_CAR.format(pasted=own))
    assert all(one.status is RemovalStatus.SUSPECTED for one in restore(page).removals)


def test_what_only_assistants_say_goes_though_it_speaks_of_readers() -> None:
    pasted = "I hope this helps! Let me know if you'd like me to rewrite it for our readers in a lighter tone."
    (removed,) = restore(read_text(CABLE_CAR.format(pasted=pasted))).removals
    assert removed.status is RemovalStatus.REMOVED


@pytest.mark.parametrize(
    "led",
    [
        "Below are the main points of the board's statement:\n- The hull will be welded in March.\n"
        "- Tickets stay valid until June.\n- A smaller boat takes passengers from Monday.",
        "Below are the dates on which the smaller boat will sail:\n- Monday, 3 March\n- Tuesday, 11 March\n- Friday, 14 March",
    ],
)
def test_a_list_that_a_line_of_the_page_leads_to_is_pointed_at(led: str) -> None:
    own = FERRY.split("\n")
    page = read_text("\n\n".join([*own[:2], led, *own[2:]]))
    assert all(one.status is RemovalStatus.SUSPECTED for one in restore(page).removals)


def test_a_list_that_a_line_to_who_asked_leads_to_goes() -> None:
    pasted = "Here are some headlines you could use for your story:\n- Cable car to Hornspitz stands still\n- No skiing until Easter"
    (removed,) = restore(read_text(CABLE_CAR.format(pasted=pasted))).removals
    assert removed.status is RemovalStatus.REMOVED


@pytest.mark.parametrize(
    "own", ["I welcome your questions and thoughts on the topic.", "I welcome your questions and thoughts on this."]
)
def test_a_line_of_a_few_words_that_nothing_but_the_judge_tells_is_pointed_at(own: str) -> None:
    page = read_text(
        "Why the harbour of Velm should keep its pilots\n\n"
        "Two winters ago the council of Velm bought a second tug, and the pilots who had asked for it brought forty ships in before the "
        "ice came.\n\nThe ministry now says that one tug is enough, since the new ferry needs none, and that the crew could work "
        f"ashore.\n\n{own}\n\nOn Thursday the harbour board will hear the crews, the fishermen and the owner of the ferry, Ida Holt, who "
        "has said little so far.\n\nWhat the board decides is to hold for ten years, and the second tug would be sold in spring.\n"
    )
    assert [one.status for one in restore(page).removals] == [RemovalStatus.SUSPECTED]


@pytest.mark.parametrize(
    ("story", "pasted"),
    [
        (AIRLINE, "There is currently no public record of the union making such a statement.\nThis development underscores the "
         "importance of transparency and accountability.\nI hope this helps! Feel free to ask if you have further questions."),
        (AIRLINE, "Yes, the union has been in the news recently. Here's an overview: Key factors to consider include economic "
         "pressures and public opinion. If you share the full article, I can give you a more precise summary."),
        (CHEESE, "There is no record of the ministry making such a claim.\nLet me know if you need a shorter version or a "
         "different tone."),
    ],
)  # fmt: skip
def test_what_the_judge_is_sure_of_goes_with_the_offer_below_it(story: str, pasted: str) -> None:
    (removed,) = restore(page := read_text(story.format(pasted=pasted))).removals
    assert (removed.status, removed.span.cut(page.document.text).strip()) == (RemovalStatus.REMOVED, pasted)
