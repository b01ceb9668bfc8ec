"""Words that news uses for one another, and irregular forms of verbs: the spellings under which sentences meet.

General English, in closed groups. Words share a group only where one may stand for the other in a headline without
a correction; so "killed" stands apart from "died", and "charged" from "convicted".
"""

from __future__ import annotations

from onrecord.text.words import stem

_FORMS = """
    said say, won win, lost lose, fell fall, fallen fall, rose rise, risen rise, held hold, upheld uphold, led lead,
    made make, took take, taken take, gave give, given give, went go, gone go, came come, saw see, seen see, met meet,
    left leave, kept keep, told tell, found find, grew grow, grown grow, began begin, begun begin, became become,
    sent send, built build, paid pay, sold sell, bought buy, brought bring, stood stand, spoke speak, spoken speak,
    struck strike, stricken strike, broke break, broken break, chose choose, chosen choose, drew draw, drawn draw,
    drove drive, fought fight, flew fly, got get, hid hide, knew know, known know, lent lend, ran run, sank sink,
    sunk sink, shook shake, shot shoot, spent spend, stole steal, stolen steal, swore swear, sworn swear, taught teach,
    thought think, threw throw, thrown throw, withdrew withdraw, withdrawn withdraw, wrote write, written write
"""
_BASE = dict(pair.split() for pair in _FORMS.split(","))
"""Irregular verbs that news uses often, each form with its base."""

_GROUPS = """
    talks negotiations | ceasefire truce armistice | hostage captive | agreement accord deal pact | slash cut reduce |
    fire blaze | earthquake quake | unemployed jobless | injured wounded hurt | slain killed | prison jail |
    lawmaker legislator | doctor physician | buy purchase acquire | begin start | end finish | help assist aid |
    firm company | allow permit | ban prohibit outlaw | attack assault | protest demonstration |
    protester demonstrator | soldiers troops | child kid | film movie | aircraft plane airplane | people individuals |
    voters electorate | rescue save | destroy demolish | wealthy rich | entire whole | halt stop | worker employee |
    lawyer attorney | illness disease | victory win triumph | yearly annual | price cost | suspend pause |
    hike increase raise | fall drop decline decrease | promise pledge vow | resign quit | inquiry probe investigation |
    resident inhabitant | ship vessel | shut close | wage salary | largest biggest | sack dismiss | reject rebuff
"""


def _meeting() -> dict[str, str]:
    """Return for each stem of a group the stem of its first word."""
    groups = ([stem(word) for word in group.split()] for group in _GROUPS.split("|"))
    return {word: group[0] for group in groups for word in group}


_MEETS = _meeting()


def base(word: str) -> str:
    """Return the base of an irregular verb form; any other word as it is."""
    return _BASE.get(word, word)


def meeting(word: str) -> str:
    """Return the stem under which the words of a group meet; any other stem as it is."""
    return _MEETS.get(word, word)
