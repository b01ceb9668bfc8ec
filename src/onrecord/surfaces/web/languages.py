"""The languages of the desk. What is quoted stays in the language it is in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import NullTranslations, translation
from pathlib import Path

from starlette.requests import Request

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""What each is called in itself; the first is the one the texts are written in."""
COOKIE = "onrecord_language"
FOLDER = Path(__file__).parent / "locale"


def language_of(request: Request) -> str:
    """Return the language to answer in: what was chosen here, or else what the browser likes best of ours."""
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    wishes = [wish.partition(";") for wish in request.headers.get("accept-language", "").split(",")]
    weighed = sorted(
        ((weight_of(after), tag.strip()[:2].lower()) for tag, _, after in wishes), key=lambda wish: -wish[0]
    )
    return next((tag for weight, tag in weighed if weight > 0 and tag in LANGUAGES), next(iter(LANGUAGES)))


def speaker(language: str) -> Callable[..., str]:
    """Return what says words of the desk in ``language``, with values in their places."""
    spoken = translation("onrecord", FOLDER, [language], fallback=True)
    return partial(_said, spoken)


def _said(spoken: NullTranslations, words: str, **values: object) -> str:
    said = spoken.gettext(words)
    return said % values if values else said


def weight_of(parameters: str) -> float:
    """Return the weight of a wish (RFC 9110, 12.4.2); what cannot be read counts as nothing."""
    name, _, value = parameters.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
