"""Train the attribution tagger on PolNeAR's train split and write it as the package carries it.

    python training/attribution/train.py CLASSES.npz OUT.npz [--articles N] [--held-out]

With ``--held-out`` the last hundred articles by date are left out and scored, which is how features, regularisation and
pruning were chosen; the dev split takes no part.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pycrfsuite
from benchmarks.statements.polnear import ROLES, Article, articles
from benchmarks.statements.scoring import as_read, marks_of, paragraphs, score

from onrecord.extract.features import WINDOW, edge_feature, token_features, window_features
from onrecord.extract.linking import link
from onrecord.extract.paragraphs import Known, Paragraph, Word, normal, word_of
from onrecord.extract.tagger import Tagger, code
from onrecord.extract.tokens import tokenize

LETTERS = {"source": "S", "cue": "C", "content": "N"}
HELD_OUT = 100
CUE_STEPS = (0.03, 0.15, 0.35, 0.6)
"""Shares of a word's occurrences in cues at which ``Known.cue`` rises by one."""
LEAST_SEEN = 5
"""Occurrences under which nothing is said of a word as a cue."""


def roles_by_character(article: Article) -> dict[int, tuple[str, int, int]]:
    """Return for each annotated character its label, relation and piece; sources and contents say on which side."""
    found: dict[int, tuple[str, int, int]] = {}
    for number, relation in enumerate(article.relations):
        anchors = relation.cue or relation.source or ((0, 0),)
        for role in ROLES:
            for piece, (start, end) in enumerate(getattr(relation, role)):
                side = "" if role == "cue" else "<" if start < anchors[0][0] else ">"
                for offset in range(start, end):
                    found.setdefault(offset, (LETTERS[role] + side, number, piece))
    return found


def labels(roles: dict[int, tuple[str, int, int]], offset: int, paragraph: Paragraph) -> list[str]:
    """Return the label of each token: ``B-`` where a piece begins, ``I-`` inside it, ``O`` elsewhere."""
    found, before = [], None
    for token in paragraph.tokens:
        role = roles.get(offset + token.start)
        found.append("O" if role is None else ("I-" if role == before else "B-") + role[0])
        before = role
    return found


def learn_lexicon(read: list[Article], classes: Path) -> dict[str, Known]:
    """Return what is known of words: their classes, and how often each stands in a cue."""
    seen: Counter[str] = Counter()
    in_cue: Counter[str] = Counter()
    for article in read:
        roles = roles_by_character(article)
        for token in tokenize(article.text):
            word = normal(token.cut(article.text))
            seen[word] += 1
            in_cue[word] += roles.get(token.start, "O")[0] == "C"
    table = np.load(classes)
    triples = zip(*(table[size].tolist() for size in ("48", "200", "800")), strict=True)
    known = dict(zip(table["words"].tolist(), triples, strict=True))
    found = {}
    for word in known.keys() | seen.keys():
        share = in_cue[word] / seen[word] if seen[word] >= LEAST_SEEN and word[0].isalpha() else 0.0
        step = sum(share >= least for least in CUE_STEPS)
        if step or word in known:
            found[word] = Known(known.get(word, (-1, -1, -1)), step)
    return found


def all_features(paragraph: Paragraph, lexicon: dict[str, Known]) -> list[list[str]]:
    """Return every feature of each token, those of its window among them."""
    tokens = [token.cut(paragraph.text) for token in paragraph.tokens]
    words: list[Word] = [word_of(token, lexicon.get(normal(token), Known())) for token in tokens]
    found = token_features(paragraph, words)
    for at, features in enumerate(found):
        for offset in range(-WINDOW, WINDOW + 1):
            inside = 0 <= at + offset < len(words)
            features.extend(window_features(words[at + offset], offset) if inside else [edge_feature(offset)])
    return found


def train(read: list[Article], lexicon: dict[str, Known], settings: dict[str, float]):
    """Train with CRFsuite and return its transitions and state features."""
    trainer = pycrfsuite.Trainer(algorithm="l2sgd", verbose=False)
    trainer.set_params(settings)
    for article in read:
        roles = roles_by_character(article)
        for offset, paragraph in paragraphs(article.text):
            if paragraph.tokens:
                sequence = pycrfsuite.ItemSequence(all_features(paragraph, lexicon))
                trainer.append(sequence, labels(roles, offset, paragraph))
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        return tagger.info()


def export(info: pycrfsuite.ParsedDump, lexicon: dict[str, Known], least: float) -> dict[str, np.ndarray]:
    """Return the tagger's arrays: weights of at least ``least`` in 16 bits, features and words as hashes."""
    names = sorted({label for pair in info.transitions for label in pair})
    index = {label: at for at, label in enumerate(names)}
    transitions = np.zeros((len(names), len(names)), dtype=np.float32)
    for (one, other), weight in info.transitions.items():
        transitions[index[one], index[other]] = weight
    kept: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (feature, label), weight in info.state_features.items():
        if abs(weight) >= least:
            kept[code(feature)][index[label]] = weight
    features = sorted(kept)
    words = {code(word): (*known.classes, known.cue) for word, known in lexicon.items()}
    return {
        "labels": np.array(names),
        "transitions": transitions,
        "features": np.array(features, dtype=np.uint32),
        "counts": np.array([len(kept[feature]) for feature in features], dtype=np.uint8),
        "columns": np.array([at for feature in features for at in sorted(kept[feature])], dtype=np.uint8),
        "weights": np.array([kept[f][at] for f in features for at in sorted(kept[f])], dtype=np.float16),
        "words": np.array(sorted(words), dtype=np.uint32),
        "known": np.array([words[word] for word in sorted(words)], dtype=np.int16),
    }


def main() -> None:
    """Train, export and, with articles held out, score."""
    options = argparse.ArgumentParser()
    options.add_argument("classes", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--articles", type=int, default=None)
    options.add_argument("--held-out", action="store_true")
    options.add_argument("--iterations", type=int, default=12)
    options.add_argument("--seen", type=int, default=4, help="least occurrences of a feature")
    options.add_argument("--c2", type=float, default=0.5)
    options.add_argument("--least", type=float, default=0.003, help="weights nearer to zero are pruned")
    asked = options.parse_args()
    read = sorted(articles("train"), key=lambda article: (article.name.split("_")[1], article.name))
    held = read[-HELD_OUT:] if asked.held_out else []
    read = read[: len(read) - len(held)][-asked.articles if asked.articles else None :]
    lexicon = learn_lexicon(read, asked.classes)
    settings = {"feature.minfreq": asked.seen, "max_iterations": asked.iterations, "c2": asked.c2}
    arrays = export(train(read, lexicon, settings), lexicon, asked.least)
    np.savez_compressed(asked.out, **arrays)
    print(f"{asked.out}: {asked.out.stat().st_size:,} bytes, {len(arrays['features']):,} features")
    if held:
        tagger = Tagger(arrays)
        print(score(held, lambda text: marks_of(as_read(text, lambda part: link(tagger.pieces(part), part)))))


if __name__ == "__main__":
    sys.exit(main())
