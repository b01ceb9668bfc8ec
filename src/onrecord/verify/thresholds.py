"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

10,426 pairs, each half judged by weights fitted on the other. Three-way accuracy:
dev_news_synth 0.955, dev_vitaminc_real 0.829, dev_mnli 0.773.
Errors are counted on reports only, and as if of the passages found for a statement
10% supported, 2% contradicted and 88% left it open.
"""

WEIGHTS = (
    ("one", 0.113, 0.114),
    ("model_supports", 0.820, -0.256),
    ("model_refutes", -0.403, 0.675),
    ("shared", 0.673, 0.024),
    ("all_shared", 0.840, 1.154),
    ("missing", -0.563, -0.471),
    ("named", -0.020, 0.018),
    ("quoted", 0.328, 1.166),
    ("kept", 2.289, 0.023),
    ("crossed", -0.809, 1.411),
    ("number", -0.436, 0.743),
    ("date", -0.380, -0.262),
    ("negated", -0.165, 1.572),
    ("role", -0.112, 0.861),
    ("entity", 0.047, 2.842),
    ("caveat", -0.596, -0.274),
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
