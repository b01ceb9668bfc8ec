"""The reference is what the commands say of themselves, and their examples can be typed as they stand."""

import shlex

import click
import pytest
from commandline import ROOT

from onrecord.surfaces.cli import main
from onrecord.surfaces.cli.reference import reference


def commands(command, path="onrecord"):
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{path} {name}")


COMMANDS = dict(commands(main))
EXAMPLES = [(path, line) for path, command in COMMANDS.items() for line in command.examples]


def test_the_reference_is_current():
    written = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python -m onrecord.surfaces.cli.reference > docs/reference/cli.md"


def test_every_command_has_examples_and_help():
    assert all(command.examples and command.help for command in COMMANDS.values())


@pytest.mark.parametrize(("path", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_examples_can_be_typed(path, line):
    typed = [shlex.split(part.partition(" >")[0]) for part in line.split(" | ")]
    ours = [words[1:] for words in typed if words[0] == "onrecord"]
    assert any(" ".join(["onrecord", *words]).startswith(path) for words in ours)
    for words in ours:
        command, rest = main, words
        while isinstance(command, click.Group):
            command, rest = command.commands[rest[0]], rest[1:]
        command.make_context("onrecord", rest, resilient_parsing=False)


@pytest.mark.parametrize("path", COMMANDS)
def test_help_begins_with_what_it_does_and_examples(path, onrecord):
    ended = onrecord(*path.split()[1:], "-h")
    assert ended.exit_code == 0
    first, _, rest = ended.stdout.partition("\n")
    assert first == COMMANDS[path].help.splitlines()[0]
    assert rest.index("Examples:") < rest.index("Usage:") < rest.index("Options:")


def test_version(onrecord):
    assert onrecord("--version").stdout.startswith("onrecord 0.")
