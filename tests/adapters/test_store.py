"""What the service keeps: nothing that was accepted is lost, and nothing is kept that should not be."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from onrecord.adapters.store import FILE, STEPS, Store
from onrecord.adapters.store_followed import KeptFollowed
from onrecord.adapters.store_jobs import KeptJobs
from onrecord.adapters.store_notes import KeptNotes
from onrecord.adapters.store_people import KeptDeeds, KeptPeople
from onrecord.adapters.store_told import KeptTelling
from onrecord.data import (
    Deed,
    FollowedKind,
    Job,
    JobKind,
    JobState,
    NoticeKind,
    Quote,
    Request,
    Role,
    Span,
    Target,
    Words,
)
from onrecord.errors import InputMissing, KeyReused, StoreError, UsageError

NOON = datetime(2025, 5, 19, 12, tzinfo=UTC)
REQUEST = Request(about='{"as_of": "2025-05-19"}', body=b"The ferry sails.")


def job(number: int = 1, **known) -> Job:
    made = {"id": f"{number:016x}", "kind": JobKind.CHECK, "title": "Ferry", "by": "ada"}
    return Job(**{**made, "asked_at": NOON + timedelta(seconds=number), **known})


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as opened:
        yield opened


@pytest.fixture
def jobs(store):
    return KeptJobs(store)


def test_a_job_goes_its_way(jobs):
    asked = jobs.accept(job(), REQUEST)
    assert jobs.unfinished() == (asked,)
    assert jobs.request(asked.id) == REQUEST
    begun = jobs.begin(asked)
    assert (begun.state, begun.attempts, jobs.get(asked.id)) == (JobState.RUNNING, 1, begun)
    assert jobs.result(asked.id) is None
    ended = jobs.finish(begun, '{"of": "it"}', ["s1", "s2", "s1"])
    assert jobs.get(asked.id) == ended
    assert jobs.result(asked.id) == '{"of": "it"}'
    assert jobs.unfinished() == ()
    assert jobs.with_statement("s1") == (ended,)
    assert jobs.with_statement("s3") == ()


def test_the_oldest_that_ended_are_forgotten(store, jobs):
    """… with their keys; what has not ended stays, and what somebody wrote a note on."""
    made = [jobs.accept(job(n), REQUEST, key=f"k{n}") for n in range(1, 6)]
    for n, each in enumerate(made[:4], start=1):
        jobs.finish(jobs.begin(each), "{}", [f"s{n}"])
    words = Words(document_id="d", span=Span(start=0, end=3), quote=Quote(exact="The"))
    KeptNotes(store).write("Whose ferry?", by="ada", target=Target(words=words, statement_id="s1", as_of=NOON))
    assert jobs.forget(beyond=2) == 1
    assert [one.id for one in jobs.newest(limit=9)] == [made[n].id for n in (4, 3, 2, 0)]
    assert jobs.with_statement("s2") == ()
    with pytest.raises(InputMissing, match="no job"):
        jobs.get(made[1].id)
    assert jobs.accept(job(9), REQUEST, key="k2").id == job(9).id
    assert jobs.forget(beyond=2) == 0


def test_the_dates_of_jobs_are_those_they_were_asked_for_with(jobs):
    dated, undated = jobs.accept(job(1), REQUEST), jobs.accept(job(2), Request(about="{}"))
    assert jobs.dates([dated, undated]) == {dated.id: date(2025, 5, 19)}


def test_a_job_that_was_left_is_as_it_was(jobs):
    asked = jobs.accept(job(), REQUEST)
    assert jobs.postpone(jobs.begin(asked)) == asked


def test_a_failed_job_says_why(jobs):
    failed = jobs.fail(jobs.begin(jobs.accept(job(), REQUEST)), '{"code": "x"}')
    assert (failed.state, failed.error) == (JobState.FAILED, '{"code": "x"}')
    with pytest.raises(ValueError, match="says why"):
        job(state=JobState.FAILED, ended_at=NOON)
    with pytest.raises(ValueError, match="exactly when"):
        job(state=JobState.DONE)


def test_a_key_asks_once(jobs):
    first = jobs.accept(job(1), REQUEST, key="k")
    assert jobs.accept(job(2), REQUEST, key="k") == first
    assert jobs.newest(limit=10) == (first,)
    with pytest.raises(KeyReused):
        jobs.accept(job(3), Request(about="{}"), key="k")
    other = jobs.accept(job(4, by="bob"), REQUEST, key="k")
    assert other.id != first.id


def test_jobs_are_listed_the_newest_first(jobs):
    made = [jobs.accept(job(number, kind=[JobKind.CHECK, JobKind.BRIEF][number % 2]), REQUEST) for number in range(5)]
    assert jobs.newest(limit=2) == (made[4], made[3])
    assert jobs.newest(limit=10, before=made[2]) == (made[1], made[0])
    assert jobs.newest(limit=10, kind=JobKind.BRIEF) == (made[3], made[1])


def test_no_such_job(jobs):
    with pytest.raises(InputMissing):
        jobs.get("0" * 16)


def test_people_are_known_by_their_tokens_and_tokens_by_nobody(store, tmp_path):
    people = KeptPeople(store)
    token = people.add("ada", Role.CHECK)
    other = people.add("bob", Role.ADMIN)
    assert people.with_token(token).name == "ada"
    assert people.with_token(other).role is Role.ADMIN
    for wrong in ("", "x", token[:-1], token + "x", "ada"):
        assert people.with_token(wrong) is None
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert token.encode() not in held
    with pytest.raises(UsageError, match="cannot be added"):
        people.add("ada", Role.READ)
    people.remove("ada")
    assert people.with_token(token) is None
    assert [one.name for one in people.all()] == ["bob"]
    with pytest.raises(InputMissing):
        people.remove("ada")


@pytest.mark.parametrize("name", ["", " ada", "a\nb", "x" * 81, "\u202eada"])
def test_names_that_cannot_be(store, name):
    with pytest.raises(UsageError):
        KeptPeople(store).add(name, Role.READ)


def test_deeds(store):
    deeds = KeptDeeds(store)
    made = [
        Deed(at=NOON, by="ada", action="POST /api/v1/checks", target=str(n), status=202, request_id="r") for n in "123"
    ]
    for deed in made:
        deeds.note(deed)
    assert deeds.newest(2) == (made[2], made[1])


def test_only_its_owner_reads_the_file(store):
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_what_an_earlier_onrecord_kept_of_what_is_followed_is_there_and_goes_on(tmp_path):
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        for script in STEPS[:2]:  # before anybody was told, and before topics
            connection.executescript(script)
        at = "2025-09-03T12:00:00.000000+00:00"
        connection.execute("INSERT INTO followed (id, words, added_at) VALUES ('s', 'The dam holds', ?)", (at,))
        connection.execute("INSERT INTO alerts (followed, noticed_at, transition) VALUES ('s', ?, '{}')", (at,))
        connection.execute("PRAGMA user_version = 2")
        connection.commit()
    with Store(tmp_path) as store:
        (watch,) = KeptFollowed(store).all()
        assert (watch.followed.words, watch.followed.kind) == ("The dam holds", FollowedKind.STATEMENT)
        (alert,) = KeptFollowed(store).alerts(limit=9)
        assert (alert.followed, alert.notice.kind, alert.notice.shape) == ("s", NoticeKind.TRANSITION, "{}")
        assert KeptTelling(store).deliveries(limit=9) == ()


def test_a_store_of_a_later_onrecord_is_left_alone(tmp_path):
    Store(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path)


def test_what_is_no_store_is_refused_and_left_as_it_is(tmp_path):
    (tmp_path / FILE).write_bytes(b"something else entirely" * 100)
    with pytest.raises(StoreError):
        Store(tmp_path)
    assert (tmp_path / FILE).read_bytes() == b"something else entirely" * 100


def test_one_process_serves_while_others_read_and_write(tmp_path):
    with Store(tmp_path) as store, Store(tmp_path) as other:
        store.serve_alone()
        with pytest.raises(StoreError, match="cannot be served"):
            other.serve_alone()
        KeptPeople(other).add("ada", Role.READ)
        assert [one.name for one in KeptPeople(store).all()] == ["ada"]
    with Store(tmp_path) as store:
        store.serve_alone()


def test_two_processes_keep_in_one_store(store, tmp_path):
    """The command adds people while the service runs."""
    code = (
        "import sys; from pathlib import Path; from onrecord.adapters.store import Store; "
        "from onrecord.adapters.store_people import KeptPeople; from onrecord.data import Role; "
        "KeptPeople(Store(Path(sys.argv[1]))).add('ada', Role.READ)"
    )
    KeptPeople(store).add("bob", Role.READ)
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
    assert [one.name for one in KeptPeople(store).all()] == ["ada", "bob"]
