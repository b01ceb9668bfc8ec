"""Telling of what is followed: who is told, when, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from onrecord import engine
from onrecord.data import Delivery, DeliveryState, Due, Message, Outcome, Quiet, Recipient, Told, Way
from onrecord.errors import OnrecordError, UsageError
from onrecord.ports import Teller
from onrecord.surfaces.service import messages
from onrecord.text.moments import format_moment
from onrecord.wire import Json
from onrecord.wiring import Kept

MOST = 100
"""Deliveries listed as failing, the newest."""
MOST_AT_ONCE = 100
"""Deliveries tried for one recipient in one cycle; the others wait for the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How somebody wants to be told."""

    zone: str = "UTC"
    secret: Path | None = None
    quiet: Quiet | None = None
    digest: time | None = None
    at_most: int | None = None


def add(kept: Kept, target: str, manners: Manners) -> Recipient:
    """Tell somebody from now on.

    Raises:
        UsageError: they are told already, there is no such zone, or they cannot be told like that.
    """
    from onrecord.wiring import tellers  # noqa: PLC0415 (brings clients of HTTP and SMTP with it)

    way, where = tellers.reached(target)
    _require_zone(manners.zone)
    if manners.secret is not None and way is not Way.WEBHOOK:
        fix = "leave out --secret-file"
        raise UsageError("the secret is not used", why=f"a {way} is told without a signature", fix=fix)
    one = Recipient(
        id=sha256(where.encode()).hexdigest()[:16],
        way=way,
        target=where,
        added_at=datetime.now(UTC),
        zone=manners.zone,
        secret=str(manners.secret.absolute()) if manners.secret else None,
        quiet=manners.quiet,
        digest=manners.digest,
        at_most=manners.at_most,
    )
    kept.telling.add(one)
    return one


def _require_zone(name: str) -> None:
    try:
        if name != "UTC":
            ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        fix = "name one as Europe/Berlin, or leave it out for UTC"
        raise UsageError(
            f"there is no time zone {name!r}", why="it is none that this machine knows", fix=fix
        ) from error


def plan(at: datetime) -> Callable[[Recipient, Callable[[datetime], int]], Due]:
    """Return what says when each recipient is told of what was noticed at ``at``."""
    return lambda recipient, told: engine.due(recipient, at=at, told=told)


def is_due(kept: Kept, *, at: datetime) -> bool:
    """Say whether there is something to tell somebody who may be told now."""
    return any(kept.telling.due(one.id, at) for one in kept.telling.recipients() if not _is_quiet(one, at))


def _is_quiet(one: Recipient, at: datetime) -> bool:
    return one.quiet is not None and one.quiet.holds(one.clock(at).time())


def deliver(kept: Kept, teller: Callable[[Recipient], Teller], *, at: datetime) -> Iterator[Delivery]:
    """Tell every recipient what is due, and yield each delivery with what became of it.

    An attempt is on the disk before it is made, and its outcome before anything else is tried: whoever is killed in
    between has it made once more, under the same id. A recipient that could not be told is left alone for the rest of
    the cycle. Where another process tells, there is nothing to do.
    """
    with kept.telling.alone() as alone:
        for recipient in kept.telling.recipients() if alone else ():
            if _is_quiet(recipient, at):
                continue
            begun: list[Delivery] = []
            waiting = kept.telling.due(recipient.id, at)[:MOST_AT_ONCE]
            for outcome in _outcomes(recipient, teller, _begun(kept, waiting, begun)):
                ended = engine.ended(begun[-1], outcome, recipient=recipient, at=at)
                kept.telling.changed(ended)
                yield ended
                if outcome.error is not None:
                    break


def _begun(kept: Kept, waiting: tuple[Told, ...], begun: list[Delivery]) -> Iterator[Message]:
    """Yield the message of each delivery once it is on the disk that it is tried."""
    for told in waiting:
        begun.append(engine.begun(told.delivery))
        kept.telling.changed(begun[-1])
        yield messages.message(told)


def _outcomes(
    recipient: Recipient, teller: Callable[[Recipient], Teller], messages: Iterator[Message]
) -> Iterator[Outcome]:
    try:
        telling = teller(recipient)
    except OnrecordError as error:
        for _ in messages:
            yield Outcome(error=f"{error.what}: {error.why}")
    else:
        yield from telling.tell(messages)


def listed(kept: Kept, *, whole: bool = False) -> list[Json]:
    """Return who is told and how that goes; where they are told in whole only for whoever looks after the service."""
    return [_recipient(one, kept.telling.counts(one.id), whole=whole) for one in kept.telling.recipients()]


def failing(kept: Kept) -> list[Json]:
    """Return the deliveries whose last attempt came to nothing, each with its reason."""
    return [delivery_shape(one) for one in kept.telling.failing(limit=MOST)]


def _recipient(one: Recipient, counts: dict[DeliveryState, int], *, whole: bool) -> Json:
    return {
        "id": one.id,
        "way": one.way,
        "target": one.target if whole else shown(one),
        "quiet": f"{one.quiet.begin:%H:%M}-{one.quiet.end:%H:%M}" if one.quiet else None,
        "digest": f"{one.digest:%H:%M}" if one.digest else None,
        "at_most": one.at_most,
        "zone": one.zone,
        **{state.value: counts.get(state, 0) for state in DeliveryState},
    }


def shown(one: Recipient) -> str:
    """Return where somebody is told without what may be a secret: addresses of webhooks often hold one."""
    match one.way:
        case Way.WEBHOOK:
            return f"{urlsplit(one.target).scheme}://{urlsplit(one.target).hostname}/…"
        case Way.MAIL:
            return f"…@{one.target.rpartition('@')[2]}"
        case Way.COMMAND:
            return Path(one.target.split()[0]).name


def delivery_shape(told: Told) -> Json:
    """Return a delivery with what it tells."""
    one = told.delivery
    return {
        "id": one.id,
        "recipient": one.recipient,
        "state": one.state,
        "made_at": format_moment(one.made_at),
        "due_at": format_moment(one.due_at),
        "told_at": one.told_at and format_moment(one.told_at),
        "attempts": one.attempts,
        "code": one.code,
        "error": one.error,
        "held_back": told.held_back,
        "alerts": [{"id": each.notice.id, "title": each.notice.title} for each in told.alerts],
    }
