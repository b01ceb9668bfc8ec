"""The screen *Following*: statements, topics and sources, how each stands, and everything that was told of them."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord import engine, wire
from onrecord.data import Job, News, Role, Transition, Update, Verdict, Watch, day_of, topic_id
from onrecord.errors import InputMissing
from onrecord.render import markdown
from onrecord.render.noted import noted
from onrecord.surfaces.http.replies import reply
from onrecord.surfaces.service import Service, following, polling, telling
from onrecord.surfaces.service.ordering import order_history
from onrecord.surfaces.web.asking import asked, revision
from onrecord.surfaces.web.forms import filled_in, within, words
from onrecord.surfaces.web.results import notes_on, standing
from onrecord.surfaces.web.screens import screen
from onrecord.surfaces.web.sending import in_markdown
from onrecord.text.addresses import is_address
from onrecord.text.moments import format_moment

_CHANGES = 20
"""Changes that are shown, the newest; the feeds have a thousand."""


async def everything(request: Request) -> Response:
    """Show what is followed and what changed."""
    service, _ = asked(request, Role.READ)
    kept = service.kept

    return screen(
        request,
        "following.html",
        every=service.limits.follow_every,
        sources=await service.quick.run(kept.sources.all),
        followed=[watch.followed for watch in await service.quick.run(kept.followed.all)],
        recipients=await service.quick.run(telling.listed, kept),
        failing=await service.quick.run(telling.failing, kept),
        told=await service.slow.run(_told, service),
    )


async def one(request: Request) -> Response:
    """Show a statement or topic that is followed: what stands, and how it came to be."""
    service, _ = asked(request, Role.READ)
    name = request.path_params["id"]

    def found() -> tuple[Watch, Verdict | None, tuple[Transition | Update, ...]]:
        watch = _watch(service, name)
        return watch, standing(service, watch), _told(service, name)

    watch, verdict, told = await service.slow.run(found)
    people = noted(await service.quick.run(notes_on, service, [verdict] if verdict else []))
    return screen(request, "followed.html", followed=watch.followed, verdict=verdict, told=told, noted=people)


async def one_as_json(request: Request) -> Response:
    """Return how the verdict on a statement that is followed changed."""
    service, _ = asked(request, Role.READ)
    return reply(request, wire.news(await service.slow.run(_news, service, request.path_params["id"])))


async def as_markdown(request: Request) -> Response:
    """Return what changed, of one statement or all, as Markdown."""
    service, _ = asked(request, Role.READ)
    name = request.path_params.get("id")
    return await in_markdown(service, lambda: markdown.news(_news(service, name)))


async def follow(request: Request) -> Response:
    """Follow a statement, a topic or a source, and lead to it; what is followed already is led to as well."""
    service, _ = asked(request, Role.WRITE)
    form = await filled_in(request)
    what, is_topic = words(form, "what"), bool(words(form, "topic"))

    def place() -> str:
        if is_address(what):
            if what not in {source.url for source in service.kept.sources.all()}:
                polling.follow(service.kept, what)
            return "/following#sources"
        name = topic_id(what) if is_topic else engine.statement_of(what).id
        if name not in {watch.followed.id for watch in service.kept.followed.all()}:
            (following.follow_topic if is_topic else following.follow)(service.kept, what)
        return f"/following/{name}"

    return RedirectResponse(await service.quick.run(place), 303)


async def leave(request: Request) -> Response:
    """Follow something no longer."""
    service, _ = asked(request, Role.WRITE)
    form = await filled_in(request)
    await service.quick.run(following.unfollow, service.kept, words(form, "what"))
    return RedirectResponse(within(words(form, "back")), 303)


async def replay(request: Request) -> Response:
    """Have the verdict on a statement that is followed replayed over time, and lead to where that is told."""
    service, caller = asked(request, Role.CHECK)
    await filled_in(request)
    name, today = request.path_params["id"], day_of(datetime.now(UTC))

    def order() -> Job:
        said = _watch(service, name).followed.words
        key = f"followed {name} {format_moment(today)} {revision(service)}"
        return order_history(service, said, as_of=today, by=caller.name, key=key)

    job = await service.quick.run(order)
    request.state.target = job.id
    return RedirectResponse(f"/h/{job.id}", 303)


def _watch(service: Service, name: str) -> Watch:
    found = next((watch for watch in service.kept.followed.all() if watch.followed.id == name), None)
    if found is None:
        why, fix = "nothing of that id is followed, or no longer", "see what is followed"
        raise InputMissing(f"There is nothing called {name[:40]}", why=why, fix=fix)
    return found


def _news(service: Service, name: str | None) -> News:
    if name is not None:
        _watch(service, name)
    return following.news_of(datetime.now(UTC), _told(service, name))


def _told(service: Service, followed: str | None = None) -> tuple[Transition | Update, ...]:
    return following.told(service.kept, service.desks.current(), limit=_CHANGES, followed=followed)


ROUTES = (
    Route("/following.md", as_markdown),
    Route("/following", everything),
    Route("/following", follow, methods=["POST"]),
    Route("/following/leave", leave, methods=["POST"]),
    Route("/following/{id}.json", one_as_json),
    Route("/following/{id}.md", as_markdown),
    Route("/following/{id}", one),
    Route("/following/{id}/history", replay, methods=["POST"]),
)
