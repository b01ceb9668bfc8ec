"""Word classes: words that stand beside the same words share a number.

Counts of neighbours over news articles, as shifted positive pointwise mutual information (Levy and Goldberg 2014),
reduced by a truncated SVD, grouped by k-means. Words are kept as hashes: the table gives back no text.

    python training/attribution/classes.py ARTICLES.jsonl.xz OUT.npz [ARTICLES READ]
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from itertools import islice

import numpy as np
from scipy.sparse import coo_matrix
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD

from onrecord.extract.tokens import TOKEN

WORDS, CONTEXTS, DIMENSIONS = 20_000, 3_000, 100
GRANULARITIES = (48, 200, 800)


def sentences(path: str, limit: int | None):
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in islice(file, limit):
            for paragraph in json.loads(line)["text"].splitlines():
                words = TOKEN.findall(paragraph.lower().replace("’", "'"))
                if words:
                    yield ["<s>", *("0" if word[0].isdigit() else word for word in words), "</s>"]


def main(path: str, out: str, limit: int | None = None) -> None:
    read = list(sentences(path, limit))
    counts = Counter(word for words in read for word in words)
    kept = [word for word, count in counts.most_common(WORDS) if count >= 10]
    index = {word: at for at, word in enumerate(kept)}
    rows: list[np.ndarray] = []
    table: Counter[int] = Counter()
    width = CONTEXTS * 4
    buffer = []
    for words in read:
        ids = np.array([index.get(word, -1) for word in words])
        for place, offset in enumerate((-2, -1, 1, 2)):
            left, right = (ids[-offset:], ids[:offset]) if offset < 0 else (ids[:-offset], ids[offset:])
            good = (left >= 0) & (right >= 0) & (right < CONTEXTS)
            buffer.append(left[good].astype(np.int64) * width + place * CONTEXTS + right[good])
        if len(buffer) > 400_000:
            rows.append(np.concatenate(buffer))
            buffer = []
            values, numbers = np.unique(np.concatenate(rows), return_counts=True)
            table.update(dict(zip(values.tolist(), numbers.tolist(), strict=True)))
            rows = []
    values, numbers = np.unique(np.concatenate(buffer), return_counts=True)
    table.update(dict(zip(values.tolist(), numbers.tolist(), strict=True)))
    keys = np.fromiter(table.keys(), dtype=np.int64)
    nums = np.fromiter(table.values(), dtype=np.float64)
    row, column = keys // width, keys % width
    total = nums.sum()
    by_row = np.bincount(row, nums, len(kept))
    by_column = np.bincount(column, nums, width) ** 0.75
    by_column *= total / by_column.sum()
    value = np.log(nums * total / (by_row[row] * by_column[column]))
    good = value > 0
    matrix = coo_matrix((value[good], (row[good], column[good])), shape=(len(kept), width)).tocsr()
    svd = TruncatedSVD(DIMENSIONS, random_state=0)
    vectors = svd.fit_transform(matrix) / np.sqrt(svd.singular_values_)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    found = {}
    for size in GRANULARITIES:
        found[str(size)] = MiniBatchKMeans(size, random_state=0, n_init=1, batch_size=2048).fit_predict(vectors)
    np.savez_compressed(out, words=np.array(kept), **found)
    for probe in ("said", "told", "he", "ministry", "think", "plans", "according"):
        for size in ("200", "800"):
            same = found[size] == found[size][index[probe]]
            print(probe, size, " ".join(word for word, is_same in zip(kept, same, strict=True) if is_same)[:300])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
