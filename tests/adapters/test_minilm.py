from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.adapters.minilm import MiniLM
from onrecord.assets import HERE, asset, digest
from onrecord.errors import ModelError

TEXTS = (
    "Dockers at Port Sorrel went on strike over night pay.",
    "Port workers in Port Sorrel stopped work in a dispute about wages.",
    "The national orchestra plays in the concert hall tonight.",
    "",
    "A half pair \ud800, a null \x00, 東京で地震, 👩‍👩‍👧",
    "word " * 50_000,
)


@pytest.fixture(scope="module")
def embedder() -> MiniLM:
    return MiniLM(threads=2)


def test_vectors_have_unit_length(embedder: MiniLM):
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


def test_nearness_is_of_meaning(embedder: MiniLM):
    strike, dispute, orchestra = embedder.embed(TEXTS[:3])
    assert strike @ dispute > 0.6 > 0.2 > strike @ orchestra


def test_a_vector_depends_on_its_text_alone(embedder: MiniLM):
    together = embedder.embed(TEXTS)
    assert np.array_equal(embedder.embed(TEXTS[::-1])[::-1], together)
    assert np.array_equal(np.concatenate([embedder.embed([text]) for text in TEXTS]), together)
    assert np.array_equal(MiniLM(threads=1).embed(TEXTS), together)


def test_a_text_given_twice_has_its_vector_twice(embedder: MiniLM):
    one, other = embedder.embed(TEXTS[:2])
    assert np.array_equal(embedder.embed([TEXTS[0], TEXTS[1], TEXTS[0]]), [one, other, one])


def test_no_texts_have_no_vectors(embedder: MiniLM):
    assert embedder.embed([]).shape == (0, 384)


def test_a_passage_is_near_what_is_asked_of_it(embedder: MiniLM):
    passages = embedder.embed_passages(TEXTS)
    assert passages.shape == (len(TEXTS), 384)
    assert passages.dtype == np.float32
    assert np.linalg.norm(passages, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-6)
    strike, dispute, orchestra = embedder.embed(TEXTS[:3]) @ passages[0]
    assert strike > 0.6
    assert strike > dispute > 0.4 > 0.2 > orchestra


def test_passages_have_their_vectors_whatever_stands_beside_them(embedder: MiniLM):
    together = embedder.embed_passages(TEXTS)
    assert np.array_equal(embedder.embed_passages(TEXTS[::-1])[::-1], together)
    assert np.array_equal(np.concatenate([embedder.embed_passages([text]) for text in TEXTS]), together)
    assert embedder.embed_passages([]).shape == (0, 384)


def test_the_models_are_named_with_their_digests(embedder: MiniLM):
    for model, file, card in zip(
        embedder.models, ("embedder.int8.onnx", "passages.npy"), ("embedder.md", "passages.md"), strict=True
    ):
        assert model.digest == digest(file)
        assert model.digest in (HERE / card).read_text(encoding="utf-8")


def test_every_asset_is_the_one_shipped():
    for name in json.loads((HERE / "digests.json").read_text(encoding="utf-8")):
        assert asset(name) == HERE / name


def test_an_altered_model_is_refused(tmp_path: Path):
    (tmp_path / "digests.json").write_text(json.dumps({"model": "0" * 64}), encoding="utf-8")
    (tmp_path / "model").write_bytes(b"altered")
    with pytest.raises(ModelError, match="is damaged"):
        asset("model", folder=tmp_path)


def test_a_missing_model_is_named(tmp_path: Path):
    (tmp_path / "digests.json").write_text(json.dumps({"model": "0" * 64}), encoding="utf-8")
    with pytest.raises(ModelError, match="model cannot be read"):
        asset("model", folder=tmp_path)
    with pytest.raises(ModelError, match="other cannot be used"):
        asset("other", folder=tmp_path)
