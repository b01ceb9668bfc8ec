"""What chat assistants say in other languages than English: fixed formulas only, which no reporter writes.

English has a model beside its words (``words.REPLY``); in these languages the words are all there is, so only what names
the speaker a model, speaks of its knowledge or of its search, or offers to go on is listed. By language: German, French,
Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian, Turkish, Arabic, Hebrew, Hindi, Chinese, Japanese, Korean.
"""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re

from onrecord.data import ReasonCode

_WORDS = (
    (ReasonCode.REPLY_OFFER, r"(?:möchtest du|möchten sie|willst du|wollen sie),? (?:dass ich|noch mehr|weitere)|soll ich (?:dir|ihnen|euch|(?:das|den|die|es) (?:noch )?(?:kürz|umschreib|überarbeit|zusammenfass)\w*)|ich hoffe,? (?:das|dies) hilft|lass(?:en sie)? (?:es )?mich (?:gerne? )?wissen,? (?:wenn|falls|ob)|wenn (?:du möchtest|du willst|sie möchten),? kann ich|"
        r"souhaite[zs][- ](?:vous|tu) que je|voulez-vous que je|veux-tu que je|n['’]hésite[zs] pas à me (?:demander|poser|dire|solliciter)|j['’]espère que (?:cela|ça) (?:vous|t['’]|te) ?aide|(?:faites|fais)-(?:le-)?moi savoir si|si (?:vous (?:le )?(?:souhaitez|voulez)|tu (?:le )?veux),? je peux|"
        r"¿(?:te|le) gustaría que (?:te|le|yo|lo|la)?|¿quieres que (?:te|lo|la|yo)|¿deseas? que (?:te|le|yo|lo|la)|espero que (?:esto|esta información) (?:te |le )?(?:ayude|sirva|sea útil)|(?:hazme|déjame|hágame) saber si|no dudes en (?:preguntar|decirme|pedirme|consultarme)|si (?:quieres|lo deseas|lo desea),? puedo|"
        r"vuoi che (?:ti|io|lo|la)\b|desideri che (?:ti|io|lo|la)\b|spero che (?:questo|ciò) (?:ti )?(?:sia (?:utile|d['’]aiuto)|aiuti)|fammi sapere se|non esitare a (?:chiedere|chiedermi|contattarmi)|se vuoi,? posso|"
        r"(?:gostaria|você quer) que eu|espero que (?:isso|isto) (?:te |o |a )?ajude|(?:me avise|avise-me|deixe-me saber) se|se (?:você )?(?:quiser|desejar),? posso|"
        r"wil(?:t u| je) dat ik|laat (?:het )?me (?:gerust )?weten (?:als|of)|ik hoop dat dit helpt|"
        r"czy (?:chcesz|chciał[ab]?byś),? (?:żebym|abym)|daj mi znać,? (?:jeśli|czy)|mam nadzieję,? że to pomoże|"
        r"(?:хотите|хочешь),? чтобы я|дайте (?:мне )?знать,? если|надеюсь,? это (?:помо\w+|полезно)|хочете,? щоб я|дайте (?:мені )?знати,? якщо|"
        r"umarım (?:bu )?yardımcı olur|(?:daha fazla bilgi|yardımcı olmamı) ister misin(?:iz)?|"
        r"هل (?:تريد|ترغب|تود)(?: مني)? أن (?:أ|ا)|آمل أن يكون هذا مفيد|האם תרצה ש(?:א|ני)|क्या आप चाहते हैं कि मैं|"
        r"(?:您|你)(?:想|希望|需要)(?:让|要)?我(?:为|帮|继续|提供)|希望(?:这|以上)[^。]{0,8}(?:对您|对你)有(?:所)?帮助|请随时告诉我|お役に立てれば幸いです|(?:さらに)?詳しい情報が必要(?:な場合は|でしたら)|도움이 되(?:길|었기를) 바랍니다|더 궁금한 (?:점|사항)이 있으시면"),
    (ReasonCode.REPLY_ADDRESS, r"als (?:(?:ki|ai)(?:[- ](?:sprachmodell|assistent(?:in)?|modell|system))?|(?:großes )?sprachmodell),? (?:habe|kann|bin|verfüge|weiß) ich|ich habe (?:leider )?keinen (?:direkten )?zugriff auf (?:aktuelle|echtzeit|das internet)|"
        r"en tant qu(?:e modèle de langage|['’](?:ia|intelligence artificielle|assistant (?:ia|virtuel))),? je|je n['’]ai pas (?:accès|la possibilité d['’]accéder) (?:à|aux) (?:internet|(?:des|les|l['’])?\s?informations? (?:en temps réel|actuelles?|à jour)|actualités)|"
        r"como (?:(?:un )?modelo de lenguaje|(?:una )?(?:ia|inteligencia artificial)|asistente (?:virtual|de ia)),? (?:yo|no|mi|solo|puedo)\b|no tengo (?:acceso a (?:internet|(?:la )?información (?:en tiempo real|actualizada))|información actualizada)|"
        r"(?:come|in quanto) (?:modello (?:linguistico|di linguaggio)|(?:ia|intelligenza artificiale)|assistente (?:virtuale|ia)),? (?:io|non|posso)\b|non ho accesso a (?:internet|informazioni (?:in tempo reale|aggiornate))|"
        r"como (?:um )?(?:modelo de linguagem|(?:uma )?inteligência artificial|assistente (?:virtual|de ia)),? (?:eu|não|meu|minha)\b|não tenho (?:acesso a (?:internet|informações (?:em tempo real|atualizadas))|informações atualizadas)|"
        r"als (?:een )?(?:taalmodel|ai-(?:taalmodel|assistent)|kunstmatige intelligentie),? (?:heb|kan|ben) ik|ik heb geen toegang tot (?:actuele|realtime|het internet)|jako (?:model językowy|sztuczna inteligencja|asystent ai),? (?:ja|nie|mogę|mam)\b|nie mam dostępu do (?:aktualnych|internetu|informacji)|"
        r"как (?:языковая модель|искусственный интеллект|ии(?:-\w+)?),? (?:я|у меня)\b|у меня нет доступа к (?:актуальн\w+|интернету|информации в реальном)|як (?:мовна модель|штучний інтелект),? (?:я|у мене)\b|(?:я не маю|у мене немає) доступу до|"
        r"bir (?:yapay zek[aâ]|dil) modeli olarak|gerçek zamanlı bilgilere erişimim yok|بصفتي (?:نموذج|ذكاء|مساعد)|كنموذج لغوي|ليس لدي (?:إمكانية )?(?:الوصول إلى|معلومات محدثة)|כמודל שפה|אין לי גישה ל|एक (?:एआई|ai|भाषा) मॉडल के रूप में|मेरे पास (?:वास्तविक समय|नवीनतम)|"
        r"作为(?:一个|一名|一款)?(?:人工智能|ai|(?:大型?)?语言模型)[^。，]{0,6}，?我|我无法(?:访问|获取|提供)(?:实时|最新)|(?:ai|人工知能|(?:大規模)?言語モデル)として、?(?:私|お答え)|リアルタイムの情報にアクセスでき|(?:ai|인공지능|언어 모델)(?:로서|이기 때문에),? (?:저|제|실시간)|실시간 정보에 접근할 수 없"),
    (ReasonCode.REPLY_SEARCH_RESULTS, r"(?:laut|gemäß|basierend auf|auf grundlage|nach) de[nr] (?:vorliegenden |bereitgestellten |gefundenen )?suchergebnisse\w?|die suchergebnisse (?:zeigen|enthalten|nennen|deuten)|(?:selon|d['’]après|sur la base d)e?s? ?(?:les )?résultats de (?:la )?recherche|les résultats de (?:la )?recherche (?:indiquent|montrent|ne)|"
        r"(?:según|de acuerdo con|basándome en|con base en) los resultados de (?:la )?búsqueda|los resultados de (?:la )?búsqueda (?:indican|muestran|no)|aquí tienes (?:un|una) (?:\w+ )?(?:resumen|versión)|(?:secondo|in base a)i? (?:i )?risultati (?:della|di) ricerca|i risultati (?:della|di) ricerca (?:indicano|mostrano|non)|"
        r"(?:de acordo com|segundo|com base n)\s?os resultados da (?:pesquisa|busca)|(?:volgens|op basis van) de zoekresultaten|de zoekresultaten (?:tonen|vermelden|geven)|(?:według|na podstawie) wyników wyszukiwania|(?:согласно|судя по|на основе) (?:предоставленны[мх] )?результат\w+ поиска|(?:згідно з|на основі) результат\w+ пошуку|"
        r"arama sonuçlarına göre|(?:وفقًا ل|بناءً على |استنادًا إلى )نتائج البحث|根据(?:提供的)?搜索结果|搜索结果(?:显示|表明|未)|検索結果(?:によると|に基づ)|검색 결과(?:에 따르면|를 바탕으로)"),
    (ReasonCode.REPLY_KNOWLEDGE_DATE, r"mein(?:e[nmrs]?)? (?:wissensstand|kenntnisstand|wissen reicht|trainingsdaten|letzte[rns]? (?:wissens)?(?:aktualisierung|update))|stand meiner (?:letzten )?(?:aktualisierung|trainingsdaten)|(?:ma|mes) (?:dernière mise à jour|connaissances (?:s['’]arrêtent|sont (?:limitées|à jour))|données d['’](?:entraînement|apprentissage))|"
        r"mis? (?:última actualización|conocimientos? (?:llegan?|se limitan?|abarcan?)|datos de entrenamiento|fecha de corte)|(?:il mio|la mia|le mie|i miei) (?:ultimo aggiornamento|conoscenz[ae] (?:si ferm|arriv|è aggiornat|sono aggiornat)\w*|dati di addestramento)|(?:minha|meus?) (?:última atualização|conhecimento (?:vai|se limita|é limitado)|dados de treinamento|data de corte)|"
        r"mijn (?:laatste (?:update|training)|kennis (?:reikt|loopt|gaat)|trainingsdata)|moj(?:a|e|ej|ich) (?:ostatni(?:a|ej) aktualizacj\w+|wiedza sięga|dan\w+ treningow\w+)|мо(?:его|ё|е|и|их) (?:последне\w+ обновлени\w+|знания (?:ограничены|заканчива\w+)|обучающ\w+ данн\w+)|мо(?:го|є|ї|їх) (?:останн\w+ оновленн\w+|знання обмежен\w+)|"
        r"(?:son güncellememe|bilgi kesme tarihim|eğitim verilerim)|آخر تحديث (?:لي|لمعلوماتي|لبياناتي)|תאריך העדכון האחרון שלי|(?:我的)?(?:知识|训练数据)(?:库)?(?:截止|只?更新)(?:到|至|日期|于)|截至我(?:的)?(?:最后|上次|最近)|私の(?:知識|学習データ)(?:は|の)|(?:제|저의) (?:지식|학습 데이터)[은는이가]"),
)  # fmt: skip
_SORRY = (
    r"(?:(?:(?:es )?tut mir leid|leider|(?:je suis )?désolée?|lo siento|mi dispiace|sinto muito|desculpe|het spijt me|przykro mi|извините|к сожалению|вибачте|на жаль|üzgünüm|عذرًا|抱歉|很抱歉|申し訳ありませんが|죄송하지만)[,،，、]?\s*"
    r"(?:aber|mais|pero|ma|mas|maar|ale|но|але|ancak|لكن)?\s*)?"
)
"""What a formula may begin with."""
_APART = r"(?<![^\W\u3040-\u30ff\u4e00-\u9fff])"
"""Where a word begins, in scripts with spaces."""
FORMULAS = tuple((code, re.compile(rf"{_APART}{_SORRY}(?:{pattern})", re.IGNORECASE)) for code, pattern in _WORDS)
ABOUT = re.compile(
    r"sprachmodell|ki-(?:modell|assistent|chatbot)|intelligence artificielle|intelig[eê]nci?a artificial|intelligenza artificiale|kunstmatige intelligentie|sztuczn\w+ inteligencj\w+|"
    r"нейросет\w*|искусственн\w+ интеллект\w*|штучн\w+ інтелект\w*|yapay zek[aâ]|الذكاء الاصطناعي|בינה מלאכותית|人工智能|人工知能|인공지능",
    re.IGNORECASE,
)
"""What a page on chat assistants has again and again."""
