"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

10,426 pairs, each half judged by weights fitted on the other. Three-way accuracy:
dev_news_synth 0.955, dev_vitaminc_real 0.829, dev_mnli 0.773.
Errors are counted on reports only, and as if of the passages found for a statement
10% supported, 2% contradicted and 88% left it open.
"""

WEIGHTS = (
    ("one", 0.116, 0.103),
    ("model_supports", 0.821, -0.256),
    ("model_refutes", -0.403, 0.674),
    ("shared", 0.673, 0.035),
    ("all_shared", 0.840, 1.155),
    ("missing", -0.567, -0.466),
    ("named", -0.022, 0.016),
    ("quoted", 0.330, 1.167),
    ("kept", 2.296, 0.024),
    ("crossed", -0.803, 1.407),
    ("number", -0.438, 0.746),
    ("date", -0.379, -0.256),
    ("negated", -0.162, 1.572),
    ("role", -0.111, 0.863),
    ("entity", 0.050, 2.842),
    ("caveat", -0.599, -0.275),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.4
"""Chosen for at least 85% right among pairs printed as on record where a name is met;
87.1% were, 26% of what is on record."""

SUPPORTED_UNNAMED = 0.6
"""Chosen for at least 95% right where none is;
99.4% were, 4% of what is on record."""

REFUTED = 0.4
"""Chosen for at most 0.50% of supported pairs denied; 0.02% were."""
