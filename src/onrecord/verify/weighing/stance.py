"""Which way words of the record stand to a statement, by what the comparison named and the model makes of it."""

from __future__ import annotations

from onrecord.data import Judgement, ReasonCode, Stance, Statement, StatementKind
from onrecord.verify.comparing.compare import Comparison
from onrecord.verify.weighing.thresholds import REFUTED, SUPPORTED, SUPPORTED_UNNAMED

ONE_THING = 0.6
"""Least share of a statement that the record must have, clashes aside, to speak of the same thing."""
ON_TOPIC = 0.4
"""Least share of a statement that words of a document must have for the document to be on its topic."""
NEARLY_ALL = 0.9
"""Share of a statement that the record must have to say it in the same words."""
_FEW, _SURE = 3, 0.85
"""Words of a statement beside its names that are few, and how likely a model alone must find one with so few."""
_OPEN = 0.5
"""How likely a model alone must not find that words without name and figure are left open."""
_LONE_OPEN = 0.25
"""The same, of one word beside names: it may be of another phrase."""
_ENOUGH, _ENOUGH_AROUND, _ENOUGH_UNNAMED = 0.4, 0.6, 0.7
"""Least share of a statement that the record must have to bear it out, however alike the two are to a model, where it
has a name of it, where all its names stand around, and where it has none."""
_BY_ITSELF = 0.41
"""Least share that the quoted words must have by themselves, whatever names stand around them. Of 75 statements of 125
news pages that were on record in other words five had less, and none of these was so."""


_CLEAR = 0.8
"""How likely a model by itself must find words that share less than that with a statement to bear it out."""
_ENOUGH_CLEAR, _ENOUGH_AROUND_CLEAR = 0.2, 0.4
"""Least share then, where the record has a name of the statement, and where all of them stand around, or those of its
text if it names nobody itself."""


def may_speak(statement: Statement, comparison: Comparison, *, own: bool) -> bool:
    """Say whether words of the record can be more than silent on a statement, whatever a model makes of the two."""
    in_office = any(reason.code is ReasonCode.ROLE_DIFFERS for reason in comparison.clashes)
    one_thing = comparison.same >= ONE_THING
    counted = _counted(statement, comparison)
    return one_thing or (own and in_office) or bears_out(comparison, counted=counted, clear=True)


def score_of(stance: Stance, judged: Judgement) -> float:
    """Return how sure the stance is; a refutation given that both speak of one thing, which it takes."""
    if stance is Stance.REFUTES:
        return judged.refutes / (judged.refutes + judged.supports)
    return judged.supports if stance is Stance.SUPPORTS else judged.neutral


def stance_of(statement: Statement, comparison: Comparison, judged: Judgement, *, read: Judgement, own: bool) -> Stance:
    """Return the stance of words of the record, or of the page itself (``own``), to a statement.

    ``judged`` is what the model and the comparison make of the two together, ``read`` what the model makes of them
    alone.
    """
    codes = {reason.code for reason in comparison.clashes}
    in_office = ReasonCode.ROLE_DIFFERS in codes
    if own and in_office:
        return Stance.REFUTES
    counted = _counted(statement, comparison)
    # A government's word on who is in office is on record as theirs too.
    of_office = in_office and statement.kind is StatementKind.STATE
    if contradicts(comparison, counted=counted or (of_office and comparison.voice.counts), of_office=of_office):
        sure = of_office or comparison.answered or judged.refutes >= REFUTED
        return Stance.REFUTES if sure else Stance.NEUTRAL
    # What was pasted into a page speaks of what the page speaks of: there the likeliest reading will do.
    least = SUPPORTED if comparison.named else SUPPORTED_UNNAMED
    likeliest = judged.supports > max(judged.refutes, judged.neutral)
    enough = likeliest and (own or (judged.supports >= least and reads_so(read, comparison)))
    borne_out = bears_out(comparison, counted=counted, clear=read.supports >= _CLEAR)
    return Stance.SUPPORTS if borne_out and enough else Stance.NEUTRAL


def _counted(statement: Statement, comparison: Comparison) -> bool:
    """Say whether words are a count that somebody counts, which is on record as theirs.

    Other words of somebody are only somebody's.
    """
    return comparison.voice.counts and statement.kind is StatementKind.FIGURE


def contradicts(comparison: Comparison, *, counted: bool = False, of_office: bool = False) -> bool:
    """Say whether a named difference holds words of the record against a statement about the same thing.

    Another day or another name contradicts nothing: what happened then, or to them, is another thing. Nor does a
    title in passing, unless the statement is of the office.
    """
    codes = {reason.code for reason in comparison.clashes}
    grounds = bool(codes & {ReasonCode.NUMBER_DIFFERS, ReasonCode.NEGATED}) or of_office
    heard = comparison.voice.denial or (grounds and (counted or comparison.voice.caveat is None))
    one_thing = comparison.same >= ONE_THING and not (comparison.absent or comparison.doubt or comparison.hedged)
    another = codes & {ReasonCode.DATE_DIFFERS, ReasonCode.ENTITY_DIFFERS}
    return bool(heard) and one_thing and not another


def reads_so(read: Judgement, comparison: Comparison) -> bool:
    """Say whether a model by itself rather has words of the record bear a statement out than leave it open.

    That most words are shared does not take the place of reading, unless nearly all are. Of 122 statements of 295 news
    pages that were on record in other words, a model alone left 24 open, and 17 of these were not so. Where there are
    few words beside the names, one that the record does not have may be all that is said: of 32 such, 10 of the 19 of
    which the model was less sure were not so, or not all of it. What has neither a name nor a figure may have all of
    its words in a sentence of something else ("History was made in blue states"), and so may one word beside a name
    ("has much catching up to do", "catches the eye").
    """
    few = comparison.told <= _FEW
    told = comparison.named or comparison.around or comparison.counts or read.neutral < _OPEN
    told = told and (comparison.verbatim or comparison.told > 1 or comparison.counts or read.neutral < _LONE_OPEN)
    alike = comparison.shared >= NEARLY_ALL and told
    return bool(alike) or read.supports > (_SURE if few else read.neutral)


def bears_out(comparison: Comparison, *, counted: bool = False, clear: bool = False) -> bool:
    """Say whether nothing keeps words of the record from bearing a statement out.

    They may share less with it where to a model by itself they do so clearly (``clear``), and a name is met.
    """
    differs = comparison.clashes or comparison.missing or comparison.doubt
    own_words = counted or comparison.voice.caveat is None
    least = _ENOUGH if comparison.named else _ENOUGH_AROUND if comparison.around else _ENOUGH_UNNAMED
    enough = comparison.shared >= least and comparison.same >= _BY_ITSELF
    if clear and (comparison.named or comparison.around or comparison.matter):
        least = _ENOUGH_CLEAR if comparison.named else _ENOUGH_AROUND_CLEAR
        enough = enough or min(comparison.shared, comparison.same) >= least
    return enough and own_words and not differs
