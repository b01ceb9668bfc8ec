"""What the blocks of an HTML page are called. The pages are ours; benchmarks/restoring measures on real ones."""

import re
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.data import ARTICLE_KINDS, FURNITURE_KINDS, BlockKind, RemovalKind
from onrecord.errors import InputError
from onrecord.read import read_text
from onrecord.read.records import read_record
from onrecord.restore import restore
from onrecord.restore.blocks import KINDS, shipped
from onrecord.restore.blocks.own import bare
from onrecord.restore.phrases import SITES
from onrecord.restore.words import FURNITURE, furniture_of

PARAGRAPHS = (
    "The harbour board opened a second quay at Northgate on Tuesday, four months late and two million over its budget.",
    "Ships of 200 metres can now turn there, said board head Olga Renn, who has led the works since the spring of 2021.",
    "The stone came by sea from Hale, where the last quarry on the coast closes at the end of this year, she added.",
    "Fishers had asked for a smaller berth beside the ferry landing; the board will decide on it in September.",
)
PAGE = """<html lang="en"><head><title>Second quay opens at Northgate - The Post</title>
<meta property="og:title" content="Second quay opens at Northgate"></head><body>
<div class="cookie-consent"><p>We and our partners store and use cookies on your device, to measure how our pages are read and to show you advertising.</p></div>
<nav class="site-menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/travel">Travel</a></li></ul></nav>
<main><article class="article"><h1 class="headline">Second quay opens at Northgate</h1>
<p class="standfirst">Ships of 200 metres can turn in the harbour four months later than planned.</p>
<div class="byline">By <a href="/olle-brandt">Olle Brandt</a></div><time class="published" datetime="2025-05-19">19 May 2025</time>
<figure><img src="q.jpg"><figcaption class="caption">The first ship ties up at the new quay. <span class="credit">Photo: Post archive</span></figcaption></figure>
<div class="article-body">{body}</div></article></main>
<aside class="related-stories"><h3>Related stories</h3><ul><li><a href="/a">Ferry fares rise in June, company says</a></li>
<li><a href="/b">Quarry at Hale to close after ninety years</a></li></ul></aside>
<section class="comments"><p class="comment">At last! I have waited for this quay for years and years, and so has everybody in my street.</p></section>
<footer class="footer"><p>© The Post 2025</p><a href="/terms">Terms of use</a></footer></body></html>"""


def page_of(*blocks: str, template: str = PAGE) -> str:
    return template.replace("{body}", "".join(blocks))


def labelled(html: str) -> dict[str, BlockKind]:
    restoration = restore(read_text(html))
    text = restoration.document.text
    return {block.span.cut(text)[:24]: block.kind for block in restoration.blocks}


def paragraphs(*words: str) -> list[str]:
    return [f"<p>{one}</p>" for one in words]


def test_the_parts_of_a_page_are_told_apart():
    kinds = labelled(page_of(*paragraphs(*PARAGRAPHS[:2]), "<h2>Stone from Hale</h2>", *paragraphs(*PARAGRAPHS[2:])))
    assert kinds["Second quay opens at Nor"] is BlockKind.HEADLINE
    assert kinds["Ships of 200 metres can "] in (BlockKind.STANDFIRST, BlockKind.BODY)
    assert kinds["By Olle Brandt"] is BlockKind.BYLINE
    assert kinds["19 May 2025"] is BlockKind.DATELINE
    assert kinds["The first ship ties up a"] is BlockKind.CAPTION
    assert kinds["Stone from Hale"] is BlockKind.SUBHEAD
    assert all(kinds[words[:24]] is BlockKind.BODY for words in PARAGRAPHS)
    assert kinds["We and our partners stor"] is BlockKind.CONSENT
    assert kinds["At last! I have waited f"] is BlockKind.COMMENTS
    assert kinds["Ferry fares rise in June"] is BlockKind.TEASER
    assert kinds["© The Post 2025"] in FURNITURE_KINDS


def test_every_label_has_a_likelihood_and_a_reason():
    restoration = restore(read_text(page_of(*paragraphs(*PARAGRAPHS))))
    assert all(0.0 < block.score <= 1.0 and block.reasons and block.element for block in restoration.blocks)
    assert len({block.score for block in restoration.blocks}) > 3


FOREIGN = {
    "he": (
        "רציף שני נפתח בנמל הצפוני",
        "מועצת הנמל פתחה ביום שלישי רציף שני, באיחור של ארבעה חודשים ובחריגה גדולה מהתקציב שנקבע.",
        "אוניות באורך מאתיים מטרים יכולות מעתה להסתובב שם, אמרה יושבת ראש המועצה בטקס הפתיחה.",
        "הדייגים ביקשו רציף קטן יותר ליד המעבורת, והמועצה תחליט על כך בספטמבר הקרוב.",
    ),
    "ar": (
        "افتتاح رصيف ثان في الميناء",
        "افتتح مجلس الميناء يوم الثلاثاء رصيفا ثانيا بعد تأخر دام أربعة أشهر وتجاوز في الميزانية المقررة.",
        "وقالت رئيسة المجلس إن السفن التي يبلغ طولها مئتي متر تستطيع الآن أن تدور في الميناء.",
        "وكان الصيادون قد طلبوا رصيفا أصغر بجانب العبارة، وسيبت المجلس في ذلك في شهر سبتمبر.",
    ),
    "ja": (
        "北港に第二の岸壁が完成",
        "港湾局は火曜日、予定より四か月遅れて北港の第二岸壁を開いた。費用は当初の予算を大きく上回った。",
        "全長二百メートルの船が港内で向きを変えられるようになったと、局長は式典で述べた。石は海路で運ばれた。",
        "漁業者は渡船場のそばに小さな岸壁を求めており、港湾局は九月に結論を出す予定だ。",
    ),
    "th": (
        "เปิดท่าเรือแห่งที่สอง",
        "คณะกรรมการท่าเรือเปิดท่าเทียบเรือแห่งที่สองเมื่อวันอังคาร ช้ากว่ากำหนดสี่เดือนและใช้งบประมาณเกินที่ตั้งไว้มาก",
        "เรือที่มีความยาวสองร้อยเมตรสามารถกลับลำในท่าได้แล้ว ประธานคณะกรรมการกล่าวในพิธีเปิดต่อหน้าแขกหลายร้อยคน",
        "ชาวประมงขอท่าเทียบเรือเล็กข้างเรือข้ามฟาก และคณะกรรมการจะตัดสินใจเรื่องนี้ในเดือนกันยายนที่จะถึงนี้",
    ),
    "ur": (
        "بندرگاہ میں دوسرا گھاٹ",
        "بندرگاہ کے بورڈ نے منگل کو دوسرا گھاٹ کھول دیا، جو مقررہ وقت سے چار ماہ بعد اور بجٹ سے بہت زیادہ خرچ پر بنا۔",
        "بورڈ کی سربراہ نے افتتاح کے موقع پر کہا کہ دو سو میٹر لمبے جہاز اب یہاں گھوم سکتے ہیں۔",
        "ماہی گیروں نے فیری کے پاس ایک چھوٹا گھاٹ مانگا تھا، اور بورڈ ستمبر میں اس کا فیصلہ کرے گا۔",
    ),
    "km": (
        "បើកផែទីពីរ",
        "ក្រុមប្រឹក្សាកំពង់ផែបានបើកផែទីពីរនៅថ្ងៃអង្គារ យឺតជាងការគ្រោងទុកបួនខែ និងលើសថវិកាដែលបានកំណត់ច្រើន។",
        "នាវាដែលមានប្រវែងពីររយម៉ែត្រអាចបត់នៅទីនោះបានហើយ ប្រធានក្រុមប្រឹក្សាបានថ្លែងក្នុងពិធីសម្ពោធ។",
        "អ្នកនេសាទបានស្នើសុំផែតូចមួយនៅក្បែរសាឡាង ហើយក្រុមប្រឹក្សានឹងសម្រេចក្នុងខែកញ្ញា។",
    ),
    "am": (
        "ሁለተኛው ወደብ ተከፈተ",
        "የወደቡ ቦርድ ሁለተኛውን ወደብ ማክሰኞ ዕለት ከፈተ፣ ከታቀደው ጊዜ አራት ወር ዘግይቶና ከተመደበው በጀት እጅግ በልጦ ነበር።",
        "ሁለት መቶ ሜትር ርዝመት ያላቸው መርከቦች አሁን እዚያ መዞር ይችላሉ ሲሉ የቦርዱ ሊቀመንበር በምረቃው ላይ ተናግረዋል።",
        "ዓሣ አጥማጆቹ ከጀልባው አጠገብ ትንሽ ወደብ ጠይቀው ነበር፣ ቦርዱም በመስከረም ወር ይወስናል ተብሎ ይጠበቃል።",
    ),
    "de": (
        "Zweiter Kai in Nordhafen eröffnet",
        "Der Hafenrat hat am Dienstag einen zweiten Kai eröffnet, vier Monate später als geplant und zwei Millionen teurer.",
        "Schiffe von 200 Metern können dort nun wenden, sagte die Vorsitzende, die den Bau seit vier Jahren leitet.",
        "Die Fischer hatten um einen kleineren Anleger neben der Fähre gebeten; der Rat entscheidet im September.",
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_and_directions(language: str):
    title, *words = FOREIGN[language]
    html = f"""<html lang="{language}" dir="auto"><head><title>{title}</title></head><body><nav><a href="/">{title[:4]}</a></nav>
    <article><h1>{title}</h1>{"".join(paragraphs(*words))}</article><footer><a href="/x">{title[:6]}</a></footer></body></html>"""
    kinds = [block.kind for block in restore(read_text(html)).blocks]
    assert kinds[1:5] == [BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY, BlockKind.BODY]
    assert kinds[0] in FURNITURE_KINDS
    assert kinds[5] in FURNITURE_KINDS


@pytest.mark.parametrize("language", FOREIGN)
def test_paragraphs_of_plain_text_in_any_script(language: str):
    kinds = [block.kind for block in restore(read_text("\n\n".join(FOREIGN[language]))).blocks]
    assert kinds == [BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY, BlockKind.BODY]


def test_a_short_sentence_in_japanese_is_no_heading():
    title, *words = FOREIGN["ja"]
    kinds = labelled("\n\n".join((title, *words, "橋は無事だった。", "工事の今後", words[0])))
    assert kinds["橋は無事だった。"] is BlockKind.BODY
    assert kinds["工事の今後"] is BlockKind.SUBHEAD


def test_consent_is_never_the_article():
    text = (
        "We value your privacy. "
        + "With your consent we and our partners use cookies to store and read what you do. " * 4
    )
    walls = "".join(f'<div class="didomi-notice"><p>{n}. {text}</p></div>' for n in range(6))
    restoration = restore(
        read_text(f"<html><body>{walls}<article>{''.join(paragraphs(*PARAGRAPHS))}</article></body></html>")
    )
    assert [block.kind for block in restoration.blocks] == [BlockKind.CONSENT] * 6 + [BlockKind.BODY] * 4


def test_a_page_that_is_named_for_consent_is_no_consent():
    named = PAGE.replace("<body>", '<body class="gdpr-applies no-cookie-banner">').replace(
        "article-body", "consent-given"
    )
    kinds = labelled(page_of(*paragraphs(*PARAGRAPHS), template=named))
    assert kinds[PARAGRAPHS[0][:24]] is BlockKind.BODY
    assert kinds["We and our partners stor"] is BlockKind.CONSENT


@pytest.mark.parametrize("name", ["teaser", "article-lead", "intro bold", "summary"])
def test_a_lead_paragraph_is_never_lost(name: str):
    lead = f'<p class="{name}">{PARAGRAPHS[0]}</p>'
    restoration = restore(read_text(page_of(lead, *paragraphs(*PARAGRAPHS[1:]))))
    assert PARAGRAPHS[0] in restoration.restored


def test_a_page_without_running_text_still_has_its_article():
    html = "<html><head><title>Tides</title></head><body><h1>Tides</h1><article><p>High 6:10</p><p>Low 12:20</p></article></body></html>"
    assert any(block.kind in ARTICLE_KINDS for block in restore(read_text(html)).blocks)


def test_a_line_of_the_site_that_stands_often_is_no_part_of_the_article():
    notice = "<p>This content is hidden because of your settings; change them to see it.</p>"
    restoration = restore(read_text(page_of(*(f"<p>{words}</p>{notice}" for words in PARAGRAPHS))))
    assert "hidden because" not in restoration.restored
    assert all(words in restoration.restored for words in PARAGRAPHS)


def test_the_headline_is_the_heading_over_the_article_not_the_end_of_a_trail():
    """Such a page ends the way to it with a title for search engines."""
    trail = (
        "<nav class='breadcrumb'><a href='/'>Home</a><h1>New quay at Northgate: what ships may do there now</h1></nav>"
    )
    heading = "<h2 class='headline'><span>Harbour</span> Second quay opens at Northgate</h2>"
    page = page_of(*paragraphs(*PARAGRAPHS)).replace(
        '<h1 class="headline">Second quay opens at Northgate</h1>', heading
    )
    kinds = labelled(page.replace("<main>", f"{trail}<main>"))
    assert kinds["Harbour Second quay open"] is BlockKind.HEADLINE
    assert kinds["New quay at Northgate: w"] in FURNITURE_KINDS


def test_a_line_of_a_name_and_a_day_is_a_byline():
    line = '<div class="meta">By Olle Brandt, 19.05.2025, 10:00</div>'
    page = page_of(*paragraphs(*PARAGRAPHS)).replace(
        '<div class="byline">By <a href="/olle-brandt">Olle Brandt</a></div>', line
    )
    page = page.replace("<head>", '<head><meta name="author" content="Olle Brandt">')
    assert labelled(page)["By Olle Brandt, 19.05.20"] is BlockKind.BYLINE


BESIDE = {
    "Cards are links with a headline, whatever stands in them": (
        '<footer class="page-footer"><a href="/c"><article class="item"><header class="item-header"><h3>{}</h3></header></article></a></footer>',
        "Harbour strike ends",
        BlockKind.TEASER,
    ),
    "The links of a menu are no headlines": (
        '<footer class="page-footer"><div><a href="/1">About us</a> <a href="/2">{}</a></div></footer>',
        "Press code and terms of use and privacy and contact",
        BlockKind.INTERFACE,
    ),
    "A form for comments asks for cookies too": (
        '<form class="comment-form"><p class="comment-form-cookies-consent">{}</p></form>',
        "Keep my name and address in this browser for next time.",
        BlockKind.COMMENTS,
    ),
    "A widget says less than what it is a widget of": (
        '<aside class="widget"><div class="widget advertisement-slot"><h3 class="widget-title">{}</h3></div></aside>',
        "From the harbour shops",
        BlockKind.ADVERT,
    ),
    "Words that news has too tell where nothing is named": (
        "<div><p>{}</p></div>",
        "Unlimited digital access to all of our archive from one account.",
        BlockKind.PAYWALL,
    ),
}


@pytest.mark.parametrize(("markup", "words", "kind"), BESIDE.values(), ids=BESIDE)
def test_what_stands_beside_an_article_is_called_by_what_it_is(markup: str, words: str, kind: BlockKind):
    page = page_of(*paragraphs(*PARAGRAPHS)).replace("<footer", f"{markup.format(words)}<footer")
    assert {found for said, found in labelled(page).items() if words[:8] in said} == {kind}


FORMULAS = (
    "Advertisement 2",
    "ADVERTISEMENT - CONTINUE READING BELOW",
    "Do not track",
    "Email (required)",
    "Newsletter Preferences",
    "Share on Facebook Share on X Copy link",
    "Story continues below",
    "There was an error processing your subscription.",
    "Your browser does not support the video element.",
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_line_with_a_formula_of_sites_is_cut_from_plain_text(formula: str):
    text = "\n".join((PARAGRAPHS[0], formula, *PARAGRAPHS[1:]))
    assert restore(read_text(text)).restored.split() == " ".join(PARAGRAPHS).split()


WORDS_OF_FORMULAS = (
    "newsletter,subscribe,sign up,sign in,for our,to continue reading,cookies,we use,accept,cookie-einstellungen,privacy,"
    "settings,agree to receive,e-mails,affiliate link,already a,subscriber?,nur,für abonnenten,exclusive,aux abonnés,"
    "externe inhalte,laden,çerezleri,kommentieren,briefing,every day,inbox,here to,to unlock,paid subscribers,get the"
).split(",")


@given(st.lists(st.sampled_from([*WORDS_OF_FORMULAS, "\n", "SIGN UP", "Régie, İ"]), max_size=8).map(" ".join))
@settings(max_examples=300)
def test_the_words_looked_for_first_stand_in_every_formula_that_fits(words: str):
    within = SITES["within"]
    wholes = ((kind, f"{pattern}|{within.get(kind, '(?!)')}") for kind, pattern in FURNITURE)
    fitting = [kind for kind, pattern in wholes if re.fullmatch(pattern, words, re.IGNORECASE)]
    assert furniture_of(words) == (fitting[0] if fitting else None)


def test_quoted_posts_and_tables_belong_to_the_article():
    post = (
        '<blockquote class="twitter-tweet"><p>The quay is open!</p>— Harbour board (@board) May 19, 2025</blockquote>'
    )
    table = "<table><tr><td>Length</td><td>200 m</td></tr><tr><td>Depth</td><td>11 m</td></tr></table>"
    kinds = labelled(page_of(*paragraphs(*PARAGRAPHS[:2]), post, table, *paragraphs(*PARAGRAPHS[2:])))
    assert kinds["The quay is open!"] is BlockKind.PULL_QUOTE
    assert kinds["— Harbour board (@board)"] is BlockKind.PULL_QUOTE
    assert kinds["Length\t200 m"] is BlockKind.TABLE


def test_one_headline():
    twice = PAGE.replace("<main>", '<div class="sticky"><h1>Second quay opens at Northgate</h1></div><main>')
    restoration = restore(read_text(page_of(*paragraphs(*PARAGRAPHS), template=twice)))
    assert [block.kind for block in restoration.blocks].count(BlockKind.HEADLINE) == 1


def test_likelihoods_add_up_and_come_out_the_same():
    page = read_text(page_of(*paragraphs(*PARAGRAPHS)))
    likely = shipped().likely(page)
    assert likely.shape == (len(page.raw_blocks), len(KINDS))
    assert np.allclose(likely.sum(axis=1), 1.0, atol=1e-4)
    assert np.array_equal(likely, shipped().likely(page))


@pytest.mark.parametrize(
    "block",
    ["<p>Words of a block number {n}, which ends here.</p>", "<li><a href='/'>{n}</a></li>", "<div>" * 40 + "{n}"],
)
def test_ten_thousand_blocks_take_ten_times_a_thousand(block: str):
    def seconds(count: int) -> float:
        page = read_text("<html><body>" + "".join(block.format(n=n) for n in range(count)))
        began = time.process_time()
        restore(page)
        return time.process_time() - began

    seconds(1000)
    assert seconds(10_000) < 40 * seconds(1000) + 1.0


@given(
    st.text(alphabet=st.sampled_from('<>/="&; abpdivhl1\n\u05d0\u200b'), min_size=1, max_size=200).map("<p>".__add__)
)
@settings(max_examples=100, deadline=None)
def test_no_soup_breaks_the_labels(soup: str):
    try:
        page = read_text(soup)
    except InputError:
        return
    assert len(restore(page).blocks) == len(page.raw_blocks)


OTHER = (
    "The ferry company raised its fares by a tenth on Monday, the third time since the spring of last year, it said.",
    "A crossing from Hale to Northgate now costs eleven crowns, and a yearly ticket three hundred and ninety of them.",
    "Commuters gathered at the landing in the morning; most of them had learned of it from a notice at the ticket box.",
    "The company said that fuel and repairs cost it more than ever, and that no further rise was planned for this year.",
    "The council, which owns a third of the company, had not been asked beforehand, its speaker told reporters at noon.",
    "It will speak of the matter in its next meeting, to which the head of the company has been invited to give reasons.",
)


def test_a_second_article_on_the_page_is_said_to_be_one():
    second = f"<article><h1>Ferry fares rise by a tenth</h1>{''.join(paragraphs(*OTHER))}</article>"
    restoration = restore(read_text(page_of(*paragraphs(*PARAGRAPHS)).replace("</main>", f"</main>{second}")))
    told = [removal for removal in restoration.removals if removal.kind is RemovalKind.OTHER_ARTICLE]
    assert len(told) == 1
    assert "Ferry fares rise by a tenth" in told[0].reasons[0].words
    assert all(words in told[0].span.cut(restoration.document.text) for words in OTHER)
    assert all(words in restoration.restored for words in PARAGRAPHS)


def test_the_next_article_of_an_endless_page_is_said_to_be_another_one():
    def part(title: str, name: str, *words: str) -> str:
        return f"<div class='article-page'><h1>{title}</h1><div class='by'>by {name}</div>{''.join(paragraphs(*words))}</div>"

    body = part("Quay closed", "Pia Renner", *PARAGRAPHS) + part("Ferry fares rise", "Jost Leeman", *OTHER)
    page = read_text(f"<html lang=en><head><title>Quay closed</title></head><body><div>{body}</div></body></html>")
    restoration = restore(page)
    told = [removal for removal in restoration.removals if removal.kind is RemovalKind.OTHER_ARTICLE]
    assert ["Ferry fares rise" in one.reasons[0].words for one in told] == [True]
    assert all(words in restoration.restored for words in PARAGRAPHS)
    assert not any(words in restoration.restored for words in OTHER)


BRIEF = (
    "The choir of Hale, which has many sopranos and two basses, sings in the market hall on Saturday.",
    "It rehearses on Thursdays, and no knowledge of music is needed, its leader said at the landing.",
    "Nobody has come yet.",
)


@pytest.mark.parametrize(
    ("head", "words", "other"),
    [
        ("<h1>Choir looks for basses</h1><div class='by'>Jost Leeman</div>", BRIEF, True),
        ("<h1>Choir looks for basses</h1>", BRIEF, False),  # a part of the article?
        ("<h2>Choir looks for basses</h2><div class='by'>Jost Leeman</div>", BRIEF, False),
        ("<h1>Choir looks for basses</h1><div class='by'>Jost Leeman</div>", BRIEF[1:], False),  # a card
    ],
)
def test_a_short_article_that_is_signed_as_the_pages_own_is_another_one(head: str, words: tuple[str, ...], other: bool):
    def part(head: str, *words: str) -> str:
        return f"<div class='wrap'><article class='story'>{head}{''.join(paragraphs(*words))}</article></div>"

    own = part("<h1>Quay closed</h1><div class='by'>by Pia Renner</div>", *PARAGRAPHS)
    page = f"<html lang=en><head><title>Quay closed</title></head><body>{own}{part(head, *words)}</body></html>"
    restoration = restore(read_text(page))
    told = [removal for removal in restoration.removals if removal.kind is RemovalKind.OTHER_ARTICLE]
    assert bool(told) is other
    assert all(words in restoration.restored for words in PARAGRAPHS)


def test_comments_and_cards_in_article_elements_are_no_second_article():
    cards = "".join(f"<article><h2>{words[:40]}</h2><p>{words}</p></article>" for words in OTHER)
    restoration = restore(read_text(page_of(*paragraphs(*PARAGRAPHS)).replace("</main>", f"</main>{cards}")))
    assert all(removal.kind is not RemovalKind.OTHER_ARTICLE for removal in restoration.removals)


@pytest.mark.parametrize("clock", ["9:1{} a.m. — ", "14.2{}: ", "(09:1{}) ", "9:1{}pm ET "])
def test_lines_that_begin_with_the_time_of_day_are_entries_of_a_live_blog(clock: str):
    lines = [clock.replace("{}", str(n)) + words for n, words in enumerate(PARAGRAPHS)]
    assert list(labelled("\n".join(("Second quay opens at Northgate", *lines))).values())[1:] == [
        BlockKind.LIVE_ENTRY
    ] * len(lines)


def test_entries_of_a_live_blog_are_told_by_their_element():
    entries = (
        f'<div class="live-blog-entry"><time>1{n}:00</time><p>{words}</p></div>' for n, words in enumerate(OTHER)
    )
    kinds = labelled(page_of(*entries))
    assert all(kinds[words[:24]] is BlockKind.LIVE_ENTRY for words in OTHER)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction officers at Hale prison went on strike on Monday, the union said.", BlockKind.BODY),
        ("Clarification of the rules is expected in June, the ministry said on Tuesday.", BlockKind.BODY),
        ("Correction: An earlier version gave the length of the quay as 300 metres.", BlockKind.CORRECTION),
        ("Correction, 20 May 2025: The quay is 200 metres long.", BlockKind.CORRECTION),
        ("Clarification (May 20): The quay is 200 metres long.", BlockKind.CORRECTION),
        ("Editor’s note – The board has since changed its mind.", BlockKind.CORRECTION),
    ],
)
def test_a_note_on_what_was_corrected_and_news_of_corrections(line: str, kind: BlockKind):
    kinds = labelled("\n\n".join(("Second quay opens at Northgate", *PARAGRAPHS[:2], line)))
    assert kinds[line[:24]] is kind


def test_a_link_to_corrections_is_none():
    footer = PAGE.replace('<a href="/terms">Terms of use</a>', '<a href="/corrections">Corrections</a>')
    assert labelled(page_of(*paragraphs(*PARAGRAPHS), template=footer))["Corrections"] in FURNITURE_KINDS


def test_two_lines_with_a_time_are_no_live_blog():
    lines = (f"10:0{n} {words}" for n, words in enumerate(PARAGRAPHS[:2]))
    kinds = labelled("\n".join(("Second quay opens at Northgate", *lines, *PARAGRAPHS[2:])))
    assert BlockKind.LIVE_ENTRY not in kinds.values()


def test_a_divider_between_paragraphs_stays():
    restoration = restore(read_text(page_of(*paragraphs(*PARAGRAPHS[:2]), "<p>___</p>", *paragraphs(*PARAGRAPHS[2:]))))
    assert "___" in restoration.restored


def test_a_stated_author_and_the_credit_of_a_picture_are_told_where_the_model_is_silent():
    page = PAGE.replace("</head>", '<meta name="author" content="Olle Brandt"></head>').replace(
        '<div class="byline">By <a href="/olle-brandt">Olle Brandt</a></div>',
        '<div class="x-1"><div>Olle Brandt</div></div>',
    )
    picture = '<figure class="x-2"><div class="x-3">Foto: Ida Falk / Northgate Press</div></figure>'
    kinds = labelled(page_of(*paragraphs(*PARAGRAPHS[:2]), picture, *paragraphs(*PARAGRAPHS[2:]), template=page))
    assert kinds["Olle Brandt"] is BlockKind.BYLINE
    assert kinds["Foto: Ida Falk / Northgate Press"[:24]] is BlockKind.CREDIT


@pytest.mark.parametrize("headline", ["above", "in the first"])
def test_entries_of_a_live_blog_in_article_elements_are_no_second_article(headline: str):
    title = "<h1>Ferry fares: the day as it went</h1>"
    running = "".join(paragraphs(*OTHER))
    entries = [f"<article><h2>The company speaks again, hour {n}</h2>{running}{n}</article>" for n in range(3)]
    page = (
        title + "".join(entries)
        if headline == "above"
        else entries[0].replace("<article>", f"<article>{title}") + "".join(entries[1:])
    )
    told = restore(
        read_text(f"<html><head><title>Ferry fares: the day as it went</title></head><body>{page}</body></html>")
    )
    assert all(removal.kind is not RemovalKind.OTHER_ARTICLE for removal in told.removals)


@given(st.text(max_size=60) | st.text(st.characters(max_codepoint=127), max_size=60))
def test_letters_and_digits_are_the_same_in_any_script(words: str):
    assert bare(words) == "".join(filter(str.isalnum, words.casefold()))
    assert bare(words + "é")[:-1] == bare(words)


def test_signs_without_letters_are_nobodys_byline():
    page = PAGE.replace("</head>", '<meta name="author" content="Olle Brandt, -"></head>')
    kinds = labelled(page_of(*paragraphs(*PARAGRAPHS), template=page).replace("<footer", "<div>* * *</div><footer"))
    assert kinds["* * *"] is not BlockKind.BYLINE


@pytest.mark.parametrize("title", ["Kessel flood has killed 58, ministry says", None])
def test_the_markup_of_a_text_alone_loses_nothing(title):
    """Items of feeds are so; the labeller, which learned from whole pages, took their first paragraphs for furniture."""
    paragraphs = (
        "KESSEL (Harbour Wire) - The flood in the Kessel valley has killed 58 people, the interior ministry said on Friday.",
        "Divers found bodies in a bus that was swept off the bridge at Tarn.",
        "The army has sent 600 soldiers to the valley.",
    )
    html = "".join(f"<p>{words}</p>" for words in paragraphs)
    page = read_record({"title": title, "html": html} if title else {"html": html}, name="item")
    assert restore(page).removals == ()
