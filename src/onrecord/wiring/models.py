"""From the name of a model to the model, loaded once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.adapters.agreement import AgreementVerifier
from onrecord.adapters.completions import from_environment
from onrecord.adapters.crossencoder import CrossEncoder, exported, shipped
from onrecord.adapters.endpoint import Endpoint
from onrecord.adapters.minilm import MiniLM
from onrecord.adapters.rewriter import Rewriter
from onrecord.assets import compare, digest
from onrecord.data import Model
from onrecord.ports import Embedder, Verifier

SHIPPED = "shipped"


@cache
def embedder(threads: int) -> Embedder:
    """Return the shipped encoder, loaded once a process."""
    return MiniLM(threads=threads)


def make_verifier(which: Path | str, threads: int) -> Verifier:
    """Return the shipped verifier, agreement, the endpoint that the environment names, or the model in a folder.

    Raises:
        ModelError: its files are missing, damaged or none of an entailment model.
        UsageError: the environment names no endpoint.
    """
    if which == "agreement":
        return AgreementVerifier(embedder(threads))
    if which == "endpoint":
        return Endpoint(from_environment(otherwise="use --verifier shipped"))
    return CrossEncoder(shipped() if which == SHIPPED else exported(Path(which)), threads=threads)


def rewriter() -> Rewriter:
    """Return the writer behind the endpoint that the environment names.

    Raises:
        UsageError: it names none.
    """
    return Rewriter(from_environment(otherwise="leave out --rewrite"))


def stage_models() -> tuple[Model, ...]:
    """Name what labels blocks, finds passages and tells who speaks; the stages read all of it themselves."""
    return (
        Model(name="blocks", digest=digest("blocks.npz")),
        Model(name="splice-gate", digest=digest("splices.npz")),
        Model(name="splice-cohesion", digest=digest("cohesion.npz")),
        Model(name="splice-register", digest=digest("register.npz")),
        Model(name="splice-register-minilm-int8", digest=digest("register.int8.onnx")),
        Model(name="splice-judge-minilm-int8", digest=digest("splices.int8.onnx")),
        Model(name="attribution-minilm-int8", digest=digest("attribution.int8.onnx")),
        Model(name="all-MiniLM-L6-v2-int8", digest=digest("embedder.int8.onnx")),
    )


def judging_models() -> tuple[Model, ...]:
    """Name what reads who does what to whom, in statements and the record, whichever verifier judges them."""
    return (Model(name="grammar-minilm-int8", digest=digest("grammar.int8.onnx")),)


def compared_models() -> tuple[Model, ...]:
    """Compare every file of every shipped model with its digest, and name those of the stages.

    Raises:
        ModelError: one is missing or damaged.
    """
    compare()
    return (*stage_models(), *judging_models())
