"""Makes golden.safetensors: what PyTorch's RNN, LSTM and GRU compute, and how they learn.

    pip install torch==2.13.0 safetensors==0.8.0 numpy
    python3 golden.py

All is computed in float64 from numbers that fit float32, so that the roundings are ours alone. The
versions and the seed are in the file too, under __metadata__.
"""
import copy

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import save_file

SEED = 20261125
torch.manual_seed(SEED)
torch.set_num_threads(1)
tensors = {}


def keep(name, value):
    tensors[name] = torch.as_tensor(value).detach().to(torch.float32).contiguous().clone()


def r(*shape):
    return torch.randn(*shape).double().requires_grad_()


# One layer, read over some steps from a state that is not zero: outputs, last state, all gradients.
TIME, ROWS, INPUTS, WIDTH = 6, 3, 5, 4
CELLS = dict(rnn=torch.nn.RNN, lstm=torch.nn.LSTM, gru=torch.nn.GRU)
for name, layer in CELLS.items():
    cell = layer(INPUTS, WIDTH).double()
    for parameter in cell.parameters():
        parameter.data = torch.randn(parameter.shape).double()
    x = r(TIME, ROWS, INPUTS)
    start = [r(1, ROWS, WIDTH) for _ in range(2 if name == "lstm" else 1)]
    y, last = cell(x, tuple(start) if name == "lstm" else start[0])
    last = list(last) if name == "lstm" else [last]
    dy = torch.randn(y.shape).double()
    dlast = [torch.randn(s.shape).double() for s in last]
    torch.autograd.backward([y, *last], [dy, *dlast])
    keep(f"{name}/x", x)
    keep(f"{name}/dx", x.grad)
    keep(f"{name}/y", y)
    keep(f"{name}/dy", dy)
    for part, s, l, dl in zip("hc", start, last, dlast):
        keep(f"{name}/start/{part}", s[0])
        keep(f"{name}/dstart/{part}", s.grad[0])
        keep(f"{name}/last/{part}", l[0])
        keep(f"{name}/dlast/{part}", dl[0])
    for parameter, value in cell.named_parameters():
        keep(f"{name}/{parameter}", value)
        keep(f"{name}/d{parameter}", value.grad)

# Both directions.
both = torch.nn.LSTM(INPUTS, WIDTH, bidirectional=True).double()
for parameter in both.parameters():
    parameter.data = torch.randn(parameter.shape).double()
x = r(TIME, ROWS, INPUTS)
keep("both/x", x)
keep("both/y", both(x)[0])
for parameter, value in both.named_parameters():
    keep(f"both/{parameter}", value)

# Exercise 5. PyTorch has no peepholes; this is the LSTM of the ONNX operators with input P, whose
# gates are P_i, P_o and P_f there.
w, u, b = r(4 * WIDTH, INPUTS), r(4 * WIDTH, WIDTH), r(4 * WIDTH)
peepholes = r(3, WIDTH)
x, h, c = r(ROWS, INPUTS), r(ROWS, WIDTH), r(ROWS, WIDTH)
i, f, g, o = (x @ w.T + h @ u.T + b).chunk(4, 1)
i = torch.sigmoid(i + peepholes[0] * c)
f = torch.sigmoid(f + peepholes[1] * c)
new_c = f * c + i * torch.tanh(g)
o = torch.sigmoid(o + peepholes[2] * new_c)
new_h = o * torch.tanh(new_c)
dh, dc = torch.randn(new_h.shape).double(), torch.randn(new_c.shape).double()
torch.autograd.backward([new_h, new_c], [dh, dc])
keep("peephole/sums", x @ w.T + h @ u.T + b)
keep("peephole/peepholes", peepholes)
keep("peephole/c", c)
keep("peephole/next/h", new_h)
keep("peephole/next/c", new_c)
keep("peephole/dnext/h", dh)
keep("peephole/dnext/c", dc)
keep("peephole/dpeepholes", peepholes.grad)

# Training, as Trainer does it: streams side by side, the state carried and cut.
STEPS, RATE, CLIP = 20, 0.01, 1.0
SYMBOLS, EMBEDDED, HIDDEN, STREAMS, PIECE = 11, 6, 8, 4, 8
text = torch.randint(SYMBOLS, (25,)).repeat(8)  # something that can be learned
keep("train/text", text)


class Model(torch.nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.embedding = torch.nn.Embedding(SYMBOLS, EMBEDDED)
        self.rnn = layer(EMBEDDED, HIDDEN)
        self.output = torch.nn.Linear(HIDDEN, SYMBOLS)


def train(model):
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0)
    length = (len(text) - 1) // STREAMS
    losses, norms, at = [], [], 0
    for _ in range(STEPS):
        if at + PIECE > length:
            at = 0
        if at == 0:
            state = None
        places = at + torch.arange(PIECE)[:, None] + length * torch.arange(STREAMS)
        y, state = model.rnn(model.embedding(text[places]), state)
        loss = F.cross_entropy(model.output(y).flatten(0, 1), text[places + 1].flatten())
        optimizer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        norms.append(torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP).item())
        optimizer.step()
        state = tuple(s.detach() for s in state) if isinstance(state, tuple) else state.detach()
        at += PIECE
    return np.array(losses), np.array(norms)


for name, layer in CELLS.items():
    model = Model(layer)
    for parameter, value in model.named_parameters():
        keep(f"train/{name}/start/{parameter}", value)
    double = copy.deepcopy(model).double()
    losses32, norms32 = train(model)
    losses64, norms64 = train(double)
    keep(f"train/{name}/losses", losses64)
    keep(f"train/{name}/norms", norms64)
    for parameter, value in double.named_parameters():
        keep(f"train/{name}/end/{parameter}", value)
    print(f"{name}: losses {losses64[0]:.4f} to {losses64[-1]:.4f}")
    print("  PyTorch's float32 against its float64, largest relative difference of a loss",
          np.max(np.abs(losses32 / losses64 - 1)), "and of a norm",
          np.max(np.abs(norms32 / norms64 - 1)))
    worst = max((a.detach() - b.detach()).abs().max().item()
                for a, b in zip(model.parameters(), double.parameters()))
    print("  largest difference of a weight at the end", worst)

save_file(
    tensors,
    "golden.safetensors",
    metadata=dict(made_by="golden.py", torch=torch.__version__, seed=str(SEED)),
)
