"""What stands among the sentences of an article and reports nothing: captions, links, labels, requests for comment."""

from __future__ import annotations

import re

_KICKER = re.compile(
    r"[\W_]*(?:[A-Z]{4,}:\s?[A-Z\d]|[A-Z][\w’'& ]{1,24}:[A-Z\d“\"])|['‘’][A-Z][A-Z ,’']{3,60}['’]:\s?[A-Z]"
)
"""How a line begins that leads to another article, "EXPLAINED: …", or is headed by a link, "Harbour:Cranes at risk"."""

_PICTOGRAPH = re.compile("[\U0001f300-\U0001faff]")
"""What heads each item of a list of links; two such items were taken for one sentence."""

_LATER = re.compile(
    r"[\W_]*(?:updated?|correct(?:ion|ed)|clarification|editor['’]s note|note)\b\W*"
    r"(?:(?:[a-z]+\.?\s)?\d{1,2}\b[^:.\n]{0,20})?:",
    re.IGNORECASE,
)
"""How a sentence begins that was put on the page after its date."""

_PLAYER = re.compile(
    r"\b(?:JUST WATCHED|MUST WATCH|Replay More Videos|More Videos|Now Playing|Play Video|Watch Now)\b"
    r"|\b(?:hide|show) caption\b|\bview gallery\b|\b\d+ of \d+ photos?\b"
    r"|^\W*(?:photos?|pictured|file photo|video)\b\W*:",
    re.IGNORECASE,
)
"""The buttons of a player or a gallery, read as words."""
_CREDIT = re.compile(
    r"\b(?:Getty Images|Photo(?:graph)? by|Courtesy of [A-Z]|Photo courtesy)\b|\b(?:AP|AFP|EPA|Reuters)(?: Photo)?/"
    r"|\w/(?:AP|AFP|EPA|Reuters|Getty)\s"
    r"|\((?:Photo|Image|Credit|Picture)s?\b"
    r"|^(?:[A-Z][\w.’'-]*\s){2,4}(?:for [A-Z]{2,}|/ ?[A-Z]{2,})\s[A-Z]"
)
"""Whose a picture is; the words behind it tell of the picture."""
_TIMES = re.compile(
    r"(?:All )?(?:times|prices|dates) (?:listed |given |shown )?are (?:local|in|subject)\b", re.IGNORECASE
)
_LOST = re.compile(
    r",\s(?:on|in|at|by|to)\s,\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\.\s(?:On|The|In|A|He|She|It)\s"
)
"""Where a link was that is lost, and where two sentences were taken for one."""

_DATE = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ACTS = (
    r"(?:comforts?|cr(?:y|ies)|embraces?|fills? sand ?bags|gazes?|gestures?|helps? evacuate|hugs?|"
    r"inspects?|kneels?|kiss(?:es)?|lays?|listens?|looks?|"
    r"mourns?|poses?|prays?|reacts?|salutes?|shakes? hands|sits?|smiles?|stares?|"
    r"takes? (?:a )?(?:photo|picture|selfie)s?|watch(?:es)?|waves?|wears?|weeps?)"
)
"""What is done in a picture, and is told in the present nowhere else."""
_DOES = (
    rf"(?:{_ACTS}|address(?:es)?|arrives?|attends?|carr(?:y|ies)|celebrates?|gathers?|holds?|leaves?|march(?:es)?|"
    r"pass(?:es)?|rides?|search(?:es)?|speaks?|stands?|waits?|walks?|works?)"
)
_SOMEBODY = (
    r"(?:(?:[A-Z]?[\w’'-]+\s)?(?:People|Residents|Protesters|Demonstrators|Mourners|Students|Supporters|Fans|Officers|"
    r"Police|Firefighters|Rescuers|Crews|Soldiers|Workers|Volunteers|Visitors|Voters|Passengers|Pedestrians|Children|Women|Men)"
    r"|An? (?:[a-z]+\s){0,2}(?:man|woman|boy|girl|child|person|protester|demonstrator|supporter|officer|firefighter|"
    r"soldier|worker|visitor|pedestrian|volunteer|resident|voter|mourner|fan|student|patient|nurse|doctor))"
)
_PICTURED_ON = re.compile(
    rf"^[^“\"]*(?:\bon\s{_WEEKDAY},\s{_DATE}|\s{_DATE}(?<=\d{{4}}))(?:,?\s(?:in|at|near|outside)\s[^.]+)?\.$"
    r"|^(?:An?|The|This)\s(?:[a-z]+\s)?(?:photo|photograph|picture|image|portrait|still|screenshot|illustration)\s"
    r"(?:appearing|showing|shows?|taken|of|from|provided|depicts?|depicting)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|will|would|is to|are to|(?<!is )(?<!are )[a-z]+ed(?! by)|said|says?|told|won|lost|"
    r"began|came|went)\b"
)
"""In what tells of a picture of that day nothing is told in the past."""
_CAPTION = re.compile(
    rf"^(?:\S+\s){{1,12}}?{_DOES}\s[^.]*\b(?:on|in)\s(?:\w+day,?\s)?{_DATE}(?:,?\sin\s[^.]+)?\.$"
    rf"|^(?:\S+\s){{1,10}}?{_ACTS}\s[^.]*\b{_WEEKDAY}(?:,?\sin\s[^.]+|,\s{_DATE}[^.]*)?\.$"
    rf"|^{_SOMEBODY}\s(?:[^.,;“\"]{{0,40}}?\s)?{_DOES}\s(?![^.]*\b(?:said|says|according)\b)"
    r"|^(?-i:(?:[A-Z][\w.’'-]*\s){1,7}[A-Z][\w’'-]*)(?:,\s[^,]{3,70},)?\s"
    r"(?:arrives|departs|walks|gestures|listens|takes questions|speaks (?:at|during))\b"
    rf"|^{_SOMEBODY}\s(?!(?:are|have|were|had|will|can)\b)[a-z]+(?<!ed)\s(?:across|through|along|past|in|at|on|near|from|refuge)\s"
    rf"(?:(?!\b(?:said|says|according)\b)[^.])*\b(?:{_WEEKDAY}|{_DATE})\.$"
    rf"|\b(?:is|are)\s(?:seen|pictured|shown)\s(?!as\b|to\b|by\b|that\b)"
    r"|^(?:\S+\s){1,6}?addresses\s[^.]*\son\s\w+day\b"
    r"|^(?:[^\s,]+\s){1,12}?(?:during|in) an interview (?:in|on) [^,]+\.$",
    re.IGNORECASE,
)
"""What tells of a picture: what somebody does in it, in the present, on a day that is over or on none."""

_DATED = re.compile(rf"\s{_DATE}(?<=\d{{4}})\.$")
_PICTURED_DOING = re.compile(
    rf"^(?:\S+\s){{1,20}}?(?:{_DOES}|moves?|drives?|flies|fly|rises?|burns?|lies?|runs?|helps?|(?:is|are)\s\w+ed)\s"
    r"|^An?\s(?:[\w-]+\s){1,3}(?:near|beside|outside|inside|in front of)\b"
)
_TELLS = re.compile(r"\b(?:said|says|according|will|would|announced|told)\b")
"""What ends with a day and its year, and tells in the present what is done, tells of a picture."""

_ASKED = re.compile(
    r"(?:\bnot|n['’]t)\s(?:\w+ly\s|yet\s)?(?:respond|repl|return)\w*\b(?=[^.]*\b(?:request|message|call|e-?mail|inquir|question|"
    r"comment)|\W*$)"
    r"|\b(?:could|can)\s?not (?:\w+ly )?be (?:\w+ly )?reached\b|\breached out to\b"
    r"|\b(?:messages?|calls?|e-?mails?|requests?|inquir\w+)\b[^.]{0,50}\b(?:(?:have|has|had) been|were|was) (?:not )?"
    r"(?:\w+ly )?(?:left|sent|returned|answered)\b"
    r"|\bneither\b[^.]*\b(?:respond|repl|return)\w*\b[^.]*\b(?:request|message|call|e-?mail|inquir|question|comment)"
    r"|\bdeclined (?:to|further) comment\b|\bdeclined (?:an|to be) interview",
    re.IGNORECASE,
)
"""How a reporter says that somebody was asked and said nothing."""
_SAYS_NOTHING = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms)\.\s)?(?:[A-Z][\w.’'-]*\s?){1,4}(?:, [^,“\"]{3,80},)?\ssaid in an? (?:\w+\s)?"
    r"(?:statement|e-?mail|interview|message|post)"
    r"(?:\s(?:provided|sent|given|issued|released))?(?:\s(?:to|on)\s(?:(?!that\b)[\w.]+\s?){1,5})?\.$"
)
"""Who spoke and where, with what was said lost."""
_PROGRAMME = re.compile(r"^\W*Today,? (?:an?|the)\b(?!\s\w+\s(?:is|was|has|will)\b)")
"""How a programme tells what it will be about, without a verb: "Today, a new count of the dead in Tarn"."""


def is_furniture(words: str, told: str) -> bool:
    """Say whether a sentence reports nothing; ``told`` are its words without what is quoted in it."""
    return bool(
        _KICKER.match(words)
        or _PICTOGRAPH.search(words)
        or _LATER.match(words)
        or _PLAYER.search(words)
        or _CREDIT.search(words)
        or _LOST.search(told)
        or _CAPTION.search(words)
        or (_PICTURED_ON.match(words) and not _PAST.search(words))
        or (_DATED.search(words) and _PICTURED_DOING.match(words) and not _TELLS.search(words))
        or _TIMES.match(words)
        or _ASKED.search(told)
        or _SAYS_NOTHING.match(words)
        or _PROGRAMME.match(words)
    )
