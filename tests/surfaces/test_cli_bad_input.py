"""Whatever is handed in: a clear error and the right exit code, or a right answer."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from commandline import COMMAND, PAGE, WIRE, environment, lines

import onrecord
from onrecord.adapters.lance_folder import Folder

READERS = ("restore", "statements", "check")
NOBODY = 65534


def refused(ended, code, *words):
    """Hold that a command ended with ``code`` and three lines that say so."""
    assert ended.exit_code == code, ended.output
    assert ended.stdout == ""
    told = ended.stderr.splitlines()
    assert [line.split()[0] for line in told] == ["Error:", "why:", "try:"]
    for word in words:
        assert word in ended.stderr
    return True


@contextmanager
def without_privileges():
    """Lose the right to read everything, which the super-user has."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"The dam\0holds.", "null bytes"),
        (bytes(range(256)) * 8, "is no text"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG"),
        (b"<html><body><script>var a = 1</script></body></html>", "has no text"),
    ],
)
def test_what_is_no_text(command, content, words, onrecord, workplace):
    (workplace / "page").write_bytes(content)
    assert refused(onrecord(command, "page"), 3, words)
    assert refused(onrecord(command, "-", given=content), 3, words)


@pytest.mark.parametrize("command", READERS)
def test_what_cannot_be_opened(command, onrecord, workplace):
    assert refused(onrecord(command, "missing.txt"), 3, "missing.txt", "there is no such file")
    assert refused(onrecord(command, workplace), 3, "it is a folder")


@pytest.mark.parametrize(
    "command", [*((one,) for one in READERS), ("restore", "--jsonl"), ("check", "--statements"), ("verify", "--pairs")]
)
def test_an_address_is_not_fetched_where_files_are_read(command, onrecord):
    address = "https://ledger.example/ferry"
    assert refused(onrecord(*command, address), 3, f"{address} is not fetched", f"curl -s {address} |", "follow add")


def test_an_address_among_the_files_that_are_added(onrecord):
    ended = onrecord("add", "https://ledger.example/ferry", WIRE, "--archive", "own")
    assert ended.exit_code == 6
    assert "https://ledger.example/ferry is not fetched" in ended.stderr
    assert "follow add" in ended.stderr
    assert "60 documents read: 60 new" in ended.stdout


def test_what_may_not_be_read(onrecord, workplace):
    (workplace / "secret.txt").write_text("The dam holds.", encoding="utf-8")
    (workplace / "secret.txt").chmod(0)
    onrecord("restore", given="what it needs is loaded now")
    with without_privileges():
        ended = onrecord("restore", workplace / "secret.txt")
    assert refused(ended, 3, "no permission")


def test_where_nothing_may_be_written(onrecord, workplace):
    (workplace / "page.txt").write_text("The dam holds.", encoding="utf-8")
    onrecord("restore", "page.txt")
    with without_privileges():
        ended = onrecord("restore", "-", "-o", "/onrecord-out.json", given="The dam holds.")
    assert refused(ended, 8, "Permission denied")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_other_encodings_are_read(encoding, onrecord):
    given = "Le barrage de Kessel a cédé, a déclaré la préfète de Tarn.".encode(encoding)
    assert "déclaré" in json.loads(onrecord("restore", "--json", given=given).stdout)["restored"]


def test_a_page_in_another_encoding_than_it_states_is_read(onrecord):
    given = '<meta charset="utf-8"><p>La digue a cédé lundi.</p>'.encode("latin-1")
    assert onrecord("restore", "--json", given=given).exit_code == 0


@pytest.mark.parametrize("command", READERS)
def test_one_line_of_50_megabytes_is_no_page(command, onrecord, workplace):
    (workplace / "line.txt").write_bytes(b"x" * 50_000_000)
    assert refused(onrecord(command, "line.txt"), 3, "32 MiB")


def test_a_line_too_long_among_others_is_answered_like_them(onrecord, workplace):
    good = b'{"id": 1, "text": "The dam holds."}\n'
    (workplace / "in.jsonl").write_bytes(good + b'{"id": 2, "text": "' + b"x" * 50_000_000 + b'"}\n' + good)
    ended = onrecord("restore", "--jsonl", "in.jsonl")
    assert ended.exit_code == 6
    first, second, third = lines(ended.stdout)
    assert (first, "32 MiB" in second["error"]["why"]) == (third, True)


def test_a_long_line_of_words_keeps_every_character(onrecord):
    given = "The board of Port Sorrel met and agreed on the toll. " * 4_000
    assert json.loads(onrecord("restore", "--json", given=given).stdout)["document"]["text"] == given


@pytest.mark.parametrize(
    "text", ["\udc80 The dam holds.", "\u202eThe dam\u202c holds.", "a\u200bb", "堤防は持ちこたえた。"]
)
def test_odd_characters_come_back_as_json(text, onrecord):
    ended = onrecord("restore", "--jsonl", "-", given=json.dumps({"id": text, "text": text}))
    (line,) = lines(ended.stdout)
    assert line["id"] == text
    assert len(line["document"]["text"]) == len(text)


def test_nothing_in_a_page_steers_the_terminal(onrecord):
    given = "The dam holds.\x1b]0;title\x07\x1b[2J It does, the board said."
    for command in READERS:
        shown = onrecord(command, given=given, FORCE_COLOR="1").stdout
        assert "\x1b]0;" not in shown
        assert "\x1b[2J" not in shown
        assert "\x07" not in shown


@pytest.mark.parametrize("words", ["soon", "2025-13-01", "19.05.2025", "2025-05-19T14:30:00", ""])
@pytest.mark.parametrize("command", [("check", PAGE), ("find", "dam"), ("brief", "dam")])
def test_a_date_that_is_none(command, words, onrecord):
    assert refused(onrecord(*command, "--as-of", words), 2, "is not a date", "2025-05-19")


@pytest.mark.parametrize("command", [("check", PAGE), ("find", "dam"), ("brief", "dam")])
def test_a_date_that_has_not_come(command, onrecord):
    assert refused(onrecord(*command, "--as-of", "9999-12-31"), 2, "lies in the future")


@pytest.mark.parametrize("command", READERS)
def test_a_page_that_was_not_published_yet(command, onrecord):
    assert refused(onrecord(command, PAGE, "--published", "9999-12-31"), 2, "lies in the future", "was published")
    assert refused(onrecord(command, PAGE, "--published", "soon"), 2, "is not a date")


@pytest.mark.parametrize(
    "url", ["ledger", "ledger.example/ferry", "ftp://ledger.example/a", "https://", "", "https://a b"]
)
@pytest.mark.parametrize("command", READERS)
def test_an_address_that_is_none(command, url, onrecord):
    assert refused(onrecord(command, PAGE, "--url", url), 2, "no address of the web", "https://")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", PAGE, "--fail-on", "wrong"),
        ("check", PAGE, "--max-statements", "0"),
        ("check", PAGE, "--threads", "none"),
        ("find", " "),
        ("find", "dam", "--limit", "-1"),
        ("brief", ""),
        ("brief", "the", "dam"),
        ("brief", "diff", "dam"),
        ("brief", "diff", "dam", "--since", "2025-05-01", "--max-tokens", "100"),
        ("brief", "dam", "--since", "2025-05-02", "--as-of", "2025-05-01"),
        ("brief", "dam", "--length", "endless"),
        ("brief", "dam", "--rewrite"),
        ("brief", "dam", "--rewrite", "--max-tokens", "100"),
        ("brief", "diff", "dam", "--since", "2025-05-01", "--rewrite"),
        ("stories", " "),
        ("series", " "),
        ("series", "dam", "--since", "2025-05-02", "--as-of", "2025-05-01"),
        ("series", "dam", "--csv", "--jsonl"),
        ("series", "dam", "--csv", "--json"),
        ("check", PAGE, "--md", "--json"),
        ("offices", " "),
        ("offices", "premier", "--since", "2025-05-02", "--as-of", "2025-05-01"),
        ("stories", "dam", "--since", "2025-05-02", "--as-of", "2025-05-01"),
        ("verify",),
        ("add",),
        ("check", PAGE, "another.txt"),
        ("check", PAGE, "--nothing"),
        ("archive", "shwo"),
        ("check", "--jsonl", "-", "--html", "report.html"),
        ("check", "--statements", "-", "--md"),
        ("check", "--statements", "-", "--claimreview"),
        ("check", "--statements", "-", "--notes"),
    ],
)
def test_what_cannot_be_asked(arguments, onrecord):
    assert refused(onrecord(*arguments), 2)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(("find",), "QUERY"), (("verify",), "--pairs"), (("find", "dam", "--limit", "0"), "--limit")],
)
def test_which_argument_is_missing_or_wrong_is_said(arguments, named, onrecord):
    assert refused(onrecord(*arguments), 2, named)


@pytest.mark.parametrize("page", ["page.txt", "-"])
def test_a_page_beside_statements_is_not_passed_over(page, onrecord):
    ended = onrecord("check", "--statements", "said.jsonl", page, given="The dam at Orlo Gorge holds.")
    assert refused(ended, 2, f"{page} is a page", "--statements names said.jsonl")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("nothing", "InputMalformed"),
        ("[1]", "InputMalformed"),
        ("{}", "InputMalformed"),
        ('{"id": 5, "text": 3}', "InputMalformed"),
        ('{"id": 5, "text": " "}', "InputEmpty"),
        ('{"id": 5, "text": "The dam holds.", "as_of": "2999-01-01"}', "UsageError"),
        ('{"id": 5, "text": "The dam holds.", "as_of": 3}', "InputMalformed"),
        ("[" * 100_000, "InputMalformed"),
        ("\udcff".encode("utf-8", "surrogatepass").decode("latin-1"), "InputMalformed"),
    ],
)
def test_a_bad_line_is_answered_and_the_run_goes_on(line, kind, onrecord):
    good = '{"id": "good", "text": "The dam holds.", "as_of": "2025-05-19"}'
    ended = onrecord("check", "--statements", "-", "--jsonl", given=f"{good}\n{line}\n{good}\n")
    assert ended.exit_code == 6
    first, second, third = lines(ended.stdout)
    assert (first, first["id"]) == (third, "good")
    assert second["error"]["kind"] == kind
    assert second["id"] == (5 if '"id": 5' in line else 2)


def test_lines_that_cannot_be_opened(onrecord):
    assert refused(onrecord("check", "--statements", "none.jsonl"), 3, "none.jsonl")
    assert refused(onrecord("verify", "--pairs", "none.jsonl"), 3, "none.jsonl")
    assert refused(onrecord("restore", "--jsonl", "none.jsonl"), 3, "none.jsonl")


def test_a_verifier_that_is_not_there(onrecord, monkeypatch):
    assert refused(onrecord("check", PAGE, "--verifier", "nowhere"), 7, "nowhere cannot be used")
    monkeypatch.delenv("ONRECORD_ENDPOINT_URL", raising=False)
    assert refused(onrecord("verify", "--pairs", "-", "--verifier", "endpoint"), 2, "no endpoint to ask")


# Archives --------------------------------------------------------------------------------------


@pytest.fixture
def copy(wire, workplace):
    return shutil.copytree(wire, workplace / "copy")


COMMANDS = [
    ("check", PAGE),
    ("find", "dam"),
    ("brief", "dam"),
    ("archive", "stats"),
    ("archive", "list"),
    ("export",),
    ("archive", "verify"),
    ("add", WIRE),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(map(str, command[:2])))
def test_an_archive_from_a_newer_version(command, onrecord, copy):
    (copy / "archive.json").write_text('{"format": 999}', encoding="utf-8")
    assert refused(onrecord(*command, "--archive", copy), 4, "upgrade onrecord")


def test_a_damaged_archive(onrecord, copy):
    for path in copy.glob("*.lance/data/*"):
        path.write_bytes(b"damaged")
    for command in COMMANDS[:-1]:
        assert refused(onrecord(*command, "--archive", copy), 4, "restore")


@pytest.mark.parametrize("command", [command for command in COMMANDS if command[0] == "archive"], ids=" ".join)
def test_no_archive(command, onrecord, workplace):
    assert refused(onrecord(*command, "--archive", workplace / "none"), 4, "here is no archive", "add")


def test_a_file_where_the_archive_should_be(onrecord, workplace):
    (workplace / "file").write_text("words", encoding="utf-8")
    assert refused(onrecord("add", WIRE, "--archive", workplace / "file"), 2, "is a file")


def test_a_folder_of_other_files_is_none_for_an_archive(onrecord, workplace):
    (workplace / "papers").mkdir()
    (workplace / "papers" / "letter.txt").write_text("words", encoding="utf-8")
    assert refused(onrecord("add", WIRE, "--archive", workplace / "papers"), 2, "letter.txt")
    assert [one.name for one in (workplace / "papers").iterdir()] == ["letter.txt"]
    assert onrecord("add", WIRE, "--archive", workplace / "papers" / "wire").exit_code == 0


def test_an_archive_that_may_not_be_written(onrecord, workplace):
    onrecord("add", WIRE, "--archive", workplace / "own")
    with without_privileges():
        ended = onrecord("add", WIRE, "--archive", "/onrecord-archive")
    assert refused(ended, 4, "may not be written")


def test_an_archive_that_another_process_writes(onrecord, copy):
    held = Folder(copy).lock()
    try:
        page = '{"text": "The harbour toll of Port Sorrel rose on Monday."}'
        assert refused(onrecord("add", "-", "--archive", copy, given=page), 4, f"process {os.getpid()}")
    finally:
        held.close()
    assert onrecord("find", "toll", "--archive", copy).exit_code == 0


def test_a_full_disk(workplace):
    disk = workplace / "disk"
    disk.mkdir()
    mount = f"mount -t tmpfs -o size=100k none {disk}"
    if shutil.which("unshare") is None or in_namespace(mount).returncode:
        pytest.skip("left out: needs the right to mount a file system in a namespace of its own")
    ended = in_namespace(f"{mount}; {COMMAND[0]} -c '{COMMAND[2]}' add {WIRE} --archive {disk}/archive")
    assert ended.returncode == 4
    assert "the disk is full" in ended.stderr
    assert "run the same command again" in ended.stderr


def test_a_full_disk_where_an_archive_is_restored(onrecord, workplace):
    disk = workplace / "disk"
    disk.mkdir()
    mount = f"mount -t tmpfs -o size=100k none {disk}"
    if shutil.which("unshare") is None or in_namespace(mount).returncode:
        pytest.skip("left out: needs the right to mount a file system in a namespace of its own")
    onrecord("add", WIRE, "--archive", "own")
    onrecord("archive", "backup", "own.tar", "--archive", "own")
    command = f"{COMMAND[0]} -c '{COMMAND[2]}' archive restore {workplace / 'own.tar'} --archive {disk}/back"
    ended = in_namespace(f"{mount}; {command}; code=$?; ls -A {disk}; exit $code")
    assert (ended.returncode, ended.stdout) == (4, "")
    assert f"the archive {disk}/back could not be written" in ended.stderr
    assert "the disk is full" in ended.stderr


def in_namespace(script):
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", script]
    return subprocess.run(command, capture_output=True, check=False, text=True)


# Models ----------------------------------------------------------------------------------------


@pytest.fixture
def damaged(workplace):
    """Make an installation with one bit of a model changed."""

    def damage(name):
        shutil.copytree(Path(onrecord.__file__).parent, workplace / "installed" / "onrecord")
        model = workplace / "installed" / "onrecord" / "assets" / name
        content = bytearray(model.read_bytes())
        content[1000] ^= 1
        model.write_bytes(content)
        return environment(PYTHONPATH=str(workplace / "installed"))

    return damage


@pytest.mark.parametrize(
    ("arguments", "model"),
    [
        (["doctor"], "embedder.int8.onnx"),
        (["doctor"], "verifier.int8.onnx"),
        (["doctor"], "splices.int8.onnx"),
        (["doctor"], "blocks.npz"),
        (["check", str(PAGE)], "embedder.int8.onnx"),
        (["verify", "--pairs", "-"], "verifier.int8.onnx"),
    ],
)
def test_a_damaged_model(arguments, model, damaged):
    given = '{"premise": "The dam holds.", "hypothesis": "The dam holds."}'
    ended = subprocess.run(
        [*COMMAND, *arguments], check=False, capture_output=True, text=True, input=given, env=damaged(model)
    )
    assert ended.returncode == 7
    assert "its SHA-256 is" in ended.stdout + ended.stderr


def test_work_shared_out_without_ray(onrecord, workplace, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    ended = onrecord("restore", "--jsonl", "--ray", WIRE, "-o", "out.jsonl")
    assert refused(ended, 2, "onrecord[ray]")
    assert not (workplace / "out.jsonl").exists()
