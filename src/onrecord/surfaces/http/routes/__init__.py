"""The routes, a module for each thing that is asked for."""

from onrecord.surfaces.http.routes import (
    archive,
    briefs,
    checks,
    health,
    histories,
    jobs,
    memento,
    pages,
    people,
    record,
)

ROUTERS = (
    health.router,
    pages.router,
    checks.router,
    briefs.router,
    histories.router,
    jobs.router,
    record.router,
    archive.router,
    memento.router,
    people.router,
)
