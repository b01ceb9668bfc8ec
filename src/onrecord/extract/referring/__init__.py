"""Referring: whom a pronoun, a description or a short name stands for."""
