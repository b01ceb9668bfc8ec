"""Make ``register.npz``, by which sentences that speak to somebody who asked are told: ``python register.py ASSETS``.

Against what assistants say (``lines``, and how the replies of the train fold begin and end) stand the sentences of the
fold's articles, and of paragraphs that only look foreign. What passes it is read by the network of ``asked.py``, which
also sets from where a sentence counts.
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

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import written
from benchmarks.splices.sources import articles, replies
from carriers import is_site

from onrecord.assets import asset, digest
from onrecord.restore.pasted.register import FILE, LEAST_WORDS, SIZE, features, shipped
from onrecord.text.sentences import sentences

INVERSE_PENALTY = 0.3
OF_ARTICLE = 10  # sentences of each that are learned from
WEIGHT_WRITTEN, WEIGHT_OWN = 2.0, 4.0
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
    scale = float(np.abs(made.coef_).max()) / 127
    weights, bias = np.round(made.coef_[0] / scale).astype(np.int8), np.float32(made.intercept_[0])
    write(assets, weights=weights, scale=np.float32(scale), bias=bias, least=np.float32(0))
    print(len(asked), len(turned), len(told), len(own), digest(FILE))


def write(assets: Path, **found: np.ndarray | np.floating) -> None:
    """Put what was found into the file, and its digest into the record; both are read anew."""
    path = assets / FILE
    kept = dict(np.load(path)) if path.exists() and "weights" not in found else {}
    np.savez_compressed(path, **kept | found)
    enter(assets, FILE)
    for cached in (asset, shipped):
        cached.cache_clear()


def enter(assets: Path, name: str) -> None:
    """Enter the digest of a file into the record."""
    record = assets / "digests.json"
    digests = json.loads(record.read_text(encoding="utf-8")) | {name: sha256((assets / name).read_bytes()).hexdigest()}
    record.write_text(json.dumps(dict(sorted(digests.items())), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
