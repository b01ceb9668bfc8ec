"""The words by which furniture and replies are known. Patterns only, of usage seen across sites; no page's own words.

Sources: the phrase inventories of instruction-data filters (WizardLM, open-instruct) and of web-corpus cleaning (C4,
Gopher) name most of them; the rest are the fixed formulas of consent, newsletter and comment widgets.
"""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.data import BlockKind, ReasonCode

# A whole short block is furniture when it matches, its words from the first on or those within it.
FURNITURE = (
    (BlockKind.COMMENTS, r"(?:\d+\s+)?comments?(?:\s*\(\d+\))?|there are no comments\b.*|be the first to (?:comment|respond|reply)\b.*|"
        r"(?:leave|post|write|add) a (?:comment|reply)\b.*|(?:log|sign) in to (?:comment|reply)\b.*|(?:show|view|load|hide)(?: all)?(?: more)? comments\b.*|"
        r"join the (?:conversation|discussion)\b.*|start the conversation\b.*|sort by:?\s*(?:newest|oldest|best)\b.*|"
        r"(?:\d+\s+)?(?:kommentare?r?|commentaires?|coment[aá]rios?|commenti|reacties|yorum(?:lar)?|댓글|コメント|комментари[ий])(?:\s*\(?\d+\)?)?|"
        r"(?:name|email|website|comment) \((?:required|optional)\)|your e-?mail address will not be published\b.*|"
        r"(?:your )?(?:name|email|e-?mail)[ -]?(?:adresse|address)? \*"),
    (BlockKind.NEWSLETTER, r"(?:newsletter|e-?mail|subscription) preferences|there was an error (?:processing|submitting) your (?:subscription|sign-?up|request)\W*|"
        r"(?:by|after) (?:signing up|clicking [“\"]?sign up|submitting your e-?mail|providing your (?:e-?mail|information))\b.*|get (?:the|our) .{0,40}\b(?:newsletter|inbox)\b.*"),
    (BlockKind.CONSENT, r"do not (?:track|sell)(?: or share)?(?: my (?:personal )?(?:data|information))?|manage (?:my )?(?:consent|preferences|options)|(?:accept|reject) all"),
    (BlockKind.ADVERT, r"[-–(\s]*(?:anzeigen?|werbung|rekla(?:m[ea]?|am)|annons(?:e|er)?|publicidade?|pubblicità|publicité|advertentie|advertorial|広告|광고|реклама|إعلان|פרסומת)[-–)\s]*|"
        r"advertisements?|sponsored(?: content)?|paid (?:post|content)|story continues below(?: this)? (?:advertisement|ad)|"
        r"(?:(?:story|article) )?continues? (?:reading )?below|(?:advertisement|ad)\W{1,3}(?:story )?continues? (?:reading )?below|advertisement \d{1,2}|"
        r"(?:hide|remove|report) (?:this )?ads?|don['’]t want to see (?:this|ads)\?.{0,30}|(?:article|story) continues after (?:advertisement|ad)|promoted(?: content)?|adv?\.|this advertisement has not loaded\b.*"),
    (BlockKind.PAYWALL, r"this (?:article|content|story) is (?:for|available to) subscribers\b.*|有料会員(?!.*。).*"),
    (BlockKind.TEASER, r"(?:read more|also read|see also|more on this(?: story)?|related(?: (?:stories|articles|content|coverage))?|recommended(?: for you)?|"
        r"most (?:read|popular|viewed)|trending(?: now)?|don['’]t miss|you (?:may|might) also like|up next|watch|listen|in pictures|editors?['’]?s? picks?|"
        r"lesen sie (?:auch|mehr).{0,30}|auch interessant|mehr zum thema.{0,40}|mehr (?:aus|von) .{0,40}|das könnte sie auch interessieren|meist ?gelesen|(?:à )?lire (?:aussi|également)|sur le même sujet|"
        r"le[eé] (?:también|mais|más)|te (?:puede|podría) interesar|leia (?:também|mais)|leggi anche|lees ook|lees meer|les også|läs (?:också|mer|även)|czytaj (?:też|także|więcej)|関連記事|관련 ?기사|ayrıca okuyun|читайте также)\s*(?:[:|>»-].*)?"),
    (BlockKind.INTERFACE, r"share(?:\W+(?:(?:this|article|story|post|on|via|with|facebook|x|twitter|whatsapp|link|save|print|e-?mail)\b(?! information|.*\w\w\.$).{0,20}))?\W*|facebook|twitter|x|whatsapp|e-?mail|copy link|print(?: this)?|save|menu|search|home|"
        r"(?:(?:share|post|send) (?:on|to|by|via) (?:facebook|x|twitter|linkedin|whatsapp|reddit|telegram|e-?mail)\W{0,3}){1,6}(?:copy link)?|social sharing|breaking news|"
        r"your browser does not support\b.{0,60}|print this (?:page|article)\b.{0,30}|save for later|advertising opportunities|advertise with us|do not use this field.{0,20}|"
        r"skip to (?:main )?content|follow (?:us|@).{0,40}|listen to (?:this )?article.{0,20}|\d+ min(?:ute)?s? read|click here.{0,40}|back to top|load more|"
        r"log in|sign in|register|close|next|previous|loading\W*|all rights reserved\W*|terms (?:of (?:use|service)|and conditions)|©.{0,80}"),
)  # fmt: skip
WITHIN = (
    (BlockKind.COMMENTS, "komment|comment|comentar", r".{0,40}\b(?:kommentieren|commenter|comentar|commentare|commenting)\b\W*"),
    (BlockKind.NEWSLETTER, "newsletter|agree to|sign up|subscribe|briefing",
        r".*\b(?:anmeldung zum|registrieren für|inscri\w+ (?:à|a) (?:la|nuestra|notre)|iscriviti alla|suscr[ií]be\w* a (?:nuestra|la)) [\w-]*newsletter\b.*|"
        r".*\bnewsletters?\b.{0,60}\b(?:abonnieren|anmelden|bestellen|abonner|suscr[ií]b\w+|recevoir|informiert|signing up|sign-?up)\b.*|"
        r".*\bagree to receive\b.{0,30}\be-?mails?\b.*|"
        r".*(?:(?<!\bto )|(?<=here to )|(?<=click to )|(?<=like to )|(?<=below to ))\b(?:sign up|subscribe)\b.{0,60}\b(?:newsletter|inbox|briefing|e-?mail|alerts?|updates)\b.*|"
        r".*\b(?:newsletter|briefing)\b.{0,60}\b(?:sign up|subscribe|inbox|every (?:morning|day|week))\b.*"),
    (BlockKind.CONSENT, "cookie|einstellungen|externe|çerezleri|settings|preferences|choices",
        r".*\b(?:privatsphäre|datenschutz|cookie)-?einstellungen\b.*|.*\bcookies?\b.*\b(?:akzept\w+|zustimm\w+|accept\w*|acept\w+|godta\w*|godkänn\w*|çerez\w*|consent\w*)\b.*|"
        r".*\bexterne[rn]? inhalte?\b.{0,80}\b(?:angezeigt|anzeigen|laden)\b.*|.*\bçerezleri\b.{0,60}\b(?:kabul|reddet|yönet|ayarla|kullan\w*yoruz)\w*.*|"
        r".*\b(?:we|our partners|this (?:web)?site) (?:and our (?:\d+ )?partners )?(?:use|uses|store)\b.{0,60}\bcookies?\b.*|.*\baccept (?:all )?cookies\b.*|"
        r".{0,30}\b(?:cookie|consent|privacy) (?:settings|preferences|choices)\b.{0,30}"),
    (BlockKind.ADVERT, "affiliate", r".{0,40}\b(?:affiliate links?|affiliate-links?)\b.*"),
    (BlockKind.PAYWALL, "reading|subscri|abonn|suscriptores|abbonati",
        r".*\b(?:subscribe|sign in|register|log in) (?:now )?to (?:continue|keep) reading\b.*|.*\balready a subscriber\?.*|.*\b(?:nur|exklusiv) für abonnent\w+\b.*|"
        r".*\b(?:réservée?s?|exclusive?s?) (?:aux|à nos|para|a los|agli) (?:abonn\w+|suscriptores|abbonati)\b.*|"
        r".{0,60}\b(?:kræver et abonnement|subscriber exclusive|paid subscribers|have[- ]to be a subscriber)\b.*|.*\bsubscribe to .{0,40} to (?:bookmark|read|unlock|access)\b.*"),
)  # fmt: skip
"""Those within a block, with the parts of words of which one stands in whatever matches: these are looked for first."""
BYLINE = re.compile(r"(?:by|von|par|por|di)\s+[^\W\d_].{1,80}", re.IGNORECASE)
CREDIT = re.compile(
    r"(?:courtesy of|distributed by) .{2,80}(?<![.!?])|"
    r"\(?(?:photo|picture|image|credit|source|file|illustration|graphic)s?\s*(?:credit|by)?\s*[:/].{1,120}|"
    r".{0,60}(?:via (?:AP|Reuters|Getty)|/(?:AFP|Getty|AP|Reuters))\b.{0,30}|\((?:AP|AFP|Reuters|dpa|UPI)\)",
    re.IGNORECASE,
)
OWNED = re.compile(r"©\s?(?!\d{4}).{2,60}")
"""Whose a text or a picture is; with a year it is the whole site's."""
DATELINE = re.compile(
    r"(?:(?:published|updated|posted|last updated|modified)\b.{0,60}\d.{0,40}|.{0,20}\b\d{1,2}[\s./-]\w{2,9}[\s./-](?:19|20)\d\d\b.{0,30}|"
    r"\w{3,9}\.? \d{1,2}, (?:19|20)\d\d\b.{0,30})",
    re.IGNORECASE,
)
CORRECTION = re.compile(
    r"(?:correction|clarification|editor['’]s note|this (?:article|story) (?:was|has been) (?:amended|corrected|updated))\b.*",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+\S")
ENDED = re.compile(r"[.!?…:;][”\"'’»)\]]*$")

SITE = re.compile(
    r"\b(?=[acdilmnprsuy@])(?:read (?:also|more|next)|also read|see also|don['’]t miss|related (?:stories|articles|coverage)|recommended for|share (?:on|this)|"
    r"sign(?:ing|ed)? up|newsletters?|unsubscribe|subscribe|advertisement|continues? (?:reading )?below|cookies?|your privacy|"
    r"(?:manage|newsletter|cookie) preferences|copy link|save for later|print this|click here|log in|no description|inbox|all rights reserved)\b",
    re.IGNORECASE,
)
"""What asks for a closer look wherever it stands: words that sites say and reporters seldom (in 25 of 633 articles)."""

# One of these in a sentence speaks to somebody who asked.
REPLY = (
    (ReasonCode.REPLY_OFFER, r"\bwould you like (?:me|more|details|an?|to|any|further|help|some|another|the|information)\b|\b(?:i|we) can (?:also )?(?:provide|help|create|write|offer|summari[sz]e|give you|put together|draft|look up|"
        r"share|assist)\b|\blet me know (?:if\b|(?:which|what|how)(?: of (?:these|them))? you(?:['’]d| would)\b)|\bfeel free to (?:ask|reach|modify|adjust|customi[sz]e)\b|\bif you(?:['’]d| would) like(?:,| me| more| to know)\b|\bif you want,? i\b|"
        r"\bhappy to (?:help|provide|assist|summari[sz]e|expand|elaborate|rewrite)\b|\bi hope (?:this|that) (?:helps|gives you|answers)\b|\bdo you want me to\b|\bwant me to (?:\w+ ){0,2}(?:draft|write|pull|turn|add|make|check|summari[sz]e|look|rewrite|put|expand|find|search|do)\b|"
        r"\bshall i\b|\bshould i (?:also )?(?:draft|rewrite|summari[sz]e|expand|shorten)\b|\bi could also (?:draft|write|summari[sz]e|turn|add)\b|\bdoes (?:this|that) help\?|"
        r"\bwant (?:it|this) (?:a (?:bit|little) )?(?:shorter|longer|punchier|simpler|rewritten|more (?:formal|casual|concise|neutral|detailed))\b|\bcould you (?:please )?clarify (?:which|what|whether|your|if)\b|"
        r"\bneed (?:a|an|another) (?:[\w-]+ ){0,3}version(?: too| as well)?\?|\bis (?:this|that) (?:the (?:level|kind|sort|type) of \w+|what) you(?:['’]re| are| were| had)? (?:looking for|after|in mind)\b|\bshould i (?:go (?:deeper|into)|keep going|add|include|continue)\b|"
        r"\b(?:could|can) you (?:please )?(?:share|provide|give me) (?:(?:a (?:bit|little)|some) )?more (?:context|details?|information|background)\b|\bplease (?:share|paste|send) (?:it|them|the (?:full )?(?:link|text))(?: here)?,? (?:so|and) i\b|\bfeel free to (?:tweak|edit|adapt)\b|"
        r"\bhere are (?:a few|some|two|three|four|five|\d+) (?:alternative|possible|suggested|different) (?:headlines|titles|leads|openings|captions)\b|"
        r"\bis there anything (?:else|specific) (?:you(?:['’]d| would) like|i can)\b|\bcould you (?:please )?(?:paste|upload|share the (?:full )?(?:text|link|article|transcript))\b"),
    (ReasonCode.REPLY_ADDRESS, r"\b(?:if you(?:['’]re| are) (?:referring|asking|looking|interested)\b|you (?:asked|mentioned|may be referring|might be thinking)\b|"
        r"your (?:question|query|request|prompt|draft|instructions|original (?:text|version|draft|sentence|paragraph|article))\b|as an ai\b|as a (?:large )?language model\b|"
        r"i (?:don['’]t|do not|cannot|can['’]t) (?:have|access|browse|verify|confirm|provide|help with|assist with)\b|i(?:['’]m| am) (?:unable|not able|sorry|an ai)\b|"
        r"i (?:couldn['’]t|could not|wasn['’]t able to|was unable to|was not able to) (?:find|open|access|verify|locate|retrieve|view) (?:any |the |that |a |an )?(?:reliable |specific |recent |credible |relevant |additional |further )*(?:information|reporting|reports|results|sources?|links?|pages?|files?|articles?|urls?|documents?|details)\b|"
        r"i (?:have not|haven['’]t) (?:independently )?(?:verified|fact-checked)\b|(?:i apologi[sz]e|apologies) for (?:the|any) (?:confusion|error|mistake|oversight|misunderstanding)\b|it (?:seems|looks|sounds|appears)(?: like| that| as (?:if|though))? you(?:['’]re| are) (?:asking|looking for|referring|interested|seeking|describing)\b|my (?:previous|earlier|last) (?:response|message|answer|reply)\b|"
        r"i(?:['’]ve| have) (?:re(?:written|worded|phrased|structured)|shortened|condensed|polished|tightened|proofread|copy-?edited|translated|summari[sz]ed|corrected) (?:your|(?:the|this|that) (?:text|paragraph|sentence|passage|draft|article|statement|headline|quote|lead|summary|section|version))\b|i(?:['’]ve| have)? (?:kept|avoided|trimmed|adjusted|toned down) (?:the|any|all) (?:tone|wording|language|speculation|text|facts|length|structure|original)\b|(?:continue|continuing|pick(?:ing)? up) (?:[\w ]{1,30} )?from where you left off|an ai (?:language )?(?:model|assistant) (?:developed|trained|created|designed) (?:by|to|for)\b|too long for me to (?:process|read|analy[sz]e)\b|to give you (?:a|an|the) (?:most |more )?(?:accurate|precise|complete|useful|helpful|detailed|specific) (?:answer|response)\b|it seems there (?:may|might) (?:be|have been) (?:some|a) (?:confusion|misunderstanding|mix-up)\b|the user (?:wants|asked|is asking|asks|has asked|would like|provided)\b|i(?:['’]ll| will) (?:rewrite|rephrase|reword|shorten|condense|summari[sz]e|break (?:this|it|that) down|keep (?:it|the (?:paragraph|text|summary|answer)))\b|"
        r"let me (?:rephrase|reword|rewrite|search|double-check|break (?:this|it|that)|walk you|look (?:that|this|it) up|pull (?:up|together)|check the (?:latest|web|sources)|correct (?:that|this|myself))\b|let['’]s break (?:this|it|that) down\b|thank(?:s| you) for (?:catching|pointing|clarifying|the clarification|sharing the|your patience)\b|"
        r"the (?:document|file|article|text|link|image|transcript|passage|excerpt|data|details|sources|information)s? (?:that )?you(?:['’]ve| have)? (?:shared|provided|sent|uploaded|pasted|gave)\b|as (?:you )?requested,|to answer your\b|"
        r"please (?:double-check|fact-check|verify (?:this|these|all|any|the))\b|insert (?:quote|name|date|link|source|details|statistic|location|number)\b[^\]\n]{0,60}\]|meta description:|word count:|regenerate response\b|check important info\b|"
        r"you can (?:explore|check|find|visit|refer|consult)\b|i (?:recommend|suggest) (?:checking|consulting|verifying|you)\b|i(?:['’]d| would) (?:recommend|suggest) (?:checking|consulting|verifying|moving|adding|cutting|rephrasing)\b)|"
        r"^(?:(?:certainly|sure|absolutely|of course)(?:!|\s?[—–-]\s?(?:here|below|i['’]ve))|(?:great|good) question[!.]|(?:got it|understood)[.!]|sure thing[!,.]|you(?:['’]re| are) (?:absolutely |completely )right[,!.])"),
    (ReasonCode.REPLY_SEARCH_RESULTS, r"\bhere(?:['’]s| is) what i(?:['’]ve| have)? found\b|\bbased on the (?:given|provided|supplied|available) (?:information|passages?|text|context|data|details|excerpts?)\b|\b(?:based on|according to|from|in) (?:the|these|my|your) (?:provided |web |given |available )?(?:search results|sources provided|provided (?:sources|context|text|document|article))\b|"
        r"\bbased on (?:what i (?:can see|found|know)|my (?:search|research|training|knowledge|analysis of the (?:text|article|document)))\b|\bsearching (?:the web|online|for (?:recent|the latest))\b|\bi found (?:\d+|several|the following|some) (?:results|sources|articles|relevant)\b|"
        r"\bsources (?:cited|listed|mentioned) (?:above|below)\b|\b(?:here['’]s|here is|below is) (?:a|an|the|what|your|my) (?:[\w-]+ ){0,3}(?:breakdown|summary|overview|analysis|rewrite|"
        r"explanation|version|draft|article|continuation|paragraph|sentence|translation|outline)\b|\bhere are (?:a few|two|three|four|five|\d) (?:[\w-]+ ){0,3}(?:options|suggestions|alternatives|versions|rewrites)\b|\bsearch results (?:indicate|show|suggest|do not|don['’]t)\b"),
    (ReasonCode.REPLY_KNOWLEDGE_DATE, r"\b(?:this|my|the above) (?:response|answer|summary|overview|reply) (?:is|was|may be|might be) (?:based on|limited to|current as of|accurate as of|outdated)\b|\binformation available (?:up to|until|through|as of|prior to|before) (?:my|\w+ 20\d\d)\b|\b(?:as of|up to|until) my (?:last|latest|knowledge|most recent|training)\b|\bmy (?:knowledge|training|information)(?: \w+){0,5} (?:cutoff|cut-off|ends|only goes|goes up|stops|extends)\b|\bmy (?:knowledge|training|information) (?:cutoff|cut-off|data|is current|only)\b|"
        r"\bi (?:do not|don['’]t) have (?:real-time|current|up-to-date|access)\b|\b(?:last|latest) (?:knowledge )?update(?:d)? in (?:\w+ )?20\d\d\b|\b(?:article|information|data|update) i have access to\b"),
)  # fmt: skip
SAID_TOO = re.compile(
    r"here(?:['’]s| is| are)\b.*|below is\b.*|you (?:can|asked|mentioned|may|might)\b.*|if you\b.*|(?:i|we) can\b.*|let me know if|(?:could|would|want|do) (?:you|me)\b.*|"
    r"happy to\b.*|apologies\b.*|is (?:this|that)\b.*|need\b.*|please (?:share|paste|send)\b.*|it (?:seems|looks|sounds|appears)\b.*|i(?:['’]m| am) (?:sorry|unable|not able)|i (?:don['’]t|do not|cannot|can['’]t)\b.*|shall i|should i\b.*|is there\b.*|your question|to answer your|my (?:previous|earlier|last)\b.*|as (?:you )?requested,|"
    r"i(?:['’]d| would)? ?(?:recommend|suggest)\b.*|feel free\b.*|thank.*|let['’]s\b.*|please verify\b.*|(?:according to|from|in)\b.*|sources\b.*|does (?:this|that) help\?|(?:great|good|certainly|sure|absolutely|of course|got it|understood|you['’]?(?:re| are))\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What of ``REPLY`` people say to readers too, and to each other."""
NOTES = re.compile(
    r"(?:\s*(?:(?:\[\d{1,3}\]|[¹²³⁴-⁹]+)\s[^\n]*|\d{1,3}[.)]\s[^\n]*(?:https?://|www\.)[^\n]*))+|\s*notes? (?:to|for) editors?\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Nothing but numbered notes, such as a page has below its text, or what a release adds for editors."""
PREFACE = re.compile(
    r"i['’]?m sorry,? but i (?:can['’]t|cannot|am (?:unable|not able) to) (?:assist with|help with|fulfil+|complete|comply with) (?:that|this|your) request\.|"
    r"regenerate response|word count: \d+(?: words)?|(?:chatgpt|claude|gemini|copilot|grok|deepseek) (?:can|may) make mistakes\b[^\n]{0,80}|"
    r"\[(?:insert|your|add|name of) [^\]\n]{2,60}\]|i['’]m an ai (?:assistant|language model)\b[^\n]{0,200}|"
    r"(?:certainly|sure(?: thing)?|absolutely|of course|no problem|got it)(?:[!,.]|\s?[—–-])\s*(?:here(?:['’]s| is| are)|below (?:is|are)|i['’]ve)\b[^\n]{0,200}[:.!]",
    re.IGNORECASE,
)
"""A line that hands over what was asked for, or refuses it, or is a program's own: whoever writes news has no use for it."""
DENIAL = re.compile(
    r"\b(?:there (?:is|has been|are|have been) (?:currently )?no (?:official |public |verified |credible |confirmed |reliable )*(?:confirmation|evidence|record|report|indication|information|"
    r"announcement|statement)s?|(?:has|have) not (?:made|issued|confirmed|announced)|is no longer|misinformation|"
    r"no (?:such|credible|verified|official) (?:statement|report|announcement|evidence|confirmation)|unverified|(?:recommend|important to) (?:verify|check))\b",
    re.IGNORECASE,
)
MARKUP = re.compile(r"^#{1,6}\s|\*\*[^*\n]{1,200}\*\*|^\s*[-*]\s+\*\*|^\|.*\|$|\[\d{1,2}\](?:\[\d{1,2}\])*")
LEFTOVER = re.compile(r"<think|<\||INST\]|cite:\d|†|turn\d")
"""What stands in whatever ``LEFTOVERS`` matches."""
LEFTOVERS = re.compile(
    r"<think(?:ing)?>.{0,20000}?</think(?:ing)?>|<\|(?:im_start|im_end|endoftext|assistant|user|system|eot_id)[^|<>\n]{0,40}\|>|\[/?INST\]|"
    r" ?:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?| ?\[?oai_?cite:\d+\]?| ?【\d+(?::\d+)?†[^】\n]{0,80}】| ?(?:cite)?(?:turn\d+(?:search|news|view|image)\d+)+",
    re.DOTALL,
)
"""What the programs around models write and strip again: turns, thoughts, marks of citations that lead nowhere else."""
CITATION = re.compile(r"https?://|\bwww\.|\[\d{1,3}\]|【|\bdoi:")
CITATION_GAP = re.compile(r"\w[”\"*)]* \.(?:\s|$)")
CHATBOT = re.compile(
    r"\b(?:chat\s?gpt|gpt-?\d|gemini|claude|copilot|grok|llama|chat-?bots?|language models?|a\.?i\.? (?:assistant|model|tool)s?|openai|perplexity|deepseek|prompts?)\b",
    re.IGNORECASE,
)

_FIRST = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in FURNITURE), re.IGNORECASE)
_WITHIN = {kind: pattern for kind, _, pattern in WITHIN}
_ANYWHERE = re.compile(
    "|".join(
        f"(?P<{kind}>{pattern}|{_WITHIN[kind]})" if kind in _WITHIN else f"(?P<{kind}>{pattern})"
        for kind, pattern in FURNITURE
    ),
    re.IGNORECASE,
)
_PARTS = re.compile("|".join(parts for _, parts, _ in WITHIN))
COMPILED_REPLY = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in REPLY)


@lru_cache(maxsize=4096)
def furniture_of(words: str) -> BlockKind | None:
    """Return the kind of furniture that some words are, the first of ``FURNITURE`` that fits them as a whole."""
    match = (_ANYWHERE if _PARTS.search(words.lower()) else _FIRST).fullmatch(words)
    return BlockKind(match.lastgroup) if match and match.lastgroup else None
