"""Words that open sentences with a capital and are no names."""

from __future__ import annotations

from onrecord.text.words import STOP_WORDS

_COMMON = """
about according activists actually add additional additionally admission analysis adults advocates after afterward apart
ahead aid aides almost also although amid analysts another anyone anything anytime approximately asked attorneys aunt
authorities award back based because before behind besides best beyond big border born both breaking brother buy call
campaign cash catch chances check child children choose city clean click climate close coming common companies compare
conditions consider contact correction cost costs country couple credit crews critics current customers data days dear
death deaths demand despite details doctors donations dozens drop due during earlier early eat economists editor
efforts election email emergency employees especially eventually every everybody everyone everything evidence except
expect experts extreme face fact families family fans far farmers father federal few final finally find fire first five
follow following food for former formerly four free fresh friends full further future gas given global good government
grant great growing guests guilty guns half hang happy hard he head health hear heat heavy help here high highlights
history home homes hopefully hours how however hundreds immediately important including incumbent indeed individual
inflation inside instead international investigators is items join judges just keep key kids king known large last
late later law lawmakers lawyers lead leaders learn left less let like little live local long look lots low main
making man many maybe meanwhile medical members men military millions more moreover most mother much multiple national
nearly need neighbors neighbours never nevertheless new news next nine no nobody none nor normal not nothing notice
now obviously of off officers official officials often oil ok okay old one online only open opponents opposition
originally other others otherwise our outside over overall owners page parents part participants parts passengers past
patients people perhaps photo photos plans please plus police policy politics polls poor possible power present
president previous previously prices prior private probably prosecutors protesters protestors public questions read
real recent recently record regardless related repeat reporters reports rescue rescuers researchers residents results
return revenue revenues research profit profits production turnout exports imports right roughly sales same schools
scientists season second see seeing seek senior separately services seven several share she short shortly shots show
signs similar similarly since sister six small smart smoke so social soldiers some somebody someone something
sometimes somewhere son soon special spokespeople staff standing start state states stay still stop stories story
streets strong students subscribe such summer supporters sure survivors take talk taxpayers teachers teams ten tens
thank thanks that the their then there therefore these they things think third this those though thousands three
through thus time times to today together tomorrow too top total totally tough traffic travel travelers troops true
try trying turn two typically ultimately under unfortunately union unless unlike until up update updated use used
users usually video videos villagers visit visitors volunteers voters wait want war warning watch water we weather
weeks well wet what whatever when where whether while who why wild winter with without witnesses woman women word
words work workers world worse write yes yesterday yet you young your yours zero
"""
OPENERS = frozenset(_COMMON.split()) | frozenset(STOP_WORDS)
"""The commonest openers of news sentences that stand in lower case elsewhere, by counts over a news crawl."""

_NOUNS = """
academic access accident aircraft alarm alcohol amateur anger animals annual anonymous applause armed artists asbestos
athletes attacks attempts attendance attendances aviation bad balloons bees bicycles bids bigger bills birds bleaching
blood boats bodies bombs books bread bridges broadcasters budget builders burglars buses business buyers cables cabs
campaigners cancer cargo cars cattle charges charities cheaper chemicals chicken cholera cinema claims clashes classes
clinics clothes clubs coaches coal coastguards coffee colleagues collectors combat commerce commuters compensation
complaints compulsory confidence conscription construction containers controversial cooler coral corruption
councillors counterfeit courts cows crime crops crowds cyclists damage damaged dancers deadly dearer debris debt
deliveries demand democracy deposits deputies detectives diesel difficult dining disagreement diseases disputes
dissidents divers dogs domestic donors doubts dozen drinkers drinking drivers drones drought drug drugs dry ear eggs
elderly electricity elephants empty enemies engineers enough equipment escaped even excess exhibits explosives
factories failure false famine fees fellow fewer fierce fighters fighting files fines firefighters fireworks fishing
flags flats flights flood floods flu fog food footage foreign fossil fraud fuel funding funds funerals furniture gales
gamblers gangs gas gates genetic girls glaciers goods grain groundwater gunfire gunmen gunpowder hackers hail harbour
harsh harvests hazardous health heirs helicopters hidden higher holidays horses hospitals hostages hotels household
households houses housing hunger hunters ice icons ill illegal illness income industrial infant infected infections
injured injuries inmates insects insurance insurers interest interviews jets jobs jurors kidnappers landslides
laughter lessons letters licences lightning livestock loans locals looters lorries losses luggage machinery maize
malaria managers manuscripts marine markets measles meat medals medicine messages migrants milk mines minor missiles
money mosquitoes motorists mourners mud mumps murder museums music musicians nationwide newspapers night nights noise
nurses objections older onlookers opinion orders orphans packages paintings parcels parking passenger passports pay
payments peace peacekeepers pedestrians pensions permission permits pieces pilots pirates plaintiffs planes plastic
players pledges poison pollution postal postmen potatoes poverty power pressure prisoners prisons proceeds products
proof property proposals prosecutions protest protests publishers punishment pupils quarrels racing radiation rail
railways rain rats rebels records recruitment refugees relations relatives remarks rents repairs requests respiratory
retail retaliation rice rising robbers rooms rough rubbish ruling rumours safety sailors salaries sales samples
satellite savers savings scepticism schoolchildren seafarers seats security seeds sewage shallow shareholders
shipments shipowners ships shopkeepers shoppers shops silence skiers smaller smugglers snow software spectators
speeches spending squatters stocks storms strikers strikes subsidies support surgeons surgery surveys swimmers taxes
taxis temperatures tenants testimony tests theft thefts thieves threats thunder tickets timber tobacco tourism
tourists trade traders trains trams translation trapped treasure treatment trees trials tribute trouble trucks tuition
turbines twins unemployment unions unpaid users vaccines vehicles vessels veterans victims violence votes wages warmer
warships waste weak weaker weapons wheat whistleblowers wildfires wildlife wind winds wine wreckage younger youngsters
"""
_NOT_ALONE = OPENERS | frozenset(_NOUNS.split())
"""What opens a sentence and is no name where the next word is none: "Flights were cancelled", "Unpaid fees"."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_PLURAL = ("ers", "ors", "ists", "ants", "ents", "ions", "ies", "ees", "ments", "ings", "als", "ches", "cians", "ages")
_DERIVED = ("ly", "ing", "ness", "able", "ible", "ful", "less", "ous", "ward", "wise", "isation", "ization")
_NUMBERS = frozenset(
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety".split()
)
_OF_A_NAME = frozenset(
    "based born backed led style made owned funded controlled held occupied listed trained educated area era".split()
)
"""What is joined to a name: "Tarn-based"; what else is joined in small letters, "Flood-hit", describes."""
_PLURAL_NEXT = frozenset(
    "say claim believe warn argue deny insist fear hope are were have aren't weren't haven't".split()
)
"""What follows a plural: "Sources say"."""
_SINGULAR_NEXT = frozenset("is was has says does isn't wasn't hasn't doesn't".split())


def opens_without_naming(word: str, following: str) -> bool:
    """Say whether a capitalised word at the beginning of a sentence is a common word, going by it and the next one."""
    plain = word.lower().replace("’", "'")
    first, *rest = plain.split("-")
    if plain in _NOT_ALONE or plain.split("'")[0] in _NOT_ALONE or first in _NUMBERS:
        return True
    if word.isupper() and len(word) > 1:
        return False
    if rest and word[len(first) :].islower() and rest[-1] not in _OF_A_NAME:
        return True
    if plain.endswith(_DERIVED) and len(plain) > 5:
        return True
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and following.lower() in _PLURAL_NEXT:
        return True
    return plain.endswith(_PLURAL) and following.lower() not in _SINGULAR_NEXT
