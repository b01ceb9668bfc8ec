"""Who asks, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.data import Job, Role
from onrecord.errors import NotAllowed, NotSignedIn
from onrecord.wiring import Kept

LOCAL = "local"
"""Whoever asks where nobody was added: then the service answers this machine only, and its user may do everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Whoever asks: their name, and their role."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Say whether they may do what ``role`` may."""
        return self.role >= role

    def must(self, role: Role) -> None:
        """Make sure that they may do what ``role`` may.

        Raises:
            NotAllowed: they may not.
        """
        if not self.may(role):
            why = f"{self.name} may {self.role.name.lower()}, and this takes the role {role.name.lower()}"
            fix = "ask whoever looks after the service: `onrecord people add NAME --role ROLE`"
            raise NotAllowed("you may not do this", why=why, fix=fix)

    def may_stop(self, job: Job) -> bool:
        """Say whether they may stop a job: whoever asked for it may, and an admin."""
        return self.name == job.by or self.role is Role.ADMIN


class Access:
    """Tells callers apart by their tokens."""

    def __init__(self, kept: Kept) -> None:
        """Know the people that ``kept`` knows, whoever added them and when."""
        self._people = kept.people

    def caller(self, token: str | None) -> Caller:
        """Return whose token it is.

        Raises:
            NotSignedIn: it is nobody's, or there is none where people were added.
        """
        person = self._people.with_token(token) if token else None
        if person is not None:
            return Caller(name=person.name, role=person.role)
        if token is None and not self._people.all():
            return Caller(name=LOCAL, role=Role.ADMIN)
        why = "its token is nobody's" if token else "there is no token with it"
        fix = "send `Authorization: Bearer TOKEN`; `onrecord people add NAME` makes one"
        raise NotSignedIn("the request is not signed in", why=why, fix=fix)
