"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

7,500 pairs of dev_news_synth, dev_vitaminc_real, dev_mnli, each set counting the same, each half judged
by weights fitted on the other: three-way accuracy 0.635.
"""

WEIGHTS = (
    ("one", -0.449, -0.957),
    ("model_supports", 0.965, 0.985),
    ("model_refutes", -0.976, -1.561),
    ("shared", 1.327, 0.783),
    ("all_shared", 0.472, -0.376),
    ("missing", -0.205, 0.012),
    ("number", -0.632, 2.044),
    ("date", -2.681, 0.633),
    ("negated", -1.676, 2.956),
    ("role", -0.836, 1.095),
    ("entity", -0.394, 2.053),
    ("caveat", -0.349, -0.069),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.75
"""Chosen for at least 85% right among pairs printed as on record; 85.4% were."""

REFUTED = 0.5
"""Chosen for at most 0.5% of supported pairs denied; 0.46% were."""
