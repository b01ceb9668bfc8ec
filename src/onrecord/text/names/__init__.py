"""Names of people, bodies and places in Latin script, with the role a text gives them."""

from onrecord.text.names.roles import ADDRESSES, BODIES, ROLES, is_office
from onrecord.text.names.runs import AND_HEADS, Name, find_names

__all__ = ("ADDRESSES", "AND_HEADS", "BODIES", "ROLES", "Name", "find_names", "is_office")
