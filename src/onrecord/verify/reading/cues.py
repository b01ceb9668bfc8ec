"""The verbs that give somebody's words: which words of a sentence are such a verb, and how it takes what it gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.tokens import TO_BE, Word

SAYING = frozenset(
    """
    say says said saying tell tells told telling claim claims claimed claiming argue argues argued allege
    alleges alleged insist insists insisted believe believes believed think thinks thought suggest suggests
    suggested warn warns warned assert asserts asserted contend contends contended maintain maintains maintained
    state states stated add adds added note notes noted write writes wrote tweet tweets tweeted declare declares
    declared explain explains explained predict predicts predicted estimate estimates estimated report reports
    reported promise promises promised pledge pledges pledged vow vows vowed accuse accuses accused complain
    complains complained stress stresses stressed describe describes described call calls called dub dubs dubbed
    brand brands branded point points pointed caution cautions cautioned remark remarks remarked expects hope
    hopes hoped reply replies replied testify testifies testified
    """.split()
)
"""Verbs that report words without vouching for them; the plain cues of PolNeAR's guidelines."""

VOUCHING = frozenset(
    """
    confirm confirms confirmed announce announces announced reveal reveals revealed acknowledge acknowledges
    acknowledged admit admits admitted disclose discloses disclosed
    """.split()
)
"""Verbs of notice and admission: who uses one takes the content as so (factives, Karttunen 1971)."""

VOUCHING_THAT = frozenset(
    "discover discovers discovered learn learns learned learnt realize realizes realized realise realises realised "
    "show shows showed shown prove proves proved find finds found know knows knew "
    "concede concedes conceded accept accepts accepted".split()
)
"""Verbs that vouch when a that-clause follows, and else mean something other than saying."""

SAYING_THAT = frozenset(
    """
    comment comments commented counter counters countered lament laments lamented mention mentions mentioned
    observe observes observed recall recalls recalled respond responds responded rule rules ruled emphasise
    emphasises emphasised emphasize emphasizes emphasized underline underlines underlined reiterate reiterates
    reiterated posted quipped
    """.split()
)
"""Verbs that report words where a that-clause follows, and else mean something other than saying."""

DENYING = frozenset(
    "deny denies denied reject rejects rejected dismiss dismisses dismissed refute refutes refuted "
    "doubt doubts doubted dispute disputes disputed".split()
)

_BRUSHED_OFF = frozenset("reject rejects rejected dismiss dismisses dismissed dispute disputes disputed".split())
_SAID_THINGS = frozenset(
    """
    that as claim claims report reports allegation allegations accusation accusations charge charges rumour rumours
    rumor rumors suggestion suggestions idea notion criticism speculation concern concerns fears talk assertion
    assertions theory theories account accounts version
    """.split()
)
_REACH = 5
"""Words behind a verb among which stands what is denied: who rejects an offer or dismisses a manager denies nothing."""

_NOUNS_TOO = frozenset(
    "claim claims state states note notes report reports estimate estimates promise promises pledge pledges vow vows "
    "call calls hope hopes thought show shows find finds comment comments mention mentions rule rules remark remarks "
    "caution cautions".split()
)
_NAMES_TOO = frozenset("tell brand".split())
_DETERMINERS = frozenset("a an the this that these those his her its their our my your no any some new united".split())
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next")
"""Behind these they are things too: "the 24th state to open them"."""
PEOPLE = frozenset("he she they i we it who".split())
"""Pronouns that stand for whoever speaks."""
_SEVERAL = frozenset(
    "several many most all both few other two three four five six seven eight nine ten eleven twelve dozen".split()
)
_PARTICLES = frozenset("off up in back".split())
"""Behind these a call says nothing: "called off the match", "called up a reservist"."""
_PEOPLES = ("an", "ese", "ish")
"""Endings of what is of a people: "the Belmorian state"."""
_DECLARED = frozenset(
    "emergency mourning war bankruptcy insolvency ceasefire truce independence holiday disaster curfew strike".split()
)
"""What comes about by its being declared: who declares three days of mourning says nothing."""
_RELATIVE = frozenset("which who that to as".split())
_WRITING = frozenset("write writes wrote".split())
_ONCE = frozenset("first previously initially originally earlier officially".split())
_COUNTS = frozenset("count counts".split())
_REFUSED_TO = frozenset("him her them me us".split())
_NO_OBJECT = frozenset("that by in on at as to after before when while and or but during since".split())
"""What follows "was denied" where it is what somebody said that was."""
_ABLE = frozenset("can could may might to will would shall should must".split())
_BY_WIRE = frozenset("phone telephone".split())
_PLURALS = PEOPLE | frozenset(
    "people police men women children media data staff crew to not also and or can could may might must shall should "
    "will would do did some many most both all few others you now still only".split()
)
"""What stands before the base form of a verb, beside words in -s; behind others "report" and "claim" are things."""
_BEFORE_NOUNS = _DETERMINERS | frozenset("over of about with for against in from by amid on into".split())
"""Behind these a word in -ed describes: "the estimated jackpot", "over alleged fraud"."""
_BEHIND_NOUNS = frozenset("of in on from about and or by with at for have has had were was are is will would".split())
"""What stands behind "states", "reports" or "claims" where these are things: "misleading claims on its platform"."""
_COUNTED = frozenset(
    "count counts counted put puts raise raises raised lower lowers lowered revise revises revised".split()
)
_POLLS = frozenset("poll polls survey surveys".split())
_TOLL = frozenset("count counts toll tolls number numbers figure figures estimate estimates tally".split())

_NO_NOUNS = _BEHIND_NOUNS | _DETERMINERS | _RELATIVE | PEOPLE
"""What does not stand behind a word in -ed that says which of so many: "64 confirmed cases"."""


_LITTLE = frozenset("little nothing".split())
_OF_IT = frozenset("about on of to at in when while after before because since as during more else beyond".split())
"""Behind "little" and "nothing" these say of what, to whom or when, and not what was said."""


def is_cue(words: Sequence[Word], at: int) -> bool:
    """Say whether the word at a place of a sentence gives somebody's words, or denies them."""
    plain = words[at].plain
    before = words[at - 1].plain if at else ""
    after = words[at + 1].plain if at + 1 < len(words) else ""
    thing = before in _DETERMINERS or bool(_ORDINAL.fullmatch(before)) or after == "for" or words[at].capital
    things = (
        before in _SEVERAL
        or before[:1].isdigit()
        or (after in _BEHIND_NOUNS and before and before not in PEOPLE and not words[at - 1].capital)
    )
    named = bool(at) and words[at].capital and plain in _NAMES_TOO  # "at Tell Arun", "Olof Brand"
    named = named or (plain == "say" and before in _DETERMINERS)  # "have no say"
    if named or (plain in _NOUNS_TOO and (thing or (plain.endswith("s") and things))):
        return False
    alone = at and not plain.endswith("s") and plain != "thought" and not _may_be_several(words[at - 1])
    called = plain.startswith("call") and (
        after in _PARTICLES or before in _BY_WIRE or any(word.plain == "to" for word in words[at + 2 : at + 4])
    )
    of_people = bool(at) and words[at - 1].capital and before.endswith(_PEOPLES) and not plain.endswith(("s", "d"))
    if called or (plain in _NOUNS_TOO and (alone or of_people)) or _brings_about(words, at) or _is_compared(words, at):
        return False
    gap = words[at].span.start - words[at - 1].span.end if at else 0  # '"P," wrote the judge' has more between
    points = plain.startswith("point") and (after != "out" or thing)  # "pointed out that", not "a point"
    on_a_day = at + 2 < len(words) and (words[at + 2].capital or words[at + 2].plain[0].isdigit())
    points = points or (plain.startswith("insist") and after == "on" and not on_a_day)  # "insist on an end to it"
    writes = plain == "write" and before == "to" and after != "that"  # "has to write rules of its own"
    writes = writes or (plain in _WRITING and gap == 1 and _is_of_a_thing(words[at + 1 :]))
    claims = plain == "claim" and before in _ABLE and after != "that"  # "may claim up to 500 crowns"
    reports = (plain == "report" and after == "to") or (plain == "claimed" and after == "for")  # "report to the police"
    reports = reports or (plain == "added" and before in TO_BE and after != "that")  # "a café will be added"
    on_oath = plain.startswith("testif") and not any(word.plain == "that" for word in words[at + 1 :])
    reports = reports or (on_oath and after in ("against", "for"))  # "testified against Lund"
    counted = before[:1].isdigit() or before in _SEVERAL  # "64 confirmed cases"
    reports = reports or (counted and plain.endswith("ed") and after.isalpha() and after not in _NO_NOUNS)
    reports = reports or (plain in _COUNTS and thing) or _is_done_to(words, at)  # "the first count on 12 May"
    silent = after in _LITTLE and _ends_there(words[at + 1 :])  # "said little, because the council had outvoted him"
    if points or writes or claims or reports or silent or (before in _BEFORE_NOUNS and plain.endswith("ed")):
        return False
    if plain in VOUCHING_THAT or plain in SAYING_THAT:
        return after == "that"
    if plain in _COUNTED:
        return _gives_a_count(words, at)
    denies = plain in DENYING and (plain not in _BRUSHED_OFF or _is_of_words(words[at + 1 : at + 1 + _REACH]))
    return plain in SAYING or plain in VOUCHING or denies


def _ends_there(words: Sequence[Word]) -> bool:
    """Say whether what is said ends with its first word: "said nothing.", "said little about it"."""
    gap = words[1].span.start - words[0].span.end if len(words) > 1 else 2
    return gap > 1 or words[1].plain in _OF_IT


def _is_done_to(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb does something to somebody: "was denied bail", "denied them entry", "were told to leave"."""
    plain = words[at].plain
    before, after = (words[n].plain if 0 <= n < len(words) else "" for n in (at - 1, at + 1))
    if plain == "told":
        return before in TO_BE and after == "to"
    if not plain.startswith("den"):
        return False
    named = after.isalpha() and after not in _NO_OBJECT and words[at].span.end + 1 == words[at + 1].span.start
    return after in _REFUSED_TO or (before in TO_BE and named and not after.endswith("ly"))


def _is_of_a_thing(words: Sequence[Word]) -> bool:
    """Say whether a noun follows and no clause: "wrote the tale", not "wrote the minister had lied"."""
    end = next((at for at, word in enumerate(words) if word.plain in _BEHIND_NOUNS | _RELATIVE), len(words))
    noun = bool(words) and (words[0].plain in _DETERMINERS or words[0].plain[0].isdigit())
    return noun and find_verb(words[: end + 1]) is None


def _is_of_words(words: Sequence[Word]) -> bool:
    """Say whether what somebody brushes off is something said: to dismiss General Sorrel as minister denies nothing."""
    said = next((at for at, word in enumerate(words) if word.plain in _SAID_THINGS), None)
    return said is not None and not (words[said].plain == "as" and words[said - 1].capital)


def _is_compared(words: Sequence[Word], at: int) -> bool:
    """Say whether something is compared with what was said of it: "weaker than first reported"."""
    before = [word.plain for word in words[max(0, at - 2) : at]]
    return before[-1:] == ["than"] or (before[:1] == ["than"] and before[-1] in _ONCE)


def _brings_about(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb makes something so: "declared three days of mourning", not "declared the strike illegal"."""
    some = [word.plain for word in words[at : at + 2 + _REACH]]
    declares = some[0].startswith("declare") and some[1:2] != ["that"]
    if declares and some[1:2] == ["by"]:  # "the state of emergency declared by the president"
        return any(word.plain in _DECLARED for word in words[max(0, at - _REACH) : at])
    return declares and any(before != "the" and word in _DECLARED for before, word in pairwise(some))


def _may_be_several(before: Word) -> bool:
    """Say whether a word can stand before the base form of a verb: "officials report", "they claim", "Lund, I note"."""
    return before.capital or before.plain.endswith(("s", "ly")) or before.plain in _PLURALS


def _gives_a_count(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb gives a count: "counts 81 dead", "a poll puts them on 34", "raised its count to 81"."""
    rest = [word.plain for word in words[at + 1 :]]
    if words[at].plain.startswith("count"):
        return any(word[0].isdigit() for word in rest[:2])
    if words[at].plain.startswith("put"):
        polled = any(word.plain in _POLLS for word in words[:at])
        return any(
            (before == "at" or (polled and before == "on")) and word[0].isdigit() for before, word in pairwise(rest)
        )
    return bool(_TOLL.intersection(rest[:3]))
