"""From somebody who is told to what tells them. It brings clients with it, so only who tells imports it."""

from __future__ import annotations

import shlex
from pathlib import Path

from onrecord.adapters import tell_command, tell_mail, tell_webhook
from onrecord.data import Recipient, Way
from onrecord.errors import UsageError
from onrecord.ports import Teller
from onrecord.settings import Settings
from onrecord.text.addresses import site_of
from onrecord.wiring.asking import AGENT


def teller(recipient: Recipient, settings: Settings) -> Teller:
    """Return what tells a recipient.

    Raises:
        InputMissing: the file with its secret cannot be read.
        UsageError: what it takes is not given: a secret, a server of mail, a program.
    """
    match recipient.way:
        case Way.WEBHOOK:
            keys = tell_webhook.keys_from(Path(recipient.secret) if recipient.secret else None)
            return tell_webhook.Webhook(recipient.target, keys=keys, agent=AGENT)
        case Way.MAIL:
            server = tell_mail.server_at(settings.mail_server, settings.mail_from)
            return tell_mail.Mail(recipient.target, server=server)
        case Way.COMMAND:
            return tell_command.Command(recipient.target)


def reached(target: str) -> tuple[Way, str]:
    """Say how somebody is told, by their address of the web, of mail, or else a command, and where in full.

    Raises:
        UsageError: it is a command whose program is not there, or an address that holds a password.
    """
    if target.lower().startswith(("http://", "https://")) and not target.split()[1:]:
        if site_of(target) is None:
            raise UsageError("the webhook is not told", why="its address names no server", fix="give the whole of it")
        if "@" in target.split("/")[2]:
            fix = "leave them out; a webhook is known by its signature"
            raise UsageError("the webhook is not told", why="its address holds a name or a password", fix=fix)
        return Way.WEBHOOK, target
    if tell_mail.is_mail_address(target):
        return Way.MAIL, target
    return Way.COMMAND, shlex.join(tell_command.words_of(target))


def draw_secret(secret: Path) -> bool:
    """Put a new secret into a file; see :func:`onrecord.adapters.tell_webhook.draw`."""
    return tell_webhook.draw(secret)
