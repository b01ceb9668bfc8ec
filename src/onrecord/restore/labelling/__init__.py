"""Labelling: what each block or line of a page is."""
