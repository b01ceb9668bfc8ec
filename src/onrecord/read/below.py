"""What the lines between a page's heading and its text say in the many forms of the world: who wrote it, and when.

It is asked where neither programs nor the plain forms of a byline and a date tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import Moment
from onrecord.read.dating import moment_of, western
from onrecord.read.people import MARKS, names_in

_LONGEST = 150  # characters; a longer line is a paragraph
LONGEST_SUMMARY = 400
_ENDED = re.compile(r"[.!?。！？؟।][”\"'’»)\]]*$")
_FEWEST = 8  # words of a sentence, above which no byline stands

_NAME = (
    rf"(?:(?:[^\W\d_a-zß-ÿ][\w.'’{MARKS}-]*|al|bin|d[aeiou]|del|den|der|dos|el|la|le|ten|van|von|zu)"
    r"(?:\s+(?=\S)|(?=[\s,;(]|$))){2,5}"
)
_NEXT = r"(?:\s*,\s*|\s*(?:\b(?:and|und|et|y|e|og|och|en|i|ve|dan|und|и|і|ja)\b|&)\s*)"
_ROLE = (
    r"(?:verslag\w+|correspondents?|reporters?|redakteur\w*|korrespondent\w*|redact\w+|corrispondente|inviat[oa]|"
    r"corresponsal|enviad[oa]s? especial\w*|envoyée?s? spéciale?s?|journaliste?|writers?|editors?|desk|staff|team|"
    r"agenc\w+|news|press|chief|bureau|affairs)"
)
_BY = (
    r"(?:(?:written|posted|submitted|story|words|text|texte?|reporting|report|interview(?:ed)?|reportage)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|od|oleh|przez)\b|a cura di|propos recueillis par|ผู้เขียน|โดย|מאת|بقلم|द्वारा"
)
_SIGNED = (
    r"(?:authors?|autor(?:en|in|[aei]s?)?|auteurs?|text|texte|words|interview|story|reportage|redacción|автор(?:ы|ка)?|текст|"
    r"haber|muhabir|yaza[nr]|penulis|reporter|كتبت?|إعداد|تقرير|लेखक|लेखिका|रिपोर्ट)\s*[:：／/]"
)
_BARS = re.compile(rf"\s*[|·•]\s*|\s+[–—]\s+|\s*;\s+|\s+(?={_SIGNED})", re.IGNORECASE)
"""What parts a line below a heading."""
_SEVERAL = rf"(?P<names>{_NAME}(?:{_NEXT}{_NAME})*)"
_NAMES = rf"{_SEVERAL}(?P<rest>[^.!?]{{0,60}})"
_OUR = rf"(?:our|onze|unser\w*|notre|nuestr[oa])?\s*(?:[\w-]*{_ROLE}\s+)?"
_BYLINES = (re.compile(rf"\W*(?i:(?:{_BY})\s*:?\s*{_OUR}){_NAMES}"), re.compile(rf"(?:.*\s)?(?i:{_SIGNED}\s*){_NAMES}"))
"""What begins with "by", and what a label leads to anywhere."""
_STAFF = re.compile(
    rf"{_SEVERAL}\s*[,–—-]\s*(?:[\w'’-]{{2,20}} ){{0,3}}(?i:writers?|reporters?|correspondents?|columnists?|editors?|"
    r"redakteur(?:in)?|korrespondent(?:in)?|reporterin|journalist(?:in|e)?|redactora?|periodista|giornalista|redacteur|"
    r"verslaggever)(?: (?:in|at) [^\W\d_]{2,20})?"
)
"""Names and what they are at a paper, and nothing else."""
_REST = re.compile(r"$|[\s,(–—-]|(?:in|at|aus|en|à|de|da|fra|från|w|v|из|в|on|for)\s+[^\W\da-zß-ÿ]")
_HAS_ROLE = re.compile(rf"\b{_ROLE}\b", re.IGNORECASE)
_IDEOGRAPHS = r"[\u3040-\u30ff\u3400-\u9fff]"
_LED = re.compile(
    r"(?:文|取材|取材・文|文・写真|作者|記者|记者)\s?[:：／/]\s?"
    rf"(?P<name>{_IDEOGRAPHS}{{1,6}}(?:[ \u3000]{_IDEOGRAPHS}{{1,6}})?)(?![:：]|{_IDEOGRAPHS})"
)
_FOLLOWED = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,4})\s?(?:선임)?(?:기자|특파원)(?![가-힣])")
_REPORTS = re.compile(
    rf"[^\s（(。]{{0,12}}[讯訊电電报報]\s?[（(](?:记者|記者)[:：\s]{{0,3}}(?P<name>{_IDEOGRAPHS}{{2,4}})(?=[\s、）)])"
)
"""Names of people in Chinese, Japanese and Korean, behind or before what they are, and where a report begins."""

_MONTH = r"[^\s\d,.;:|()]{2,14}"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|[.ºª])?\s(?:de\s)?{_MONTH}\.?,?\s(?:de\s)?\d{{4}}|{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|"
    r"\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|"
    r"\d{4}\.\s[^\W\d_]{3,12}\s\d{1,2})(?!\d)\.?"
)
_TIME = (
    r"(?:[\s,|–-]*(?:at|um|à|alle(?: ore)?|ore|às|kl\.?|klo|om|о|в|saat|a las|เวลา|pukul)?"
    r"\s*\d{1,2}\s?[:.hH時시点]\s?\d{0,2}.{0,20})"
)
_BARE = re.compile(rf"(?:[^\s\d,.;:|]{{2,14}}[.,]?\s)?(?P<day>{_DAY})(?P<time>{_TIME})?")
_BY_DAY = re.compile(_DAY)
_CLOCK = re.compile(r"\b\d{1,2}\s?[:.hH時시点]\s?(?P<minutes>[0-5]\d)(?!\d|\.\d)")
_ROUND = 5  # minutes; what is announced begins at such
_READING = re.compile(r"\d{1,2}[ -]?min", re.IGNORECASE).match
_PUBLISHED = (
    r"published|posted|submitted|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|geplaatst|"
    r"publicerad|publisert|udgivet|offentliggjort|julkaistu|opublikowano|dodano|data publikacji|zveřejněno|publikováno|"
    r"vydáno|közzétéve|publicat|objavljeno|δημοσιεύ\w+|δημοσίευση|публикувано|опубликовано|дата публикации|"
    r"опубліковано|giriş(?: tarihi)?|yayın\w*(?: tarihi)?|oluşturulma(?: tarihi)?|تاريخ النشر|نشر(?: في)?|פורסם|"
    r"प्रकाशित|公開日?|配信|掲載|发布(?:时间|于)?|發布(?:時間)?|发表于|입력|등록|게시|เผยแพร่|terbit|diterbitkan|"
    r"dipublikasikan"
)
_CHANGED = (
    r"updated|modified|edited|aktualisiert|stand|mis à jour|modifié|actualizado|aggiornato|atualizado|bijgewerkt|"
    r"uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|zaktualizowano|aktualizováno|aktualizované|frissítve|"
    r"actualizat|ažurirano|ενημερώθηκε|обновено|обновлено|изменено|оновлено|(?:son )?güncelle\w*(?: tarihi)?|"
    r"(?:آخر )?تحديث|עודכן|अपडेट\S*|(?:最終)?更新(?:日|时间|時間)?|수정|업데이트|อัปเดต|diperbarui"
)
_LABELLED = re.compile(
    rf"(?<!\w)(?:(?P<published>{_PUBLISHED})|(?:{_CHANGED}))(?!\w)(?:\s+(?:on|le|el|il|op|am|den|em|ב))?"
    rf"\s*[:：]?\s*(?:[^\W\d]{{2,12}}[.,]?\s)?(?P<day>{_DAY})",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = 12
_DAY_FIRST = frozenset("ar bg cs da de el es fi fr he hr id it nb nl no pl pt ro ru sk sl sr sv th tr uk vi".split())
"""Languages that write the day before the month; in English both are written."""


def head_of(lines: Sequence[str], longest: int = _LONGEST) -> list[str]:
    """Return the lines below a heading above the text, its summary left out, which is no longer than ``longest``."""
    head = []
    sentences = 0
    for line in lines:
        ended = _ENDED.search(line) is not None and len(line.split()) >= _FEWEST and not _BY_DAY.search(line)
        sentences += ended
        if len(line) > (longest if ended else _LONGEST) or sentences > 1:
            break
        if not ended:
            head.append(line)
    return head


def byline_in(lines: Sequence[str]) -> str | None:
    """Return the names in the first line, or part of one, that begins as a byline does, whatever stands behind them."""
    for line in lines:
        found = [match["name"] for pattern in (_LED, _FOLLOWED) for match in pattern.finditer(line)]
        signed = (pattern.match(part) for part in _BARS.split(line) for pattern in _BYLINES)
        by = next((one for one in signed if one and _REST.match(one["rest"])), None) or _STAFF.fullmatch(line)
        if by and not found:
            found = [name for name in names_in([by["names"]]) if not _HAS_ROLE.search(name)]
        if found:
            return ", ".join(dict.fromkeys(found))
    return None


def reporter_in(lines: Sequence[str]) -> str | None:
    """Return the name of the reporter that a Chinese report begins with: "本报讯（记者 林若溪）"."""
    return next((found["name"] for line in lines if (found := _REPORTS.match(line.lstrip("\u3000 ")))), None)


def days_in(lines: Sequence[str], language: str | None, *, signed: bool) -> tuple[Moment | None, Moment | None]:
    """Return the days of publication and of change that lines below a heading tell.

    A label says so, in some thirty languages. A day without one may be that of what is told, of a concert, unless the
    page is ``signed`` or beside it stands an hour at which nothing begins, or how long the text takes to read; so is
    one right before that of a change. Where only this is told, the page was published as it is then.
    """
    published: dict[Moment, None] = {}
    changed: dict[Moment, None] = {}
    bare: dict[Moment, None] = {}
    for line in map(western, lines):
        labelled = list(_LABELLED.finditer(line))
        for one in labelled:
            if day := _read(one["day"], language):
                (published if one["published"] else changed)[day] = None
        if labelled and not labelled[0]["published"]:
            before = _BARS.split(line[: labelled[0].start()].rstrip(" -–—|•·,("))[-1]
            if (first := _BARE.fullmatch(before)) and (day := _read(first["day"], language)):
                published[day] = None
        parts = [] if labelled else _BARS.split(line)
        for one in filter(None, map(_BARE.fullmatch, parts)):
            timed = one["time"] or len(parts) > 1
            if timed and (signed or _is_of_page(one.string, parts)) and (day := _read(one["day"], language)):
                bare[day] = None
    told = published or bare
    return (_only(told), _only(changed)) if told else (_only(changed), None)


def _is_of_page(dated: str, parts: Sequence[str]) -> bool:
    """Say whether what stands beside a day is of the page: an hour at which nothing begins, a reading time."""
    beside = [part for part in parts if part != dated]
    clocks = [clock for part in parts for clock in _CLOCK.finditer(part)]
    odd = any(int(clock["minutes"]) % _ROUND for clock in clocks) and all(map(_CLOCK.match, beside))
    return odd or any(map(_READING, beside))


def _only(days: dict[Moment, None]) -> Moment | None:
    return next(iter(days)) if len(days) == 1 else None


def _read(day: str, language: str | None) -> Moment | None:
    if language in _DAY_FIRST:
        day = _SLASHED.sub(r"\3-\2-\1", day) if (at := _SLASHED.fullmatch(day)) and int(at[2]) <= _MONTHS else day
        day = re.sub(r"-(\d)(?=-|$)", r"-0\1", day)
    return moment_of(day)
