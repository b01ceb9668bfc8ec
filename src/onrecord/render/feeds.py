"""News of what is followed as feeds: Atom (RFC 4287) and JSON Feed 1.1, an entry for each change.

An entry's id is that of its statement or topic and the moment, so a reader that has seen it knows it again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from onrecord.data import Memento, Moment, Transition, Update, latest, topic_id
from onrecord.render import words
from onrecord.render.visible import address, line

Told = Transition | Update

_TITLE = "onrecord: changed verdicts"
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries changed last."""


def atom(told: Sequence[Told], *, at: str = "urn:onrecord:followed") -> str:
    """Return changes, the newest first, as an Atom feed that stands at ``at``."""
    feed = ET.Element("feed", xmlns=_ATOM)
    for name, value in (("id", at), ("title", _TITLE), ("updated", _stamp(told[0].at if told else _NEVER))):
        ET.SubElement(feed, name).text = value
    ET.SubElement(ET.SubElement(feed, "author"), "name").text = "onrecord"
    for each in told:
        entry = ET.SubElement(feed, "entry")
        for name, value in (("id", name_of(each)), ("title", headline(each)), ("updated", _stamp(each.at))):
            ET.SubElement(entry, name).text = value
        if url := _link(each):
            ET.SubElement(entry, "link", rel="related", href=url)
        content = ET.SubElement(entry, "content", type="text")
        content.text = body(each)
    ET.indent(feed)
    return ET.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def json_feed(told: Sequence[Told], *, at: str = "urn:onrecord:followed") -> str:
    """Return changes, the newest first, as a JSON Feed that stands at ``at``."""
    items = [
        {"id": name_of(each), "title": headline(each), "content_text": body(each), "date_published": _stamp(each.at)}
        | ({"external_url": url} if (url := _link(each)) else {})
        for each in told
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": _TITLE, "feed_url": at, "items": items}
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def name_of(each: Told) -> str:
    """Return what a change goes by wherever it is told."""
    about = each.after.statement.id if isinstance(each, Transition) else topic_id(each.topic)
    return _plain(f"urn:onrecord:{about}:{_stamp(each.at)}")


def headline(each: Told) -> str:
    """Return a change in one line."""
    if isinstance(each, Transition):
        return _plain(f"{words.turn(each)}: {words.shortened(each.after.statement.text, 120)}")
    return _plain(f"New on {words.shortened(each.topic, 60)}: {words.shortened(each.new[0].text, 120)}")


def body(each: Told) -> str:
    """Tell the statement, why its verdict is another now, the words it rested on and those that changed it.

    Of a topic the sentences that are new are told, each with its source.
    """
    if not isinstance(each, Transition):
        new = zip(each.new, each.sources, strict=True)
        return "\n\n".join(_plain(_quoted(one.text, source.memento)) for one, source in new)
    before = [f"Before: {_quoted(one.quote, one.memento)}" for one in each.before.evidence]
    after = [f"{words.stance(one, each.after.label)}: {_quoted(one.quote, one.memento)}" for one in each.gained]
    told = (each.after.statement.text, words.ruling(each.after), *before, *after)
    return "\n\n".join(map(_plain, told))


def _plain(text: str) -> str:
    """Return text as one line of characters that XML 1.0 has."""
    return re.sub("[\ufffe\uffff]", "\ufffd", line(text))


def _quoted(quote: str, memento: Memento) -> str:
    url = address(memento.document.url)
    return f"“{quote}” ({', '.join(words.credit(memento))})" + (f" {url}" if url else "")


def _link(each: Told) -> str | None:
    """Return the address of the first report that changed something, where it has one that may be followed."""
    changed = each.gained if isinstance(each, Transition) else each.sources
    return next((url for one in changed if (url := address(one.memento.document.url))), None)


def _stamp(moment: Moment) -> str:
    return latest(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
