"""The service over HTTP: one ASGI app for whatever speaks it.

``app`` makes it of a :class:`~onrecord.surfaces.service.Service`; other faces add their routes to what it returns,
before it is wrapped: ``surfaces/web`` its pages, ``surfaces/mcp`` its mount. ``gated`` puts the gate before it, and
nothing is answered that did not pass there.
"""

from onrecord.surfaces.http.application import app, gated

__all__ = ("app", "gated")
