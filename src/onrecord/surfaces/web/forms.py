"""Forms, and how it is known that one of ours was filled in.

The gate has turned away what comes from pages of other sites already. Beside that, a form repeats what the cookie says
that came with its page, and only our own pages can read that.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from hmac import compare_digest

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import NotAllowed

COOKIE = "onrecord_form"
FIELD = "token"
_LENGTH = 43
"""Characters of 32 random bytes in URL-safe base 64."""


def token_of(request: Request) -> str:
    """Return what the forms of a page carry: what the cookie says, or something newly drawn."""
    held = request.cookies.get(COOKIE, "")
    return held if len(held) == _LENGTH and held.isascii() else secrets.token_urlsafe(32)


def give(response: Response, request: Request, token: str) -> None:
    """Send the cookie that forms with ``token`` need, where it is not there yet."""
    if request.cookies.get(COOKIE) != token:
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, token, path="/", httponly=True, samesite="strict", secure=secure)


async def filled_in(request: Request) -> FormData:
    """Return the fields of a form of ours.

    Raises:
        NotAllowed: it is not ours.
    """
    most = request.app.state.service.limits.body
    form = await request.form(max_files=1, max_fields=40, max_part_size=most)
    held, given = request.cookies.get(COOKIE, ""), words(form, FIELD)
    if len(held) != _LENGTH or not compare_digest(held.encode(), given.encode()):
        why = "it does not come from a page of this desk, or the browser has lost its cookie"
        raise NotAllowed("The form was not taken", why=why, fix="open its page again, and send it from there")
    return form


def once() -> str:
    """Return what tells one showing of a form from the next."""
    return secrets.token_urlsafe(12)


def key_of(form: FormData) -> str | None:
    """Return what is the same when a form is sent twice with the same words, as by a double click; None without."""
    told = "\0".join(f"{name}={value}" for name, value in form.multi_items() if isinstance(value, str))
    return f"form {sha256(told.encode('utf-8', 'replace')).hexdigest()}" if words(form, "once") else None


def words(form: FormData, name: str) -> str:
    """Return a field without the space around it; empty where it was left out."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def upload(form: FormData, name: str) -> UploadFile | None:
    """Return a file that was chosen."""
    value = form.get(name)
    return value if isinstance(value, UploadFile) and value.filename else None


def within(path: str) -> str:
    """Return a path of this desk; whatever leads elsewhere is the front page."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else "/"
