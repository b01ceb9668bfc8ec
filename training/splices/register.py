"""Make ``register.npz``, by which sentences that speak to somebody who asked are told: ``python register.py ASSETS``.

Against what assistants say (``lines``, and how the replies of the train fold begin and end) stand the sentences of the
fold's articles, and of paragraphs that only look foreign. The dev fold's plain articles, read as pages are, set from
where a sentence counts.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import written
from benchmarks.splices.pages import clean
from benchmarks.splices.sources import articles, replies
from carriers import is_site

from onrecord.restore.meanings import meanings
from onrecord.restore.register import FILE, LEAST_WORDS, SIZE, Weights, features, speaking
from onrecord.text.sentences import sentences
from onrecord.text.spans import lines

INVERSE_PENALTY = 0.3
OF_ARTICLE = 10  # sentences of each that are learned from
WEIGHT_WRITTEN, WEIGHT_OWN = 2.0, 4.0
READ = 24_000  # sentences of articles that the networks learn from, which takes ten minutes
NETWORKS, UNITS, DECAY = 3, 128, 1e-3  # networks whose mean ships, units of each, penalty
FALSE_PAGES = 0.002  # share of the dev fold's plain articles with a sentence that counts
_SPEAKS = re.compile(
    r"\b(?:you|your|I|I'm|I'll|me|my|here|search|sources?|results|summary|note|please)\b", re.IGNORECASE
)


def said(text: str) -> Iterator[str]:
    """Yield the sentences of a text."""
    for line in text.split("\n"):
        yield from (one for span in sentences(line, "en") if len((one := span.cut(line)).split()) >= LEAST_WORDS)


def turns() -> Iterator[str]:
    """Yield how replies of the train fold begin and end, where that speaks to somebody."""
    for reply in replies("train"):
        every = list(said(reply.text))
        for turn in every[:1] + every[1:][-1:]:
            if _SPEAKS.search(turn):
                yield turn


def of_articles(fold: str, most: int, rng: random.Random) -> Iterator[list[str]]:
    for article in articles(fold):
        lines = [line for at, line in enumerate(article.paragraphs) if not at or not is_site(line)]
        every = [one for line in lines for one in said(line)]
        yield rng.sample(every, min(most, len(every)))


def table(rows: Iterable[str]) -> csr_matrix:
    found = [features(row) for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    places = np.fromiter((at for row in found for at in row), np.int32, ends[-1])
    return csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(found), SIZE))


def repeated(rows: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the rows as often as each weighs: the networks of scikit-learn know no weights."""
    return np.repeat(rows, weight.astype(int), axis=0)


def network(rows: np.ndarray, truth: np.ndarray) -> dict[str, np.ndarray]:
    """Return the weights of networks side by side, their outputs averaged, learned from meanings."""
    found = [
        MLPClassifier((UNITS,), alpha=DECAY, early_stopping=True, random_state=seed, max_iter=60).fit(rows, truth)
        for seed in range(NETWORKS)
    ]
    return {
        "hidden": np.hstack([one.coefs_[0] for one in found]).astype(np.float16),
        "hidden_bias": np.hstack([one.intercepts_[0] for one in found]).astype(np.float16),
        "out": (np.vstack([one.coefs_[1] for one in found])[:, 0] / NETWORKS).astype(np.float16),
        "out_bias": np.float32(np.mean([one.intercepts_[1] for one in found])),
    }


def main(assets: Path) -> None:
    rng = random.Random(1)
    asked = [one for reply in written.replies() for one in said(reply)]
    turned = list(dict.fromkeys(turns()))
    told = [one for some in of_articles("train", OF_ARTICLE, rng) for one in some]
    own = [one for paragraph in written.own() for one in said(paragraph)]
    truth = np.repeat([1, 1, 0, 0], [len(asked), len(turned), len(told), len(own)])
    weight = np.repeat([WEIGHT_WRITTEN, 1.0, 1.0, WEIGHT_OWN], [len(asked), len(turned), len(told), len(own)])
    made = LogisticRegression(C=INVERSE_PENALTY, solver="liblinear", max_iter=300)
    made.fit(table([*asked, *turned, *told, *own]), truth, sample_weight=weight)
    some = rng.sample(told, READ)
    truth = np.repeat([1, 1, 0, 0], [len(asked), len(turned), len(some), len(own)])
    weight = np.repeat([2, 1, 3, 4], [len(asked), len(turned), len(some), len(own)])
    rows = meanings([*asked, *turned, *some, *own])
    meant = network(repeated(rows, weight), repeated(truth, weight))
    scale = float(np.abs(made.coef_).max()) / 127
    weights, bias = np.round(made.coef_[0] / scale).astype(np.int8), float(made.intercept_[0])
    plain = [clean("dev", at).text for at in range(len(articles("dev")))]
    for least in np.arange(0.0, 6.0, 0.1).round(1):
        tried = Weights(
            of_parts=weights * np.float32(scale),
            bias=bias,
            least=float(least),
            **{name: value.astype(np.float32) for name, value in meant.items()},
        )
        false = np.mean([bool(speaking(text, lines(text), tried)) for text in plain])
        if false <= FALSE_PAGES:
            break
    path = assets / FILE
    np.savez(path, weights=weights, scale=np.float32(scale), bias=np.float32(bias), least=np.float32(least), **meant)
    digests = json.loads((assets / "digests.json").read_text())
    digests[FILE] = sha256(path.read_bytes()).hexdigest()
    (assets / "digests.json").write_text(json.dumps(dict(sorted(digests.items())), indent=1) + "\n")
    print(
        len(asked), len(turned), len(told), len(own), "from", round(float(least), 1), "of plain pages", round(false, 4)
    )
    print(digests[FILE])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
