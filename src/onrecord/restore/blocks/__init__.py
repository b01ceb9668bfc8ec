"""What each block of an HTML page is: measured, then judged by a small shipped model."""

from onrecord.restore.blocks.labeller import KINDS, Labeller, shipped

__all__ = ("KINDS", "Labeller", "shipped")
