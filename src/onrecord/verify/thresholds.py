"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

7,500 pairs of dev_news_synth, dev_vitaminc_real, dev_mnli, each set counting the same and supports, refutes
and neutral weighing (0.45, 0.1, 0.45), each half judged
by weights fitted on the other: three-way accuracy 0.725.
"""

WEIGHTS = (
    ("one", -1.122, -2.932),
    ("model_supports", 0.841, 0.889),
    ("model_refutes", -0.565, -1.142),
    ("shared", 1.824, 1.264),
    ("all_shared", 0.453, -0.472),
    ("missing", -0.049, 0.127),
    ("named", -0.126, -0.188),
    ("quoted", 0.034, 0.824),
    ("number", -0.634, 1.873),
    ("date", -2.615, 0.458),
    ("negated", -1.848, 2.740),
    ("role", -0.538, 0.981),
    ("entity", -0.212, 2.302),
    ("caveat", -0.270, -0.009),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.75
"""Chosen for at least 90% right among pairs printed as on record; 90.2% were."""

REFUTED = 0.6
"""Chosen for at most 0.25% of supported pairs denied; 0.25% were."""
