"""Where people and programs meet onrecord; nothing here decides anything about a text."""
