"""Light stems of words in scripts other than Latin, under which inflected forms meet; for searching only.

Endings and prefixes go by script, not by language, for a query of three words names none. All are light: what is left
is two letters at least, and no word is looked up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_MARKS = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c]")
"""Points, vowel signs and stretching of Hebrew and Arabic, which are written or not, and the dot of Devanagari."""

_ONE_FORM = str.maketrans("أإآٱىةکیگךםןףץςँ", "اااايهكيكכמנפצσं")
"""Letters that stand for one another: alef with or without its seat, Persian kaf and yeh, final forms, nasal signs."""

_ARABIC = re.compile(r"(?:و?(?:ال|بال|كال|فال)|و?لل|و)?(?P<stem>\w{2,}?)(?:ها|ان|ات|ون|ين|يه|ه|ي)?")
"""Prefixes and endings of L. Larkey, L. Ballesteros and M. Connell, Improving stemming for Arabic (2002), light10."""

_HEBREW = re.compile(r"(?P<stem>\w{3,}?)(?:ימ|ות|י|ה|ת)?")
_BEFORE = re.compile(r"[ושכהבלמ](?=\w{3})")
"""Letters that are words of their own before a Hebrew noun, or begin it: nobody can tell, so both are sought."""

_CYRILLIC = re.compile(
    r"(?P<stem>\w{3,}?)(?:иями|ями|ами|иях|ях|ах|иеи|еи|ои|ием|иям|ям|ам|ию|ью|ия|ья|ие|ье|ого|его|ому|ему|ыми|ими"
    r"|ыи|ии|ая|яя|ое|ее|ую|юю|ых|их|ым|(?<=\w{4})(?:ем|ом|ов|ев|им|ил|ал)|ала|ало|али|ила|или|ило|ет|ит|ют|ут|ят|ат|ть|а|е|и|о|у|ы|ь|ю|я"
    r"|і|є)?"
)
"""Endings of case, number and tense in Russian and, near enough, its neighbours; ``й`` has become ``и`` here."""

_GREEK = re.compile(
    r"(?P<stem>\w{2,}?)(?:ματων|ματοσ|ματα|ιων|ιου|ιεσ|ιασ|ια|ιο|ων|ουσ|ου|οσ|ον|οι|εσ|εισ|εωσ|ασ|ησ|α|η|ο|ι|ε|υ|ω|ει|ουν)?"
)

_DEVANAGARI = re.compile(
    "(?P<stem>[\u0900-\u097f]{2,}?)(?:\u093e\u0913\u0902|\u093f\u092f\u094b\u0902|\u093f\u092f\u093e\u0902"
    "|\u093e\u090f\u0902|\u0913\u0902|\u090f\u0902|\u094b\u0902|\u0947\u0902|\u093e|\u093f|\u0940|\u0941|\u0942|\u0947|\u094b)?"
)
"""Endings of A. Ramanathan and D. Rao, A lightweight stemmer for Hindi (2003), those of number and case."""

_SCRIPTS = (
    ("\u0370", "\u03ff", _GREEK),
    ("\u0400", "\u052f", _CYRILLIC),
    ("\u0590", "\u05ff", _HEBREW),
    ("\u0600", "\u06ff", _ARABIC),
    ("\u0900", "\u097f", _DEVANAGARI),
)


@lru_cache(maxsize=65_536)
def light_stems(word: str) -> tuple[str, ...]:
    """Return what a word that is not ASCII is searched by: a light stem or several; in Hangul, pairs of syllables."""
    if "\uac00" <= word[0] <= "\ud7a3":
        return tuple(one + other for one, other in pairwise(word)) or (word,)
    plain = unicodedata.normalize("NFC", _MARKS.sub("", word)).translate(_ONE_FORM)
    form = next((form for first, last, form in _SCRIPTS if first <= plain[:1] <= last), None)
    if form is None:
        return (plain or word,)
    forms = [plain]
    while form is _HEBREW and len(forms) < 3 and _BEFORE.match(forms[-1]):
        forms.append(forms[-1][1:])
    return tuple(found["stem"] if (found := form.fullmatch(one)) else one for one in forms)
