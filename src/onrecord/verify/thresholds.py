"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

10,426 pairs, each half judged by weights fitted on the other. Three-way accuracy:
dev_news_synth 0.956, dev_vitaminc_real 0.786, dev_mnli 0.778.
Errors are counted on reports only, and as if of the passages found for a statement
10% supported, 2% contradicted and 88% left it open.
"""

WEIGHTS = (
    ("one", 0.138, 0.284),
    ("model_supports", 0.834, -0.195),
    ("model_refutes", -0.353, 0.674),
    ("shared", 0.846, -0.201),
    ("all_shared", 0.762, 1.016),
    ("missing", -0.421, -0.337),
    ("named", -0.060, 0.017),
    ("quoted", 0.273, 1.162),
    ("number", -1.138, 1.621),
    ("date", -0.671, 0.198),
    ("negated", -0.276, 1.553),
    ("role", -0.144, 0.871),
    ("entity", -0.308, 2.543),
    ("caveat", -0.499, -0.294),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.5
"""Chosen for at least 84% right among pairs printed as on record where a name is met;
84.9% were, 25% of what is on record."""

SUPPORTED_UNNAMED = 0.65
"""Chosen for at least 95% right where none is;
99.4% were, 4% of what is on record."""

REFUTED = 0.4
"""Chosen for at most 0.50% of supported pairs denied; 0.05% were."""
