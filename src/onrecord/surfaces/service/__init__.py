"""What the faces of one running service share: the desk, the jobs, who may do what, and room to work in.

The core is synchronous. A face that serves many at once calls it in a thread, through a :class:`Lane`.
"""

from onrecord.surfaces.service.access import Access, Caller
from onrecord.surfaces.service.desks import Desks
from onrecord.surfaces.service.jobs import Jobs
from onrecord.surfaces.service.lanes import Lane
from onrecord.surfaces.service.limits import Limits
from onrecord.surfaces.service.whole import Service, opened

__all__ = ("Access", "Caller", "Desks", "Jobs", "Lane", "Limits", "Service", "opened")
