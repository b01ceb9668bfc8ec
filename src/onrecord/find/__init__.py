"""Statements and topics to what the record has on them: passages, their documents, and how the topic is covered."""

from __future__ import annotations

from onrecord.find.asking import query_of
from onrecord.find.cited import gather_cited
from onrecord.find.finders import ArchiveFinder, PageFinder
from onrecord.find.gather import gather, search
from onrecord.find.origins import name_origins
from onrecord.find.passages import cut_passages
from onrecord.find.tenures import gather_tenures
from onrecord.find.topics import gather_changes, gather_record, gather_topic

__all__ = [
    "ArchiveFinder",
    "PageFinder",
    "cut_passages",
    "gather",
    "gather_changes",
    "gather_cited",
    "gather_record",
    "gather_tenures",
    "gather_topic",
    "name_origins",
    "query_of",
    "search",
]
