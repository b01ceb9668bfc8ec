"""People with the offices that a text gives them, and the day it has them act in them. Read in English only."""

from onrecord.text.offices.alike import may_be, same_place, unlike
from onrecord.text.offices.given import Office, find_offices, office_in
from onrecord.text.offices.present import RECENT, SETTLED, YEAR, day_in_office
from onrecord.text.offices.vocabulary import GOVERNING, GOVERNMENT

__all__ = (
    "GOVERNING",
    "GOVERNMENT",
    "RECENT",
    "SETTLED",
    "YEAR",
    "Office",
    "day_in_office",
    "find_offices",
    "may_be",
    "office_in",
    "same_place",
    "unlike",
)
