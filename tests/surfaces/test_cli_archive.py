"""Filling an archive, looking into it, and taking it elsewhere."""

import gzip
import json
import os
import shutil
import signal
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from commandline import INTERRUPTIBLE, PAGE, WIRE, lines

from adapters import buckets
from onrecord.wiring import new_archive

REPORT = "Pier {0} of Port Sorrel stayed shut on Monday. Ferry {0} did not sail, the board said."


def reports(count, first=0):
    made = ({"id": f"r{n}", "text": REPORT.format(n), "published": "2025-05-19"} for n in range(first, first + count))
    return "".join(json.dumps(report) + "\n" for report in made)


def counts(ended):
    shape = json.loads(ended.stdout)
    return {name: shape[name] for name in ("read", "new", "held", "refused")}


def test_what_is_there_is_passed_over(onrecord, workplace):
    (workplace / "wire.jsonl").write_text(reports(3), encoding="utf-8")
    first = onrecord("add", "wire.jsonl", "--archive", "a", "--json")
    assert counts(first) == {"read": 3, "new": 3, "held": 0, "refused": 0}
    again = onrecord(
        "add", "-", "wire.jsonl", "--archive", "a", "--json", given=reports(1, first=2) + reports(1, first=3)
    )
    assert counts(again) == {"read": 5, "new": 1, "held": 4, "refused": 0}
    assert (
        "5 documents read: 0 new, 5 there already"
        in onrecord("add", "-", "--archive", "a", given=reports(4) + reports(1)).stdout
    )


def test_the_archive_is_found_where_the_settings_say(onrecord, workplace):
    (workplace / "onrecord.toml").write_text("archive = 'ours'\n", encoding="utf-8")
    onrecord("add", "-", given=reports(1))
    assert json.loads(onrecord("archive", "stats", "--json").stdout)["documents"] == 1
    assert (workplace / "ours").is_dir()
    assert json.loads(onrecord("find", "ferry", "--json").stdout)["hits"]


def test_what_cannot_be_read_is_named_and_the_rest_is_added(onrecord, workplace):
    (workplace / "broken.jsonl").write_text(reports(2) + "broken\n", encoding="utf-8")
    (workplace / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (workplace / "good.jsonl").write_text(reports(2, first=5), encoding="utf-8")
    ended = onrecord("add", "broken.jsonl", "picture.txt", "none.txt", "good.jsonl", "--archive", "a", "--json")
    assert ended.exit_code == 6
    assert counts(ended) == {"read": 4, "new": 4, "held": 0, "refused": 3}
    for named in ("broken.jsonl, line 3", "picture.txt is no text", "none.txt cannot be read"):
        assert named in ended.stderr


def test_documents_that_nobody_dates_are_counted_and_take_the_date_given(onrecord, workplace):
    (workplace / "wire.jsonl").write_text(reports(2), encoding="utf-8")
    (workplace / "pier.txt").write_text(f"Pier shut\n\n{REPORT.format(9)}\n", encoding="utf-8")
    told = "1 without a date of publication, which no verdict or brief rests on; try --published DATE\n"
    ended = onrecord("add", "pier.txt", "wire.jsonl", "--archive", "a", "--json")
    assert told in ended.stderr
    assert counts(ended) == {"read": 3, "new": 3, "held": 0, "refused": 0}
    assert told not in onrecord("add", "wire.jsonl", "--archive", "a").stderr
    assert onrecord("add", "pier.txt", "--archive", "a", "-q").stderr == ""
    given = onrecord("add", "pier.txt", "wire.jsonl", "--archive", "b", "--published", "2025-06-03")
    assert told not in given.stderr
    dates = [json.loads(line)["published"] for line in onrecord("export", "--archive", "b").stdout.splitlines()]
    assert sorted(dates) == ["2025-05-19", "2025-05-19", "2025-06-03"]


def test_documents_that_are_dated_in_the_future_are_counted(onrecord, workplace):
    line = json.loads(reports(1).splitlines()[0])
    dates = (datetime.now(UTC).date() + timedelta(days) for days in (-1, 0, 1, 2, 400))
    lines = [
        json.dumps({**line, "id": f"r{k}", "text": REPORT.format(k), "published": f"{day}"})
        for k, day in enumerate(dates)
    ]
    (workplace / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ended = onrecord("add", "wire.jsonl", "--archive", "a", "--json")
    assert ended.exit_code == 0
    assert counts(ended) == {"read": 5, "new": 5, "held": 0, "refused": 0}
    assert "2 dated in the future, which no verdict or brief rests on until then\n" in ended.stderr
    assert "future" not in onrecord("add", "-", "--archive", "b", given=lines[2]).stderr


def test_a_page_and_a_folder_are_added(onrecord, workplace):
    shutil.copytree(PAGE.parent / "pages", workplace / "pages")
    ended = onrecord("add", PAGE, "pages", "--archive", "a", "--json")
    assert ended.exit_code == 0
    assert counts(ended)["new"] > 1


def test_a_person_overrules_an_origin(onrecord, workplace):
    onrecord("add", "-", "--archive", "a", given=reports(2))
    why = ("--by", "Ana Petrov", "--reason", "one release", "--archive", "a")
    assert onrecord("archive", "rulings", "--archive", "a").stdout == "nothing was ruled\n"
    assert "are of one origin, ruled Ana Petrov" in onrecord("archive", "rule", "r0", "r1", "together", *why).stdout
    found = json.loads(onrecord("find", "ferry", "--archive", "a", "--json").stdout)["hits"]
    assert {hit["rulings"][0]["reason"] for hit in found} == {"one release"}
    assert len({hit["origin"] for hit in found}) == 1
    onrecord("archive", "rule", "r1", "r0", "undo", *why)
    kept = json.loads(onrecord("archive", "rulings", "--archive", "a", "--json").stdout)["rulings"]
    assert [each["together"] for each in kept] == [True, None]
    assert onrecord("archive", "rule", "r0", "r0", "apart", *why).exit_code == 2
    assert onrecord("archive", "backup", "a.tar", "--archive", "a").exit_code == 0
    assert onrecord("archive", "restore", "a.tar", "--archive", "b").exit_code == 0
    assert (
        onrecord("archive", "rulings", "--archive", "b").stdout
        == onrecord("archive", "rulings", "--archive", "a").stdout
    )


def test_documents_are_deleted_for_good(onrecord, workplace):
    onrecord("add", "-", "--archive", "a", given=reports(3))
    shown = json.loads(onrecord("archive", "show", "r1", "--archive", "a", "--json").stdout)
    looked = onrecord("archive", "delete", "r1", "--dry-run", "--archive", "a", "--json")
    assert json.loads(looked.stdout)["would_delete"] == [shown["id"]]
    unasked = onrecord("archive", "delete", "r1", "--archive", "a")
    assert (unasked.exit_code, "--yes" in unasked.stderr) == (2, True)
    assert onrecord("archive", "delete", "r1", "r9", "--yes", "--archive", "a").exit_code == 3
    assert json.loads(onrecord("archive", "stats", "--archive", "a", "--json").stdout)["documents"] == 3
    done = onrecord("archive", "delete", "r1", shown["id"][:8], "--yes", "--archive", "a")
    assert "1 document deleted; backups made before hold them still" in done.stdout
    assert onrecord("archive", "show", "r1", "--archive", "a").exit_code == 3
    assert "2 documents, all as they were written" in onrecord("archive", "verify", "--archive", "a").stdout


def test_stopped_in_the_middle_it_keeps_what_it_stored(onrecord, workplace):
    command = [*INTERRUPTIBLE, "add", "-", "--archive", "a"]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    running.stdin.write(reports(64).encode())
    running.stdin.flush()
    while not any((workplace / "a").glob("*.lance/_versions/*")):
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    running.stdin.close()
    told = running.stderr.read().decode()
    assert (running.wait(), running.stdout.read()) == (130, b"")
    assert "the same command goes on from there" in told
    running.stdout.close()
    running.stderr.close()
    resumed = counts(onrecord("add", "-", "--archive", "a", "--json", given=reports(70)))
    assert (resumed["read"], resumed["new"] + resumed["held"]) == (70, 70)
    assert "70 documents" in onrecord("archive", "verify", "--archive", "a").stdout


def test_a_second_writer_is_told_before_it_reads(onrecord, workplace):
    onrecord("add", "-", "--archive", "a", given=reports(1))
    with new_archive(workplace / "a"):
        ended = onrecord("add", "missing.jsonl", "--archive", "a")
        assert ended.exit_code == 4
        assert f"process {os.getpid()} is writing to it" in ended.stderr
        assert "missing.jsonl" not in ended.stderr
        assert "1 documents" in onrecord("archive", "verify", "--archive", "a").stdout
    assert onrecord("add", "-", "--archive", "a", given=reports(2)).exit_code == 0


@pytest.mark.parametrize("name", ["wire.jsonl", "wire.jsonl.gz"])
def test_what_is_exported_is_read_back(name, onrecord, wire):
    assert onrecord("export", "--archive", wire, "-o", name).exit_code == 0
    assert onrecord("add", name, "--archive", "copy").exit_code == 0
    ours, theirs = (onrecord("export", "--archive", folder).stdout for folder in (wire, "copy"))
    assert ours == theirs
    stats = (json.loads(onrecord("archive", "stats", "--archive", at, "--json").stdout) for at in (wire, "copy"))
    assert len({one["revision"].partition("-")[2] for one in stats}) == 1
    exported = {record["id"] for record in lines(ours)}
    assert exported == {record["id"] for record in lines(WIRE.read_text(encoding="utf-8"))}


def test_the_same_export_has_the_same_bytes(onrecord, wire, workplace):
    for name in ("one.gz", "two.gz"):
        onrecord("export", "--archive", wire, "-o", name)
    assert (workplace / "one.gz").read_bytes() == (workplace / "two.gz").read_bytes()
    assert gzip.decompress((workplace / "one.gz").read_bytes()).decode().count("\n") == 60


def test_documents_are_listed_by_date(onrecord, wire):
    shape = json.loads(onrecord("archive", "list", "--archive", wire, "--json").stdout)
    dates = [document["published_at"] for document in shape["documents"]]
    assert len(dates) == 60
    assert dates == sorted(dates, key=lambda date: date[:10] if date else "undated")
    assert "text" not in shape["documents"][0]
    shown = onrecord("archive", "list", "--archive", wire, "--limit", 2).stdout.splitlines()
    assert [line.split()[0] for line in shown] == dates[:2]


def test_one_name_for_several_documents_is_refused(onrecord):
    twice = '{"id": "same", "text": "The dam holds."}\n{"id": "same", "text": "The dam has failed."}\n'
    onrecord("add", "-", "--archive", "a", given=twice)
    ended = onrecord("archive", "show", "same", "--archive", "a")
    assert ended.exit_code == 2
    assert "names 2 documents" in ended.stderr


def test_a_document_is_shown_with_its_text(onrecord, wire):
    record = lines(WIRE.read_text(encoding="utf-8"))[0]
    shown = onrecord("archive", "show", record["id"], "--archive", wire).stdout
    assert record["title"] in shown
    assert record["text"].split(".")[0][:60] in shown


def test_an_archive_is_compacted_and_verified(onrecord, wire, workplace):
    shutil.copytree(wire, workplace / "copy")
    before = onrecord("find", "dam", "--archive", "copy", "--as-of", "2025-09-30", "--json").stdout
    assert onrecord("archive", "compact", "--archive", "copy").exit_code == 0
    assert onrecord("archive", "verify", "--archive", "copy").stdout == "60 documents, all as they were written\n"
    assert onrecord("find", "dam", "--archive", "copy", "--as-of", "2025-09-30", "--json").stdout == before


def test_an_archive_in_a_bucket(onrecord, workplace):
    address = buckets.fresh()
    assert counts(onrecord("add", "-", "--archive", address, "--json", given=reports(3)))["new"] == 3
    assert json.loads(onrecord("find", "ferry", "--json", ONRECORD_ARCHIVE=address).stdout)["hits"]
    checked = onrecord("check", PAGE, "--as-of", "2025-09-30", "--archive", address, "--json")
    assert json.loads(checked.stdout)["run"]["archive_revision"].startswith("v")
    assert "3 documents, all as they were written" in onrecord("archive", "verify", "--archive", address).stdout
    doctor = onrecord("doctor", "--archive", address)
    assert (doctor.exit_code, f"none of this machine holds {address}" in doctor.stdout) == (0, True)
    assert list(workplace.glob("s3*")) == []


@pytest.mark.parametrize("option", [("--service", "s3://news/a"), ("--archive", "https://tribune.example/a")])
def test_an_address_is_no_folder(option, onrecord, workplace):
    ended = onrecord("serve", *option)
    assert ended.exit_code == 2
    assert f"{option[0][2:]} cannot be" in ended.stderr
    assert not list(workplace.glob("*:"))
