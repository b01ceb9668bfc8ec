"""Results to standard output, all else to standard error, whatever either is connected to."""

import json
import os
import pty
import signal
import subprocess

import pytest
from commandline import COMMAND, INTERRUPTIBLE, PAGE, WIRE, environment

SAYING = "The dam at Orlo Gorge holds, the board said on Monday.\n"


def process(*arguments, **options):
    return subprocess.run([*COMMAND, *map(str, arguments)], check=False, capture_output=True, **options)


def before_a_terminal(*arguments, **changed):
    """Run a command whose three streams are a terminal; return what it showed and its exit code."""
    variables = environment(**{"TERM": "xterm-256color", **changed})
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(COMMAND[0], [*COMMAND, *map(str, arguments)], variables)
    shown = b""
    while chunk := chunk_of(terminal):
        shown += chunk
    os.close(terminal)
    return shown.decode("utf-8"), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def chunk_of(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side has closed
        return b""


def test_a_pipe_is_read_where_no_file_is_named(onrecord):
    assert json.loads(onrecord("restore", "--json", given=SAYING).stdout)["restored"] == SAYING
    assert onrecord("restore", "-", "--json", given=SAYING).stdout == onrecord("restore", "--json", given=SAYING).stdout


def test_before_a_terminal_with_nothing_to_read_there_is_help():
    shown, code = before_a_terminal("restore")
    assert code == 2
    assert "Usage: onrecord restore" in shown


def test_statements_are_input_enough_before_a_terminal(workplace):
    (workplace / "s.jsonl").write_text('{"id": "one", "text": "The dam holds."}\n', encoding="utf-8")
    shown, code = before_a_terminal("check", "--statements", "s.jsonl", "--jsonl")
    assert code == 0
    assert '{"id": "one"' in shown


def test_who_watches_a_check_sees_how_far_it_is(workplace):
    (workplace / "page.txt").write_text(SAYING * 2, encoding="utf-8")
    shown, code = before_a_terminal("check", "page.txt")
    assert code == 0
    assert "statements judged" in shown
    assert "statements judged" not in before_a_terminal("check", "page.txt", "-q")[0]
    assert process("check", "page.txt").stderr == b""


@pytest.mark.parametrize("command", ["restore", "statements"])
def test_who_watches_a_page_being_read_sees_that_it_is(workplace, command):
    (workplace / "page.txt").write_text(SAYING * 2, encoding="utf-8")
    reading = f"reading {len(SAYING * 2):,} characters"
    shown, code = before_a_terminal(command, "page.txt")
    assert code == 0
    assert reading in shown
    assert reading not in before_a_terminal(command, "page.txt", "-q")[0]
    assert process(command, "page.txt").stderr == b""


def test_a_command_without_arguments_shows_help(onrecord):
    for path in ((), ("archive",), ("config",)):
        ended = onrecord(*path)
        assert ended.exit_code == 2
        assert "Commands:" in ended.stderr


def test_a_file_is_written_whole_and_not_over_another(onrecord, workplace):
    out = workplace / "out.json"
    assert onrecord("restore", PAGE, "--json", "-o", out).stdout == ""
    first = out.read_text(encoding="utf-8")
    assert json.loads(first)["restored"]
    ended = onrecord("statements", PAGE, "--json", "-o", out)
    assert ended.exit_code == 8
    assert "it is there already" in ended.stderr
    assert out.read_text(encoding="utf-8") == first
    assert onrecord("statements", PAGE, "--json", "-o", out, "-f").exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["statements"]
    assert [path.name for path in workplace.glob("*out*")] + [*workplace.glob(".*")] == ["out.json"]


@pytest.mark.parametrize("place", ["none/out.json", "."])
def test_a_place_that_cannot_be_written_is_refused_before_the_work(place, onrecord):
    ended = onrecord("restore", "missing.txt", "-o", place)
    assert ended.exit_code == 8


def test_a_page_of_html_is_written_beside_what_is_printed(onrecord, workplace):
    ended = onrecord("check", PAGE, "--as-of", "2025-09-30", "--html", workplace / "report.html")
    assert "Premier holds direct talks" in ended.stdout
    page = (workplace / "report.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert onrecord("check", PAGE, "--html", workplace / "report.html").exit_code == 8


@pytest.mark.parametrize("form", [(), ("--md",), ("--json",)])
def test_people_and_programs_are_told_the_as_of(form, onrecord):
    ended = onrecord("check", PAGE, "--as-of", "2025-09-30", *form)
    assert ended.exit_code == 0
    assert "2025-09-30" in ended.stdout or "30 September 2025" in ended.stdout


def test_colour_only_where_it_is_wanted(onrecord):
    def colored(*flags, **variables):
        return "\x1b[" in onrecord("restore", PAGE, *flags, **variables).stdout

    assert not colored()
    assert colored("--color", "always")
    assert colored(FORCE_COLOR="1")
    assert not colored(FORCE_COLOR="1", NO_COLOR="1")
    assert not colored("--no-color", FORCE_COLOR="1")
    assert not colored("--color", "never", FORCE_COLOR="1")
    assert colored(ONRECORD_COLOR="always")
    assert not colored(ONRECORD_COLOR="never", FORCE_COLOR="1")


def test_a_terminal_is_shown_colours_unless_it_has_none():
    shown, code = before_a_terminal("restore", PAGE)
    assert code == 0
    assert "\x1b[" in shown
    plain, _ = before_a_terminal("restore", PAGE, TERM="dumb")
    assert "\x1b[" not in plain


def test_options_of_every_command_stand_before_or_after_its_name(onrecord):
    before = onrecord("--color", "always", "restore", PAGE)
    assert before.stdout == onrecord("restore", PAGE, "--color", "always").stdout


def test_utf8_leaves_whatever_the_locale_says():
    ascii_only = environment(LC_ALL="C", PYTHONIOENCODING="ascii")
    ended = process("restore", "--json", input="Une phrase à lire.\n".encode(), env=ascii_only)
    assert "à" in ended.stdout.decode("utf-8")


def test_whoever_reads_the_output_may_stop():
    command = subprocess.Popen([*COMMAND, "config", "show"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    command.stdout.close()
    assert command.stderr.read() == b""
    assert command.wait() == 141
    command.stderr.close()


@pytest.mark.parametrize("arguments", [("config", "show"), ("--help",)])
def test_output_that_cannot_be_written_is_an_error(arguments):
    with open("/dev/full", "wb") as full:
        ended = subprocess.run([*COMMAND, *arguments], check=False, stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 8
    assert b"No space left" in ended.stderr


@pytest.mark.parametrize("arguments", [("config", "show"), ("--help",)])
def test_output_that_is_closed_is_refused(arguments):
    ended = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *COMMAND, *arguments], check=False, stderr=subprocess.PIPE)
    assert ended.returncode == 8
    assert ended.stderr.decode().splitlines()[:2] == ["Error: standard output cannot be written", "  why: it is closed"]
    assert b"Traceback" not in ended.stderr


def test_a_closed_input_is_an_empty_one_and_nobody_need_hear_what_is_told():
    ended = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *COMMAND, "restore"], check=False, capture_output=True)
    assert (ended.returncode, b"standard input is empty" in ended.stderr) == (3, True)
    ended = subprocess.run(["sh", "-c", '"$@" 2>&-', "sh", *COMMAND, "restore", "none"], check=False)
    assert ended.returncode == 3


def test_ctrl_c_says_what_was_kept():
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    buffered = environment(PYTHONUNBUFFERED="")
    command = subprocess.Popen([*INTERRUPTIBLE, "restore", "--jsonl", "-"], env=buffered, **streams)
    command.stdin.write(b'{"id": 1, "text": "The dam holds."}\n')
    command.stdin.flush()
    answer = command.stdout.readline()
    command.send_signal(signal.SIGINT)
    rest, told = command.communicate()
    assert (json.loads(answer)["id"], rest, command.returncode) == (1, b"", 130)
    assert b"1 of the lines are answered" in told


def test_a_long_run_shows_a_bar_before_a_terminal(workplace):
    shown, code = before_a_terminal("add", WIRE, "--archive", workplace / "archive")
    assert code == 0
    assert "documents read" in shown
    assert "\x1b[?25l" in shown  # the cursor is hidden while the bar moves


def test_quiet_leaves_results_and_errors(onrecord):
    given = '{"id": 1, "text": "The dam holds."}\nnothing\n'
    loud, quiet = (onrecord("restore", "--jsonl", "-", *flags, given=given) for flags in ((), ("-q",)))
    assert quiet.stdout == loud.stdout
    assert quiet.stderr == ""
    assert "1 of 2 lines" in loud.stderr
    assert quiet.exit_code == loud.exit_code == 6


def test_verbose_says_what_is_worked_with(onrecord, wire):
    assert onrecord("find", "dam", "--archive", wire).stderr == ""
    assert f"archive {wire}, revision v" in onrecord("find", "dam", "--archive", wire, "-v").stderr


def test_close_names_are_suggested(onrecord):
    ended = onrecord("chekc", PAGE)
    assert ended.exit_code == 2
    assert "try: onrecord check" in ended.stderr
    assert "--json" in onrecord("check", "--josn").stderr


def test_an_error_has_three_lines_and_a_traceback_only_on_demand(onrecord):
    ended = onrecord("restore", "missing.txt")
    assert [line.split()[0] for line in ended.stderr.splitlines()] == ["Error:", "why:", "try:"]
    assert len(onrecord("archive", "rule", "a", "b").stderr.splitlines()) == 3
    assert "Traceback" in onrecord("restore", "missing.txt", "--debug").stderr
    assert "Traceback" in onrecord("--debug", "restore", "missing.txt").stderr


def test_an_error_of_our_own_names_a_report_without_the_text(onrecord, workplace, monkeypatch):
    def fail(page):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("onrecord.engine.restore", fail)
    monkeypatch.setattr("tempfile.tempdir", None)
    ended = onrecord("restore", given=SAYING)
    assert ended.exit_code == 70
    assert len(ended.stderr.splitlines()) == 3
    (report,) = (workplace / "TMPDIR").glob("onrecord-report-*.txt")
    assert str(report) in ended.stderr
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert "Orlo" not in report.read_text(encoding="utf-8")
