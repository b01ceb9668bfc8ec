"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

10,426 pairs, each half judged by weights fitted on the other. Three-way accuracy:
dev_news_synth 0.956, dev_vitaminc_real 0.785, dev_mnli 0.777.
Errors are counted on reports only, and as if of the passages found for a statement
45% supported, 10% contradicted and 45% left it open.
"""

WEIGHTS = (
    ("one", 0.142, 0.311),
    ("model_supports", 0.833, -0.196),
    ("model_refutes", -0.351, 0.677),
    ("shared", 0.856, -0.232),
    ("all_shared", 0.759, 1.061),
    ("missing", -0.431, -0.348),
    ("named", -0.064, 0.000),
    ("quoted", 0.284, 1.174),
    ("number", -1.133, 1.633),
    ("date", -0.663, 0.227),
    ("negated", -0.264, 1.542),
    ("role", -0.208, 0.912),
    ("entity", -0.302, 2.537),
    ("caveat", -0.502, -0.265),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.4
"""Chosen for at least 95% right among pairs printed as on record;
96.0% were, 31% of what is on record."""

REFUTED = 0.4
"""Chosen for at most 0.50% of supported pairs denied; 0.05% were."""
