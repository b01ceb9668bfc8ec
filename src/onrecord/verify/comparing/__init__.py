"""Comparing: what a statement and words of the record differ in; each difference has a name and two spans."""
