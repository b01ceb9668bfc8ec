from onrecord import errors
from onrecord.errors import ArchiveFull, InputEmpty, OnrecordError, UsageError
from onrecord.surfaces.status import EXIT_CODES, STATUS, status_of


def tree(kind):
    yield kind
    for below in kind.__subclasses__():
        yield from tree(below)


def test_every_error_has_a_row_of_its_own():
    named = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, OnrecordError)}
    assert named <= {kind for kind, _ in STATUS}
    assert set(tree(OnrecordError)) <= {kind for kind, _ in STATUS}


def test_no_row_hides_one_below_it():
    kinds = [kind for kind, _ in STATUS]
    assert not any(issubclass(below, above) for place, above in enumerate(kinds) for below in kinds[place + 1 :])


def test_every_exit_code_is_explained():
    explained = [code for code, _ in EXIT_CODES]
    assert sorted(set(explained)) == explained
    assert {status.exit for _, status in STATUS} <= set(explained)


def test_codes_come_from_the_table():
    told = {"why": "w", "fix": "f"}
    assert status_of(UsageError("u", **told)) == (2, 400, -32602)
    assert status_of(InputEmpty("i", **told)).exit == 3
    assert status_of(ArchiveFull("a", **told)).http == 507
    assert status_of(ZeroDivisionError()).exit == 70
