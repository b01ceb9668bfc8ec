"""Every noun of onrecord: frozen, slotted, keyword-only values, checked when they are made.

Offsets count Unicode code points of ``Document.text`` and are half-open. Collections are tuples.

Terms: spans and quotes follow the W3C Web Annotation selectors, ``Memento`` RFC 7089,
``Attribution`` PARC and PolNeAR, ``Evidence`` FEVER, ``Verdict`` AVeriTeC.
"""

from onrecord.data.briefs import (
    Brief,
    Changes,
    Citation,
    CitedSentence,
    Dispute,
    FigurePoint,
    Length,
    Replacement,
    Section,
    TimelineEntry,
    Voice,
)
from onrecord.data.documents import DateKind, Document, Page, RawBlock, document, document_id
from onrecord.data.findings import (
    Candidate,
    Coverage,
    Found,
    Hit,
    Holding,
    Memento,
    OfficeMention,
    Passage,
    Retriever,
    Standing,
    Stats,
    Tie,
    TieKind,
)
from onrecord.data.histories import History, Transition
from onrecord.data.moments import Interval, Moment, Window, day_of, latest
from onrecord.data.offices import Offices, Tenure
from onrecord.data.reasons import Reason, ReasonCode
from onrecord.data.reports import Model, Report, Run
from onrecord.data.restorations import (
    ARTICLE_KINDS,
    FURNITURE_KINDS,
    Block,
    BlockKind,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
)
from onrecord.data.service import Deed, Job, JobKind, JobState, Person, Request, Role
from onrecord.data.spans import Quote, Span
from onrecord.data.statements import FACTUAL_KINDS, Attribution, Bound, Directness, Figure, Statement, StatementKind
from onrecord.data.stories import Stories, Story
from onrecord.data.verdicts import Evidence, Judgement, Label, Opposition, Origins, Pair, Stance, Verdict

__all__ = (
    "ARTICLE_KINDS",
    "FACTUAL_KINDS",
    "FURNITURE_KINDS",
    "Attribution",
    "Block",
    "BlockKind",
    "Bound",
    "Brief",
    "Candidate",
    "Changes",
    "Citation",
    "CitedSentence",
    "Coverage",
    "DateKind",
    "Deed",
    "Directness",
    "Dispute",
    "Document",
    "Evidence",
    "Figure",
    "FigurePoint",
    "Found",
    "History",
    "Hit",
    "Holding",
    "Interval",
    "Job",
    "JobKind",
    "JobState",
    "Judgement",
    "Label",
    "Length",
    "Memento",
    "Model",
    "Moment",
    "OfficeMention",
    "Offices",
    "Opposition",
    "Origins",
    "Page",
    "Pair",
    "Passage",
    "Person",
    "Quote",
    "RawBlock",
    "Reason",
    "ReasonCode",
    "Removal",
    "RemovalKind",
    "RemovalStatus",
    "Replacement",
    "Report",
    "Request",
    "Restoration",
    "Retriever",
    "Role",
    "Run",
    "Section",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "StatementKind",
    "Stats",
    "Stories",
    "Story",
    "Tenure",
    "Tie",
    "TieKind",
    "TimelineEntry",
    "Transition",
    "Verdict",
    "Voice",
    "Window",
    "day_of",
    "document",
    "document_id",
    "latest",
)
