"""Attributing: what of a reading is said of a statement, by the tagger, by set phrases and by labels."""
