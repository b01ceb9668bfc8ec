"""Rewriting an article by rule: sentences reordered, shortened and reworded, quotations kept as they stand."""

from __future__ import annotations

import random
import re

from onrecord.text.sentences import sentences

_QUOTED = re.compile(r"“[^“”]{1,2000}”|\"[^\"\n]{1,2000}\"")
_ASIDE = re.compile(r" \([^()]{1,200}\)|, (?:which|who|whose|where|including|adding|noting) [^,.;]{5,120}(?=[,.])")
_OPENING = re.compile(
    r"^(?:On|In|At|After|Before|During|Since|As|While|When|By|For|With|However|Meanwhile|Still|But|And|Earlier)\b"
    r"[^,.;]{0,60}, (?=\w)"
)
_ADVERB = re.compile(r" (?!only\b|early\b|daily\b|July\b|Italy\b|family\b)[a-z]+ly\b(?= [a-z])")
_WORD = re.compile(r"\b[a-z]+(?:'[a-z]+)?\b")

_SAME = """
said stated;says states;told informed;announced made known;reported recounted;according going;added went on;also as well
people persons;killed left dead;died lost their lives;killing deadly attack on;injured hurt;attack assault;police officers
officials authorities;president head of state;government administration;country nation;city town;state region
year twelvemonth;years twelvemonths;month four weeks;week seven days;day date;today this day;now at present
new fresh;first earliest;last most recent;big large;large sizeable;small minor;many numerous;several a number of;most the bulk of
about around;more additional;than compared with;over above;after following;before ahead of;during in the course of;while whereas
because since;but yet;however even so;although though;will is going to;would was to;could might;should ought to;can is able to
may might;must has to;has holds;have hold;had held;was had been;were had been;is remains;are remain;been become
that which;this the present;these such;those the said;their its own;they these;he the man;she the woman;who that
in within;on upon;at near;by through;with alongside;for on behalf of;from out of;into inside;against versus;between amid
and as well as;or or else;not hardly;no not any;all every;some certain;other another;one a single;two a pair of;three a trio of
made produced;make produce;makes produces;making producing;take seize;took seized;taken seized;give hand;gave handed;given handed
get obtain;got obtained;go head;went headed;going heading;come arrive;came arrived;coming arriving;see notice;saw noticed
seen noticed;know understand;known understood;think believe;thought believed;want wish;wanted wished;need require
needed required;use employ;used employed;using employing;work labour;working labouring;worked laboured;find discover
found discovered;show reveal;showed revealed;shows reveals;shown revealed;call name;called named;ask request;asked requested
try attempt;tried attempted;help assist;helped assisted;helping assisting;start begin;started began;begin commence
began commenced;end finish;ended finished;continue carry on;continued carried on;keep retain;kept retained;hold stage
held staged;bring fetch;brought fetched;lead head;led headed;leading heading;leave depart;left departed;move shift;moved shifted
win triumph;won triumphed;lose forfeit;lost forfeited;play compete;played competed;game match;season campaign;team side
group band;company firm;business enterprise;money funds;million m;billion bn;percent per cent;number figure;case instance
court tribunal;law statute;judge magistrate;trial hearing;charges counts;charged accused;arrested detained;decision ruling
vote ballot;election poll;campaign drive;party faction;members adherents;member adherent;leader chief;leaders chiefs
report account;statement declaration;news word;story account;interview talk;question query;plan scheme;plans schemes
program scheme;support backing;effort bid;efforts bids;deal accord;agreement accord;talks negotiations;meeting gathering
war conflict;military armed forces;troops soldiers;forces units;weapons arms;home house;family kin;children kids;man fellow
woman lady;women ladies;men fellows;students pupils;school academy;health wellbeing;hospital clinic;doctor physician
doctors physicians;care treatment;disease illness;cases infections;study paper;research inquiry;scientists researchers
researchers scientists;data numbers;water liquid;fire blaze;storm tempest;area zone;areas zones;site spot;place location
public open;national countrywide;local nearby;high elevated;low reduced;long lengthy;early initial;late belated;next coming
recent latest;different distinct;important weighty;major chief;great grand;good fine;best finest;bad poor;old aged;young youthful
likely probable;possible feasible;available on hand;expected foreseen;including among them;such like;just merely;even indeed
still yet;often frequently;never at no time;always at all times;again once more;back in return;down lower;up higher;out outside
"""
_INSTEAD = {
    word: instead
    for line in _SAME.strip().splitlines()
    for entry in line.split(";")
    for word, instead in [entry.split(" ", 1)]
}

STRANGE = 0.25
"""Share of the other lower-case words that give way to an invented word, one for each in an article: it stands for the
synonyms and turns of phrase that no table holds."""
DROPPED = 0.3
"""Share of the sentences without a quotation that are left out."""
REWORDED = 0.6
"""Share of the words with a substitute that get it."""


def rewritten(text: str, rng: random.Random) -> str:
    kept = []
    strange = _Strange(rng)
    for span in sentences(text.replace("\n", " "), "en"):
        sentence = span.cut(text.replace("\n", " ")).strip()
        if not _QUOTED.search(sentence) and rng.random() < DROPPED:
            continue
        kept.append(_reworded(sentence, rng, strange))
    rng.shuffle(kept)
    paragraphs, at = [], 0
    while at < len(kept):
        size = rng.randint(1, 3)
        paragraphs.append(" ".join(kept[at : at + size]))
        at += size
    return "\n\n".join(paragraphs)


def _reworded(sentence: str, rng: random.Random, strange: _Strange) -> str:
    """Reword what stands outside quotations."""
    pieces, at = [], 0
    for quote in _QUOTED.finditer(sentence):
        pieces += [_told_anew(sentence[at : quote.start()], rng, strange), quote[0]]
        at = quote.end()
    return "".join([*pieces, _told_anew(sentence[at:], rng, strange)])


def _told_anew(words: str, rng: random.Random, strange: _Strange) -> str:
    words = _ASIDE.sub("", _ADVERB.sub("", _OPENING.sub("", words)))

    def instead(word: re.Match[str]) -> str:
        if word[0] in _INSTEAD:
            return _INSTEAD[word[0]] if rng.random() < REWORDED else word[0]
        return strange(word[0]) if len(word[0]) > 3 else word[0]

    return _WORD.sub(instead, words)


class _Strange:
    """Invented words, always the same for one word of an article."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._chosen: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        if word not in self._chosen:
            invented = "".join(self._rng.choice("bdfgklmnprstv") + self._rng.choice("aeiou") for _ in range(4))
            self._chosen[word] = invented if self._rng.random() < STRANGE else word
        return self._chosen[word]
