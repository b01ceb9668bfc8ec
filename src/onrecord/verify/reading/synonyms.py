"""Words that news uses for one another, and irregular forms of verbs: the spellings under which sentences meet.

General English, in closed groups. Words share a group only where one may stand for the other in a headline without
a correction; so "killed" stands apart from "died", and "charged" from "convicted".
"""

from __future__ import annotations

import re

from onrecord.verify.reading.derived import NOUNS, WORDS
from onrecord.verify.reading.lookalikes import own_stem

_FORMS = """
    said say, won win, lost lose, fell fall, fallen fall, rose rise, risen rise, held hold, upheld uphold, led lead,
    made make, took take, taken take, gave give, given give, went go, gone go, came come, saw see, seen see, met meet,
    left leave, kept keep, told tell, found find, grew grow, grown grow, began begin, begun begin, became become,
    sent send, built build, paid pay, sold sell, bought buy, brought bring, stood stand, spoke speak, spoken speak,
    struck strike, stricken strike, broke break, broken break, chose choose, chosen choose, drew draw, drawn draw,
    drove drive, fought fight, flew fly, got get, hid hide, knew know, known know, lent lend, ran run, sank sink,
    sunk sink, shook shake, shot shoot, spent spend, stole steal, stolen steal, swore swear, sworn swear, taught teach,
    thought think, threw throw, thrown throw, withdrew withdraw, withdrawn withdraw, wrote write, written write,
    beaten beat
"""
_BASE = dict(pair.split() for pair in _FORMS.split(","))
"""Irregular verbs that news uses often, each form with its base."""

_GROUPS = """
    specimen sample | holiday vacation | rubble debris | picture photo photograph | pupil student | gasoline petrol
    | blast explosion | seize confiscate | disclose reveal | choose select | postpone delay defer | border frontier
    | flee escape | teenager teen | truck lorry | author writer | scientist researcher | construct build | repair
    fix | recruit hire | huge massive enormous giant gigantic | costly expensive | worldwide global globally |
    spokesperson spokesman spokeswoman | automobile car | tornado twister | bill legislation | trip journey | talks
    negotiations | ceasefire truce armistice | hostage captive | agreement accord deal pact | slash cut reduce |
    fire blaze | earthquake quake | unemployed jobless | injured wounded hurt | slain killed | prison jail imprison
    incarcerate | lawmaker legislator | doctor physician | buy purchase acquire acquisition takeover | begin start |
    end finish | help assist aid | firm company corporation | allow permit | ban prohibit outlaw | attack assault |
    protest demonstration demonstrate | protester demonstrator | soldiers troops | child kid | film movie | aircraft
    plane airplane airliner | people individuals | voters electorate | rescue save | destroy demolish | wealthy rich
    | entire whole | halt stop | worker employee | lawyer attorney | illness disease | victory win triumph | yearly
    annual | price cost | suspend pause | hike increase raise | fall drop decline decrease | promise pledge vow |
    resign quit | inquiry probe investigation | resident inhabitant | ship vessel | shut close | wage salary |
    largest biggest | beat defeat | sack dismiss | reject rebuff
    | phone telephone | proof prove | death die | arrival arrive | approval approve
    | refusal refuse | proposal propose | collision collide | expulsion expel | failure fail | growth grow
    | accusation accuse | denial deny | apology apologise apologize | criticism criticise criticize | decision decide
    | improbable unlikely | pensioner retiree | inmate prisoner | motorway highway | flat apartment
    | railway railroad | luggage baggage | rubbish garbage trash | shop store | football soccer | house home
    | shore coast | burglary break-in | murder homicide | gunman shooter | burial funeral
    | chairman chairwoman chairperson chair | rise climb | receive obtain | retain keep | conceal hide | discover find
    | replace substitute | contain include | harm damage | protect safeguard | endorse support | praise laud hail
    | glad pleased happy | cheap inexpensive | quick fast rapid swift | big large | dangerous hazardous
    | strong powerful | illegal unlawful | legal lawful | deadly fatal lethal | contagious infectious
    | vaccine jab | vaccinate inoculate immunise immunize | medicine medication drug | epidemic outbreak
    | injury wound | motorist driver | helicopter chopper | captain skipper | sailor seaman | run-off runoff
    | candidate contender | councillor councilman councilwoman | opponent rival | journalist reporter
    | newspaper paper | prize award | match game | player footballer | team squad | timber wood | warn caution
    | carry transport | depart leave | walkout strike stoppage
    | place spot | jury juror | gust wind | complaint complain | avert avoid | restart resume
    | believe think | gather assemble | vacant empty | seabed seafloor | microbe bacteria | intend intention
"""


_PHRASES = """
    cancel: call|calls|called|calling off; postpone: put|puts|putting off; resign: step|steps|stepped|stepping down;
    reject: turn|turns|turned|turning down; downed: shoot|shoots|shot|shooting down;
    conduct: carry|carries|carried|carrying out; split: break|breaks|broke|broken|breaking up;
    die: lose|loses|lost|losing their lives; die: lose|loses|lost|losing his|her|their life;
    die: pass|passes|passed|passing away; establish: set|sets|setting up;
    participate: take|takes|took|taken|taking part;
    dismiss: lay|lays|laid|laying off; dismiss: throw|throws|threw|thrown|throwing out;
    exclude: rule|rules|ruled|ruling out; exclude: leave|leaves|left|leaving out;
    begin: kick|kicks|kicked|kicking off; shut: shut|shuts|shutting down;
    oppose: vote|votes|voted|voting against; abandon: walk|walks|walked|walking away;
    abandon: break|breaks|broke|broken|breaking off; concede: admit|admits|admitted|admitting defeat;
    destroy: burn|burns|burned|burnt|burning down; blame: put|puts|putting|lay|lays|laid the blame;
    testify: give|gives|gave|given|giving evidence; return: go|goes|went|gone|going home|back;
    offer: takeover bid|bids|offer|offers; derail: leave|leaves|left|leaving the rails|track|tracks;
    derail: come|comes|came|coming off the rails|track|tracks;
    demand: call|calls|called|calling for; convict: find|finds|found guilty; freed: set|sets|setting free;
    strike: walk|walks|walked|walking out; hospitalise: take|takes|took|taken|taking|rushed to hospital;
    suspend: put|puts|putting on hold; explode: blow|blows|blew|blown|blowing up;
    restart: start|starts|started|starting|begin|begins|began|begun|beginning again;
    repay: pay|pays|paid|paying back; recover: get|gets|got|getting back; introduce: bring|brings|brought|bringing in
"""

_LIGHT = """
    make|makes|made|making: decision offer bid promise pledge proposal announcement statement apology attempt appeal
    request complaint recommendation claim accusation allegation donation contribution payment;
    take|takes|took|taken|taking: decision;
    give|gives|gave|given|giving: approval backing support permission consent warning promise assurance undertaking;
    lodge|lodges|lodged|lodging|file|files|filed|filing|submit|submits|submitted|submitting: appeal complaint objection
    application request claim bid;
    launch|launches|launched|launching|open|opens|opened|opening|begin|begins|began|begun|start|starts|started: inquiry
    enquiry investigation probe appeal attack search review;
    issue|issues|issued|issuing: warning apology statement appeal denial;
    reach|reaches|reached|reaching: agreement deal decision settlement compromise;
    conduct|conducts|conducted|conducting: inspection search review survey attack investigation;
    pay|pays|paid|paying: visit tribute
"""
"""Verbs that say nothing beside the noun that tells what was done: "made a decision", "lodged a formal appeal"."""


def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each verb with a pattern of the words that say the same."""
    rows = (row.strip().split(": ") for row in _PHRASES.split(";"))
    return tuple(
        (meaning, re.compile(r"\b" + r"\s".join(f"(?:{some})" for some in said.split()) + r"\b", re.IGNORECASE))
        for meaning, said in rows
    )


_VERBS = _phrases()
_LAST = (
    *(" against", " defeat", " off", " down", " out", " up", " away", " part", " life", " lives"),
    *(" blame", " evidence", " home", " back", " bid", " offer", " rails", " track", " for", " guilty"),
    *(" free", " to hospital", " on hold", " again", " in"),
)
"""How the last of their words begin: most sentences have none of them, and are passed by at once."""
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _VERBS), re.IGNORECASE)


def in_one_word(text: str) -> dict[int, tuple[int, str]]:
    """Return where verbs of several words begin in a text, with where they end and the verb that says the same."""
    found: dict[int, tuple[int, str]] = {}
    if not any(last in text for last in _LAST):
        return found
    for match in _ANY.finditer(text):
        meaning = next(one for one, pattern in _VERBS if pattern.fullmatch(match[0]))
        found[match.start()] = (match.end(), meaning)
    return found


def _light() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of light verbs before and behind what was done: "made a decision", "a decision was made"."""
    rows = [row.strip().split(": ") for row in _LIGHT.split(";")]
    first: list[str] = []
    last: list[str] = []
    for verbs, nouns in rows:
        noun = f"(?:{'|'.join(nouns.split())})s?"
        first.append(rf"(?P<v{len(first)}>{verbs})\s(?:an?|the|its|his|her|their)\s(?:[\w-]+\s){{0,2}}?{noun}\b")
        last.append(rf"\b{noun}\s(?:is|are|was|were|(?:has|have|had)\sbeen)\s(?P<v{len(last)}>{verbs})\b")
    return re.compile(rf"\b(?:{'|'.join(first)})", re.IGNORECASE), re.compile("|".join(last), re.IGNORECASE)


_LIGHT_VERBS = _light()
_DONE = re.compile("|".join(sorted({noun for row in _LIGHT.split(";") for noun in row.partition(":")[2].split()})))
"""What was done: most sentences have none of it, and are passed by at once."""


def light_verbs(text: str) -> frozenset[int]:
    """Return where verbs of a text stand that say nothing beside what was done."""
    if _DONE.search(text) is None:
        return frozenset()
    found = (match for pattern in _LIGHT_VERBS for match in pattern.finditer(text))
    return frozenset(match.start(match.lastgroup) for match in found if match.lastgroup)


def _meeting() -> dict[str, str]:
    """Return for each stem of a group the stem of its first word; what a later group adds joins the first one."""
    found: dict[str, str] = {}
    for group in "|".join((_GROUPS, WORDS, NOUNS)).split("|"):
        stems = [own_stem(word) for word in group.split()]
        met = next((found[one] for one in stems if one in found), stems[0])
        for one in stems:
            found.setdefault(one, met)
    return found


MEETS = _meeting()
"""The stem under which a word meets the others of its group."""


def base(word: str) -> str:
    """Return the base of an irregular verb form; any other word as it is."""
    return _BASE.get(word, word)


def meeting(word: str) -> str:
    """Return the stem under which the words of a group meet; any other stem as it is."""
    return MEETS.get(word, word)
