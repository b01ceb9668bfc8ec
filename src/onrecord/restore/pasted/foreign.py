"""Foreign passages in a page's running text: replies of chatbots, other stories, lines of the site.

They stand between paragraphs, between sentences and inside them. The models propose passages by wording and joins; each
is then judged together with the evidence that can be named. What is judged likely enough to cut without losing a word
of the page is certain; what is only likely is pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp

from onrecord.data import BlockKind, ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.labelling.alone import is_label, is_verse
from onrecord.restore.labelling.buttons import with_buttons
from onrecord.restore.labelling.furniture import by_words
from onrecord.restore.labelling.voice import names_only_site, speaks_as_outlet, tells_of_site
from onrecord.restore.pasted.blocks import with_blocks
from onrecord.restore.pasted.boxes import without_boxes, without_items
from onrecord.restore.pasted.edges import with_edges
from onrecord.restore.pasted.edited import with_edits
from onrecord.restore.pasted.elsewhere import replies_elsewhere
from onrecord.restore.pasted.ends import (
    BREAKS,
    SURE_WORDS,
    breaks,
    doubted_beside,
    handed_over,
    removal,
    with_lines,
    with_rest,
    without_lead,
    without_lines,
    without_rest,
    without_tail,
    without_voices,
)
from onrecord.restore.pasted.evidence import (
    Story,
    answers,
    heads,
    is_box,
    is_item,
    is_led_to,
    is_markdown,
    is_noted,
    leads,
    may_be_of,
    of_others,
)
from onrecord.restore.pasted.explained import with_explained
from onrecord.restore.pasted.inside import with_inside
from onrecord.restore.pasted.joins import takes_rest
from onrecord.restore.pasted.leftovers import beside_marks, left_over
from onrecord.restore.pasted.offered import with_offers
from onrecord.restore.pasted.proposals import BACK, FEATURES, SURELY_FOREIGN, Candidate, candidates, overlaps
from onrecord.restore.pasted.register import (
    agreed,
    heard_in,
    likeliest,
    only_assistants_say,
    speaking,
    speaks_itself,
    speaks_out,
    throughout,
)
from onrecord.restore.pasted.replies import Reply, find_replies, only_sounds_so
from onrecord.restore.pasted.retold import with_retold
from onrecord.restore.pasted.spared import begins_turn, leads_on, tells_mostly
from onrecord.restore.pasted.taken import (
    fills,
    with_advice,
    with_labels,
    with_lists,
    with_neighbours,
    with_rules,
    with_tables,
)
from onrecord.restore.pasted.weighing import weighing
from onrecord.restore.words import LEFTOVER, MENU, OWNED, PREFACE
from onrecord.text.spans import joined

_WORD = re.compile(r"\w+")
_FOUR = frozenset(("the", "of", "and", "to"))
_TEN = _FOUR | {"in", "is", "that", "for", "with", "a"}
_ENGLISH = 0.08  # share of these ten words; English news has .25, other languages in Latin script mostly under .05
_OWN = 0.1  # share of the first four among these, of which other languages have few or none; English .65
_MOST_REMOVED = 0.9  # share of the text; where more would go, nothing says which of the two the page is
_MOST = 0.85  # the same of one passage, whose bounds the rules then know better
_FEWEST, _UNSAID = 5, 10
"""Words of a reply that breaks no sentence: people ask and answer themselves in fewer; and of one that nothing but the
model tells: none of 90 such on 600 pages of the dev fold has fewer, and the three of 2,500 train articles do."""
_SURE_END = 1.0  # log-odds of both ends above which the model knows them better than the rules (dev fold: 10 of 10)
_APART = 1.0  # as evidence of its own, from which a story that the models are sure of stands on another matter
_SURE_STORY = 1.2
"""Log-odds of both ends of another story. Below them the half of the page that the reply stands in was cut as one; dev
fold: of 62 stories cut 4 have less sure ends, of which 2 are right."""
_ABOUT_THE_PAGE = (BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.CORRECTION)
_HEAD = (BlockKind.BYLINE, BlockKind.DATELINE)
_NAMED = frozenset(
    (RemovalKind.NEWSLETTER, RemovalKind.ADVERT, RemovalKind.CONSENT, RemovalKind.INTERFACE, RemovalKind.COMMENTS)
)
"""Kinds of what a site says of itself."""
_SURE_LINE = 0.975
"""Above it a line goes though it names nothing of a site, or nothing but "your" or "terms", as stories do: the 12 such
lines that were cut out of 14,203 articles of the train fold were the articles' own and none above .97; of those pasted
into pages most are above .98."""
_SURE_REPLY = 0.97
"""Of the passages of 4,819 pages by people none from .5 on stands on a page that says "I" or "you" throughout; of the
replies pasted into 900 pages of the dev fold six do, all above it. A letter written to mislead has .70."""
_SURE_REST = 0.95
"""Dev fold: of those that leave a broken sentence without its rest 4 of 4 above it are right, 2 of 2 below .7 not."""
_SURE_LIST, _OTHER_MATTER = 0.98, 0.3
"""Of lists below a heading and their share of words that the page has elsewhere too: on 1,500 pages of the dev fold all
ten such are replies, with .23 of the words at most; key points of a page have .7 and more."""
_TURNS = re.compile(r"(?:Meanwhile|Elsewhere|Separately|In other (?:news|business|developments))\b")
"""How a page turns to another matter itself."""
_RELEASE = re.compile(r"^\W*notes? (?:to|for) (?:the )?editors?\b", re.IGNORECASE | re.MULTILINE)
"""Below it a release speaks to those who are to print it."""
_WORSE_END, _SHARE, _SHARED, _STANDS_APART = map(FEATURES.index, ("worse end", "share", "shared words", "apart"))
_BY_WORDING = frozenset((ReasonCode.OTHER_STORY, ReasonCode.FURNITURE_WORDS))
_BY_FORM = _BY_WORDING | {ReasonCode.REPLY_MARKUP}


def find_foreign(text: str, lines: tuple[Span, ...], language: str | None) -> tuple[Removal, ...]:
    """Return the foreign passages of a text that is read as ``lines``; a doubted one may overlap others."""
    english = _is_english(text, lines)
    replies = find_replies(text, lines, language, english=english)
    if english:
        asked = speaking(text, lines)
        asked = () if asked and Story.of(text, lines).about_chatbots else asked
        proposed, foreign = candidates(text, lines, replies, asked)
        replies = with_offers(text, lines, replies, asked)
        found = _judged(text, lines, proposed, replies, asked)
        heard = agreed(text, asked, foreign)
        found = with_edits(text, lines, _spoken(text, lines, asked, found, replies, heard=heard))
        found = with_explained(text, lines, with_advice(text, lines, with_neighbours(text, found)))
        found = with_tables(text, with_lists(text, lines, with_retold(text, lines, found, foreign)))
        found = with_blocks(text, lines, found, [line for line, how in foreign.items() if how > SURELY_FOREIGN])
        found = with_inside(text, lines, found)
        sure = [one.span for one in found if one.status is RemovalStatus.REMOVED]
        elsewhere = [one for one in replies_elsewhere(text, lines) if not any(map(one.span.overlaps, sure))]
        found = [one for one in found if not any(other.span.covers(one.span) for other in elsewhere)]
        found += [_ruled(one, certain=one.certain) for one in elsewhere]
    else:
        found = [_ruled(reply, certain=reply.certain) for reply in replies]
    found = beside_marks(text, found) if LEFTOVER.search(text) else found
    marks = left_over(text, lines, found)
    found = [one for one in found if not any(mark.span.covers(one.span) for mark in marks)]
    found = without_items(text, lines, without_boxes(text, lines, found))
    found = with_buttons(text, lines, [*found, *marks])
    found = with_edges(text, with_rules(text, with_labels(text, found)))
    removed = [one for one in found if one.status is RemovalStatus.REMOVED]
    if sum(len(one.span) for one in removed) > _MOST_REMOVED * sum(len(line) for line in lines):
        return tuple(replace(one, status=RemovalStatus.SUSPECTED) for one in found)
    return tuple(found)


def _judged(
    text: str,
    lines: tuple[Span, ...],
    proposed: Sequence[Candidate],
    replies: tuple[Reply, ...],
    asked: Sequence[Span],
) -> list[Removal]:
    """Judge what the model proposes; rules know better where a reply ends that it is unsure of, and else point only."""
    scales = weighing()
    found: list[Removal] = []
    bounded: list[Span] = []
    for one in proposed:
        score = scales.score(one.group, one.features)
        if score < scales.suspected or _is_head(text, one.span):
            continue
        bare = not BREAKS & one.codes and _may_be_own(text, lines, one, score)
        bare = bare or (score < _SURE_REST and takes_rest(text, one.span))
        bare = bare or (one.kind is RemovalKind.OTHER_ARTICLE and one.features[_WORSE_END] < _SURE_STORY)
        known = bool(BREAKS & one.codes) and is_label(one.span.cut(text).strip())
        certain = (known or score >= scales.removed[one.group]) and not one.guarded and not bare
        if not certain and any(map(one.span.overlaps, asked)) and _is_heard(text, lines, one, score):
            found.append(removal(one.span, RemovalKind.CHATBOT_REPLY, (ReasonCode.REPLY_ADDRESS,), True, score))
            continue
        found.append(removal(one.span, one.kind, one.codes, certain, score))
        if one.features[_WORSE_END] > _SURE_END and one.features[_SHARE] < _MOST:
            bounded.append(one.span)
    found = [one for one in found if not _is_retold(text, one, found)]
    found = [without_lead(text, without_rest(text, with_lines(text, one, replies))) for one in found]
    found = [part for one in found for part in handed_over(text, one)]
    found = [part for one in found for part in without_lines(text, one, replies)]
    found = [part for one in found for part in without_tail(text, with_rest(text, one))]
    found = [part for one in found for part in without_voices(text, lines, one)]
    spans = [one.span for one in found]
    broken = [one.span.start for one in found if breaks(one)]
    parted = [one.span for one in found if breaks(one)]
    found = [doubted_beside(text, one, parted) for one in found]
    sure = [one.span for one in found if one.status is RemovalStatus.REMOVED]
    better = [
        reply
        for reply in replies
        if (_is_borne_out(text, lines, reply) and not overlaps(reply.span, sure))
        or (reply.firm and _is_cut_in_part(reply, found))
        or (
            reply.certain
            and overlaps(reply.span, spans)
            and not overlaps(reply.span, bounded)
            and not any(reply.span.start < at < reply.span.end for at in broken)
        )
    ]
    wide = [one for one in found if len(one.span) > _MOST_REMOVED * len(text)]
    close = [one.span for one in found if one not in wide]
    only = [
        reply
        for reply in replies
        if reply not in better and not overlaps(reply.span, close) and not only_sounds_so(text, lines, reply)
    ]
    told = [reply.span for reply in better]
    pointed = told + [reply.span for reply in only]  # better than nearly the whole page
    return [
        *(part for one in found for part in _above(text, one, pointed if one in wide else told)),
        *(_ruled(reply, certain=True) for reply in better),
        *(_ruled(reply, certain=False) for reply in only),
    ]


def _is_heard(text: str, lines: tuple[Span, ...], one: Candidate, score: float) -> bool:
    """Say whether the register too hears a reply in whole lines that the judge takes for foreign, of whatever kind."""
    if one.guarded or not fills(text, one.span) or not heard_in(text, one.span):
        return False
    reply = replace(one, kind=RemovalKind.CHATBOT_REPLY, codes=frozenset((ReasonCode.REPLY_ADDRESS,)))
    return not (is_led_to(text, one.span, headed=True) or _may_be_own(text, lines, reply, score))


def _is_cut_in_part(reply: Reply, found: Sequence[Removal]) -> bool:
    """Say whether the models cut out a part of a reply at most; no part is what breaks off a sentence in its lines."""
    sure = [one for one in found if one.status is RemovalStatus.REMOVED and one.span.overlaps(reply.span)]
    return all(reply.span.covers(one.span) and not (breaks(one) and reply.span.start < one.span.start) for one in sure)


def _above(text: str, one: Removal, told: Sequence[Span]) -> tuple[Removal, ...]:
    """Return a passage, and of a doubted one in which rules know a reply what stands above that."""
    at = min((span.start for span in told if span.overlaps(one.span)), default=one.span.end)
    if at == one.span.end:
        return (one,)
    end = len(text[:at].rstrip())
    doubted = one.status is RemovalStatus.SUSPECTED and one.span.start < end
    return (replace(one, span=Span(start=one.span.start, end=end)),) if doubted else ()


def _may_be_own(text: str, lines: tuple[Span, ...], one: Candidate, score: float) -> bool:
    """Say whether a passage that breaks no sentence may be the page's own for all that the models say.

    So may another story, unless it is on another matter or speaks of others than the page; and a reply of a word or
    two, a note on what was corrected, or what people say too on a page that itself speaks to its readers. What
    nothing but its wording tells of may be a list that the page leads to, verse, or marked up as all of the page is;
    where that is hardly sure it may be a box, and of a list it is cut whole or not at all. What the page begins with
    is its headline and lead more often than a line of its site.
    """
    words = one.span.cut(text).strip()
    if one.codes <= _BY_FORM and is_item(text, one.span):
        return True
    headed = score < _SURE_LIST or one.features[_SHARED] > _OTHER_MATTER
    led = is_led_to(text, one.span, headed=headed)
    led = led or (one.features[_SHARED] > _OTHER_MATTER and leads_on(text, one.span))
    formed = one.codes <= _BY_WORDING and (is_verse(words) or led or is_markdown(text))
    formed = formed or (score < SURE_WORDS and one.codes <= _BY_FORM and is_box(words))
    if one.kind is RemovalKind.CHATBOT_REPLY:
        said_too = score < _SURE_REPLY and not only_assistants_say(words)
        noted = by_words(words.partition("\n")[0]) is BlockKind.CORRECTION
        few = len(words.split()) < (_UNSAID if one.codes == {ReasonCode.OTHER_STORY} else _FEWEST)
        told = score < SURE_WORDS and tells_mostly(text, one.span)
        told = told or (speaks_as_outlet(words) and not only_assistants_say(words))
        return formed or noted or few or told or (said_too and speaks_itself(text, lines, one.span))
    apart = one.features[_STANDS_APART] > _APART and not may_be_of(text, one.span)
    if one.kind is RemovalKind.OTHER_ARTICLE and (_TURNS.match(words) or not (apart or of_others(text, one.span))):
        return True
    unnamed = score < _SURE_LINE and not names_only_site(words)
    told = one.kind in _NAMED and (unnamed or tells_of_site(words))
    headed = leads(text, one.span) or heads(text, one.span)
    return formed or told or headed or OWNED.fullmatch(words) is not None or by_words(words) in _ABOUT_THE_PAGE


def _is_head(text: str, span: Span) -> bool:
    """Say whether a passage is nothing but who wrote the page and when, in its head: of no other page."""
    said = filter(None, map(str.strip, span.cut(text).splitlines()))
    return all(by_words(line) in _HEAD for line in said) and heads(text, span)


def _is_listed(text: str, span: Span, known: Sequence[Removal]) -> bool:
    """Say whether a passage is items of a list that goes on, or a list that says neither "I" nor "you" and is led to.

    Marks alone may then have been read for address, unless what leads to it is ``known`` for a reply's.
    """
    told = any(one.span.end <= span.start and not text[one.span.end : span.start].strip() for one in known)
    return is_item(text, span) or not (told or speaks_out(span.cut(text)) or not is_led_to(text, span, headed=True))


def _is_retold(text: str, one: Removal, found: Sequence[Removal]) -> bool:
    """Say whether what is taken for said twice was said first in another passage, which told it from the page."""
    if one.kind is not RemovalKind.DUPLICATE:
        return False
    words = one.span.cut(text).strip().rstrip(".")
    first = text.find(words, max(0, one.span.start - BACK), one.span.start)
    return any(other.span.start <= first < other.span.end for other in found if other is not one)


def _spoken(
    text: str,
    lines: Sequence[Span],
    asked: Sequence[Span],
    found: Sequence[Removal],
    replies: Sequence[Reply],
    *,
    heard: Mapping[Span, float],
) -> list[Removal]:
    """Add what speaks to somebody who asked: lines that do so from end to end are certain, the rest is pointed at.

    Certain are also those ``heard`` by the judge too. Where a sentence is broken off the models know better which of
    its words are the page's.
    """
    if not asked:
        return list(found)
    codes = (ReasonCode.REPLY_ADDRESS,)
    notes = _RELEASE.search(text)
    every = {
        line: above
        for line, above in throughout(text, lines, asked).items()
        if not (notes and line.start >= notes.start()) and not is_noted(text, lines, line)
    }
    found = [_widened(one, every) for one in found]
    known = [one for one in found if one.status is RemovalStatus.REMOVED or breaks(one)]
    agree = {line: above for line, above in heard.items() if by_words(line.cut(text)) not in _ABOUT_THE_PAGE}
    both = sorted({**agree, **every}.items(), key=lambda one: one[0].start)
    through = {line: above for line, above in both if not any(line.overlaps(one.span) for one in known)}
    filled = [reply.span for reply in replies if reply.certain and fills(text, reply.span)]
    filled = [span for span in filled if not any(span.overlaps(one.span) for one in known)]
    runs = dict.fromkeys(
        run for part in joined(text, through) if not _is_listed(text, run := _around(part, filled), known)
    )
    above = {run: sum(through[line] for line in through if run.covers(line)) for run in runs}
    told = [one for one in found if not any(run.covers(one.span) for run in runs)]
    told += [removal(run, RemovalKind.CHATBOT_REPLY, codes, True, 1 / (1 + exp(-how))) for run, how in above.items()]
    spans = [one.span for one in told]
    return told + [
        removal(span, RemovalKind.CHATBOT_REPLY, codes, False, weighing().suspected)
        for span in asked
        if not any(span.overlaps(other) for other in spans)
    ]


def _widened(one: Removal, through: Collection[Span]) -> Removal:
    """Return a reply that is cut out with the rest of the line that speaks as it does from end to end."""
    if one.kind is not RemovalKind.CHATBOT_REPLY or one.status is not RemovalStatus.REMOVED or breaks(one):
        return one
    return replace(one, span=_around(one.span, through))


def _around(span: Span, others: Iterable[Span]) -> Span:
    """Return a span with those of ``others`` that it overlaps."""
    held = [span, *(other for other in others if other.overlaps(span))]
    return Span(start=min(one.start for one in held), end=max(one.end for one in held))


def _is_borne_out(text: str, lines: tuple[Span, ...], reply: Reply) -> bool:
    """Say whether a reply goes though the models pass it by: what rules are sure of the register has to agree to.

    Of 4,000 articles by people none has one that rules are sure of; who asks in an interview may sound like one.
    """
    if reply.firm or reply.offered or _is_preface(text, lines, reply):
        return True
    if not reply.certain or speaks_itself(text, lines, reply.span):
        return False
    offered = MENU.search(reply.span.cut(text)) is not None or _answers_and_offers(text, reply)
    return offered or (likeliest(text, reply.span) > 0 and not Story.of(text, lines).asks)


def _answers_and_offers(text: str, reply: Reply) -> bool:
    """Say whether a reply fills its lines, begins as the turn of an assistant and ends with an offer.

    What stands between is of its matter, and mostly speaks to nobody.
    """
    offers = ReasonCode.REPLY_OFFER in reply.codes and reply.span.cut(text).rstrip().endswith("?")
    return offers and begins_turn(text, reply.span) and fills(text, reply.span)


def _is_preface(text: str, lines: tuple[Span, ...], reply: Reply) -> bool:
    """Say whether a reply is a line that only hands something over; an answer in an interview may begin so."""
    whole = reply.span in lines and PREFACE.fullmatch(reply.span.cut(text)) is not None
    return whole and not answers(Story.of(text, lines), reply.span)


def _ruled(reply: Reply, *, certain: bool) -> Removal:
    return removal(reply.span, RemovalKind.CHATBOT_REPLY, reply.codes, certain, reply.score)


def _is_english(text: str, lines: tuple[Span, ...]) -> bool:
    head = " ".join(line.cut(text)[:1000] for line in lines[:20])
    found = [word for word in _WORD.findall(head.lower()) if word in _TEN]
    return len(found) >= _ENGLISH * len(head.split()) and sum(map(_FOUR.__contains__, found)) >= _OWN * len(found)
