"""Which code page of the Latin alphabet some bytes are in, told by the letters that languages write in one word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.text.language import guess_language

_WESTERN = "cp1252"
PAGES = (_WESTERN, "cp1250", "cp1254", "cp1257")
"""Western, Central European, Turkish and Baltic."""
_ALPHABETS = tuple(
    map(
        frozenset,
        (
            "äöüß",  # German
            "àâæçéèêëîïôœùû",  # French
            "áéíóúüñ",  # Spanish
            "àçèéíïòóúü",  # Catalan
            "áâãàçéêíóôõúü",  # Portuguese
            "àèéìòù",  # Italian
            "ëïöüéèêáóà",  # Dutch
            "åäöéšž",  # Swedish, Finnish
            "æøåéèêòóô",  # Danish, Norwegian
            "áðéíóúýþæö",  # Icelandic
            "ąćęłńóśźż",  # Polish
            "áčďéěíňóřšťúůýž",  # Czech
            "áäčďéíĺľňóôŕšťúýž",  # Slovak
            "áéíóöőúüű",  # Hungarian
            "čćđšž",  # Croatian, Slovene
            "ăâîşţ",  # Romanian
            "çğıöşüâîû\u0307",  # Turkish, with the dot that İ keeps when it is made small
            "ąčęėįšųūž",  # Lithuanian
            "āčēģīķļņšūž",  # Latvian
            "äõöüšž",  # Estonian
        ),
    )
)
"""The letters beyond ASCII of each language; a name keeps those of its own in any text."""
_SIGNS = re.compile(
    r"[\x80-\xa0‘’‚“”„‹›«»–—…•·†‡§¶©®™°±µ€]|\b[ckm]?m[²³](?!\w)|\b[Nn]?[ºª](?!\w)|(?<![^\s(“‘«\"'])[¡¿]"
)
"""What is beyond ASCII beside words and is no letter of theirs."""
_WORD = re.compile(r"[a-zA-Z]*[^\x00-\x7f](?:[a-zA-Z]|[^\x00-\x7f])*")
_CAPITAL_INSIDE = re.compile("[a-zß-öø-ÿ][À-ÖØ-Þ]")
_SHORT = 2  # characters, as "üç" and "où"
_FEW = 3  # words; fewer may be names of anywhere
_OWN = 0.75  # share of the words; a language whose letters fewer have is not the text's


def latin_page(sample: bytes) -> tuple[str, bool]:
    """Name the code page in which most words with letters beyond ASCII are written by some language; say if all are.

    What may be in several pages is in the western one, unless all those words have the letters of one language, as
    another page reads, and they do not as the western one reads. In English such words are names, and come from many
    languages.
    """
    readings = {page: sample.decode(page, "replace") for page in PAGES}
    words = {page: _words(reading) for page, reading in readings.items()}
    strange = {page: sum(not _languages(word) for word in found) for page, found in words.items()}
    shared = {page: _in_one(found) for page, found in words.items()}
    page = min(PAGES, key=lambda one: (strange[one], one != _WESTERN, -shared[one]))
    language = guess_language(readings[page])
    if page == _WESTERN and language != "en" and len(words[page]) >= _FEW:
        least = _OWN if language else 1
        page = next((one for one in PAGES if shared[page] < least and shared[one] == 1), page)
    return page, not strange[page]


def _words(text: str) -> list[str]:
    found = _WORD.findall(_SIGNS.sub(" ", text))
    return [word for word in found if any(map(str.isalpha, word))]


def _languages(word: str) -> set[int]:
    """Return the languages, by their place, that write all letters of a word; long ones have some of ASCII too."""
    if (len(word) > _SHORT and not re.search("[a-zA-Z]", word)) or _CAPITAL_INSIDE.search(word):
        return set()
    signs = {sign for sign in word.lower() if not sign.isascii()}
    return {n for n, alphabet in enumerate(_ALPHABETS) if signs <= alphabet}


def _in_one(words: Sequence[str]) -> float:
    """Return the share of words that have the letters of the one language that has the most of them."""
    shared = Counter(language for word in words for language in _languages(word))
    return max(shared.values(), default=0) / len(words) if words else 1.0
