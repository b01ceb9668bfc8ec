"""Where settings files lie, and what stands in them."""
# ruff: noqa: PLC0415 (`onrecord --help` reads no file)

from __future__ import annotations

from pathlib import Path

from onrecord.errors import UsageError

FILE = "onrecord.toml"


def places() -> tuple[Path, Path]:
    """Return where a settings file is looked for: the person's own, and the project's, nearest above where we are."""
    from platformdirs import user_config_path

    here = Path.cwd()
    project = next((folder / FILE for folder in (here, *here.parents) if is_there(folder / FILE)), here / FILE)
    return user_config_path("onrecord", appauthor=False) / FILE, project


def files() -> tuple[Path, ...]:
    """Return the settings files there are, the weaker first."""
    return tuple(path for path in places() if is_there(path))


def is_there(path: Path) -> bool:
    """Say whether a settings file is there to be read; in a folder closed to us there is none."""
    try:
        return path.is_file()
    except PermissionError:
        return False


def parsed(path: Path) -> dict[str, object]:
    """Return what a settings file says.

    Raises:
        UsageError: it cannot be read.
    """
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"the settings file {path} cannot be read", why=str(error), fix="correct it, or move it away"
        ) from error
