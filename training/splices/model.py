"""The two networks: the gate, which reads every page, and the judge, which reads around what the gate points at."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 (its usual name)

from onrecord.restore.pasted.gate import DILATIONS, KINDS, PAGE_AFTER
from onrecord.restore.pasted.pieces import TABLES
from onrecord.restore.pasted.tokens import ECHOES, ENDINGS, SHAPES, WORDS

OUT = len(KINDS) + 2
PATH = 3
"""What a path through foreign and own tokens gains: by a token inside, by a start, by an end."""
_NEVER = -1e4


class Gate(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.width = width
        self.tables = nn.ModuleList(nn.Embedding(size, width) for size in (WORDS, ENDINGS, SHAPES, ECHOES))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.5)
        self.convolutions = nn.ModuleList(nn.Conv1d(width, width, 3, dilation=d, padding=d) for d in DILATIONS)
        self.mixes = nn.ModuleList(nn.Linear(width, width) for _ in DILATIONS)
        self.page = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, OUT)

    def forward(self, features: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        h = sum(table(features[..., at]) for at, table in enumerate(self.tables))
        h = F.dropout(h, 0.1, self.training)
        for at, (convolution, mix) in enumerate(zip(self.convolutions, self.mixes, strict=True)):
            u = F.layer_norm(h, (self.width,)) * mask
            u = F.relu(convolution(u.transpose(1, 2)).transpose(1, 2))
            h = h + mix(u)
            if at == PAGE_AFTER:
                mean = (F.layer_norm(h, (self.width,)) * mask).sum(1, keepdim=True) / mask.sum(1, keepdim=True)
                add, scale = self.page(mean).chunk(2, -1)
                h = h * (1 + torch.tanh(scale)) + add
        return self.out(F.layer_norm(h, (self.width,)))


class Layer(nn.Module):
    """A layer of BERT."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.mix = nn.Linear(width, width)
        self.mix_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, h: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        b, n, width = h.shape
        q, k, v = self.qkv(h).view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        drop = 0.1 if self.training else 0.0
        u = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        u = self.mix(u.transpose(1, 2).reshape(b, n, width))
        h = self.mix_norm(h + F.dropout(u, drop, self.training))
        u = self.narrow(F.gelu(self.widen(h)))
        return self.norm(h + F.dropout(u, drop, self.training))


def of_bert(base: dict[str, torch.Tensor], at: int) -> dict[str, torch.Tensor]:
    """Return the weights of one of BERT's layers as :class:`Layer` names them."""
    name = f"encoder.layer.{at}."
    own = {}
    for part in ("weight", "bias"):
        parts = [base[f"{name}attention.self.{one}.{part}"] for one in ("query", "key", "value")]
        own[f"qkv.{part}"] = torch.cat(parts)
        own[f"mix.{part}"] = base[f"{name}attention.output.dense.{part}"]
        own[f"mix_norm.{part}"] = base[f"{name}attention.output.LayerNorm.{part}"]
        own[f"widen.{part}"] = base[f"{name}intermediate.dense.{part}"]
        own[f"narrow.{part}"] = base[f"{name}output.dense.{part}"]
        own[f"norm.{part}"] = base[f"{name}output.LayerNorm.{part}"]
    return own


class Judge(nn.Module):
    """all-MiniLM-L6-v2 with the features of its tokens added to its words; the words themselves are not learned."""

    def __init__(self, base: dict[str, torch.Tensor], layers: int) -> None:
        super().__init__()
        words = base["embeddings.word_embeddings.weight"]
        width = words.shape[1]
        inner = base["encoder.layer.0.intermediate.dense.weight"].shape[0]
        self.register_buffer("words", words.clone())
        self.places = nn.Parameter(base["embeddings.position_embeddings.weight"].clone())
        self.kinds = nn.Parameter(base["embeddings.token_type_embeddings.weight"][:1].repeat(2, 1))
        self.tables = nn.ModuleList(nn.Embedding(size, width) for size in TABLES)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.02)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.norm.load_state_dict({n: base[f"embeddings.LayerNorm.{n}"] for n in ("weight", "bias")})
        self.layers = nn.ModuleList(Layer(width, inner, width // 32) for _ in range(layers))
        for at, layer in enumerate(self.layers):
            layer.load_state_dict(of_bert(base, at))
        self.out = nn.Linear(width, OUT + PATH)
        nn.init.zeros_(self.out.bias)
        with torch.no_grad():
            self.out.bias[-2:] = -4.0  # starts and ends are few

    def forward(
        self, ids: torch.Tensor, features: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor | None = None
    ) -> torch.Tensor:
        """Return for each piece its scores; shape (windows, pieces, kinds + 2 + 3)."""
        return self.read(self.words[ids], features, kinds, mask)

    def read(
        self, words: torch.Tensor, features: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor | None = None
    ) -> torch.Tensor:
        h = words + self.places[: words.shape[1]] + self.kinds[kinds]
        for at, table in enumerate(self.tables):
            h = h + table(features[..., at]) * kinds[..., None].to(h.dtype)
        h = F.dropout(self.norm(h), 0.1, self.training)
        for layer in self.layers:
            h = layer(h, mask)
        return self.out(h)


def path_loss(path: torch.Tensor, told: torch.Tensor) -> torch.Tensor:
    """Return for each window minus the log-likelihood of its cut, by a conditional random field.

    ``path``: shape (windows, pieces, 3), ``told``: shape (windows, pieces, 3), -1 where no token begins. A window may
    begin and end inside a passage.
    """
    seen = told[..., 0] >= 0
    order = (~seen).int().argsort(dim=1, stable=True)
    gains = path.float().gather(1, order[..., None].expand(-1, -1, 3))
    told = told.long().gather(1, order[..., None].expand(-1, -1, 3))
    here = seen.gather(1, order)
    u, s, e = gains.unbind(-1)
    before = F.pad(e, (1, 0))[:, :-1]  # the end of the token before
    own, foreign = torch.zeros_like(u), u
    begin = torch.arange(u.shape[1], device=u.device) == 0
    never = torch.full_like(u, _NEVER)
    steps = torch.stack(
        [
            torch.stack([own, s + u], -1),
            torch.stack(
                [torch.where(begin, never, before), torch.where(begin, u, torch.logaddexp(own, before + s) + foreign)],
                -1,
            ),
        ],
        -2,
    )
    idle = torch.tensor([[0.0, _NEVER], [_NEVER, 0.0]], device=u.device)
    steps = torch.where(here[..., None, None], steps, idle)
    while steps.shape[1] > 1:  # products of neighbours, until one is left
        if steps.shape[1] % 2:
            steps = torch.cat([steps, idle.expand(len(steps), 1, 2, 2)], 1)
        left, right = steps[:, ::2], steps[:, 1::2]
        steps = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
    every = torch.logsumexp(steps[:, 0].flatten(1), dim=1)
    inside = (told[..., 0] > 0) & here
    starts, ends = (told[..., 1] > 0) & here, (told[..., 2] > 0) & here
    last = here & ~F.pad(here, (0, 1))[:, 1:]
    gold = (u * inside).sum(1) + (s * starts).sum(1) + (e * (ends & ~last)).sum(1)
    return every - gold
