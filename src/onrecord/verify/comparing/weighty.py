"""Deeds that no report leaves to be guessed: who applied, was hurt, was arrested, apologised, or refused.

Where neither the verb nor any other word for it or for what it takes stands in the record, the record has none of it,
however much else of the statement it has.
"""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, root

_FAMILIES = """
    apply: application request ask seek sought bid file submit enter candidate
    apologise: apology apologise sorry regret forgive pardon
    regret: sorry apology wish mistake rue repent
    challenge: appeal contest sue dispute object fight question complain against
    ask: request demand call want seek sought urge beg appeal petition apply question wonder invite wish told let
        may
    help: assist aid support together join rescue contribute save service volunteer hand thanks enable let led
        bring by
    attack: assault storm raid hit struck beat beaten fight fought clash shell bomb shot fire blast drone missile
        violence criticise accuse condemn blame ambush invade strike stab set
    secure: obtain receive got get won win raise land agree clinch guarantee lock arrange find found earn
    order: instruct command direct told tell decree demand require rule must request bid buy sign contract had
    injure: injury hurt wound hospital casualty burn broke broken break fracture bitten bite stab shot fell lost
        harm bruise concussion maim strain tore torn ambulance treat blood hit victim cut knock tear
    damage: destroy wreck harm broke broken crack collapse burn flood ruin tore torn dent hit fire wound toll
        spoil hole devastate sank crush batter cost burst smash scar shatter
    negotiate: talk bargain mediate agree deal discuss haggle settle
    arrest: detain custody held hold seize jail caught catch cuff suspect police nab round picked charge
    charge: indict accuse count prosecute trial court suspect allege face try price fee cost pay bill plead
    teach: lecture professor school class train coach tutor lesson pupil instruct
    plan: intend aim will propose want prepare schedule due hope expect consider to draft would next announce
    promise: pledge vow will commit undertake guarantee assure would swear swore offer
    refuse: reject decline deny no not turn without never unwilling resist rebuff bar fail
    warn: caution alert threat threaten fear danger alarm predict risk could say said
    copy: imitate plagiarise duplicate steal stole reproduce ape borrow clone lookalike forge
    sue: court lawsuit claim damages case complain lawyer file litigate action
    halt: suspend stop pause interrupt bar ban adjourn prevent block off cancel close shut break broke broken
        still standstill ground end cease
    burn: fire blaze flame arson torch set ablaze alight scorch smoulder
    melt: thaw warm retreat
    command: lead led captain head charge order commander general admiral
    survive: alive rescue save escape live outlive pull spare last remain keep
    escape: flee avoid survive free break run save spare avert slip dodge
    suffocate: asphyxiate oxygen air choke smother breath
    poison: toxic contaminate ill sick vomit venom lead arsenic
    disinfect: clean cleanse sterilise wash
    resign: quit step stand stood leave left retire dismiss out down depart go
    marry: wed wife husband bride spouse couple
    deny: reject no not dismiss refute dispute nothing never none untrue false without
    criticise: criticism attack condemn blame accuse slam complain object rebuke call censure deplore denounce
        scold fault
    praise: hail laud applaud welcome credit thank commend compliment congratulate call best
    sign: agree join seal ink contract deal name conclude treaty complete put
    approve: back pass adopt accept agree green yes endorse vote clear consent permit support grant favour confirm
        ratify allow decide
    donate: donation give gave given gift raise fund pay paid hand
    steal: stole stolen theft rob robbery loot burglary burgle take took taken snatch swipe shoplift raid missing
    explode: explosion blast blow blew blown bomb burst detonate
    crash: collide hit struck ran smash overturn fell derail plunge plough came
    thank: thanks grateful gratitude
    invite: invitation guest call ask
    renovate: refurbish restore rebuild repair overhaul modernise redo
    expel: expulsion throw threw thrown send sent banish exclude out order leave deport
    vaccinate: jab dose inoculate shot
    kidnap: abduct seize hostage take took taken captive snatch
    investigate: investigation probe inquiry examine look study
    interrogate: question ask interview quiz
    inherit: left will heir estate bequeath
    inspect: inspection check examine survey visit test look
    borrow: loan lend lent debt credit
    hire: recruit employ take took taken on appoint job name sign new
    threaten: threat warn menace would
    bribe: bribery pay paid money gift corrupt corruption
    write: wrote written author pen book novel draft compose letter poem publish column post message email note text
        sign story essay script diary paper tale by pseudonym
    accept: acceptance agree approve take took taken adopt welcome bow consent yes back vote endorse receive admit
        give gave given concede allow let satisfied happy
    uphold: upheld confirm reject dismiss back stand stood support affirm maintain leave left keep kept let remain
        refuse side
    unload: discharge land offload bring brought put disembark empty deliver come came ashore
    plant: place put lay laid set sow tree seed grow grew hid hide left
    relegate: relegation demote drop bottom descend down
    score: goal net head point strike struck convert penalty winner equaliser try tries hat brace level tie tied run
    dedicate: dedication honour tribute memory devote inscribe name
    overturn: reverse quash annul reject cancel strike struck throw threw capsize upset lift roll tip
    evacuate: evacuation leave left flee fled move clear bring brought take took taken out shelter rescue
    demolish: demolition tear tore torn pull down raze knock level destroy bulldoze wipe out burn gut flatten blow flood
        ruin lost sweep swept wash wreck crush blaze fire gone
    abandon: give gave given drop scrap leave left end halt stop quit shelve cancel ditch desert call off
    recruit: hire take took taken on enlist join appoint sign employ staff
    nationalise: nationalisation state take took taken government buy public
    deliver: delivery hand supply bring brought ship send sent give gave given arrive take took taken carry get got
        drop reach speech address read make made rule present
    sink: sank sunk down wreck capsize lost
    translate: translation language version
    testify: evidence witness tell told hear court say said
"""


def _roots(words: str) -> frozenset[str]:
    return frozenset(root(compared(word)) for word in words.split())


_BORNE_BY = {
    root(compared(deed)): _roots(f"{deed} {words}")
    for deed, _, words in (row.partition(":") for row in re.split(r"\n    (?! )", _FAMILIES.strip()))
}
"""Of each deed the words by one of which a report tells of it."""
_NO_DEEDS = frozenset("application applications injury injuries damage plans planned charges help order orders".split())
"""Words of the same root that are no verbs."""


def unmet_weighty(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return what a statement has somebody do, if it is such a deed and no word of the record tells of it."""
    deed = None if here.negations else deed_of(here)
    borne = _BORNE_BY.get(root(deed.stem)) if deed else None
    if (
        deed is None
        or borne is None
        or deed.plain in _NO_DEEDS
        or any(root(word.stem) in borne for word in there.words)
    ):
        return ()
    return (deed.span,)
