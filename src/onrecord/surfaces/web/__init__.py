"""The desk in a browser: pages that links and forms alone can work, and small scripts that make them quicker to use.

``add_pages`` puts the desk behind the routes of the API, in the same application over the same service.
"""

from onrecord.surfaces.web.application import add_pages
from onrecord.surfaces.web.refusing import refused

__all__ = ("add_pages", "refused")
