"""Short lines between paragraphs of plain text that nothing on their page speaks of: another story's title, a section.

A heading of the story is told again by what stands below it, and seldom comes alone. A link glued to its label
("Recall:Two kinds of …") leads elsewhere whatever it speaks of. In 14,836 articles of the splice benchmark (train and
dev) 5,700 lines are such links or titles; of some 200 that were read one is the story's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.data import BlockKind
from onrecord.restore.labelling.ended import is_ended, word_count
from onrecord.restore.phrases import SITES
from onrecord.restore.words import LIST_ITEM, MARKUP
from onrecord.text.names.given import PRONOUN_OF
from onrecord.text.words import STOP_WORDS, is_english, words

_SHORT = 220  # characters
_PARAGRAPH = 8  # words
_GLUED = re.compile(
    r"([^:|]{0,100}[\w?!’'\"”](?::|(?<=[?!])))(?!\d)"
    r"(?=[\"“‘']?(?:[A-Z][a-z’']|[A-Z] [a-z]|[A-Z]{2,}\b|[$£€]\d))[^|;]{10,200}"
)
"""A label and the title that follows it without a space."""
_TITLE = range(6, 25)  # words of a line that may be a title
_TELLING = 5  # words that carry content, from which it counts that none is told elsewhere
_TOLD_AGAIN = 0.125  # share of them up to which it does
_LABEL = range(1, 5)  # words
_HEADS = 4  # lines without a full stop between paragraphs, from which on a page has headings
_PULLED = re.compile(r"[“\"«].*|.*\w/[A-Z][\w ]{1,20}")
"""Words of a quotation, which a story pulls out of itself, and a caption with whose its picture is."""
_NAMES = re.compile(r"(?=[^,]*,)(?:(?:[A-Z&][\w.’'-]*|of|the|and|for|in|at),?(?: |$))+")
"""Names and posts, as those of who wrote a piece below it."""
_CAPITALS = re.compile(
    r"[A-Z][\w.’'-]*(?: (?:[A-Z\d][\w.’'-]*|[&+/|-]|of|the|and|in|for|to|on|an?|by|at|or|with|from))*"
)
_LEAD, _SHARED, _AGAIN = 400, 2, (0.35, 0.5)
"""Characters of a paragraph below a title; words of the title in it; of its others, the share told elsewhere at most,
and where it has more words of the title."""
_HEADING = frozenset(
    "aftermath ahead analysis answers awards background beginning beginnings big bottom brief briefly career case "
    "cause causes challenge challenges changes coming conclusion context controversy cost costs danger death "
    "debate details early end ends fact facts fallout final first forward future growing hard history hope how "
    "impact key last late later legacy lesson lessons life long looking lost mixed moving new next numbers old "
    "open options origins outlook overview past path personal picture plan plans problem problems question "
    "questions reaction reactions reason reasons response result results rise rising risk risks road second "
    "solution solutions start statement step steps summary support takeaways thoughts timeline turning verdict "
    "views warning warnings way what what's when where who why work years".split()
)
"""What headings of a story have that it need not tell again."""
_BOX = 3  # glued lines that follow each other, from which on they are the facts of a box
_FIGURES = 3  # words to a figure, from which on a line has results
_MENU, _BESIDE = (frozenset(re.split("[| ]", SITES["menus"][key])) for key in ("named", "beside"))
_FUNCTION = frozenset(STOP_WORDS)
_BEGINS = re.compile(r"[\"“‘'►•]*[A-Z\d$£€]")
_OPEN = (",", '"', "”", "»")
_RESUMED = re.compile(r"\A[a-zß-öø-ÿ]|[a-zß-öø-ÿ]{2}[.!?…][”\"’)]* [a-zß-öø-ÿ]{2}")
"""Where a sentence goes on that had been broken off: in small letters, in a line of its own or behind a full stop."""
_BELOW = 40  # lines
_ENOUGH = 90  # words of a page, each once, from which it counts that a line has none of them
_READ = 20  # lines by which a page's language is told
_SMALL = 2  # letters of a word that carries no content
_KEPT = 4  # letters by which a word is told again at least
_ENDING = 2  # letters at its end that may differ


def unrelated(
    lines: Sequence[str], plain: Sequence[BlockKind | None], headings: Collection[int]
) -> dict[int, BlockKind]:
    """Return which lines between paragraphs are of no part of their page, given the kinds that words tell.

    ``headings`` are known for such by their elements.
    """
    shown = [n for n, kind in enumerate(plain) if kind is None and n not in headings]
    paragraphs = {n for n in shown if _is_paragraph(lines[n])}
    inside = range(min(paragraphs) + 1, max(paragraphs)) if paragraphs else range(0)
    bare = [n for n in shown if n in inside and _is_bare(lines[n])]
    glued = _glued(lines, bare)
    rest = [n for n in bare if n not in glued]
    titles = [n for n in inside if plain[n] is BlockKind.TEASER and " | " in lines[n] and _is_title(lines[n])]
    if len(rest) > _HEADS or not (rest or titles):
        return glued
    left = [n for n in shown if n not in glued]
    beside = {left[at] for at in range(1, len(left) - 1) if {left[at - 1], left[at + 1]} <= paragraphs}
    alone = [n for n in rest if n in beside and (_is_title(lines[n]) or _is_label(lines[n]))]
    if not (alone or titles) or not is_english("\n".join(lines[:_READ]), None):
        return glued
    told = Counter(word for n in shown if n not in rest for word in set(words(lines[n])))
    if len(told) < _ENOUGH:
        return glued
    ordered = sorted(told)
    alone = [n for n in alone if _is_untold(lines[n], ordered) and not (_is_title(lines[n]) and _goes_on(lines, n))]
    labels = [n for n in alone if not _is_title(lines[n])]
    titles += [n for n in alone if n not in labels]
    leads = [
        n + 1 for n in titles if n + 1 in paragraphs and n + 1 in inside and _is_lead(lines[n], lines[n + 1], told)
    ]
    teasers = dict.fromkeys((*glued, *titles, *leads), BlockKind.TEASER)
    return teasers | dict.fromkeys(labels if len(alone) == len(rest) else (), BlockKind.INTERFACE)


def _is_lead(title: str, line: str, told: Counter[str]) -> bool:
    """Say whether a paragraph below another story's title tells of that, and of hardly anything else on the page."""
    content, titled = set(_content(line)), sorted(set(_content(title)))
    shared = {word for word in content if _is_told(word, titled)}
    again = sum(told[word] > 1 for word in content - shared)
    most = _AGAIN[len(shared) > _SHARED]
    return len(line) <= _LEAD and len(shared) >= _SHARED and again <= most * len(content)


def _is_paragraph(line: str) -> bool:
    return is_ended(line) and line[-1] not in ":;" and word_count(line) >= _PARAGRAPH


def _is_bare(line: str) -> bool:
    """Say whether a line is short and begins as sentences do, with no end and no mark of a list."""
    if len(line) > _SHORT or is_ended(line) or line[-1:] in _OPEN:
        return False
    return _BEGINS.match(line) is not None and not LIST_ITEM.match(line) and not MARKUP.search(line)


def _glued(lines: Sequence[str], bare: Sequence[int]) -> dict[int, BlockKind]:
    """Return the titles that are glued to their labels: not where a label comes twice, nor three and more together.

    So are the turns of speakers, and facts in a box.
    """
    found = {n: match[1] for n in bare if (match := _GLUED.fullmatch(lines[n])) and _is_title(lines[n])}
    counts = Counter(found.values())
    runs: list[list[int]] = []
    for n in found:
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    short = (n for run in runs if len(run) < _BOX for n in run)
    return {n: BlockKind.TEASER for n in short if counts[found[n]] == 1}


def _goes_on(lines: Sequence[str], n: int) -> bool:
    """Say whether a line may be half of a sentence that goes on below what was pasted into it."""
    return any(_RESUMED.search(line) is not None for line in lines[n + 1 : n + 1 + _BELOW])


def _is_title(line: str) -> bool:
    said = line.split()
    return len(said) in _TITLE and ";" not in line and sum(word[0].isdigit() for word in said) * _FIGURES < len(said)


def _is_untold(line: str, told: Sequence[str]) -> bool:
    """Say whether a line is a title hardly anything of which is told elsewhere, or a label and nothing of it is."""
    content = _content(line)
    if _is_title(line):
        pulled = _PULLED.fullmatch(line) or _NAMES.fullmatch(line)
        again = sum(_is_told(word, told) for word in content)
        return not pulled and len(content) >= _TELLING and again <= _TOLD_AGAIN * len(content)
    return not any(_is_told(word, told) for word in content if word not in _BESIDE)


def _content(line: str) -> list[str]:
    """Return the words of a line that carry content, each once."""
    return [word for word in dict.fromkeys(words(line)) if word not in _FUNCTION and len(word) > _SMALL]


def _is_told(word: str, told: Sequence[str]) -> bool:
    """Say whether one of the words, in their order, is a form of this one."""
    stem = word[: max(_KEPT, len(word) - _ENDING)]
    at = bisect_left(told, stem)
    return at < len(told) and told[at].startswith(stem)


def _is_label(line: str) -> bool:
    """Say whether a line is a few words in capitals: names of sections and services, or several and nobody's name."""
    said = words(line)
    if len(line.split()) not in _LABEL or not _CAPITALS.fullmatch(line):
        return False
    listed = not _MENU.isdisjoint(said) and _FUNCTION.union(_MENU, _BESIDE).issuperset(said)
    named = not line.isupper() and said[0] not in PRONOUN_OF and _HEADING.isdisjoint(said)
    return listed or (named and len(_content(line)) > 1)
