"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

10,426 pairs, each half judged by weights fitted on the other. Three-way accuracy:
dev_news_synth 0.957, dev_vitaminc_real 0.786, dev_mnli 0.778.
Errors are counted on reports only, and as if of the passages found for a statement
10% supported, 2% contradicted and 88% left it open.
"""

WEIGHTS = (
    ("one", 0.133, 0.313),
    ("model_supports", 0.833, -0.196),
    ("model_refutes", -0.351, 0.677),
    ("shared", 0.856, -0.246),
    ("all_shared", 0.741, 1.074),
    ("missing", -0.434, -0.348),
    ("named", -0.059, 0.004),
    ("quoted", 0.273, 1.158),
    ("number", -1.134, 1.634),
    ("date", -0.683, 0.220),
    ("negated", -0.280, 1.526),
    ("role", -0.142, 0.879),
    ("entity", -0.288, 2.562),
    ("caveat", -0.468, -0.268),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.5
"""Chosen for at least 84% right among pairs printed as on record where a name is met;
84.5% were, 26% of what is on record."""

SUPPORTED_UNNAMED = 0.75
"""Chosen for at least 95% right where none is;
99.6% were, 4% of what is on record."""

REFUTED = 0.4
"""Chosen for at most 0.50% of supported pairs denied; 0.05% were."""
