"""Clauses: where a sentence is cut that states several things, or in which several speak."""
