"""The tagger's network: the layers of all-MiniLM-L6-v2, given what it cannot see, with one label a word piece."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

WIDTH, HEADS, INNER, LONGEST = 384, 12, 1536, 512
EPSILON = 1e-12


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, seen: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        texts, length, _ = seen.shape
        parts = self.qkv(seen).view(texts, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        drop = self.drop.p if self.training else 0.0
        attended = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=mask, dropout_p=drop)
        attended = self.attended(attended.transpose(1, 2).reshape(texts, length, WIDTH))
        seen = self.attended_norm(seen + self.drop(attended))
        return self.outer_norm(seen + self.drop(self.outer(functional.gelu(self.inner(seen)))))


class Encoder(nn.Module):
    """Word pieces and their traits in, the score of each label out."""

    def __init__(self, labels: int, traits: int, layers: int = 6, words: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.traits = nn.Embedding(traits, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.head = nn.Linear(WIDTH, labels)
        nn.init.zeros_(self.traits.weight)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor, traits: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        seen = self.words(ids) + self.places.weight[: ids.shape[1]] + self.traits(traits)
        seen = self.drop(self.norm(seen))
        for layer in self.layers:
            seen = layer(seen, mask)
        return self.head(self.drop(seen))


def start_from(encoder: Encoder, base: dict[str, torch.Tensor]) -> None:
    """Give the encoder the weights of a BERT of its width."""
    side = base["embeddings.token_type_embeddings.weight"][0]
    state = {
        "words.weight": base["embeddings.word_embeddings.weight"],
        "places.weight": base["embeddings.position_embeddings.weight"] + side,
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    names = {
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for number in range(len(encoder.layers)):
        here = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            state |= {f"layers.{number}.{own}.{kind}": base[f"{here}{its}.{kind}"] for own, its in names.items()}
            parts = [base[f"{here}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            state[f"layers.{number}.qkv.{kind}"] = torch.cat(parts)
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if unexpected or set(missing) != {"traits.weight", "head.weight", "head.bias"}:
        raise ValueError(f"the base has other weights: {missing} {unexpected}")
