"""onrecord reads the news as evidence."""

__version__ = "0.1.0"
