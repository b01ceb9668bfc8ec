"""Tagging: the attribution tagger, and the relations of who said what that it proposes."""
