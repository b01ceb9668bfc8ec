"""Names of people, bodies and places in Latin script, with the role a text gives them."""

from onrecord.text.names.roles import BODIES
from onrecord.text.names.runs import Name, find_names

__all__ = ("BODIES", "Name", "find_names")
