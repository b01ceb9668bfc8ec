"""What of a page's own words must not be lost or called something else, whatever the model says of its elements."""

import pytest

from onrecord.data import BlockKind, Restoration
from onrecord.read import read_text
from onrecord.restore import restore

BOARD = (
    "The harbour board of Ostwick voted on Tuesday evening to close the north quay to heavy lorries from 1 September."
)
TOLK = "“We have known since the spring that the piers were tired,” said Maren Tolk, who chairs the board."
COST = "The closure will cost the town about 210,000 crowns a year in lost mooring fees, the board's treasurer told members."
COURT = (
    "Hauliers said they would take the matter to the county court, where it may be heard before the end of the year."
)
REPAIRS = "Repairs are expected to begin in March next year and to take eighteen months, according to the engineers."


def restored(*body: str, title: str = "Quay closed", head: str = "") -> Restoration:
    return restore(
        read_text(f"<html lang='en'><head><title>{title}</title>{head}</head><body>{''.join(body)}</body></html>")
    )


def kinds(restoration: Restoration) -> dict[str, BlockKind]:
    text = restoration.document.text
    return {block.span.cut(text): block.kind for block in restoration.blocks}


def test_the_last_item_of_a_list_of_the_article_stays():
    steps = ("Soak the herrings overnight.", "Cut the apples and the onion into small cubes.",
             "Mix everything with the sour cream and chill.")  # fmt: skip
    told = kinds(restored(
        "<article><h1>Herring salad for the second day</h1><p>This salad is better on the second day, which is why nobody in "
        "Ostwick has ever seen it on the third.</p><h2>Ingredients</h2><ul><li>4 salted herrings</li><li>2 apples</li>"
        "<li>1 onion</li><li>200 g sour cream</li></ul><h2>Method</h2><ol>",
        *(f"<li>{step}</li>" for step in steps),
        "</ol><p>The dish came to the coast with the Skerry fishermen in 1880, who ate it on Sundays.</p></article>",
    ))  # fmt: skip
    assert all(told[step] is BlockKind.LIST for step in steps)


def test_headings_of_the_entries_of_a_live_blog_stay():
    headings = ("Board votes 7 to 4", "Tolk: piers are tired", "Cost put at 210,000 crowns", "What we know so far")
    entries = (
        f'<article class="liveblog-entry"><time>1{n}:15</time><h3>{heading}</h3><p>{words}</p></article>'
        for n, (heading, words) in enumerate(zip(headings, (BOARD, TOLK, COST, REPAIRS), strict=True))
    )
    links = "".join(f"<li><a href='#{n}'>{heading}</a></li>" for n, heading in enumerate(headings[1:3]))
    text = restored(
        "<main><h1>Quay vote live: board closes north quay</h1><div class='key-events'><h2>Key events</h2>"
        f"<ul>{links}</ul></div>", *entries, "<button>Load more</button></main>",
    ).restored  # fmt: skip
    assert all(heading in text for heading in headings)
    assert "Load more" not in text


def test_text_laid_out_with_a_table_is_running_text():
    told = kinds(restored(
        "<table><tr><td><a href='/'>Home</a> | <a href='/n'>News</a></td></tr><tr><td><font size=5><b>North quay closed</b>"
        f"</font><br><br>{BOARD}<br><br>{TOLK}<br><br>{COST}<br><br>{REPAIRS}</td><td><a href='/f'>Ferry late again</a></td>"
        "</tr></table><center>Copyright 2025 Tarn Daily</center>",
    ))  # fmt: skip
    assert all(told[words] is BlockKind.BODY for words in (BOARD, TOLK, COST, REPAIRS))


@pytest.mark.parametrize(
    "heading",
    [
        "<h1><span class='kicker'>Harbour</span><span>{}</span><span class='hidden-mark'> - save article</span></h1>",
        "<div class='h'>{}</div>",
    ],
)
def test_what_says_the_title_above_the_article_is_its_headline(heading: str):
    title = "North quay closed to heavy lorries from September"
    restoration = restored(
        "<div id='root'><div class='a1'>", heading.format(title), "<div class='b'>",
        *(f"<div class='c'>{words}</div>" for words in (BOARD, TOLK, COST, REPAIRS)), "</div></div></div>",
        head=f"<meta property='og:title' content='{title}'>",
    )  # fmt: skip
    assert [block.kind for block in restoration.blocks[:1]] == [BlockKind.HEADLINE]
    assert title in restoration.restored


def test_the_name_of_the_outlet_is_no_headline():
    restoration = restored(
        "<div id='root'><div class='a1'><div class='h'>Tarn Post</div><div class='b'>",
        *(f"<div class='c'>{words}</div>" for words in (BOARD, TOLK, COST, REPAIRS)), "</div></div></div>",
        title="Tarn Post", head="<meta property='og:site_name' content='Tarn Post'>",
    )  # fmt: skip
    assert BlockKind.HEADLINE not in {block.kind for block in restoration.blocks}


def test_the_last_paragraph_in_a_container_of_its_own_stays():
    last = "Car makers had begun to cut shifts for want of parts."
    told = kinds(restored(
        "<div class='Layout'><div class='ArticleHeader'><h1>Port strike ends after eleven days</h1></div><div class='ArticleBody'>"
        "<div class='group'><p>Dockers at the port of Gant went back to work on Friday after eleven days on strike.</p><p>They will "
        "get 6.1% more pay over two years, the union and the port said in a joint statement.</p></div><div class='InlineImage'><div "
        "class='InlineImage-caption'>Containers at the port of Gant on Friday.</div></div><div class='group'><p>Forty-one ships "
        "were waiting off the coast at noon.</p><p>“It will take until October to clear this,” said Ana Teuling of the shippers’ "
        "council.</p></div><div class='RelatedQuotes'><a>GNT 41.20 +0.8%</a></div>"
        f"<div class='group'><p>{last}</p></div></div></div>",
        title="Port strike ends after eleven days",
    ))  # fmt: skip
    assert told[last] is BlockKind.BODY
    assert told["GNT 41.20 +0.8%"] not in (BlockKind.BODY, BlockKind.LIST)


def test_questions_that_open_answers_and_terms_with_what_they_mean_stay():
    questions = ("Who does it apply to?", "What if my landlord lies?", "Does it cover furnished rooms?")
    answers = ("To everybody who signs a lease after 31 December. Older leases are not touched.",
               "You can take back the difference for up to three years, with interest at 5 per cent.",
               "No. Rooms in the home of the landlord are left out, and so are student halls.")  # fmt: skip
    told = kinds(restored(
        "<main><h1>What the new rent law means</h1><p>By Ravel Bryce</p><p>The rent law passed in the summer comes into force on "
        "1 January. It is the largest change to tenancies in thirty years, and most people have questions about it.</p>",
        *(f"<details><summary>{asked}</summary><p>{said}</p></details>" for asked, said in zip(questions, answers, strict=True)),
        "<h2>Key dates</h2><dl><dt>1 January</dt><dd>The law comes into force.</dd><dt>1 July</dt><dd>The register of rents opens "
        "to the public.</dd></dl><p>The ministry expects 70,000 inquiries in the first year.</p></main>"
        "<footer><p>Homestead is a service of the Tenants' League.</p></footer>",
        title="What the new rent law means",
    ))  # fmt: skip
    assert all(told[question] is BlockKind.SUBHEAD for question in (*questions, "Key dates"))
    assert all(told[words] is BlockKind.LIST for words in ("1 July", "The register of rents opens to the public."))
    assert told["Homestead is a service of the Tenants' League."] is BlockKind.INTERFACE


def test_a_line_below_the_headline_that_sums_the_article_up_stays():
    summed = "ארבעה עשר חודשים אחרי שהמועצה סגרה אותה, התושבים אספו את הכסף לבד"
    told = kinds(restored(
        "<div class='top'><a>חדשות</a><a>ספורט</a></div><div class='art'><h1>הספרייה בכפר תלמון נפתחה מחדש</h1>"
        f"<div class='sub'>{summed}</div><div class='credit-line'>מאת: נועה ברזילי</div><div class='pub-date'>פורסם: 18 ביוני 2024, 14:02</div>"
        "<div class='art-body'>"
        "<p>הספרייה הציבורית בכפר תלמון נפתחה מחדש ביום שלישי, ארבעה עשר חודשים אחרי שהמועצה החליטה לסגור אותה לצמיתות.</p>"
        "<p>כמאתיים תושבים עמדו בתור בגשם כדי להיות הראשונים להיכנס, וחלקם החזיקו ספרים שמעולם לא החזירו.</p>"
        "<div class='banner'>פרסומת</div>"
        '<p>"רצינו לשלם על החימום לחורף אחד", אמרה לאה ויזל, אחות בדימוס. "ואז אנשים התחילו לשלוח המחאות".</p>'
        "<p>הספרייה תיפתח ארבעה ימים בשבוע, ובימי חמישי עד שמונה בערב.</p></div></div>",
        title="הספרייה בכפר תלמון נפתחה מחדש",
    ))  # fmt: skip
    assert told[summed] is BlockKind.STANDFIRST


def test_points_between_headline_and_text_stay():
    points = ("Dockers get 6.1% over two years and keep the night supplement", "Forty-one ships are waiting off Gant",
              "It will take until October to clear the backlog")  # fmt: skip
    told = kinds(restored(
        "<div class='Layout'><div class='ArticleHeader'><h1>Port strike ends</h1><div class='KeyPoints'><div class='KeyPoints-title'>"
        "Key Points</div><div class='group'><ul>", *(f"<li>{point}</li>" for point in points), "</ul></div></div></div>"
        "<div class='ArticleBody'><div class='group'>", *(f"<p>{words}</p>" for words in (BOARD, TOLK, COST)), "</div></div></div>",
        title="Port strike ends",
    ))  # fmt: skip
    assert all(told[point] is BlockKind.STANDFIRST for point in points)


def test_who_else_worked_on_a_report_is_credited():
    told = kinds(restored(
        "<main id='main' class='site-main'><article class='post'><h1 class='entry-title'>Library reopens</h1><div class='entry-content'>"
        "<p class='wp-block-paragraph'>The Orrin Falls public library opened its doors again on Saturday, fourteen months after the "
        "town council voted to close it for good.</p><p>It began with a bake sale. “We wanted to pay the heating for one winter,” said "
        "Lorna Whitcomb, a retired nurse.</p><ul><li>$41,000 came from 612 donors in the county.</li><li>The rest was earned at four "
        "auctions.</li></ul><figure class='wp-block-pullquote'><blockquote><p>Then people started to send checks.</p><cite>Lorna "
        "Whitcomb</cite></blockquote></figure><div class='wp-block-group has-background'><p><strong>READ MORE:</strong> <a href='/c'>"
        "Council to vote on second cut to parks budget</a></p></div><p>The library is now run by a nonprofit with a board of nine. It will open four days a "
        "week, and Fridays until 8 p.m.</p><p><em>Sal Ibarra contributed to this report.</em></p><div class='jp-relatedposts'><h3>"
        "<em>Related</em></h3><div class='jp-relatedposts-items'><p><a href='/1'>Town council closes library, 4-3</a></p><p><a "
        "href='/2'>Bookmobile makes its last round</a></p></div></div></div><footer class='entry-footer'><span>Tagged <a href='/t'>"
        "library</a></span></footer></article><div class='author-box'><h4>Dora Petrakis</h4><p>Dora Petrakis covers towns and schools "
        "for the Independent. She grew up in Orrin Falls and keeps bees.</p></div></main>", title="Library reopens",
    ))  # fmt: skip
    assert told["Sal Ibarra contributed to this report."] is BlockKind.CREDIT


LEADS = {
    "ar": "اقرأ أيضا: <a href='/1'>رفع رسوم العبور في الجسر الشمالي</a>",
    "hi": "<b>यह भी पढ़ें: <a href='/1'>उत्तरी पुल पर टोल बढ़ा</a></b>",
    "zh": "【延伸阅读】<a href='/1'>北大桥明年一月起上调通行费</a>",
    "pl": "<a href='/1'>Zobacz także: Tak budowano most w 1965 roku</a>",
    "id": "<b>Baca juga: <a href='/1'>Tarif jembatan utara naik</a></b>",
    "en": "Read also: <a href='/1'>Unions in the valley call for a day of solidarity</a>",
}


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_what_leads_to_another_story_between_paragraphs_is_none_of_the_article(lead: str):
    paragraphs = [f"<p>{words}</p>" for words in (BOARD, TOLK, COST, COURT)]
    restoration = restored(
        "<article><h1>Quay closed</h1>", *paragraphs[:2], f"<p>{lead}</p>", *paragraphs[2:], "</article>"
    )
    title = lead.partition("'/1'>")[2].partition("</a>")[0]
    assert [kind for words, kind in kinds(restoration).items() if title in words] == [BlockKind.TEASER]
    assert all(words in restoration.restored for words in (BOARD, TOLK, COST, COURT))


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Il vous reste 61.2% de cet article à lire. La suite est réservée aux abonnés.", BlockKind.PAYWALL),
        ("4 Wochen für 1 Euro testen, danach 9,90 Euro im Monat, jederzeit kündbar.", BlockKind.PAYWALL),
        ("Suscríbete a nuestra newsletter y recibe cada mañana las claves del día.", BlockKind.NEWSLETTER),
        ("You are receiving this email because you signed up at the fish hall.", BlockKind.INTERFACE),
    ],
)
def test_what_a_site_asks_among_paragraphs_is_none_of_the_article(asked: str, kind: BlockKind):
    told = kinds(restored(
        "<div class='a'><h1>Quay closed</h1>", *(f"<p>{words}</p>" for words in (BOARD, TOLK, COST, asked)), "</div>",
    ))  # fmt: skip
    assert told[asked] is kind
    assert all(told[words] is BlockKind.BODY for words in (BOARD, TOLK, COST))


@pytest.mark.parametrize(
    "words",
    [
        "4 Wochen lang lagen die Temperaturen unter null, im kältesten Monat fiel der Strom in Ostwick zweimal aus.",
        "Jetzt gibt die Stadt Ostwick einen Newsletter heraus, in dem sie über die Sperrung des Kais berichtet.",
        "Recibe a los visitantes del puerto una mujer de ochenta años que reparte el boletín de la parroquia.",
        "Abbonati in calo, pubblicità ferma: la newsletter del Comune di Ostwick chiude dopo soli sei mesi di vita.",
        "Watch your step: the north quay has holes in which a child could stand, the harbour board's engineers said.",
        "A correction of the accounts was needed, the treasurer said, because the fees had been counted twice over.",
    ],
)
def test_paragraphs_that_begin_as_sites_speak_stay(words: str):
    told = kinds(restored(
        "<article><h1>Quay closed</h1>", *(f"<p>{one}</p>" for one in (BOARD, TOLK, words, COST)), "</article>",
    ))  # fmt: skip
    assert told[words] is BlockKind.BODY


def test_a_note_of_a_correction_is_called_so():
    note = "Editor’s note: An earlier version of this story gave the wrong number of lorries. It is 412 a day, not 142."
    told = kinds(restored(
        "<div class='s'><h1>Quay closed</h1>", *(f"<p>{words}</p>" for words in (note, BOARD, TOLK, COST)), "</div>",
    ))  # fmt: skip
    assert told[note] is BlockKind.CORRECTION


def test_comments_are_told_by_their_answers():
    comments = (
        "I have sat beneath those trees every market day since 1961 and nobody ever tripped over a root. What they trip over is the "
        "paving that the council laid in 1998.",
        "Limes drip. My car is covered every June. I for one will not miss them, and I would rather have oaks.",
        "Eleven trees, eleven stumps, and then eleven parking spaces. It was the same on Castle Street.",
    )
    told = kinds(restored(
        "<div class='w'><div class='c-main'><h1>Quay closed</h1>", *(f"<p>{words}</p>" for words in (BOARD, TOLK)), "</div>",
        "<div class='c-talk'><h3>What readers say</h3>",
        *(f"<div class='c-item'><span>Ann{n}</span><span>{n} days ago</span><p>{words}</p><span>Reply</span></div>"
          for n, words in enumerate(comments, 2)),
        "</div></div>",
    ))  # fmt: skip
    assert all(told[words] is BlockKind.COMMENTS for words in comments)
    assert told[TOLK] is BlockKind.BODY


def test_an_interview_whose_answers_are_headed_so_is_none():
    pairs = (
        ("Why was the quay closed so late?", BOARD),
        ("What will it cost the town?", COST),
        ("Who goes to court?", COURT),
    )
    told = kinds(restored(
        "<article><h1>Quay closed</h1>", f"<p>{TOLK}</p>",
        *(f"<div class='qa'><p><b>{asked}</b></p><p><b>Svar:</b></p><p>{said}</p></div>" for asked, said in pairs), "</article>",
    ))  # fmt: skip
    assert BlockKind.COMMENTS not in told.values()


def test_a_dialog_for_consent_above_the_headline_is_no_text_whatever_it_is_called():
    asked = (
        "Um Ihnen ein gutes Leseerlebnis zu bieten, speichern wir und unsere Partner Informationen auf Ihrem Gerät, etwa in Cookies, "
        "und verarbeiten personenbezogene Daten wie Ihre IP-Adresse.",
        "Mit dem Klick auf „Alles akzeptieren“ willigen Sie in die Verarbeitung zu den genannten Zwecken ein, auch durch Anbieter in "
        "Drittstaaten. Ihre Einwilligung ist freiwillig und kann jederzeit widerrufen werden.",
        "Alternativ lesen Sie uns mit dem PUR-Abo für 3,99 Euro im Monat ohne Werbetracking.",
    )
    own = ("Ein Kater ist am Montag allein von Talheim nach Obersee gefahren, 41 Kilometer weit.",
           "Schaffnerin Rike Dallmann fand ihn in der ersten Klasse. Er habe geschlafen, sagte sie.",
           "Sein Besitzer holte ihn am Abend ab. Moritz reist nicht zum ersten Mal.")  # fmt: skip
    told = kinds(restored(
        "<div class='overlay-x1'><div><h2>Willkommen! Ihre Daten, Ihre Wahl</h2>", *(f"<p>{words}</p>" for words in asked),
        "<button>Alles akzeptieren</button></div></div><div class='c1'><h1>Kater Moritz fährt Zug</h1>",
        *(f"<p class='p1'>{words}</p>" for words in own), "</div>", title="Kater Moritz fährt Zug",
    ))  # fmt: skip
    assert all(told[words] is BlockKind.CONSENT for words in asked)
    assert all(told[words] is BlockKind.BODY for words in own)


def test_a_story_of_consent_with_a_button_stays():
    own = (
        "Half of all cookie dialogs in Ostwick's web shops break the privacy law, a study of the consumers' league says.",
        "The league clicked through 212 of them. In every other one there was no way to refuse consent, it said.",
        "“Whoever asks for consent must take no for an answer,” said Maren Tolk, who wrote the study of cookies.",
    )
    told = kinds(restored(
        "<main><div class='top'><h1>Cookies without a choice</h1></div><div class='txt'>", *(f"<p>{words}</p>" for words in own),
        "<button>Accept all</button></div></main>", title="Cookies without a choice",
    ))  # fmt: skip
    assert all(told[words] is BlockKind.BODY for words in own)


def test_summaries_of_other_stories_below_their_titles_are_no_text():
    cards = (
        ("Harbour dues to double", "The harbour board voted on Monday to double the dues for boats of more than nine metres."),
        ("Schools to close at noon", "Teachers have welcomed the plan; parents want to know who will mind the children."),
        ("Seal pup found in pool", "A lifeguard found the animal when she opened the pool at six. It had come up through the drain."),
        ("Island loses its only doctor", "Dr Palle Storm retires in June after 31 years. Nobody has applied for the post."),
    )  # fmt: skip
    told = kinds(restored(
        "<div class='b7'><h1>Quay closed</h1>", *(f"<p class='q9'>{words}</p>" for words in (BOARD, TOLK, COST)), "</div>",
        *(f"<div class='t{n}'><a href='/{n}'><div class='u1'>{title}</div></a><div class='u2'>{words}</div>"
          f"<div class='u3'>May {n}, 2025</div></div>" for n, (title, words) in enumerate(cards, 1)),
    ))  # fmt: skip
    assert all(told[words] not in (BlockKind.BODY, BlockKind.LIST) for _, words in cards)
    assert told[COST] is BlockKind.BODY
