"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.

10,426 pairs, each half judged by weights fitted on the other. Three-way accuracy:
dev_news_synth 0.956, dev_vitaminc_real 0.786, dev_mnli 0.778.
Errors are counted on reports only, and as if of the passages found for a statement
10% supported, 2% contradicted and 88% left it open.
"""

WEIGHTS = (
    ("one", 0.136, 0.282),
    ("model_supports", 0.834, -0.195),
    ("model_refutes", -0.353, 0.674),
    ("shared", 0.839, -0.204),
    ("all_shared", 0.761, 1.015),
    ("missing", -0.421, -0.337),
    ("named", -0.058, 0.018),
    ("quoted", 0.271, 1.161),
    ("number", -1.135, 1.623),
    ("date", -0.670, 0.199),
    ("negated", -0.275, 1.553),
    ("role", -0.144, 0.871),
    ("entity", -0.307, 2.545),
    ("caveat", -0.482, -0.285),
)
"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""

SUPPORTED = 0.5
"""Chosen for at least 84% right among pairs printed as on record where a name is met;
84.8% were, 25% of what is on record."""

SUPPORTED_UNNAMED = 0.65
"""Chosen for at least 95% right where none is;
99.4% were, 4% of what is on record."""

REFUTED = 0.4
"""Chosen for at most 0.50% of supported pairs denied; 0.05% were."""
