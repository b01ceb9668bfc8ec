"""Why something was decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.data.spans import Span


class ReasonCode(StrEnum):
    """Why something was decided. The words beside a code are for people; the code is for programs."""

    # restoring
    REPEATS_PAGE = "repeats_page"
    REPLY_ADDRESS = "reply_address"
    REPLY_OFFER = "reply_offer"
    REPLY_SEARCH_RESULTS = "reply_search_results"
    REPLY_KNOWLEDGE_DATE = "reply_knowledge_date"
    REPLY_MARKUP = "reply_markup"
    CITATION_GAP = "citation_gap"
    BROKEN_SENTENCE = "broken_sentence"
    GLUED_JOIN = "glued_join"
    CLASH_WITH_PAGE = "clash_with_page"
    RESTATES_PAGE = "restates_page"
    FURNITURE_WORDS = "furniture_words"
    FURNITURE_ELEMENT = "furniture_element"
    LINK_DENSITY = "link_density"
    OTHER_STORY = "other_story"
    POSITION = "position"
    # comparing
    SAME_WORDS = "same_words"
    SAME_MEANING = "same_meaning"
    NUMBER_DIFFERS = "number_differs"
    DATE_DIFFERS = "date_differs"
    NEGATED = "negated"
    SOURCE_DENIES = "source_denies"
    ROLE_DIFFERS = "role_differs"
    ENTITY_DIFFERS = "entity_differs"
    SAID_NOT_SO = "said_not_so"
    # resolving
    LATER_REPORT = "later_report"
    SINGLE_ORIGIN = "single_origin"
    SEVERAL_ORIGINS = "several_origins"
    SOURCES_DIFFER = "sources_differ"
    NOTHING_ON_TOPIC = "nothing_on_topic"
    TOPIC_SILENT = "topic_silent"
    ONLY_LATER = "only_later"
    CHANGED_LATER = "changed_later"
    ONLY_COPIES = "only_copies"
    OPINION = "opinion"
    QUESTION = "question"
    FORECAST = "forecast"
    NOT_ALONE = "not_alone"
    STATES_NOTHING = "states_nothing"
    BUDGET = "budget"
    IN_REMOVED_PASSAGE = "in_removed_passage"
    OWN_BODY = "own_body"
    NO_CITATION = "no_citation"
    CITATION_GIVEN = "citation_given"
    CITED_CARRIES = "cited_carries"
    CITED_SILENT = "cited_silent"
    NOT_IN_ARCHIVE = "not_in_archive"
    VERIFIER_SILENT = "verifier_silent"
    # rewording
    NOT_ONE_SENTENCE = "not_one_sentence"
    QUOTATION_DIFFERS = "quotation_differs"
    LIKELIHOOD_DIFFERS = "likelihood_differs"
    WORDS_DIFFER = "words_differ"
    NOT_BORNE_OUT = "not_borne_out"
    REWRITER_SILENT = "rewriter_silent"
    # reading and running
    DATE_UNKNOWN = "date_unknown"
    ARCHIVE_MISSING = "archive_missing"
    ARCHIVE_EMPTY = "archive_empty"
    UNDATED_IGNORED = "undated_ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A code, its words for a reader and, where there are any, the two spans compared."""

    code: ReasonCode
    words: str
    here: Span | None = None
    """In the document under examination."""
    there: Span | None = None
    """In the evidence document."""

    def __post_init__(self) -> None:
        if not self.words.strip():  # asked of hundreds of blocks a page: words for the error are made when there is one
            raise ValueError(f"reason {self.code} needs words")
