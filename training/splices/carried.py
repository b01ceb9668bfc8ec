"""Train on a machine that holds neither the data nor what reads pages: it needs numpy, torch and tokenizers.

``python carried.py pack FOLDER LEARNED`` where both are puts into FOLDER what pages are made of and the weights to
learn on from, which ``shipped.py`` or a training left in LEARNED. ``python carried.py train FOLDER --work …`` there
takes the arguments of ``train.py``. Modules are imported late, since the pack says what they import.
"""

from __future__ import annotations

import json
import lzma
import shutil
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import numpy as np

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))
_FOLDS = ("train", "dev")
_LONGEST = 60  # paragraphs, as the benchmark cuts them


def pack(folder: Path, learned: Path) -> None:
    """Write what a training needs: some 50 MB."""
    from base import FOLDER, base_weights  # noqa: PLC0415
    from benchmarks.splices import sources  # noqa: PLC0415
    from mined import labelled  # noqa: PLC0415
    from train import stored  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    told = {
        fold: {
            "articles": [
                (one.publisher, one.title, list(dict.fromkeys(one.paragraphs))[:_LONGEST])
                for one in sources.articles(fold)
            ],
            "replies": [(one.model, one.text) for one in sources.replies(fold)],
            "furniture": sources.furniture(fold),
            "labelled": list(labelled(fold)) if fold == "train" else [],
        }
        for fold in _FOLDS
    }
    with lzma.open(folder / "told.json.xz", "wt", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False)
    words = base_weights()["embeddings.word_embeddings.weight"].numpy()
    scale = np.abs(words).max(1, keepdims=True) / 127
    np.savez_compressed(folder / "words.npz", words=np.round(words / scale).astype(np.int8), scale=scale)
    np.savez_compressed(folder / "weights.part0.npz", **stored(learned))
    shutil.copy(FOLDER / "tokenizer.json", folder)


def unpack(folder: Path) -> None:
    """Let the sources be what was packed, and let nothing be imported that reads pages."""
    for name in ("onrecord", "onrecord.restore", "onrecord.text"):  # packages that import nothing themselves
        spec = spec_from_file_location(name, _ROOT / "src" / name.replace(".", "/") / "__init__.py")
        if spec:
            sys.modules[name] = module_from_spec(spec)
    _stand_in("onrecord.read", read_bytes=None)
    _stand_in("onrecord.restore.labelling.labels", label_blocks=None)
    with lzma.open(folder / "told.json.xz", "rt", encoding="utf-8") as file:
        told = json.load(file)
    from benchmarks.splices import sources  # noqa: PLC0415

    articles = {
        fold: tuple(
            sources.Article(publisher=publisher, title=title, paragraphs=tuple(paragraphs))
            for publisher, title, paragraphs in told[fold]["articles"]
        )
        for fold in _FOLDS
    }
    replies = {
        fold: tuple(sources.Reply(model=model, text=text) for model, text in told[fold]["replies"]) for fold in _FOLDS
    }
    sources.articles = articles.__getitem__
    sources.replies = replies.__getitem__
    sources.furniture = lambda fold: told[fold]["furniture"]
    _stand_in("mined", labelled=lambda fold: told[fold]["labelled"])
    _stand_in("base", FOLDER=folder, base_weights=lambda: _base(folder))


def _stand_in(name: str, **holds: object) -> None:
    module = ModuleType(name)
    vars(module).update(holds)
    sys.modules[name] = module


def _base(folder: Path) -> dict[str, object]:
    """Return the words of the encoder; all else, which the weights to learn on from replace, in its shape."""
    import torch  # noqa: PLC0415

    with np.load(folder / "words.npz") as stored:
        words = torch.from_numpy(stored["words"] * stored["scale"])
    width = words.shape[1]
    shapes = {"embeddings.position_embeddings": (512, width), "embeddings.token_type_embeddings": (2, width)}
    for at in range(6):
        layer = f"encoder.layer.{at}."
        shapes |= {f"{layer}attention.self.{part}": (width, width) for part in ("query", "key", "value")}
        shapes |= {f"{layer}attention.output.dense": (width, width), f"{layer}intermediate.dense": (4 * width, width)}
        shapes |= {f"{layer}output.dense": (width, 4 * width)}
        shapes |= {f"{layer}{part}LayerNorm": (width,) for part in ("attention.output.", "output.")}
    shapes["embeddings.LayerNorm"] = (width,)
    found = {f"{name}.weight": torch.zeros(shape) for name, shape in shapes.items()}
    found |= {f"{name}.bias": torch.zeros(shape[0]) for name, shape in shapes.items()}
    return found | {"embeddings.word_embeddings.weight": words}


if __name__ == "__main__":
    if sys.argv[1] == "pack":
        pack(*map(Path, sys.argv[2:]))
    else:
        unpack(Path(sys.argv[2]))
        from train import main

        sys.argv[1:] = ["--begin", *sys.argv[2:]]
        main()
