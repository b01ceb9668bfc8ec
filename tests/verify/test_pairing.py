"""A figure is of its year, name and place, a part is not the whole, and a day and a place are of their deed."""

from datetime import date

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label

STRIKE = "The strike at Lind harbour began on 3 June 2025 and ended on 9 June 2025."
BREAD = "The price of bread in Lind was 4 crowns in 2020 and is 6 crowns now."
SCHOOL = "The Lind school has 420 pupils, up from 390 last year and 350 in 2020."
JOBS = "Unemployment in Brannoch fell to 4.1 percent in May from 4.6 percent in April."
SEATS = "The Liberal Party won 41 seats and the Farmers' Party 27 in the Brannoch election on Sunday."
VOTE = "Ingrid Voss was re-elected mayor on Sunday with 53.1 percent of the vote. Her challenger, Pell Marden, got 46.9 percent."
BUSES = "Only 3 of the 40 buses in Ostwick are electric."
MINERS = "Five of the seven miners trapped at Holm were brought out alive on Monday."
RESCUED = "All but two of the miners at Carrow were rescued on Tuesday."
LIBRARY = "The library in Ostwick is open every day but Monday 16 June 2025."
POLL = "A survey published on Monday put the Wren Party at 29 percent in Tabor. In the election of 2023 it had won 36 percent in Tabor."
HURT = "Three people were injured in Pell, one of them critically; nobody was killed."
DOCKS = "Dockers at Pell returned to work on Friday. At Dunmere the strike goes on."

POSTS = "A lack of doctors was the reason, not money, Ashgrove said: of nine posts four are vacant."
CHILD = "Ilse Thorvald, the new minister, grew up in Isle Tarrow as one of five children."
TRAM = "Corbel's third tram line opened on Sunday, thirteen months late and 22 million florins over budget."
FLOOD = "The Sull reached 6.4 metres at Pell, 20 centimetres below the record of 1953, when 41 people died."

BEES = "Those bees set down beside a fence got home in 11 minutes on average, compared with 19 for those released in open meadow."
PIT = "Rescuers brought two miners to the surface near Crane on Monday evening, fifty hours after a tunnel collapsed."
GALLERY = "Her first exhibition, in Corbel in 1965, sold nothing; a decade later the national gallery bought three of her works."

RENT = "The average rent in Saltmere rose 8 percent last year to 940 florins a month; only Corbel is dearer."
RAIDS = (
    "Thieves broke into the Corbel Museum on Wednesday. An hour later a break-in at the Thornby coin cabinet was foiled. "
    "A 27-year-old man was arrested there."
)

BANK = "Governor Astrid Molk has hinted at a cut; three of its seven members voted for one in January."
ROWERS = "Crane Town's women's eight won the Saltmere Head in a record 17:42, with Thornby second and the university crew third."

FIRMS = "Tolm employs 900 people, Brekk Marine 450."
PARTIES = (
    "The Wren Party would become the strongest force if an election were held now, according to a poll by Votum published on "
    "Saturday. It stands at 31 percent, Labour at 27 and the Liberals at 16."
)

PRICES = (
    "Consumer prices in Veldt were 3.4 percent higher in February than a year earlier, the statistics office said on Wednesday, "
    "after 3.9 percent in January. Economists had expected 3.6."
)
HELD = "The central bank of Veldt left its key rate at 4.5 percent on Thursday, surprising markets."

RATES = (
    "Lenders including Banque du Lac and Kredita cut mortgage rates on Tuesday, a day after the national bank lowered its key "
    "rate to 3.5 percent."
)

TOGETHER = [
    ("Kredita reduced its mortgage rates on Tuesday.", RATES),
    ("Banque du Lac was among the banks that reduced their mortgage rates on Tuesday.", RATES),
    ("The central bank left its key rate at 4.5 percent.", HELD),
    (
        "The central bank raised its rate in March.",
        "The central bank left its key rate at 4.5 percent on Thursday after it had raised the rate in March.",
    ),
    (
        "The council lowered the fee in Tarn.",
        "The council kept the pool in Tarn open at weekends. It lowered the fee.",
    ),
    ("The unions demand 6 percent more pay.", "Unions demand 6 percent more pay. Employers have offered 2.5."),
    ("Tolm employs 900 people.", FIRMS),
    ("Labour stands at 27 percent.", PARTIES),
    ("Pell had 40 fires last year.", "Pell had 40 fires last year, Tarn 12, and Pell 3 this year."),
    (
        "Apollo 11 carried 900 people to Tarn.",
        "The ferry left at noon, and Apollo 11 carried 900 people to Tarn.",
    ),
    ("The university crew was third.", ROWERS),
    ("Osei finished second in Tarn.", "Osei, who was first in Pell, finished second in Tarn."),
    ("Three of the seven members voted for a cut in January.", BANK),
    (
        "Forty firefighters fought the blaze in Tarn.",
        "Twenty of the forty firefighters who fought the blaze in Tarn came from Pell.",
    ),
    ("The average rent in Saltmere is 940 florins a month.", RENT),
    ("Prices in Corbel rose 5 percent.", "Prices in Veldt rose 3 percent, but Corbel saw prices rise 5 percent."),
    (
        "Two people were killed by a fire in Veldt.",
        "A fire in Corbel, the capital of Veldt, killed two people on Friday.",
    ),
    ("The price of bread in Tarn is 4 crowns.", "The price of bread in Tarn is 4 crowns; only Halme is cheaper."),
    ("A man was arrested at the Thornby coin cabinet.", RAIDS),
    ("There was a fire at the Pell Museum.", "Police in Tarn were busy. There was a fire at the Pell Museum."),
    ("Two miners were brought to the surface near Crane on Monday evening.", PIT),
    ("Ida Holt resigned on Monday.", "Ida Holt resigned on Monday, two days after she lost a vote in the council."),
    ("Ida Holt was killed in 2015.", "Ida Holt was jailed in 2013; two years later, in 2015, she was killed in Pell."),
    (
        "The bridge in Pell was closed on Friday.",
        "The bridge in Pell was closed on Friday, hours after a lorry hit it.",
    ),
    ("Skarn won 3 games at home.", "Skarn won 3 games at home, compared with 5 at home last year."),
    (
        "Unemployment in Marsholm is 4 percent.",
        "Unemployment in Marsholm is 4 percent, compared with 7 percent in Pell.",
    ),
    ("The Sull reached 6.4 metres at Pell.", FLOOD),
    ("Corbel's third tram line was 22 million florins over budget.", TRAM),
    (
        "Ilse Thorvald has five children.",
        "Ilse Thorvald, who has five children, grew up in Isle Tarrow as one of three children.",
    ),
    ("Three men were arrested in Pell.", "Tom Lund, one of three men arrested in Pell, is a teacher."),
    ("The Wren Party won 36 percent in the election of 2023 in Tabor.", POLL),
    ("Three people were injured in Pell.", HURT),
    ("Three people were seriously injured in Pell.", "Three people were seriously injured in Pell on Monday."),
    ("The strike at Dunmere goes on.", DOCKS),
    (
        "Orrin's sales fell to 310 million crowns in 2024.",
        "Orrin's sales fell to 310 million crowns in 2024. In 2023 they had been 340 million.",
    ),
    ("The strike at Lind harbour began on 3 June 2025.", STRIKE),
    ("The strike at Lind harbour ended on 9 June 2025.", STRIKE),
    ("The price of bread in Lind was 4 crowns in 2020.", BREAD),
    ("The price of bread in Lind is 6 crowns.", BREAD),
    ("The Lind school has 420 pupils.", SCHOOL),
    ("Unemployment in Brannoch was 4.1 percent in May 2025.", JOBS),
    ("The Liberal Party won 41 seats in the Brannoch election.", SEATS),
    ("Ingrid Voss was re-elected with 53.1 percent of the vote.", VOTE),
    ("Only 3 of the 40 buses in Ostwick run on electricity.", BUSES),
    ("Ostwick has 40 buses.", BUSES),
    ("Five miners were brought out alive at Holm on Monday.", MINERS),
]

APART = [
    ("The central bank cut its key rate on Thursday.", HELD),
    ("Brekk Marine employs 900 people.", FIRMS),
    ("Labour stands at 31 percent.", PARTIES),
    ("The Liberals stand at 27 percent.", PARTIES),
    ("The university crew finished second.", ROWERS),
    ("Seven members voted for a cut in January.", BANK),
    ("The average rent in Corbel is 940 florins a month.", RENT),
    ("A man was arrested at the Corbel Museum.", RAIDS),
    ("The tunnel collapsed on Monday.", PIT),
    ("The national gallery bought three of her works in 1965.", GALLERY),
    ("Bees released in open meadow got home in 11 minutes.", BEES),
    ("In the open meadow the bees got home in 11 minutes on average.", BEES),
    ("Nine posts are vacant.", POSTS),
    ("Ilse Thorvald has five children.", CHILD),
    ("The tram line in Corbel cost 22 million florins.", TRAM),
    ("The Sull reached 20 centimetres at Pell.", FLOOD),
    ("The Sull reached a record level at Pell.", FLOOD),
    ("The Wren Party won 29 percent in the election of 2023 in Tabor.", POLL),
    ("Three people were injured critically in Pell.", HURT),
    ("Forty-one people fell seriously ill in Lunden.", "Forty-one people fell ill in Lunden, but none seriously."),
    ("The strike at Pell goes on.", DOCKS),
    ("The strike at Lind harbour began on 9 June 2025.", STRIKE),
    ("The strike at Lind harbour ended on 3 June 2025.", STRIKE),
    ("The price of bread in Lind was 6 crowns in 2020.", BREAD),
    ("The Lind school had 420 pupils in 2020.", SCHOOL),
    ("Unemployment in Brannoch was 4.1 percent in April 2025.", JOBS),
    ("The Farmers' Party won 41 seats in the Brannoch election.", SEATS),
    ("Pell Marden got 53.1 percent of the vote.", VOTE),
    ("40 buses in Ostwick are electric.", BUSES),
    ("Seven miners were brought out alive at Holm on Monday.", MINERS),
    ("Two miners at Carrow were rescued.", RESCUED),
    ("The library in Ostwick is open on Monday 16 June 2025.", LIBRARY),
]


@pytest.mark.parametrize(("statement", "text"), TOGETHER)
def test_what_the_record_has_together_is_on_record(statement, text):
    assert check(statement, report(text, on=date(2025, 6, 12)), as_of=date(2025, 6, 13)).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), APART)
def test_what_it_has_apart_is_not(statement, text):
    verdict = check(statement, report(text, on=date(2025, 6, 12)), as_of=date(2025, 6, 13))
    assert verdict.label is not Label.SUPPORTED


def test_what_came_about_is_not_what_was_expected():
    told = report(PRICES, title="Inflation eases to 3.4 percent but food dearer")
    assert check("Economists expected inflation of 3.4 percent.", told).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("Consumer prices in Veldt were 3.4 percent higher in February.", told).label is not Label.REFUTED
