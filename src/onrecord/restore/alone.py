"""Lines of plain text that stand alone and are the site's: labels, buttons, counters, and teasers by their form.

None of the labels heads a part of a story: in 16,071 news articles as they were collected 348 lines fit one, all of them a
site's. What stories have too ("Up next" over a game, "Sources" below a report) is not listed.
"""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.data import BlockKind

_SHORT = 200  # characters
_LONGEST_OFFER = 240
_FEWEST = 4  # words of a label that is known inside a sentence
_STORIES = r"(?:stor(?:y|ies)|articles?|posts?|news|headlines|videos?|content|coverage|topics?|links?|reads|reading|galler(?:y|ies)|podcasts?)"
_NETWORKS = r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|youtube|tiktok|threads|bluesky|flipboard|messenger|e-?mail|print|copy link|link)"
_COUNT = r"\d[\d.,]*\s?k?"

LABELS = (
    (BlockKind.COMMENTS, r"(?:(?:add|post|write|leave)(?: a| your)?|your|view|show|load|read|see|hide|reader|recent|no|all|"
        rf"(?:view|show|load|see|read) (?:all|more|{_COUNT}|all {_COUNT}|{_COUNT} more)) (?:comments?|replies)|comments? (?:are|is|have been) (?:closed|disabled|off|moderated)|comments closed|join the (?:debate|conversation|discussion)|have your say|"
        rf"{_COUNT} (?:comments?|replies|responses|thoughts)(?: (?:to|on) [“\"].*)?|(?:reply|upvote|downvote|flag|permalink)(?:\W+(?:reply|share|report|like|flag|upvote|downvote|permalink|{_COUNT}))*|sort(?:ed)? by:?(?: (?:best|newest|oldest|top|most \w+))*(?: first)?|"
        r"mute user|block user|(?:report|flag) (?:abuse|(?:this )?comment|as (?:spam|inappropriate))|(?:what do you think|do you agree|agree or disagree)\?(?: (?:let us know|tell us|share|have your say|join|leave)\b.{0,60})?|"
        r"(?:let us know|tell us)(?: what you think)? in the comments\b.{0,30}"),
    (BlockKind.NEWSLETTER, r"(?:our |the |free |e-?mail )?newsletters?|sign ?up(?: (?:now|here|today|for free|for our newsletter|for alerts))?|subscribe(?: (?:now|today|here|for free|to our newsletter))?|unsubscribe|"
        r"(?:get|join) (?:the|our) (?:newsletter|mailing list)|(?:enter )?your e-?mail(?: address)?|enter (?:an |your )?e-?mail(?: address)?|stay (?:connected|informed|in the know|up to date)|e-?mail (?:alerts|address|sign-?up)"),
    (BlockKind.CONSENT, r"(?:cookie|privacy|consent) (?:settings|policy|notice|preferences|choices)|privacy (?:and|&) cookies|your (?:privacy|ad) choices|ad ?choices|manage (?:cookies|preferences|settings|consent)|"
        r"(?:i )?(?:accept|agree|decline)|(?:accept|reject|allow|decline) (?:all(?: cookies)?|cookies)|got it!?|no,? thanks|not now|do not sell (?:or share )?my (?:personal )?(?:data|information)|only (?:necessary|essential)(?: cookies)?|learn more and customi[sz]e"),
    (BlockKind.ADVERT, r"ads?|advertising|adverts?|ad feedback|skip ads?|ad closed|(?:hide|remove|report|close) (?:this )?ads?|why (?:am i seeing )?this ad\W?|(?:sponsored|promoted|paid|partner) (?:links?|stories|story|posts?|articles|by .{2,30})|"
        r"(?:from|a message from|content from|brought to you by) our (?:partners?|sponsors?)|partner content|sponsor (?:content|message)|shop now|buy now|order now|view offer|see (?:the )?(?:offer|details)|get a quote|"
        r"(?:continue|keep) (?:reading|scrolling) (?:below|after|beneath)(?: (?:the |this )?(?:ad|advert|advertisement|promotion))?|(?:story|article|text|report) (?:continues|resumes) (?:below|after|beneath)(?: (?:the |this )?(?:ad|advert|advertisement|promotion|video|photo|gallery))?|"
        r"(?:advertisement|ad)[.:]? scroll (?:down )?to (?:continue|keep)(?: reading| with content)?\.?|(?:(?:this (?:content|article|post|story) (?:is|was) )?(?:presented|sponsored|brought to you|produced|created|powered|paid for) (?:by|in (?:paid )?partnership with)|in (?:paid )?partnership with) .{2,40}(?<![.!?])"),
    (BlockKind.TEASER, rf"(?:(?:more|related|latest|top|popular|trending|recommended|featured|promoted|recent|suggested|other|next|previous|similar|must|hot|most read) {_STORIES}|"
        r"(?:related|recommended|trending|popular|most (?:read|popular|viewed|shared|commented|discussed))(?: (?:now|today|for you|posts?))?|must[- ]reads?|what to read next|read next|read also|also on (?:the|our) (?:site|page)|"
        r"more (?:like this|for you|to explore|from us|from our (?:site|newsroom|network)|from (?:the )?[a-z]+ (?:section|desk))|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|we recommend|around the web|from around the web|"
        r"(?:editor['’]?s['’]?|our|staff) (?:picks?|choice)|in case you missed it|icymi|popular now|now playing|watch now|listen now|play now|full coverage)(?: ?[:|»>])?"),
    (BlockKind.INTERFACE, rf"share (?:this|full|the)(?: (?:article|story|post|page|video|link))?|share (?:article|story|post|options|via|with|to|on)|shares?|{_COUNT} (?:shares?|views|likes|reactions|saves)|"
        rf"(?:(?:share|post|tweet|send|pin|save)\W+)?{_NETWORKS}(?:\W+{_NETWORKS}){{1,8}}\W*(?:more)?|tweet|tweet this|pin it|copy(?: link)?|link copied!?|copied|save(?:d)? (?:for later|article|story|this)|bookmark(?: this)?|gift (?:this )?article|add to list|read later|"
        r"(?:print|e-?mail|send|forward)(?: (?:this|article|story|page))|(?:text|font) size(?:\W+a){0,3}|dark mode|light mode|(?:show|read|view|see) (?:less|more|all)|load more|view (?:gallery|photos|slideshow|transcript|in browser|full (?:list|screen|size)|caption)|"
        rf"(?:hide|toggle|show) caption|(?:photo|image|slide|page) \d+ (?:of|/) \d+|enlarge (?:this )?(?:image|photo)|(?:click|tap) to (?:enlarge|expand|unmute|play|zoom|see more)|(?:play|pause|mute|unmute|replay) (?:video|audio|again)|unmute|replay|full ?screen|current time|remaining time|"
        r"video player is loading\.?|close (?:video|menu|window|modal|this)|dismiss|open in (?:app|new window)|(?:download|get|install) (?:the|our)? ?app|read in app|continue reading|read (?:the )?(?:full|whole) (?:story|article)|full story|read (?:story|on)|"
        r"(?:next|previous) (?:article|story|page|post|slide)|skip to (?:content|navigation|footer)|back to (?:the )?(?:top|home(?:page)?)|jump to comments|my account|log ?(?:in|out)|sign (?:in|out)|create (?:an )?account|forgot (?:your )?password\??|already a (?:subscriber|member)\?(?: (?:log|sign) in)?|"
        r"register now|join now|start (?:your )?free trial|become a (?:member|subscriber)|manage (?:your )?subscription|digital edition|e-?(?:paper|edition)|contact us|about us|site ?map|advertise with us|(?:listen|listening) to (?:this )?(?:article|story)|read aloud|"
        rf"support (?:us|(?:our|local) journalism)|donate(?: now)?|follow (?:us|topic|author)|unfollow|turn on notifications|get alerts|(?:(?:don['’]t|never) miss a (?:story|thing)\W+)?follow .{2,40} on {_NETWORKS}(?:(?:,| and| or) {_NETWORKS})*\W*|report (?:an )?(?:error|typo|a mistake)|suggest a correction|was this (?:article|page|story) helpful\?(?: yes no)?|"
        r"(?:(?:updated|posted|published) (?:an?|one|two|three)|(?:(?:updated|posted|published) )?\d+) (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago|(?:error loading|unable to load|cannot play)(?: (?:the |this )?(?:player|video|media|content|image))|"
        r"(?:photo|image|slide|picture|video): \d+ of \d+|in this article|on this page|filed under:?|all rights reserved\.?|©.{0,80}"),
)  # fmt: skip
_LED = r"(?:more|read (?:more|next|also|on|this)|also read|see also|related(?: (?:story|article|coverage|news|video))?|learn more|icymi|in case you missed it|you (?:may|might) (?:also )?like|dig deeper|keep reading|continue reading|up next|watch (?:now|next|live)|previous coverage|full coverage|more coverage|earlier coverage|don['’]t miss|recommended|trending|most read|must read|editors?['’]?s? picks?|also on (?:the|this|our) (?:site|page))"
_LOUD = (
    r"(?:READ|WATCH|VIDEO|PHOTOS?|GALLERY|STORY|LISTEN|BACKGROUND|INTERACTIVE|PREVIOUSLY|EXPLAINER|QUIZ|PODCAST|ALSO)"
)
"""What leads to another story where it is written in capitals; in small letters stories may list so what to see or hear."""

_LABELS = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in LABELS), re.IGNORECASE)
_LEADS = re.compile(rf"(?:(?i:{_LED})\s?[:|>»–-]|{_LOUD}(?: MORE)?\s?[:|>»])\s?(?=\S+\s+\S+\s+\S).*(?<![.;,])")
_BRANDED = re.compile(
    r"(?!.*(?:\|.*\||://))(?=(?:\S+ ){5})[^|\n]{20,160}\S \| (?P<brand>[A-Z][\w.'’&]*(?: (?:[A-Z][\w.'’&]*|of|the|and)){0,4})"
)
"""A headline and, behind a bar, the name of its outlet."""
_INVITES = re.compile(
    r"(?:[^.?!:\n]{3,60}[?!] |[\w '’-]{3,40}: ?)?(?:please )?(?:(?:sign(?:ing)? up|subscribe|register)\b[^.?!\n]{0,70}\b(?:newsletters?|briefing|inbox|mailing list|e-?mail alerts?)|"
    r"(?:get|join|try) (?!to\b)[^.?!\n]{0,70}\b(?:newsletter|mailing list|(?:in|to|into) your (?:e-?mail )?inbox))\b[^\n]{0,320}|"
    r"support (?:local|our|independent) journalism\b[^\n]{0,80}\b(?:subscri\w+|donat\w+|member\w*)\b[^\n]{0,60}|your subscription makes\b[^\n]{0,60}\bpossible\b[^\n]{0,60}",
    re.IGNORECASE,
)
"""What asks for a subscription in a line of its own: 1,202 such lines stand in those articles, of 234 wordings, all a site's."""
_OFFER = re.compile(
    r"\b(?:free (?:shipping|delivery|returns|trial|quotes?|estimates?|consultation)|no obligation|cancel any ?time|money[- ]back guarantee|while (?:supplies|stocks?) lasts?|limited[- ]time (?:offer|deal|only)|(?:today|this week(?:end)?) only|"
    r"(?:offer|sale|deal|promotion)s? (?:ends?|expires?|valid)\b|(?:offer|terms|t&cs?|terms and conditions|restrictions|exclusions) appl(?:y|ies)\b|(?:promo|discount|voucher|coupon) code\b|(?:with|use|using) (?:the )?code [A-Z][A-Z0-9]{2,}|\d+% off\b|0% apr\b|"
    r"(?:book|shop|order|buy|apply|call|enrol|start|switch|donate) (?:now|today|online)\b(?!, pay| at\b)|see if you qualify|gamble responsibly|capital (?:is )?at risk|(?:from|for) (?:just|only|as little as) [$£€]\d|from [$£€]\d[\d.,]*(?: (?:a|per) (?:night|person|month)\b|\W*$| at \w+\.\w)|unlimited (?:digital )?access|for (?:[$£€]\d[\d.,]*|\d+ (?:euros?|dollars?|pounds?|cents)) (?:a|per) (?:week|month|year)|(?:quotes|rates|deals) from \d+|"
    r"free (?:for \d+ days|quote|consultation)|(?:their|your) first (?:order|purchase|month)\b)",
    re.IGNORECASE,
)
"""What sellers say to buyers, and in a line that begins with what they want done make it an advert.

Of 16,071 news articles 4 have such a line and no other that speaks of offers; 2 of these lines are the story's."""
_URGES = re.compile(
    r"(?:(?:sponsored|promoted|ad|advertisement|paid content|from our partners): )?(?:please )?(?:get|buy|book|claim|compare|discover|download|try|win|shop|save|call|visit|invest|upgrade|enjoy|order|switch|start|unlock|refinance|apply|treat|protect|make|join|hurry|don['’]t (?:miss|wait)|new customers?|free|limited)\b",
    re.IGNORECASE,
)
_DISCLOSES = re.compile(
    r"(?:.{0,120}\b)?(?:as an amazon associate\b.{0,80}\bearns?\b.*|(?:we|[\w ]{3,40}) may (?:earn|receive|get) (?:a |an |some )?(?:small |affiliate )*(?:commissions?|revenue|compensation)\b.*|(?:contains?|include[sd]?) affiliate links\b.*|(?:please )?gamble responsibly\b.*|your capital is at risk\b.*)",
    re.IGNORECASE,
)
_DISCLOSED = ("affiliate", "amazon associate", "commission", "revenue", "compensation", "gamble", "at risk")
"""What stands in whatever ``_DISCLOSES`` matches, which takes its time."""
_SPOKEN = re.compile(
    r"[“”\"]|\b(?:said|says?|told|according to|announced|added|reported|he|she|his|her|its|was|were|had)\b"
)
"""What tells of an offer instead of making it."""
_COMMENTER = re.compile(
    r"@?(?=[a-z0-9_.-]{4,30} )(?:[a-z]|\d+[a-z])[a-z0-9_.-]* (?:says|wrote|said|replied):|"
    r"@[\w.-]{2,30}[,:]? (?!.*[a-z.!?] (?!I\b)[A-Z])(?i:you(?:['’](?:re|ve|ll|d))?|your|no|yes|i|agreed?|exactly|that['’]s|lol|so true|well said)\b.*"
)
"""A name as people log in with, in small letters, and what they say; or somebody of the others, and what he is told."""
_COOKIE = re.compile(
    r"(?![A-Z]?[a-z]+ )[\w.*-]{2,60} (?:\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?: \d+ \w+)*|session|persistent|never)\b.*"
    r"(?i:\bcookies?\b|\bno description\b|\bused to\b|\bset by\b).*"
)
"""A row of a table of cookies: a name that is no word, how long it lasts, and what for."""
_STAMP = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}) at \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def stands_alone(line: str) -> BlockKind | None:
    """Return the kind of a line that is a site's wherever it stands alone."""
    if len(line) > 2 * _SHORT:
        return None
    told = _LABELS.fullmatch(line) if len(line) <= _SHORT else None
    if told is not None and told.lastgroup:
        return BlockKind(told.lastgroup)
    if _INVITES.fullmatch(line):
        return BlockKind.NEWSLETTER
    low = line.lower()
    if any(word in low for word in _DISCLOSED) and _DISCLOSES.fullmatch(line):
        return BlockKind.ADVERT
    if _COOKIE.fullmatch(line):
        return BlockKind.CONSENT
    return BlockKind.COMMENTS if _COMMENTER.fullmatch(line) else None


def is_label(words: str) -> bool:
    """Say whether some words are a label or a row of a site that no sentence has inside."""
    return len(words.split()) >= _FEWEST and (_LABELS.fullmatch(words) or _COOKIE.fullmatch(words)) is not None


@lru_cache(maxsize=4096)
def stands_below(line: str) -> BlockKind | None:
    """Return the kind of a line that is a site's below the beginning of a story, and may be its headline above it."""
    if len(line) > _SHORT:
        return None
    if _STAMP.fullmatch(line):
        return BlockKind.COMMENTS
    return BlockKind.TEASER if _LEADS.fullmatch(line) else None


def with_outlets(lines: Sequence[str]) -> tuple[int, ...]:
    """Return which lines are a headline and its outlet; none where they name several: a list of films and their makers."""
    found = {
        n: at["brand"] for n, line in enumerate(lines) if " | " in line[:_SHORT] and (at := _BRANDED.fullmatch(line))
    }
    return tuple(found) if len(set(found.values())) == 1 else ()


def offers(lines: Sequence[str]) -> tuple[int, ...]:
    """Return which line sells something to whoever reads it; none where several do: a story about bargains."""
    urging = [n for n, line in enumerate(lines) if len(line) <= _LONGEST_OFFER and _URGES.match(line)]
    found = tuple(n for n in urging if _OFFER.search(lines[n]) and not _SPOKEN.search(lines[n]))
    return found if found and sum(_OFFER.search(line) is not None for line in lines) == 1 else ()
