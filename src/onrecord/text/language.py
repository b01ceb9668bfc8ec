"""Which language a text is in, told from its commonest words or its script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# The commonest function words of each, and of saying; enough to tell news in these languages apart.
_COMMON = {
    "en": "the of and to in that is was for on with as by at from a it said be has he she they his",
    "de": "der die und das den nicht von mit ist des im dem auf ein eine zu sich wurde wurden war er sie nach sagte",
    "fr": "le la les de des et un une dans que pour est sur pas du au par à il elle qui ce je n d l c ont été selon",
    "es": "el la los las de en y un una que del por con para es su se como al lo más pero fue según",
    "it": "il la di e un in che per una non con del della sono gli nel è al si ha più ma secondo",
    "pt": "o a os as de e em um uma que não com para do da no na dos das ao mais é foi mas segundo",
    "nl": "het de een van en dat niet zijn met voor op aan in is er ook bij maar zei zegt volgens aldus",
    "sv": "och att det som en av för inte är på med till har den om enligt säger jag vi hon",
    "no": "og det som en av for ikke er på med til at har den om ble ifølge sier jeg vi hun",
    "da": "og det som en af for ikke er på med til at har den om blev ifølge siger jeg vi hun",
    "pl": "nie się na że do jest przez który oraz jak w i z to po ale",
    "ru": "и в не на что он с как это по из был для его за к сказал",
    "uk": "і й в у не на що він з як це за та до його для сказав",
    "tr": "bir ve bu için ile da olarak daha olan",
    "id": "yang dan di dari untuk dengan pada ini itu tidak",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_KNOWN = frozenset().union(*_WORDS.values())
_SCRIPTS = {
    "HEBREW": "he",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
    "GREEK": "el",
    "CJK": "zh",
}
_BEYOND_ASCII = re.compile(r"[^\W\d_\x00-\x7f]")
_WORD = re.compile(r"[a-z]+[^\W\d_]*|[^\W\d_]+")
_SAMPLE = 4000  # characters
_FEWEST = 2
"""Words that a language shows itself by: one alone may be a name's."""


def guess_language(text: str) -> str | None:
    """Return a BCP 47 primary tag, or None when the words do not tell."""
    sample = text[:_SAMPLE]
    scripts: Counter[str] = Counter()
    for sign, times in Counter(() if sample.isascii() else _BEYOND_ASCII.findall(sample)).items():
        scripts[unicodedata.name(sign, "").split(" ")[0]] += times * sign.isalpha()
    script, count = scripts.most_common(1)[0] if scripts else ("", 0)
    if script in _SCRIPTS and count * 2 > sum(sign.isalpha() for sign in sample):
        return "ja" if scripts["HIRAGANA"] > count // 10 else _SCRIPTS[script]
    said = _WORD.findall(sample.lower())
    found = Counter(filter(_KNOWN.__contains__, said))
    scores = {language: sum(map(found.__getitem__, words & found.keys())) for language, words in _WORDS.items()}
    best, second = sorted(scores.values(), reverse=True)[:2]
    enough = best >= _FEWEST and best * 12 >= len(said) and best > second
    return max(scores, key=lambda language: scores[language]) if enough else None
