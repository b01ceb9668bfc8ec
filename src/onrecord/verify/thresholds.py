"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

10,426 pairs, each half judged by weights fitted on the other. Three-way accuracy:
dev_news_synth 0.831, dev_vitaminc_real 0.641, dev_mnli 0.587.
Errors are counted on reports only, and as if of the passages found for a statement
45% supported, 10% contradicted and 45% left it open.
"""

WEIGHTS = (
    ("one", -0.257, -0.052),
    ("model_supports", 0.516, 0.544),
    ("model_refutes", -0.127, -0.179),
    ("shared", 2.220, 1.261),
    ("all_shared", 0.814, -0.392),
    ("missing", -0.291, -0.078),
    ("named", -0.095, -0.223),
    ("quoted", 0.058, 1.163),
    ("number", -1.398, 1.851),
    ("date", -1.766, 0.530),
    ("negated", -2.023, 2.771),
    ("role", -1.272, 1.567),
    ("entity", -1.072, 3.064),
    ("caveat", -0.643, -0.347),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.4
"""Chosen for at least 90% right among pairs printed as on record;
91.8% were, 30% of what is on record."""

REFUTED = 0.4
"""Chosen for at most 0.50% of supported pairs denied; 0.07% were."""
