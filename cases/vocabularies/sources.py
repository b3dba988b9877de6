"""Kinds of sources, and the two judgements on them: reliability of a source, credibility of one claim in it.

The two are judged apart: a reliable source can carry a doubtful claim, and the other way round. The letter
stands on the source, the digit on the citation.
"""

from .terms import PROPOSED, CodeList, Term

ADMIRALTY = "Admiralty code"

# fmt: off
SOURCE_KINDS = CodeList("source_kinds", "Kinds of source", PROPOSED, [
    Term("news_article", "News article", "Xəbər məqaləsi", "Новостная статья",
         "A report or analysis in a newspaper, an agency or a news site."),
    Term("broadcast", "Broadcast", "Yayım", "Передача", "A programme on television, radio or as a podcast."),
    Term("ngo_report", "Report by an organisation", "Təşkilatın hesabatı", "Доклад организации",
         "Published by a non-governmental organisation."),
    Term("investigation", "Investigation", "Araşdırma", "Расследование",
         "Published research that shows its own method and evidence."),
    Term("court_document", "Court document", "Məhkəmə sənədi", "Судебный документ",
         "A judgment, order, indictment or minutes."),
    Term("official_statement", "Official statement", "Rəsmi açıqlama", "Официальное заявление",
         "Said or published by an authority."),
    Term("law", "Law", "Qanun", "Закон", "A statute, decree or treaty."),
    Term("international_document", "Document of an international body", "Beynəlxalq qurumun sənədi",
         "Документ международной организации",
         "An opinion, resolution, communication or judgment of such a body."),
    Term("legislative_document", "Parliamentary document", "Parlament sənədi", "Парламентский документ",
         "A petition, resolution or record of a parliament."),
    Term("academic", "Academic work", "Elmi əsər", "Научная работа", "A scholarly article, book or thesis."),
    Term("social_media", "Social media", "Sosial media paylaşımı", "Публикация в соцсетях",
         "A post on a platform or in a channel."),
    Term("video", "Video", "Video", "Видеозапись", "A recording that shows what happened or what was said."),
    Term("photo", "Photograph", "Fotoşəkil", "Фотография", "A still picture."),
    Term("interview", "Interview", "Müsahibə", "Интервью", "Somebody answered questions of the documenters."),
    Term("testimony", "Testimony", "İfadə", "Свидетельство",
         "An account by somebody who was there or is close to the person."),
    Term("letter", "Letter or message", "Məktub və ya mesaj", "Письмо или сообщение",
         "Written to the documenters or passed on to them."),
    Term("database", "Database", "Məlumat bazası", "База данных", "A list or register somebody else keeps."),
    Term("other", "Other source", "Digər mənbə", "Иной источник", "A source of another kind."),
])

RELIABILITIES = CodeList("reliabilities", "Reliability of a source", ADMIRALTY, [
    Term("A", "A – completely reliable", "A – tam etibarlı", "A – полностью надёжен",
         "No doubt about it; it has always been right."),
    Term("B", "B – usually reliable", "B – adətən etibarlı", "B – обычно надёжен",
         "Little doubt; it has mostly been right."),
    Term("C", "C – fairly reliable", "C – kifayət qədər etibarlı", "C – довольно надёжен",
         "Some doubt; it has been right in the past."),
    Term("D", "D – not usually reliable", "D – adətən etibarsız", "D – обычно ненадёжен",
         "Much doubt; it has sometimes been right."),
    Term("E", "E – unreliable", "E – etibarsız", "E – ненадёжен", "It has been wrong before."),
    Term("F", "F – cannot be judged", "F – qiymətləndirmək olmur", "F – оценить нельзя",
         "Nothing to judge it by."),
])

CREDIBILITIES = CodeList("credibilities", "Credibility of a claim", ADMIRALTY, [
    Term("1", "1 – confirmed", "1 – təsdiqlənib", "1 – подтверждено",
         "Sources that do not depend on each other agree."),
    Term("2", "2 – probably true", "2 – çox güman doğrudur", "2 – вероятно верно",
         "Consistent and plausible, not confirmed by others."),
    Term("3", "3 – possibly true", "3 – doğru ola bilər", "3 – возможно верно",
         "Plausible, and agrees with other things only in part."),
    Term("4", "4 – doubtful", "4 – şübhəlidir", "4 – сомнительно", "Possible, with little to support it."),
    Term("5", "5 – improbable", "5 – ehtimalı azdır", "5 – маловероятно",
         "Contradicted by what else is known."),
    Term("6", "6 – cannot be judged", "6 – qiymətləndirmək olmur", "6 – оценить нельзя",
         "Nothing to compare it with."),
])
# fmt: on
