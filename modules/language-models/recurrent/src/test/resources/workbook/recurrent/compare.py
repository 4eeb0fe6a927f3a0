"""The same training as `./workbook run recurrent/train`, in PyTorch: text, split, streams, model, schedule
and scored places are the same; the first weights are not.

    python3 compare.py CELL STEPS WIDTH TEXT THREADS [CHECKPOINT]

With a checkpoint, written by recurrent/train, its weights are scored after the training; 0 steps score
them alone.
"""
import math
import sys
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

CELLS = dict(rnn=torch.nn.RNN, lstm=torch.nn.LSTM, gru=torch.nn.GRU)
cell, steps, width, path, threads = sys.argv[1], *map(int, sys.argv[2:4]), sys.argv[4], int(sys.argv[5])
INPUTS, ROWS, COLUMNS, RATE, BLOCK = 32, 32, 64, 0.005, 256
torch.manual_seed(1)
torch.set_num_threads(threads)
characters = open(path, encoding="utf-8", newline="").read()
numbers = {c: i for i, c in enumerate(sorted(set(characters)))}
text = torch.tensor([numbers[c] for c in characters])
split = len(text) * 9 // 10


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = torch.nn.Embedding(len(numbers), INPUTS)
        self.rnn = CELLS[cell](INPUTS, width)
        self.output = torch.nn.Linear(width, len(numbers))


def rate(step):
    warmup = steps // 20
    if step < warmup:
        return RATE * (step + 1) / (warmup + 1)
    share = (step - warmup) / (steps - warmup)
    return RATE / 10 + (RATE - RATE / 10) * (1 + math.cos(math.pi * share)) / 2


model = Model()
optimizer = torch.optim.AdamW(model.parameters(), weight_decay=0)
length = (split - 1) // ROWS
at, state, times = 0, None, []
for step in range(steps):
    start = time.perf_counter()
    if at + COLUMNS > length:
        at = 0
    if at == 0:
        state = None
    places = at + torch.arange(COLUMNS)[:, None] + length * torch.arange(ROWS)
    y, state = model.rnn(model.embedding(text[places]), state)
    loss = F.cross_entropy(model.output(y).flatten(0, 1), text[places + 1].flatten())
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    for group in optimizer.param_groups:
        group["lr"] = rate(step)
    optimizer.step()
    state = tuple(s.detach() for s in state) if isinstance(state, tuple) else state.detach()
    at += COLUMNS
    times.append(time.perf_counter() - start)
    if (step + 1) % 100 == 0:
        print(f"step {step + 1} of {steps}  loss {loss.item():.4f}", flush=True)
if times:
    times.sort()
    print(f"a step: {times[0] * 1e3:.1f} ms at best, {times[len(times) // 2] * 1e3:.1f} ms in the middle")
if len(sys.argv) > 6:
    model.load_state_dict(load_file(sys.argv[6]))

# Places are scored in blocks of 256, each read from the beginning of the block before.
total, count = 0.0, 0
with torch.no_grad():
    for first in range(split // BLOCK, -(-len(text) // BLOCK), 64):
        blocks = torch.arange(first, min(first + 64, -(-len(text) // BLOCK)))
        places = (blocks - 1) * BLOCK + torch.arange(2 * BLOCK)[:, None]
        y, _ = model.rnn(model.embedding(text[places.clamp(max=len(text) - 1)]))
        asked = places + 1
        scored = (asked >= split) & (asked < len(text)) & (asked >= blocks * BLOCK)
        scored &= asked < (blocks + 1) * BLOCK
        logs = F.log_softmax(model.output(y), -1)
        logs = logs.gather(-1, text[asked.clamp(max=len(text) - 1)][..., None])[..., 0]
        total -= logs[scored].double().sum().item()
        count += int(scored.sum())
print(f"validation: {total / count:.4f} nats a character at {count} places")
