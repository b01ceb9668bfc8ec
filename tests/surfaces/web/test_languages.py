"""Everything the desk says can be said in every language it offers."""

import gettext

import pytest

from onrecord.surfaces.web.catalogues import compiled, messages
from onrecord.surfaces.web.languages import FOLDER, LANGUAGES

OTHERS = list(LANGUAGES)[1:]
UPDATE = "run: python -m onrecord.surfaces.web.catalogues"


@pytest.mark.parametrize("tag", OTHERS)
def test_nothing_is_left_unsaid(tag):
    spoken = gettext.translation("onrecord", FOLDER, [tag])
    assert [words for words in messages() if spoken.gettext(words) == words and words not in ("Text",)] == [], UPDATE


@pytest.mark.parametrize("tag", OTHERS)
def test_the_catalogue_is_compiled(tag):
    path = FOLDER / tag / "LC_MESSAGES" / "onrecord.po"
    assert path.with_suffix(".mo").read_bytes() == compiled(path), UPDATE
