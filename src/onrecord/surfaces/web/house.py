"""What belongs to no screen: the files pages bring with them, the language, signing in, and help."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.surfaces.http.tokens import COOKIE as SIGNED_IN
from onrecord.surfaces.service import Service
from onrecord.surfaces.web import languages
from onrecord.surfaces.web.forms import filled_in, within, words
from onrecord.surfaces.web.screens import screen
from onrecord.surfaces.web.statics import static

_A_YEAR = 365 * 24 * 3600


async def help_(request: Request) -> Response:
    """Say what the marks mean and what the keys do."""
    return screen(request, "help.html")


async def language(request: Request) -> Response:
    """Remember a language, and go back."""
    form = await filled_in(request)
    answer = RedirectResponse(within(words(form, "back")), 303)
    if (chosen := words(form, "language")) in languages.LANGUAGES:
        answer.set_cookie(languages.COOKIE, chosen, max_age=_A_YEAR, path="/", httponly=True, samesite="lax")
    return answer


async def sign_in(request: Request) -> Response:
    """Take a token; the browser keeps it where no script can read it."""
    form = await filled_in(request)
    token = words(form, "person")
    service: Service = request.app.state.service
    await service.quick.run(service.access.caller, token)
    answer = RedirectResponse(within(words(form, "back")), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(SIGNED_IN, token, max_age=_A_YEAR, path="/", httponly=True, samesite="lax", secure=secure)
    return answer


async def signing_in(_: Request) -> Response:
    """Lead whoever comes back to where a token was taken to the front page, which asks for one where it needs one."""
    return RedirectResponse("/", 303)


async def sign_out(request: Request) -> Response:
    """Forget the token."""
    await filled_in(request)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(SIGNED_IN, path="/")
    return answer


ROUTES = (
    Route("/help", help_),
    Route("/language", language, methods=["POST"]),
    Route("/sign-in", sign_in, methods=["POST"]),
    Route("/sign-in", signing_in),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/static/{digest}/{name}", static),
)
