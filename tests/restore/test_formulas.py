"""Replies of chat assistants in pages that are not in English."""

import re

import pytest

from onrecord import restore
from onrecord.data import RemovalKind
from onrecord.restore.alternatives import by_letter

PAGES = {
    "de": (
        "Bahnbrücke bei Tarnau wieder frei\n\nDie Eisenbahnbrücke bei Tarnau ist seit Dienstag wieder befahrbar. Nach dem "
        "Erdrutsch war die Strecke drei Wochen gesperrt gewesen.\n\n{}Der Betreiber sprach von Kosten in Höhe von sechs "
        "Millionen Kronen. „Wir sind erleichtert“, sagte Bürgermeisterin Ute Kranz.\n",
        "Als KI-Sprachmodell habe ich keinen Zugriff auf aktuelle Nachrichten. Mein Wissensstand reicht nur bis Oktober "
        "2024. Soll ich dir helfen, offizielle Quellen zu finden?\n\n",
    ),
    "fr": (
        "Le pont de Velmes rouvre\n\nLe pont de Velmes a rouvert mardi, trois semaines après la crue. La circulation reste "
        "limitée aux voitures.\n\n{}La préfecture a évalué les travaux à six millions de couronnes. « C’est un "
        "soulagement », a dit la maire, Odile Marand.\n",
        "En tant que modèle de langage, je n’ai pas accès à des informations en temps réel. Souhaitez-vous que je vous "
        "aide à trouver des sources officielles ?\n\n",
    ),
    "es": (
        "El puerto de Santarra reabre\n\nEl puerto de Santarra volvió a funcionar el sábado tras once días de paro. La "
        "plantilla votó el acuerdo por amplia mayoría.\n\n{}La autoridad portuaria calcula que la huelga costó nueve "
        "millones de coronas.\n",
        "Según mi última actualización, no hay datos sobre una huelga. ¿Te gustaría que te ayude con algo más?\n\n",
    ),
    "it": (
        "Riapre il ponte di Tarna\n\nIl ponte di Tarna ha riaperto martedì, tre settimane dopo la piena. I pendolari "
        "possono tornare a usare il treno.\n\n{}La regione stima i lavori in sei milioni di corone.\n",
        "Come modello linguistico, non ho accesso a informazioni in tempo reale. Fammi sapere se posso aiutarti con "
        "altro.\n\n",
    ),
    "pt": (
        "Ponte de Tarna reabre\n\nA ponte de Tarna reabriu na terça-feira, três semanas depois da cheia. Os comboios "
        "voltam a circular.\n\n{}A região calcula que as obras custaram seis milhões de coroas.\n",
        "De acordo com os resultados da pesquisa, a ponte reabriu. Gostaria que eu procurasse mais detalhes?\n\n",
    ),
    "nl": (
        "Brug bij Tarn weer open\n\nDe brug bij Tarn is dinsdag weer opengegaan, drie weken na de overstroming. De "
        "treinen rijden weer.\n\n{}De provincie schat de kosten op zes miljoen kronen.\n",
        "Volgens de zoekresultaten is de brug weer open. Wil je dat ik meer informatie zoek?\n\n",
    ),
    "pl": (
        "Most w Tarnie znów otwarty\n\nMost w Tarnie otwarto we wtorek, trzy tygodnie po powodzi. Pociągi znów jeżdżą.\n\n"
        "{}Województwo ocenia koszt prac na sześć milionów koron.\n",
        "Jako model językowy nie mam dostępu do aktualnych informacji. Daj mi znać, jeśli chcesz wiedzieć więcej.\n\n",
    ),
    "ru": (
        "Мост в Тарне снова открыт\n\nМост в Тарне открыли во вторник, через три недели после наводнения. Поезда снова "
        "ходят.\n\n{}Власти оценили работы в шесть миллионов крон.\n",
        "Как языковая модель, я не имею новостей этого года. Согласно результатам поиска, мост открыт. Хотите, чтобы я "
        "нашла подробности?\n\n",
    ),
    "tr": (
        "Tarn köprüsü yeniden açıldı\n\nTarn köprüsü selden üç hafta sonra salı günü yeniden açıldı. Trenler yine "
        "çalışıyor.\n\n{}Valilik, onarımın altı milyon krona mal olduğunu bildirdi.\n",
        "Bir yapay zeka modeli olarak güncel haberleri göremem. Arama sonuçlarına göre köprü açıldı. Umarım bu yardımcı "
        "olur!\n\n",
    ),
    "ar": (
        "إعادة فتح جسر تارن\n\nأعيد فتح جسر تارن يوم الثلاثاء بعد ثلاثة أسابيع من الفيضان. وعادت القطارات إلى العمل.\n\n"
        "{}وقدرت المحافظة كلفة الأعمال بستة ملايين كرونة.\n",
        "بصفتي نموذجًا لغويًا، ليس لدي معلومات محدثة. هل تريد أن أبحث عن مصادر رسمية؟\n\n",
    ),
    "zh": (
        "塔恩大桥重新开放\n\n塔恩大桥星期二重新开放，距洪水过去三周。火车恢复运行。\n\n{}省政府估计工程费用为六百万克朗。\n",
        "作为一个人工智能语言模型，我无法获取实时新闻。根据搜索结果，大桥已经开放。请随时告诉我您还需要什么。\n\n",
    ),
    "ja": (
        "タルン橋が再開\n\n洪水から三週間、タルン橋が火曜日に再開した。列車も動き始めた。\n\n{}県は工事費を六百万クローネと見積もった。\n",
        "AIとして、私は最新のニュースを確認できません。検索結果によると、橋は再開しました。お役に立てれば幸いです。\n\n",
    ),
    "ko": (
        "타른 다리 다시 열려\n\n홍수 삼 주 만에 타른 다리가 화요일 다시 열렸다. 기차도 다시 다닌다.\n\n"
        "{}도청은 공사비를 육백만 크로나로 추산했다.\n",
        "AI로서 저는 실시간 정보에 접근할 수 없습니다. 검색 결과에 따르면 다리가 열렸습니다. 도움이 되길 바랍니다.\n\n",
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_a_reply_between_paragraphs_goes_and_nothing_else(language):
    page, reply = PAGES[language]
    assert "".join(restore(page.format(reply)).restored.split()) == "".join(page.format("").split())


@pytest.mark.parametrize("language", PAGES)
def test_a_page_without_one_stays(language):
    page, _ = PAGES[language]
    restoration = restore(page.format(""))
    assert restoration.restored == restoration.document.text
    assert not restoration.removals


@pytest.mark.parametrize(
    ("before", "reply", "after"),
    [
        (
            "El acuerdo, que ",
            "Lo siento, pero no tengo información actualizada sobre este acontecimiento. Según mi última actualización, no "
            "hay datos de una huelga. ¿Te gustaría que te ayude con algo más? ",
            "pone fin a once días de paro, fue votado por la plantilla.",
        ),
        (
            "Die Brücke, die ",
            "Tut mir leid, aber ich habe keinen Zugriff auf aktuelle Nachrichten. Soll ich dir etwas anderes suchen? ",
            "drei Wochen lang gesperrt war, ist wieder frei.",
        ),
    ],
)
def test_a_reply_inside_a_sentence_goes_and_the_sentence_is_joined_again(before, reply, after):
    told = (
        "La autoridad portuaria calcula que la huelga costó nueve millones de coronas.\n\n{}\n\nNadie quiso hablar.\n"
    )
    assert restore(told.format(before + reply + after)).restored == told.format(before + after)


@pytest.mark.parametrize(
    "told",
    [
        "„Als KI-Sprachmodell habe ich keinen Zugriff auf aktuelle Nachrichten“, antwortete der Dienst. „Soll ich dir helfen?“",
        "« En tant que modèle de langage, je n’ai pas accès à internet », a répondu le service. « Souhaitez-vous que je "
        "cherche ? »",
        "Das Gesetz stuft Programme als KI-System ein, wenn sie selbst lernen. Ob es gilt, ist offen.",
        "Según los resultados de la búsqueda, los equipos hallaron a dos personas con vida junto al río.",
    ],
)
def test_what_is_quoted_or_only_sounds_like_it_stays(told):
    page = f"Der Fluss stieg in der Nacht um zwei Meter, teilte das Amt mit.\n\n{told}\n\nAm Morgen war alles still.\n"
    assert restore(page).restored == page


EDITED = {
    "de": "Gerne! Hier ist die gekürzte Fassung. Ich habe den Absatz zu den Kosten gestrafft und nichts hinzugefügt.\n\n",
    "fr": "Bien sûr ! Voici une version raccourcie. J’ai supprimé les répétitions et gardé la citation.\n\n",
    "es": "¡Claro! Aquí tienes el texto corregido. He eliminado las repeticiones del segundo párrafo.\n\n",
    "it": "Certo! Ecco la versione abbreviata. Ho mantenuto le citazioni e tolto il resto.\n\n",
    "pt": "Claro! Segue o texto reduzido para cerca de 120 palavras. Quer que eu prepare outra versão?\n\n",
    "nl": "Natuurlijk! Hieronder vind je een herschreven versie. Ik heb de tekst met een derde ingekort.\n\n",
    "pl": "Oczywiście! Oto poprawiona wersja. Usunąłem powtórzenia. Daj znać, czy mam skrócić tytuł.\n\n",
    "ru": "Готово! Ниже сокращённый текст. Я убрал повторы и оставил цитаты.\n\n",
    "tr": "Elbette! İşte metnin kısaltılmış hâli. Dilerseniz daha kısa bir sürüm hazırlayabilirim.\n\n",
    "ar": "بالتأكيد! إليك النسخة المختصرة من المقال. أبقيت على الاقتباسات كما هي. هل تريد أن أضيف عنوانًا؟\n\n",
    "zh": "好的！以下是这篇报道的精简版。您提供的资料里没有提到日期。需要的话，我还可以再改。\n\n",
    "ja": "承知しました。以下に短縮版です。ご希望であれば、さらに短い版もお作りできます。\n\n",
    "ko": "물론이죠! 다음은 기사의 축약본입니다. 원하시면 더 짧은 버전도 만들어 드릴 수 있습니다.\n\n",
}


@pytest.mark.parametrize("language", EDITED)
def test_what_an_editor_was_answered_goes_and_nothing_else(language):
    page, _ = PAGES[language]
    restored = restore(page.format(EDITED[language])).restored
    assert "".join(restored.split()) == "".join(page.format("").split())


def test_what_hands_over_an_edited_text_in_chinese_and_offers_more_goes():
    page, _ = PAGES["zh"]
    reply = "当然可以！以下是修改后的文章，语气更加中立：\n\n如果您需要进一步修改，请告诉我。\n\n"
    assert "".join(restore(page.format(reply)).restored.split()) == "".join(page.format("").split())


def test_what_is_said_behind_a_sentence_of_the_page_or_inside_one_is_pointed_at():
    page, _ = PAGES["de"]
    for told in ("Die Züge fahren wieder. Ich habe den Absatz gestrafft. Soll ich auch die Überschrift kürzen?\n\n",
                 "Die ZügIch habe den Absatz gestrafft. Soll ich auch die Überschrift kürzen?e fahren wieder.\n\n"):  # fmt: skip
        restoration = restore(page.format(told))
        assert restoration.restored == restoration.document.text
        assert [one.kind for one in restoration.removals] == [RemovalKind.CHATBOT_REPLY]


BY_PEOPLE = {
    "de": "Hier ist, was wir über den Unfall wissen. Die überarbeitete Fassung des Gesetzes liegt dem Rat vor.\n\n",
    "fr": "Voici la version salée, celle que prépare Odile Marand. Le résumé du rapport tient en deux pages.\n\n",
    "es": "Aquí está el texto del acuerdo. El alcalde pidió perdón y ofreció ayuda a los vecinos.\n\n",
    "it": "Ecco il testo della lettera. La bozza della legge prevedeva tre prove scritte.\n\n",
    "ru": "Исправленный текст закона опубликован. Если нужно, стороны встретятся снова.\n\n",
    "zh": "据了解，修改稿已提交议会。市民如需帮助，可拨打热线。\n\n",
    "ja": "修正案は議会に提出された。市は相談窓口を設け、資料を配る。\n\n",
}


@pytest.mark.parametrize("language", BY_PEOPLE)
def test_talk_of_texts_and_help_in_the_news_stays(language):
    page, _ = PAGES[language]
    restoration = restore(page.format(BY_PEOPLE[language]))
    assert restoration.restored == restoration.document.text
    assert not restoration.removals


AROUND = {
    "de": (
        "Gerne! Hier ist eine überarbeitete Fassung des Artikels mit neutralerem Ton:\n\n",
        "Wenn du möchtest, kann ich den Text noch kürzen oder eine Überschrift vorschlagen.\n\n",
    ),
    "fr": (
        "Bien sûr ! Voici une version révisée de l’article :\n\n",
        "N’hésitez pas à me dire si vous souhaitez que je raccourcisse le texte.\n\n",
    ),
    "ru": (
        "Конечно! Вот отредактированная версия статьи:\n\n",
        "Если хотите, могу сократить текст или предложить заголовок.\n\n",
    ),
}


@pytest.mark.parametrize("language", AROUND)
def test_paragraphs_of_the_page_between_what_a_reply_hands_over_and_what_it_offers_stay(language):
    handed, offered = AROUND[language]
    title, lead, rest = PAGES[language][0].format("").split("\n\n")
    page = f"{title}\n\n{handed}{lead}\n\n{offered}{rest}"
    assert "".join(restore(page).restored.split()) == "".join(f"{title}{lead}{rest}".split())


def test_sentences_of_the_page_behind_what_a_reply_says_and_before_what_it_offers_stay():
    title, lead, rest = PAGES["es"][0].format("").split("\n\n")
    said, offered = "Como modelo de lenguaje, no puedo verificar estos datos.", "¿Quieres que lo resuma más?"
    page = f"{title}\n\n{said} {lead}\n\n{rest.strip()} {offered}\n"
    assert "".join(restore(page).restored.split()) == "".join(f"{title}{lead}{rest}".split())


def test_a_list_between_them_is_the_reply_s():
    page, _ = PAGES["de"]
    reply = "Gerne! Hier ist die gekürzte Fassung:\n\n- Die Brücke ist frei.\n\n- Sie war gesperrt.\n\nSoll ich noch etwas umschreiben?\n\n"
    assert "".join(restore(page.format(reply)).restored.split()) == "".join(page.format("").split())


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (
            r"soll ich|si(?:e|cher) moment|(?:darf|soll(?:te)?) (?:ich|man)\b",
            ("soll ich", "sicher moment", "darf man", "sollte ich"),
        ),
        (r"(?:ganz )?(?:gern|klar)!|¿puedo|^[ñn][|(]o", ("ganz gern!", "klar!", "¿puedo", "ño no: n(o", "n|o")),
        (r"s?o\|ja|\d+字で|(?:noch )*mehr(?:ere)?", ("so|ja", "o|ja", "20字で", "noch noch mehr", "mehrere")),
    ],
)
def test_alternatives_put_together_by_their_first_letter_find_the_same(pattern, words):
    told, same = re.compile(rf"\b(?:{pattern})"), re.compile(rf"\b(?:{by_letter(pattern)})")
    for said in (*words, " ".join(words), "nichts", "sie moment", "s o"):
        assert bool(told.search(said)) is bool(same.search(said)), said


OFFERED = {
    "de": "Hier ist die überarbeitete Fassung des Textes. Soll ich noch eine kürzere Version für die Titelseite schreiben?\n\n",
    "es": "No he podido verificar esta información en fuentes recientes. ¿Quieres que redacte una versión más corta?\n\n",
}


@pytest.mark.parametrize("language", OFFERED)
def test_a_version_offered_in_words_of_its_own_goes_with_the_reply(language):
    page, _ = PAGES[language]
    restoration = restore(page.format(OFFERED[language]))
    assert "".join(restoration.restored.split()) == "".join(page.format("").split())


GRAPES = (
    "Vineyards of Losen lose a third to frost\nThe frost of the night to 24 April has cost the vintners of Losen a third of "
    "this year's grapes.\n{}“At four I could hear the buds,” said Anna Krell, who has eleven hectares of Riesling.\n"
)


@pytest.mark.parametrize(
    "reply",
    [
        "Gerne! Hier ist eine überarbeitete Fassung des Absatzes: Der Spätfrost hat den Winzern erhebliche Verluste "
        "beschert. Soll ich den Text noch etwas kürzen?",
        "Espero que esto te ayude. ¿Quieres que redacte una versión más corta?",
        "根据您提供的文本，我为您修改了以下内容：霜冻造成三分之一的葡萄损失。希望以上内容对您有所帮助。",
    ],
    ids=["de", "es", "zh"],
)
def test_a_reply_in_another_language_goes_from_an_english_page(reply):
    assert restore(GRAPES.format(f"{reply}\n")).restored.split() == GRAPES.format("").split()


@pytest.mark.parametrize("said", ["Ich hoffe, das hilft", "„Soll ich das noch kürzen?“, fragte Anna Krell."])
def test_words_of_another_language_on_an_english_page_stay(said):
    text = GRAPES.format(f"{said}\n")
    assert restore(text).restored == text


ASKED = {
    "de": (
        "Mir liegen leider keine Informationen über die Brücke bei Tarn vor. Mein Wissensstand endet im Jahr 2024.\n\n",
        "Soll ich den Text noch etwas kürzen?\n\n",
    ),
    "fr": (
        "Je n’ai pas trouvé d’informations sur ce pont. Mes connaissances s’arrêtent en 2024.\n\n",
        "Souhaitez-vous que je raccourcisse ce texte ?\n\n",
    ),
    "es": (
        "Lo siento, pero no tengo información sobre este hecho. No puedo acceder a noticias recientes.\n\n",
        "¿Quieres que lo traduzca al inglés?\n\n",
    ),
    "it": (
        "In base ai risultati della ricerca, il ponte è chiuso. Ti consiglio di verificare sul sito della Regione.\n\n",
        "Vuoi che riscriva il testo in forma più breve?\n\n",
    ),
    "zh": ("我没有找到关于塔恩大桥的信息。我的知识截止于2023年。\n\n", "如果您需要,我可以把这篇报道改写得更短。\n\n"),
}


@pytest.mark.parametrize("language", ASKED)
def test_a_denial_and_a_last_offer_go_and_the_paragraphs_between_them_stay(language):
    denied, offered = ASKED[language]
    title, lead, rest = PAGES[language][0].format("").split("\n\n")
    page = f"{title}\n\n{denied}{lead}\n\n{rest}\n\n{offered}"
    assert "".join(restore(page).restored.split()) == "".join(f"{title}{lead}{rest}".split())


SPEAKERS = {
    "de": "Dem Amt liegen keine Informationen über Verletzte vor. Es empfiehlt, vor der Fahrt den Fahrplan zu prüfen.\n\n",
    "fr": "La police n’a pas trouvé d’informations sur la cause. Elle conseille de consulter les horaires.\n\n",
    "es": "El juez dijo que no tiene información sobre el caso y recomendó consultar al ministerio.\n\n",
    "it": "La Regione consiglia di verificare gli orari sul sito. Nessuno ha trovato notizie dei due operai.\n\n",
    "zh": "警方没有公布原因。居民如果需要,可以拨打热线。\n\n",
}


@pytest.mark.parametrize("language", SPEAKERS)
def test_what_others_do_not_know_and_recommend_stays(language):
    page, _ = PAGES[language]
    restoration = restore(page.format(SPEAKERS[language]))
    assert restoration.restored == restoration.document.text
    assert not restoration.removals
