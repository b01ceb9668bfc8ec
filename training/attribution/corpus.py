"""What ``prepare.py`` wrote, as tensors: cut into windows and put into batches."""

from __future__ import annotations

import io
import lzma
from pathlib import Path

import numpy as np
import torch

from onrecord.extract.tagging.wordpieces import CLS, LENGTH, SEP, windows

NO_LABEL = 255
TRAIN, DEV, NEWS = 0, 1, 2
FOLDS = 6
"""Train articles are parted by date: what is to be read later is news of other months too."""
ROLES = ("", "S", "C", "N")

Cut = tuple[int, int]


class Corpus:
    """Texts, labelled and not, one behind another; place 0 holds ``CLS`` and place 1 what fills a batch up."""

    def __init__(self, path: Path) -> None:
        stored = np.load(io.BytesIO(lzma.decompress(path.read_bytes())))
        self.names = [str(name) for name in stored["names"]]
        self.telling = str(stored["telling"])
        self.ids = np.concatenate([[CLS, 0], stored["ids"]]).astype(np.int64)
        self.traits = np.concatenate([[0, 0], stored["traits"]]).astype(np.int64)
        self.labels = np.concatenate([[NO_LABEL, NO_LABEL], stored["labels"]]).astype(np.int64)
        self.roles = np.array([[name[2:3] == role for role in ROLES] for name in self.names], dtype=np.float32)
        bounds = 2 + np.concatenate([[0], np.cumsum(stored["paragraphs"].astype(np.int64))])
        last = np.cumsum(stored["counts"].astype(np.int64))
        self.bounds = [bounds[first : end + 1] for first, end in zip([0, *last[:-1]], last, strict=True)]
        split, copy, copies = stored["about"].T
        texts = np.arange(len(split))
        self.train = texts[(split == TRAIN) & (copy == 0)].tolist()
        self.dev = texts[split == DEV].tolist()
        self.news = texts[split == NEWS].tolist()
        self.readings = {text: list(range(text, text + int(copies[text]))) for text in self.train}
        """The same article as each of its annotators reads it."""
        self.fold = {text: rank * FOLDS // len(self.train) for rank, text in enumerate(self.train)}

    def part(self, text: int) -> slice:
        """Return where a text stands."""
        return slice(int(self.bounds[text][0]), int(self.bounds[text][-1]))

    def size(self, texts: list[int]) -> int:
        return sum(self.part(text).stop - self.part(text).start for text in texts)

    def cuts(self, text: int, chance: np.random.Generator) -> list[Cut]:
        """Cut a text into runs of whole paragraphs, each time at other places."""
        found: list[Cut] = []
        begin = last = int(self.bounds[text][0])
        room = int(chance.integers(60, LENGTH))
        for end in self.bounds[text][1:].tolist():
            if end - begin > room and last > begin:
                found.append((begin, last))
                begin, room = last, int(chance.integers(160, LENGTH))
            while end - begin > LENGTH - 1:
                found.append((begin, begin + LENGTH - 1))
                begin += LENGTH - 1
            last = end
        return [*found, (begin, last)] if last > begin else found

    def batches(self, texts: list[int], size: int, chance: np.random.Generator) -> list[list[Cut]]:
        """Return the cuts of ``texts`` in batches of about equal length, in random order."""
        cuts = [cut for text in texts for cut in self.cuts(text, chance)]
        order = np.array([end - begin for begin, end in cuts]) // 32 * 1000 + chance.integers(0, 1000, len(cuts))
        cuts = [cuts[at] for at in np.argsort(order)]
        parts = [cuts[at : at + size] for at in range(0, len(cuts), size)]
        return [parts[at] for at in chance.permutation(len(parts))]

    def windows(self, text: int) -> list[tuple[int, int, int]]:
        """Return the windows that reading cuts a text into: where each begins, its own pieces begin, and it ends."""
        start = int(self.bounds[text][0])
        ends = (self.bounds[text][1:] - start).tolist()
        return [(start + one.start, start + one.own, start + one.end) for one in windows(ends)]


class Batches:
    """The corpus on a device, from which batches are cut."""

    def __init__(self, corpus: Corpus, device: torch.device) -> None:
        self.device = device
        self.ids = torch.from_numpy(corpus.ids).to(device)
        self.traits = torch.from_numpy(corpus.traits).to(device)

    def places(self, cuts: list[Cut]) -> tuple[torch.Tensor, torch.Tensor]:
        """Return where each piece of a batch stands in the corpus, ``CLS`` before them, and which are inside."""
        longest = -(-(max(end - begin for begin, end in cuts) + 1) // 32) * 32
        begins, ends = (torch.tensor(side, device=self.device)[:, None] for side in zip(*cuts, strict=True))
        places = begins - 1 + torch.arange(longest, device=self.device)[None]
        inside = places < ends
        places = torch.where(inside, places, 1)
        places[:, 0] = 0
        return places, inside[:, None, None, :]

    def masked(self, places: torch.Tensor, share: float) -> torch.Tensor:
        """Return the pieces at ``places``, some of them hidden."""
        ids = self.ids[places]
        hidden = (torch.rand(ids.shape, device=self.device) < share) & (places > 1) & (ids != SEP)
        return torch.where(hidden, 103, ids)
