"""The numbers that verdicts hang on. Written by ``benchmarks/asof/calibrate.py``; do not edit."""

FEATURES = (
    "one", "model_supports", "model_refutes", "shared", "complete", "missing",
    "number", "date", "negated", "role", "caveat",
)  # fmt: skip
SUPPORTS = (0.0, 1.0, 0.0, 1.0, 1.0, -0.5, -2.0, -2.0, -2.0, -2.0, -1.0)
REFUTES = (0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 2.0, 2.0, 2.0, 2.0, 0.0)
SUPPORTED = 0.5
REFUTED = 0.5
