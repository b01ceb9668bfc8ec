"""The words that tell what a figure measures: verbs of moving, setting, being, nouns of measure, what parts them."""

from __future__ import annotations

MOVING = frozenset(
    "rose rises rise risen rising grow drop climb shrink slow widen narrow ease total average exceed decline fell "
    "falls fall fallen falling climbed climbs climbing dropped drops dropping declined declines jumped jumps surged "
    "surges soared soars slipped slips eased eases edged edges grew grows grown growing shrank shrinks shrunk widened "
    "widens narrowed narrows slowed slows accelerated quickened cooled plunged plunges tumbled tumbles slumped slumps "
    "dipped dips swelled swells ballooned doubled tripled quadrupled went goes gone reached reaches reach hit hits "
    "topped tops passed passes exceeded exceeds surpassed crossed crosses neared nears approached touched stood "
    "stands stand remained remains averaged averages totalled totaled totals amounted came measured measures "
    "registered peaked peaks sank sunk sinks crept leapt inched ticked expanded contracted rebounded recovered "
    "advanced retreated".split()
)
"""Verbs whose subject is what a figure behind them measures."""
NEAR = frozenset(
    "gained gains lost loses shed sheds added adds cost costs worth weighs weighed closed closes ended ends finished "
    "opened traded trades settled weigh covers cover covered spans spanned stretches stretched".split()
)
"""Verbs of which that holds where a figure with a unit, or "at" one, follows: "gained 3 percent", "closed at 7,410"."""
SETTING = frozenset(
    "raise lower increase reduce boost lift raised raises raising cut cuts cutting lowered lowers lowering increased "
    "increases increasing reduced reduces reducing decreased decreases hiked hikes slashed slashes trimmed trims put "
    "puts putting set sets setting lifted lifts boosted boosts pushed pushes pushing brought brings bringing took "
    "takes taking kept keeps keeping left held holds estimated estimates revised revises capped caps fixed valued "
    "values priced".split()
)
"""Verbs whose object is measured, where they have one: "raised rates to 4 percent", but "rates were raised to"."""
BEING = frozenset("is are was were be been being".split())
AHEAD = frozenset("to expected forecast projected predicted estimated set likely due going tipped bound poised".split())
"""What stands between "is" and a verb of what is to come: "is expected to reach"."""
TO = frozenset("to at by from".split())
BETWEEN = frozenset(
    "to at by from about around roughly nearly almost some approximately over under above below more less fewer than "
    "least most only just as many much high low an a estimated up down higher lower record the all-time new total in "
    "out between well still back further another exactly precisely percent % per cent pct $ £ € ¥ million billion "
    "trillion bn m points point degrees - – ~ and".split()
)
"""What may stand between a verb and its figure, another figure's unit among it: "rose 12% to about $3 billion"."""
MEASURES = frozenset(
    "toll number count tally total magnitude population turnout rate index average median mean score level price "
    "ratio reading capacity attendance circulation membership workforce temperature unemployment inflation speed "
    "height depth width length weight distance expectancy wait age percentage proportion share majority lead gap "
    "deficit surplus record threshold limit target estimate figure size strength".split()
)
"""Nouns of which a bare number can be told with no verb but "was"."""
PARTS = frozenset(
    "group team crew class couple pair family handful series set list total sum maximum minimum average excess out "
    "period part end start first last one any some all each top half age because instead ahead".split()
)
"""What stands before "of" and is no measure: "a total of 74"."""
CHANGES = frozenset(
    "rise fall increase decrease drop decline jump growth reduction cut surge slump gain loss hike raise".split()
)
"""Nouns behind a figure that say how something else changed: "a 5 percent rise in sales"."""
NUMBERS = frozenset("number count total amount tally".split())
HOW = frozenset("high tall long wide deep thick across higher lower taller longer".split())
WHERE = frozenset("from away off north south east west ahead behind short outside inside".split())
LENGTHS = frozenset("m km mile foot yard inch cm mm".split())
LASTING = frozenset("day week month year decade hour minute second".split())
LONG = frozenset("for in within over after during".split())
"""What stands before a span of time that says how long, and measures nothing."""
