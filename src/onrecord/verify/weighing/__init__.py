"""Weighing: what one passage says of one statement, by what was compared and by what a model makes of it."""
