"""Tongues: who said what in texts of other languages than English, by the patterns of each."""
