"""Programs in a text: their lines state nothing, and their strings are nobody's words."""

import pytest

from onrecord.data import Directness
from onrecord.extract import extract
from onrecord.extract.reading.code import is_code
from onrecord.read import read_text
from onrecord.restore import restore


def told(text):
    return extract(restore(read_text(text)))


CODE = [
    'logger.error("Could not reach the pump at Tarn: " + name);',
    'const message = "The dam will be opened at noon";',
    "// According to the plan, the pump starts at noon",
    'if (pump.state === "closed") { return "The pump is closed"; }',
    '"status": "The gate was closed by the operator",',
    '{"speaker": "Renn", "text": "The dam is safe.", "n": 12}',
    '$ echo "The gate is open to everybody"',
    '>>> raise_alarm("The water is rising in the valley")',
    "public static void main(String[] args) {",
    "def close(bridge):",
    '"""The board said the bridge is closed."""',
    "for lorry in queue:",
    "import os",
    "from os import path",
    "SELECT name FROM bridges WHERE closed = 1",
    "<div><br/></div>",
    "});",
]


@pytest.mark.parametrize("line", CODE)
def test_a_line_of_a_program_states_nothing(line):
    assert is_code(line)
    assert [one.text for one in told(f"The quay was closed on Monday.\n\n{line}\n\nThe board met on Friday.")] == [
        "The quay was closed on Monday.",
        "The board met on Friday.",
    ]


PROSE = [
    "Public anger grew on Friday.",
    "Return flights were cancelled; trains ran.",
    "Let them eat, she said.",
    "From Tarn, imports rose 5 percent.",
    "If (and only if) it rains, he goes; else not.",
    "Renn (the mayor) left the hall.",
    "... and then the dam broke, she said.",
    "<b>Tarn</b> — The dam broke on Friday.",
    "for example, he said:",
    "final score: Tarn 3, Kessel 1",
    "“We go on,” said Renn;",
    "1) The bridge is closed (for now).",
    "Import duties rise: the list (long as it is) has 12 goods.",
]


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_program(line):
    assert not is_code(line)


def test_what_stands_between_fences_states_nothing():
    fence = "```\n# The bridge is closed, the board said.\nThe pump starts at noon\n```"
    found = told(f"The board wrote a program on Friday.\n\n{fence}\n\nOlga Renn called it “a mess from top to bottom”.")
    assert [one.text for one in found] == [
        "The board wrote a program on Friday.",
        "Olga Renn called it “a mess from top to bottom”.",
    ]


def test_a_fence_left_open_hides_nothing():
    assert len(told("The quay was closed.\n\n```\n\nThe board met on Friday.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        'The developer wrote print("The bridge is closed to all lorries today") in the log file.',
        'The page had title="We are open for business again" in June, and nobody saw it.',
        'The line alert = "The water is rising in the valley" was never run.',
        'The command `say "we are closed for the whole winter"` was run twice.',
    ],
)
def test_a_string_of_a_program_is_nobodys_words(sentence):
    assert {one.attribution for one in told(sentence)} == {None}


def test_a_quotation_in_brackets_is_one():
    (statement,) = told('Renn ("We are open for business again today," she said) left.')
    assert statement.attribution.directness is Directness.DIRECT
