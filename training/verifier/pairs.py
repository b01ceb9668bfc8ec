"""Gather the training and development pairs of the verifier into one file.

    python pairs.py --data DATA/checking --out pairs.jsonl.xz [--made made.jsonl.gz] [--extra FOLDER]

The pairs in ``written`` are among them; some of their passages choose (``dev_written``) and are not learned from. Every
training row whose statement stands in a ``dev_`` or ``eval_`` set is left out, and so is a pair that an earlier set has
already. A twentieth of the evidence rows get a passage of another row beside their own: what has nothing to do with a
statement must not change its label.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import written

LABELS = ("supports", "contradicts", "neither", "not_supports")
DEVELOPMENT = ("dev_mnli", "dev_vitaminc_real", "dev_news_synth", "eval_wice_claim_dev")
"""The sets that choose and calibrate; WiCE calls its claim dev what is no test of anything."""

SETS = (
    "mnli_dev",
    "snli_devtest",
    "cad_nli",
    "negation_nli",
    "conjnli_adv",
    "ambient",
    "help",
    "med",
    "vitaminc_real",
    "fever_dev",
    "fever_symmetric",
    "fm2_dev",
    "vitaminc_synthetic",
    "docnli_fever",
    "begin",
    "factcg_news",
    "wice_partial",
    "claims_corrupted",
    "news_synth",
    "written",
)
"""Earlier sets keep a pair that a later one repeats."""

MIXED = frozenset({"vitaminc_real", "fever_dev", "fm2_dev", "vitaminc_synthetic", "news_synth", "written"})
SHARE = 0.12
JOINED = frozenset({"snli_devtest", "mnli_dev", "cad_nli", "fever_dev", "vitaminc_real", "vitaminc_synthetic"})
"""Sets whose statements on one passage are also joined two by two: every part of a statement counts."""

WRITTEN = Path(__file__).parent / "written"
NEWS_KEPT = 70_000
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return the words of ``text`` alone, so that spacing and marks do not hide a repetition."""
    return " ".join(_WORD.findall(text.lower()))


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a gzipped file, or of the folder ``written``."""
    if path == WRITTEN:
        yield from written.rows_of(path, apart=False)
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def held_out(folder: Path) -> frozenset[str]:
    """Return the statements of the development and evaluation sets: none of them may be trained on."""
    paths = (*folder.glob("dev_*.jsonl.gz"), *folder.glob("eval_*.jsonl.gz"))
    return frozenset(plain(row["hypothesis"]) for path in paths for row in rows_of(path))


def gather(paths: dict[str, Path], forbidden: frozenset[str], pages: frozenset[str], most: int) -> Iterator[dict]:
    """Yield the rows to train on, set by set, each pair once."""
    seen = set()
    for name, path in paths.items():
        rows = []
        for row in rows_of(path):
            pair = (plain(row["premise"]), plain(row["hypothesis"]))
            if row["label"] not in LABELS or not all(pair) or pair in seen or pair[1] in forbidden or pair[0] in pages:
                continue
            if row.get("page", "") and plain(row["page"]) in pages:
                continue
            seen.add(pair)
            rows.append({"set": name, "p": row["premise"], "h": row["hypothesis"], "l": LABELS.index(row["label"])})
        chance = random.Random(name)
        if name == "news_synth":
            rows = chance.sample(rows, min(NEWS_KEPT, len(rows)))
        elif name not in SETS and len(rows) > most:
            rows = chance.sample(rows, most)
        if name in JOINED:
            yield from joined(rows, chance)
        if name == "written":
            yield from strangers(rows, chance)
        if name in MIXED:
            for row in chance.sample(rows, int(SHARE * len(rows))):
                other = chance.choice(rows)["p"]
                if len(other) + len(row["p"]) < 900:
                    row["p"] = " ".join((row["p"], other) if chance.random() < 0.5 else (other, row["p"]))
        yield from rows


def strangers(rows: list[dict], chance: random.Random) -> Iterator[dict]:
    """Yield one true statement in four beside a passage of its field that is about another event."""
    for at, row in enumerate(rows):
        other = rows[(at + chance.randrange(40, 400)) % len(rows)]["p"]
        if row["l"] == 0 and chance.random() < 0.25:
            yield {"set": "strangers", "p": other, "h": row["h"], "l": LABELS.index("neither")}


def joined(rows: list[dict], chance: random.Random) -> Iterator[dict]:
    """Yield rows whose statement is two statements on one passage; the worse label of the two is theirs."""
    beside: dict[str, list[dict]] = {}
    for row in rows:
        beside.setdefault(row["p"], []).append(row)
    for premise, some in beside.items():
        true = [row for row in some if row["l"] == 0]
        pools = [pool for pool in (some, true) if true and len({row["h"] for row in pool}) > 1]
        for first, second in (chance.sample(pool, 2) for pool in pools):
            labels = {first["l"], second["l"]}
            if 1 in labels and chance.random() < 0.6:  # most pairs have one that contradicts
                continue
            worse = next(label for label in (1, 2, 3, 0) if label in labels)
            parts = (one["h"].strip().rstrip(".") for one in (first, second))
            yield {"set": "joined", "p": premise, "h": ". ".join(parts) + ".", "l": worse}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train_*, dev_* and eval_*.jsonl.gz")
    parser.add_argument("--made", type=Path, help="pairs made from news by made.py")
    parser.add_argument("--extra", type=Path, help="folder with further sets, NAME.jsonl.gz")
    parser.add_argument("--most", type=int, default=200_000, help="rows kept of each further set")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    paths = {name: options.data / f"train_{name}.jsonl.gz" for name in SETS} | {"written": WRITTEN}
    if options.extra:
        paths |= {path.name.partition(".")[0]: path for path in sorted(options.extra.glob("*.jsonl.gz"))}
    if options.made:
        paths["made"] = options.made
    pages = frozenset(
        plain(row[field])
        for row in rows_of(options.data / "dev_vitaminc_real.jsonl.gz")
        for field in ("page", "premise")
    )
    counts: Counter[tuple[str, int]] = Counter()
    with lzma.open(options.out, "wt", encoding="utf-8", preset=6) as out:
        for row in gather(paths, held_out(options.data), pages, options.most):
            counts[row["set"], row["l"]] += 1
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
        for name in DEVELOPMENT:
            rows = list(rows_of(options.data / f"{name}.jsonl.gz"))
            for row in random.Random(7).sample(rows, min(1500, len(rows))):
                line = {"set": name, "p": row["premise"], "h": row["hypothesis"], "l": LABELS.index(row["label"])}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        for row in written.rows_of(WRITTEN, apart=True):
            line = {"set": "dev_written", "p": row["premise"], "h": row["hypothesis"], "l": LABELS.index(row["label"])}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    for name in dict.fromkeys((*SETS, "joined", "strangers", *paths)):
        print(name, *(f"{label} {counts[name, at]}" for at, label in enumerate(LABELS)), sep="\t")
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
