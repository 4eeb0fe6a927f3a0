"""Trains the GPT of nanoGPT's README with PyTorch, on as many threads as the first argument says,
from the weights in the safetensors file that the second names.

The first line that goes out names PyTorch. Each line that comes in is one of

    batch ID ID ...     inputs, then targets; answered by how many batches there are
    steps N             answered by milliseconds a step, and the last loss
    memory              answered by the largest resident set so far, in bytes, or 0
"""
import json
import math
import struct
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

ROWS, TIME, HEADS = 12, 64, 4

torch.set_num_threads(int(sys.argv[1]))


def read(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    return {
        name: torch.frombuffer(
            data, dtype=torch.float32, count=math.prod(of["shape"]), offset=of["data_offsets"][0]
        ).reshape(of["shape"]).clone()
        for name, of in header.items()
    }


class Block(nn.Module):
    """As nanoGPT writes it, queries, keys and values by one matrix."""

    def __init__(self, w):
        super().__init__()
        self.first = nn.Parameter(w["first.gain"])
        self.second = nn.Parameter(w["second.gain"])
        self.qkv = nn.Parameter(torch.cat([w[f"{x}.weight"] for x in ("query", "key", "value")]))
        self.output = nn.Parameter(w["output.weight"])
        self.up = nn.Parameter(w["up.weight"])
        self.down = nn.Parameter(w["down.weight"])

    def forward(self, x):
        width = x.size(2)
        h = F.linear(F.layer_norm(x, (width,), self.first), self.qkv)
        q, k, v = (
            y.view(ROWS, TIME, HEADS, width // HEADS).transpose(1, 2) for y in h.split(width, 2)
        )
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        y = y.transpose(1, 2).contiguous().view(ROWS, TIME, width)
        x = x + F.linear(y, self.output)
        h = F.gelu(F.linear(F.layer_norm(x, (width,), self.second), self.up))
        return x + F.linear(h, self.down)


class GPT(nn.Module):
    def __init__(self, w, layers=4):
        super().__init__()
        self.token = nn.Parameter(w["token"])
        self.position = nn.Parameter(w["position"])
        self.norm = nn.Parameter(w["norm.gain"])
        self.blocks = nn.ModuleList(
            Block({n.split(".", 1)[1]: t for n, t in w.items() if n.startswith(f"{layer}.")})
            for layer in range(layers)
        )

    def forward(self, ids, targets):
        x = F.embedding(ids, self.token) + self.position
        for block in self.blocks:
            x = block(x)
        x = F.layer_norm(x, (x.size(2),), self.norm)
        logits = F.linear(x, self.token)
        return F.cross_entropy(logits.view(-1, logits.size(2)), targets.view(-1))


model = GPT(read(sys.argv[2]))
matrices = [p for p in model.parameters() if p.dim() == 2]
others = [p for p in model.parameters() if p.dim() < 2]
optimizer = torch.optim.AdamW(
    [{"params": matrices, "weight_decay": 0.1}, {"params": others, "weight_decay": 0.0}],
    lr=1e-3,
    betas=(0.9, 0.99),
)
batches = []
done = 0


def step():
    global done
    ids, targets = batches[done % len(batches)]
    done += 1
    optimizer.zero_grad(set_to_none=True)
    loss = model(ids, targets)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


print("PyTorch", torch.__version__, flush=True)
for line in sys.stdin:
    what, *rest = line.split()
    if what == "batch":
        both = torch.tensor([int(x) for x in rest]).view(2, ROWS, TIME)
        batches.append((both[0], both[1]))
        print(len(batches), flush=True)
    elif what == "steps":
        start = time.perf_counter()
        for _ in range(int(rest[0])):
            loss = step()
        print((time.perf_counter() - start) * 1000 / int(rest[0]), loss, flush=True)
    else:
        try:
            import resource

            unit = 1 if sys.platform == "darwin" else 1024
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit, flush=True)
        except ImportError:
            print(0, flush=True)
