"""Pure leaves: text in, spans and values out. Nothing here knows of pages, archives or models."""
