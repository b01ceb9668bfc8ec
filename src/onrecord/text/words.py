"""Words of a text in any script, which of them carry content, and the form under which spellings meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise, repeat

from onrecord.text.stems import light_stems

_CLOSED_CLASSES = """
a about above after again against ago all already also although always am among an and another any are aren't
around as at away be became because become becomes been before being below between both but by came can can't
cannot come could couldn't did didn't do does doesn't doing don't done down during each either else ever every few
for from further get gets getting go goes going got had hadn't has hasn't have haven't having he he'd he'll her
here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it'll its itself just
least less let like made make makes many may me might more most much must my myself near neither no nor not now of
off often on once only onto or other others our ours ourselves out over own per quite rather really said same say
saying says shall she she'd she'll should shouldn't since so some still such than that the their theirs them
themselves then there these they they'd they'll they're they've this those though through throughout thus to
together too toward towards under until up upon us very via was wasn't we we'd we'll we're we've well were weren't
what when where whether which while who whom whose why will with within without won't would wouldn't yet you you'd
you'll you're you've your yours yourself yourselves
"""

STOP_WORDS = tuple(_CLOSED_CLASSES.split())
"""English function words, from the closed classes of a grammar, and the verbs of saying and being that news repeats."""

_FUNCTION = frozenset(STOP_WORDS)

# Vowel signs and points are no letters to Python's \w but stand inside words: blocks of The Unicode Standard 15.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09d7"
    "\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7"
    "\u0c00-\u0c03\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57\u0d82\u0d83\u0dca-\u0df3"
)
# Scripts written without spaces between words: here a letter with its marks counts as a word. Katakana runs are words.
UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)
TRAILING = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
_FIRST_UNSPACED = UNSPACED[0]
_LETTERS = f"[^\\W_{UNSPACED}](?:[^\\W_{UNSPACED}]|[{MARKS}])*"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)+"  # 1,250 and 3.5
    rf"|(?:(?<!\w)[A-Za-z]\.){{2,}}[A-Za-z]?(?!\w)"  # U.N. and U.S
    rf"|(?:[{UNSPACED}][{TRAILING}]*)+"
    rf"|{_LETTERS}(?:['’]{_LETTERS})*"
)
_LATIN = "[^\\W_]"
_LATIN_WORD = re.compile(
    rf"[^\W\d_]{_LATIN}+(?:['’]{_LATIN}+)*"  # most are, and an acronym begins otherwise
    rf"|\d+(?:[.,]\d+)+|(?:(?<!\w)[A-Za-z]\.){{2,}}[A-Za-z]?(?!\w)|{_LATIN}+(?:['’]{_LATIN}+)*"
)
"""The same for a text of Latin letters and common punctuation alone, in half the time."""
_NOT_LATIN = re.compile("[\u00ad\u0300-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\U0010ffff]")
"""Other scripts, marks, and invisible characters."""
_UNSPACED_LETTER = re.compile(f"[{UNSPACED}][{TRAILING}]*")
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_CLITIC = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?P<noun>\w{2,})|(?P<name>\w{3,})'\w{1,6}")
"""French words run into the next one (``l'homme``), and endings hung on a name in Turkish (``ankara'da``)."""
_POSSESSIVE = re.compile(r"(?:'s|')$")


_FEWEST, _ENOUGH = 20, 20_000
"""Words and characters by which a language is told."""
_FUNCTION_SHARE = 0.1
"""Of English news two words in five are function words; in 20 other languages up to one in eleven is spelled so."""


def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of ``text`` in order, lower-cased, without possessive endings.

    Invisible characters inside a word are passed over. Where a script has no spaces, letters count as words.
    """
    return tuple(chain.from_iterable(map(_words_of, _tokens(text))))


@lru_cache(maxsize=131_072)
def _words_of(token: str) -> tuple[str, ...]:
    return tuple(_letters(token)) or (_plain(token),)


def word_count(text: str) -> int:
    """Return how many words white space parts, and in scripts without it one for two letters."""
    return sum(max(1, len(_UNSPACED_LETTER.findall(part)) // 2) for part in text.split())


def is_english(text: str, language: str | None) -> bool:
    """Say whether a text is English by its function words, if it says of itself no other; a short one may be."""
    if language not in (None, "en"):
        return False
    read = words(text[:_ENOUGH])
    return len(read) < _FEWEST or sum(word in _FUNCTION for word in read) >= _FUNCTION_SHARE * len(read)


def content_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` that are no English function words.

    Capitals tell an acronym from the function word it is spelled like (``WHO``, ``US``), unless all is in capitals.
    """
    return tuple(word for token, plain in _content(text) for word in _letters(token) or (plain,))


def terms(text: str) -> tuple[str, ...]:
    """Return what ``text`` is searched by: stems of its content words, and pairs of letters in unspaced scripts.

    Pairs of letters find words where nobody says where a word ends (as in the CJK analyser of Apache Lucene).
    An archive keeps terms, so a change here makes a new archive format.
    """
    shouted = text.isupper()
    return tuple(chain.from_iterable(map(_terms_of, _tokens(text), repeat(shouted))))


@lru_cache(maxsize=65_536)
def _terms_of(token: str, shouted: bool) -> tuple[str, ...]:
    plain = _plain(token)
    if _is_function(token, plain, shouted):
        return ()
    return tuple(_pairs(_letters(token))) or _stems(plain)


def _stems(plain: str) -> tuple[str, ...]:
    if plain.isascii() and plain.isalpha():  # most are, and need no more
        return (stem(plain),)
    plain = plain.replace("\u0307", "")  # the dot that lower-casing leaves of a Turkish capital
    if clitic := _CLITIC.fullmatch(plain):
        plain = clitic["noun"] or clitic["name"]
    return (stem(plain),) if plain.isascii() else light_stems(stem(plain))


def _tokens(text: str) -> list[str]:
    if not _NOT_LATIN.search(text):
        return _LATIN_WORD.findall(text)
    return _WORD.findall(_INVISIBLE.sub("", text))


def _content(text: str) -> Iterator[tuple[str, str]]:
    """Yield the tokens that are no function words, each with its plain form."""
    shouted = text.isupper()
    read = ((token, _plain(token)) for token in _tokens(text))
    return ((token, plain) for token, plain in read if not _is_function(token, plain, shouted))


def _is_function(token: str, plain: str, shouted: bool) -> bool:
    return plain in _FUNCTION and (shouted or len(token) == 1 or not token.isupper())


def _letters(token: str) -> list[str]:
    """Return the letters of a token of an unspaced script; nothing for any other token."""
    return _UNSPACED_LETTER.findall(token) if token >= _FIRST_UNSPACED else []


def _pairs(letters: list[str]) -> list[str]:
    return [first + second for first, second in pairwise(letters)] or letters


def _plain(token: str) -> str:
    if token.isalpha():  # most are, and need no more
        return token.lower()
    return _POSSESSIVE.sub("", token.lower().replace("’", "'")).rstrip(".")


_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([^aeiouyls])\1$")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the form under which inflections and spellings of a word meet; for comparing only, never for printing.

    Accents go (``erdoğan``, ``erdogan``), so do the marks inside numbers and acronyms (``1,250``, ``u.s``) and
    English endings of number and tense: step 1 of M. F. Porter, An algorithm for suffix stripping (1980), except
    that a final e always goes, which spares deciding when to put one back.
    """
    word = _folded(word.lower())
    if word[:1].isdigit():
        return word.replace(",", "")
    if not (word.isascii() and word.isalpha()) or len(word) < 4:
        return word.replace(".", "")
    word = _infinitive(_singular(word))
    if word.endswith("y"):
        return word[:-1] + "i"
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _singular(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _infinitive(word: str) -> str:
    for ending, left in (("eed", "ee"), ("ed", ""), ("ing", "")):
        if word.endswith(ending):
            root = word.removesuffix(ending)
            if not _VOWEL.search(root):
                return word
            return root[:-1] if not left and _DOUBLED.search(root) else root + left
    return word


def _folded(word: str) -> str:
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    bare = "".join(part for part in parts if not "\u0300" <= part <= "\u036f")
    return unicodedata.normalize("NFC", bare).replace("ı", "i").replace("ß", "ss")
