"""What one article, one passage and one request cost: ``python -m benchmarks.archive.units [ARTICLES]`` (300).

Processor time of one thread, so that the load of the machine weighs little; bytes on disk; requests to a bucket, counted at
a server of S3 in this process. What they add up to for a billion passages stands in ``docs/scale.md``.
"""

from __future__ import annotations

import json
import lzma
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import lancedb
import numpy as np
import pyarrow as pa
from benchmarks.data import data
from benchmarks.finding.questions import Figures, asked, window
from lancedb.index import HnswSq, IvfFlat, IvfPq

from onrecord.adapters import lance, lance_indexes, lance_search
from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_folder import Folder
from onrecord.adapters.minilm import MiniLM
from onrecord.data import Page
from onrecord.find import cut_passages
from onrecord.ports import Entry, Vectors
from onrecord.read import read_paths
from onrecord.restore import restore

TESTS = Path(__file__).resolve().parents[2] / "tests" / "adapters"
ARTICLES = 300
AT_ONCE = 64
ASKED = 200
NEAREST = 20
KINDS: dict[str, Callable[[], object]] = {
    "flat": lambda: IvfFlat(distance_type="dot"),
    "pq96": lambda: IvfPq(distance_type="dot", num_sub_vectors=96),
    "hnsw_sq": lambda: HnswSq(distance_type="dot"),
}


def batched(entries: list[Entry]) -> list[list[Entry]]:
    return [entries[at : at + AT_ONCE] for at in range(0, len(entries), AT_ONCE)]


@contextmanager
def processor() -> Iterator[list[float]]:
    """Give the seconds of processor time that a block took, of all threads."""
    began, took = time.process_time(), []
    yield took
    took.append(time.process_time() - began)


def pages(count: int) -> tuple[list[Page], float]:
    with tempfile.TemporaryDirectory() as scratch, lzma.open(data("news/articles.jsonl.xz")) as lines:
        some = Path(scratch) / "some.jsonl"
        some.write_bytes(b"".join(islice(lines, count)))
        with processor() as took:
            read = list(read_paths([some]))
    return read, took[0]


def prepared(read: list[Page], embedder: MiniLM) -> tuple[list[Entry], Figures]:
    with processor() as restoring:
        restored = [restore(page) for page in read]
    with processor() as cutting:
        cut = [(page.document, cut_passages(one)) for page, one in zip(read, restored, strict=True)]
    entries = []
    with processor() as embedding:
        for document, passages in cut:
            vectors = embedder.embed_passages([passage.span.cut(document.text) for passage in passages])
            entries.append(Entry(document=document, passages=passages, vectors=vectors))
    count = sum(len(entry.passages) for entry in entries)
    return entries, {
        "articles": len(read),
        "passages_per_article": count / len(read),
        "characters_per_article": sum(len(page.document.text) for page in read) / len(read),
        "restore_ms_per_article": 1e3 * restoring[0] / len(read),
        "cut_ms_per_article": 1e3 * cutting[0] / len(read),
        "embed_ms_per_passage": 1e3 * embedding[0] / count,
    }


def settle() -> None:
    """Leave nothing to older versions, merge when asked only, and cluster the vectors of few passages, too."""
    lance._KEPT = timedelta(0)
    lance.too_much_waits = lambda _: False
    lance_indexes._VECTOR_INDEX_FROM = 1_000
    lance_search._FEW = 0


def stored(where: Path | str, entries: list[Entry]) -> LanceArchive:
    with LanceArchive.open(where, create=True) as archive:
        for some in batched(entries):
            archive.add(some)
        archive.compact()
    return LanceArchive.open(where)


def indexes(entries: list[Entry], scratch: Path, queries: Vectors) -> Figures:
    """Kinds of index over the vectors: bytes and processor time a vector, and how many of the nearest are found."""
    vectors = np.concatenate([entry.vectors for entry in entries])
    exact = np.argsort(-(queries @ vectors.T), axis=1)[:, :NEAREST]
    flat = pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), vectors.shape[1])
    rows = pa.table({"at": pa.array(range(len(vectors))), "vector": flat})
    figures: Figures = {"index_vectors": len(vectors)}
    for name, kind in KINDS.items():
        folder = scratch / name
        table = lancedb.connect(folder).create_table("t", rows)
        before = sum(size for _, size in Folder(folder).files())
        with processor() as took:
            table.create_index("vector", config=kind())
        found = [
            {hit["at"] for hit in table.search(query).nprobes(40).refine_factor(10).limit(NEAREST).to_list()}
            for query in queries
        ]
        right = sum(len(one & set(best.tolist())) for one, best in zip(found, exact, strict=True))
        figures |= {
            f"{name}_bytes_per_vector": (sum(size for _, size in Folder(folder).files()) - before) / len(vectors),
            f"{name}_build_ms_per_vector": 1e3 * took[0] / len(vectors),
            f"{name}_recall_at_20": right / exact.size,
        }
    return figures


def requests(entries: list[Entry], queries: list[dict[str, str]], embedder: MiniLM) -> Figures:
    """Requests and bytes to and from a bucket: of a commit, of opening, of a search."""
    sys.path.insert(0, str(TESTS))
    import buckets  # noqa: PLC0415
    from moto.core import DEFAULT_ACCOUNT_ID  # noqa: PLC0415
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: PLC0415
    from moto.s3.models import s3_backends  # noqa: PLC0415
    from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: PLC0415

    count: Counter[str] = Counter()
    serve = buckets.settled(DomainDispatcherApplication(create_backend_app))

    def counted(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        answer = serve(environ, start)
        count[environ["REQUEST_METHOD"]] += 1
        count["bytes_out"] += sum(map(len, answer))
        count["bytes_in"] += int(environ.get("CONTENT_LENGTH") or 0)
        return answer

    class Silent(WSGIRequestHandler):
        def log_request(self, *_: object) -> None:
            pass

    s3_backends[DEFAULT_ACCOUNT_ID]["aws"].create_bucket("units", "us-east-1")
    server = make_server("127.0.0.1", 0, counted, threaded=True, request_handler=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}",
        "AWS_ALLOW_HTTP": "true",
    }
    figures: Figures = {}

    def told(name: str, times: int) -> None:
        gets, puts = count["GET"] + count["HEAD"], count["PUT"] + count["POST"]
        figures[f"{name}_gets"], figures[f"{name}_puts"] = gets / times, puts / times
        figures[f"{name}_kb_out"], figures[f"{name}_kb_in"] = (
            count["bytes_out"] / times / 1e3,
            count["bytes_in"] / times / 1e3,
        )
        count.clear()

    address = "s3://units/archive"
    with LanceArchive.open(address, create=True) as archive:
        archive.become_writer()
        count.clear()
        parts = batched(entries)
        for some in parts:
            archive.add(some)
        told("s3_commit", len(parts))
        archive.compact()
        told("s3_compact", 1)
    reader = LanceArchive.open(address)
    told("s3_open", 1)
    for times, name in ((1, "s3_first_find"), (ASKED, "s3_find")):
        for one in queries[:times]:
            reader.match([one["text"]], window=window(one), limit=50)
            reader.near(embedder.embed([one["text"]]), window=window(one), limit=50)
        told(name, times)
    server.shutdown()
    return figures


def run(count: int) -> Figures:
    settle()
    embedder = MiniLM(threads=1)
    read, took = pages(count)
    entries, figures = prepared(read, embedder)
    figures["read_ms_per_article"] = 1e3 * took / len(read)
    queries = asked()[:ASKED]
    passages = sum(len(entry.passages) for entry in entries)
    with tempfile.TemporaryDirectory() as scratch:
        with processor() as storing:
            stored(Path(scratch) / "archive", entries)
        held = Counter(dict.fromkeys(("data", "_indices", "_versions"), 0))
        for name, size in Folder(Path(scratch) / "archive").files():
            held[name.split("/")[1] if "/" in name else "rest"] += size
        figures |= {
            "store_ms_per_passage": 1e3 * storing[0] / passages,
            "data_bytes_per_passage": held["data"] / passages,
            "index_bytes_per_passage": held["_indices"] / passages,
        }
        figures |= indexes(entries, Path(scratch), embedder.embed([one["text"] for one in queries]))
    return figures | requests(entries, queries, embedder)


if __name__ == "__main__":
    figures = run(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1))
