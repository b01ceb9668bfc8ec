"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

10,426 pairs, each half judged by weights fitted on the other. Three-way accuracy:
dev_news_synth 0.832, dev_vitaminc_real 0.649, dev_mnli 0.594.
Errors are counted on reports only, and as if of the passages found for a statement
45% supported, 10% contradicted and 45% left it open.
"""

WEIGHTS = (
    ("one", -0.405, -0.162),
    ("model_supports", 0.479, 0.527),
    ("model_refutes", -0.139, -0.158),
    ("shared", 2.455, 1.357),
    ("all_shared", 0.705, -0.471),
    ("missing", -0.419, -0.056),
    ("named", -0.095, -0.213),
    ("quoted", 0.294, 1.017),
    ("number", -1.366, 1.754),
    ("date", -1.750, 0.549),
    ("negated", -2.023, 2.757),
    ("role", -1.270, 1.577),
    ("entity", -1.037, 3.051),
    ("caveat", -0.533, -0.236),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.4
"""Chosen for at least 90% right among pairs printed as on record;
91.5% were, 32% of what is on record."""

REFUTED = 0.4
"""Chosen for at most 0.50% of supported pairs denied; 0.14% were."""
