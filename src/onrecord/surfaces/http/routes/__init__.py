"""The routes, a module for each thing that is asked for."""

from onrecord.surfaces.http.routes import (
    archive,
    briefs,
    checks,
    followed,
    health,
    histories,
    jobs,
    memento,
    notes,
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
    followed.router,
    jobs.router,
    record.router,
    archive.router,
    memento.router,
    notes.router,
    people.router,
)
