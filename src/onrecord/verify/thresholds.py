"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

7,500 pairs of dev_news_synth, dev_vitaminc_real, dev_mnli, each set counting the same and supports, refutes
and neutral weighing (0.45, 0.1, 0.45), each half judged
by weights fitted on the other: three-way accuracy 0.725.
"""

WEIGHTS = (
    ("one", -1.142, -2.956),
    ("model_supports", 0.841, 0.891),
    ("model_refutes", -0.562, -1.143),
    ("shared", 1.839, 1.283),
    ("all_shared", 0.461, -0.469),
    ("missing", -0.030, 0.144),
    ("named", -0.127, -0.192),
    ("quoted", 0.033, 0.824),
    ("number", -0.644, 1.853),
    ("date", -2.613, 0.464),
    ("negated", -1.948, 2.712),
    ("role", -0.276, 1.151),
    ("entity", -0.215, 2.300),
    ("caveat", -0.272, -0.011),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.7
"""Chosen for at least 90% right among pairs printed as on record; 90.4% were."""

REFUTED = 0.3
"""Chosen for at most 0.50% of supported pairs denied; 0.44% were."""
