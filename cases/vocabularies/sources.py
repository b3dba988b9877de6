"""Kinds of sources, and the two judgements on them: reliability of a source, credibility of one claim in it.

The two are judged apart: a reliable source can carry a doubtful claim, and the other way round. The letter
stands on the source, the digit on the citation.
"""

from cases.vocabularies.terms import PROPOSED, CodeList, Term

ADMIRALTY = "Admiralty code"

# fmt: off
SOURCE_KINDS = CodeList("source_kinds", "Kinds of source", PROPOSED, [
    Term("news_article", "News article", "A report or analysis in a newspaper, an agency or a news site."),
    Term("broadcast", "Broadcast", "A programme on television, radio or as a podcast."),
    Term("ngo_report", "Report by an organisation", "Published by a non-governmental organisation."),
    Term("investigation", "Investigation", "Published research that shows its own method and evidence."),
    Term("court_document", "Court document", "A judgment, order, indictment or minutes."),
    Term("official_statement", "Official statement", "Said or published by an authority."),
    Term("law", "Law", "A statute, decree or treaty."),
    Term("international_document", "Document of an international body",
         "An opinion, resolution, communication or judgment of such a body."),
    Term("legislative_document", "Parliamentary document",
         "A petition, resolution or record of a parliament."),
    Term("academic", "Academic work", "A scholarly article, book or thesis."),
    Term("social_media", "Social media", "A post on a platform or in a channel."),
    Term("video", "Video", "A recording that shows what happened or what was said."),
    Term("photo", "Photograph", "A still picture."),
    Term("interview", "Interview", "Somebody answered questions of the documenters."),
    Term("testimony", "Testimony", "An account by somebody who was there or is close to the person."),
    Term("letter", "Letter or message", "Written to the documenters or passed on to them."),
    Term("database", "Database", "A list or register somebody else keeps."),
    Term("other", "Other source", "A source of another kind."),
])

RELIABILITIES = CodeList("reliabilities", "Reliability of a source", ADMIRALTY, [
    Term("A", "A – completely reliable", "No doubt about it; it has always been right."),
    Term("B", "B – usually reliable", "Little doubt; it has mostly been right."),
    Term("C", "C – fairly reliable", "Some doubt; it has been right in the past."),
    Term("D", "D – not usually reliable", "Much doubt; it has sometimes been right."),
    Term("E", "E – unreliable", "It has been wrong before."),
    Term("F", "F – cannot be judged", "Nothing to judge it by."),
])

CREDIBILITIES = CodeList("credibilities", "Credibility of a claim", ADMIRALTY, [
    Term("1", "1 – confirmed", "Sources that do not depend on each other agree."),
    Term("2", "2 – probably true", "Consistent and plausible, not confirmed by others."),
    Term("3", "3 – possibly true", "Plausible, and agrees with other things only in part."),
    Term("4", "4 – doubtful", "Possible, with little to support it."),
    Term("5", "5 – improbable", "Contradicted by what else is known."),
    Term("6", "6 – cannot be judged", "Nothing to compare it with."),
])
# fmt: on
