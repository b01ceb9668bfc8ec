"""Resolving: from what many passages say to one verdict."""
