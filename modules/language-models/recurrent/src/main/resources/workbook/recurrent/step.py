"""Trains a recurrent network with PyTorch: a cell (rnn, lstm or gru), on so many threads, with so
many symbols, inputs, a width, so many rows, at a learning rate, as the arguments say.

The first line that goes out names PyTorch. Each line that comes in is one of

    piece ID ID ...     inputs, then targets, at each step of time one of every row; answered by how
                        many pieces there are
    steps N             answered by milliseconds a step, and the last loss
"""
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

CELLS = dict(rnn=nn.RNN, lstm=nn.LSTM, gru=nn.GRU)
cell = sys.argv[1]
threads, symbols, inputs, width, rows = map(int, sys.argv[2:7])
rate = float(sys.argv[7])
torch.set_num_threads(threads)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(symbols, inputs)
        self.rnn = CELLS[cell](inputs, width)
        self.output = nn.Linear(width, symbols)
        for weights in self.parameters():
            i = torch.arange(weights.numel(), dtype=torch.float64)
            weights.data = (torch.sin(i * i) / math.sqrt(width)).float().reshape(weights.shape)


network = Network()
optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0)
pieces = []
done, state = 0, None


def step():
    global done, state
    ids, targets = pieces[done % len(pieces)]
    if done % len(pieces) == 0:
        state = None
    done += 1
    outputs, state = network.rnn(network.embedding(ids), state)
    loss = F.cross_entropy(network.output(outputs).flatten(0, 1), targets.flatten())
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    state = tuple(s.detach() for s in state) if cell == "lstm" else state.detach()
    return loss.item()


print("PyTorch", torch.__version__, flush=True)
for line in sys.stdin:
    what, *rest = line.split()
    if what == "piece":
        both = torch.tensor([int(x) for x in rest]).view(2, -1, rows)
        pieces.append((both[0], both[1]))
        print(len(pieces), flush=True)
    else:
        start = time.perf_counter()
        for _ in range(int(rest[0])):
            loss = step()
        print((time.perf_counter() - start) * 1000 / int(rest[0]), loss, flush=True)
