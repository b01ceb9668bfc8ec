"""Print what goes wrong in the development sentences: ``python -m benchmarks.times.misses``."""

from __future__ import annotations

from benchmarks.times.annotated import sentences
from benchmarks.times.run import ours
from benchmarks.times.scoring import figures, judged_figures, judged_times, times

from onrecord.text.numbers import find_figures

if __name__ == "__main__":
    read = sentences("development")
    for sentence in read:
        judged = (*judged_times(sentence, ours(sentence)), *judged_figures(sentence, find_figures(sentence.text)))
        for word, wanted, each in judged:
            if word not in ("right", "open"):
                print(f"{word}: {sentence.published} {sentence.text}\n    wanted {wanted}\n    found  {each}")
    print(times(read, ours) | figures(read, find_figures))
