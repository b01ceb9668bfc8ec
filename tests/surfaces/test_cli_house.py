"""Looking after the installation."""

import json

from onrecord.settings import TABLE


def findings(ended):
    return {found["name"]: found for found in json.loads(ended.stdout)["findings"]}


def test_doctor_finds_all_in_order(onrecord, wire):
    ended = onrecord("doctor", "--archive", wire, "--json")
    found = findings(ended)
    assert ended.exit_code == 0
    assert all(one["ok"] for one in found.values())
    assert "60 documents" in found["archive"]["words"]
    assert "SHA-256" in found["models"]["words"]
    assert "ok    models:" in onrecord("doctor", "--archive", wire).stdout


def test_doctor_does_not_mind_that_nothing_was_added_yet(onrecord):
    ended = onrecord("doctor", "--json")
    assert ended.exit_code == 0
    assert "nothing in" in findings(ended)["archive"]["words"]


def test_doctor_ends_with_the_code_of_what_is_wrong(onrecord, workplace):
    (workplace / "a").mkdir()
    (workplace / "a" / "archive.json").write_text('{"format": 999}', encoding="utf-8")
    ended = onrecord("doctor", "--archive", "a")
    assert ended.exit_code == 4
    assert "FAIL  archive:" in ended.stdout
    assert "ok    models:" in ended.stdout


def test_doctor_warns_of_a_disk_that_fills_up(onrecord, monkeypatch):
    monkeypatch.setattr("onrecord.surfaces.cli.house.ROOM", 1 << 80)
    ended = onrecord("doctor", "--json")
    assert ended.exit_code == 4
    assert "free some space" in findings(ended)["disk"]["words"]


def test_config_shows_every_setting_and_where_it_is_from(onrecord, workplace):
    (workplace / "onrecord.toml").write_text("threads = 1\n", encoding="utf-8")
    shown = json.loads(onrecord("config", "show", "--json", ONRECORD_COLOR="never").stdout)["settings"]
    assert list(shown) == [row.name for row in TABLE]
    assert shown["threads"] == {"value": 1, "origin": str(workplace / "onrecord.toml")}
    assert shown["color"] == {"value": "never", "origin": "environment ONRECORD_COLOR"}
    words = onrecord("config", "show", "--origin").stdout
    assert f"threads = 1  # threads the models may use; from: {workplace / 'onrecord.toml'}" in words


def test_config_path_says_which_files_there_are(onrecord, workplace):
    (workplace / "onrecord.toml").write_text("threads = 1\n", encoding="utf-8")
    user, project = onrecord("config", "path").stdout.splitlines()
    assert user.endswith("(not there)")
    assert project == str(workplace / "onrecord.toml")


def test_a_setting_that_cannot_be_used_stops_every_command(onrecord, workplace):
    (workplace / "onrecord.toml").write_text("treads = 1\n", encoding="utf-8")
    ended = onrecord("find", "dam")
    assert ended.exit_code == 2
    assert "write 'threads'" in ended.stderr
