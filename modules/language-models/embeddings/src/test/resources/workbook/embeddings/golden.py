"""Makes golden.safetensors: how PyTorch trains the same three models from the same weights, what it
says of two exercises, and what numpy's SVD makes of some points.

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


def compare(name, losses32, losses64):
    difference = np.max(np.abs(np.array(losses32) / np.array(losses64) - 1))
    print(f"{name}: losses {losses64[0]:.4f} to {losses64[-1]:.4f}; PyTorch's float32 against its"
          f" float64, largest relative difference {difference:.1e}")


# Skip-gram with negative sampling: one pair a step, plain SGD. Some of the random words come twice,
# and some are the word itself.
STEPS, WORDS, WIDTH, NEGATIVES, RATE = 30, 9, 5, 4, 0.25
words, contexts = torch.randn(WORDS, WIDTH) / 2, torch.randn(WORDS, WIDTH) / 2
pairs = torch.randint(WORDS, (STEPS, 2 + NEGATIVES))
pairs[3, 3] = pairs[3, 4]
pairs[5, 2] = pairs[5, 1]
keep("skipgram/words", words)
keep("skipgram/contexts", contexts)
keep("skipgram/pairs", pairs)


def skipgram(dtype):
    w = words.to(dtype).clone().requires_grad_()
    c = contexts.to(dtype).clone().requires_grad_()
    optimizer = torch.optim.SGD([w, c], lr=RATE)
    losses = []
    for word, right, *noise in pairs.tolist():
        loss = -F.logsigmoid(w[word] @ c[right]) - F.logsigmoid(-(c[noise] @ w[word])).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses, w, c


losses64, w, c = skipgram(torch.float64)
keep("skipgram/losses", losses64)
keep("skipgram/end/words", w)
keep("skipgram/end/contexts", c)
compare("skip-gram", skipgram(torch.float32)[0], losses64)

# GloVe: all counts at once, AdaGrad. Some counts are 0, some beyond the 100 that have full weight.
STEPS, ROWS, COLUMNS, WIDTH, RATE = 20, 6, 4, 3, 0.1
counts = torch.floor(torch.exp(7 * torch.rand(ROWS, COLUMNS)) - 1)
counts[1, 2] = counts[4, 0] = 0
parameters = [torch.randn(s) / 2 for s in ((ROWS, WIDTH), (COLUMNS, WIDTH), (ROWS,), (COLUMNS,))]
keep("glove/counts", counts)
keep("glove/parameters", torch.cat([p.flatten() for p in parameters]))
w, c, b, d = [p.double().clone().requires_grad_() for p in parameters]
optimizer = torch.optim.Adagrad([w, c, b, d], lr=RATE)
losses = []
for _ in range(STEPS):
    x = counts.double()
    seen = x > 0
    error = (w @ c.T + b[:, None] + d - torch.log(x))[seen]
    loss = ((x[seen] / 100).clamp(max=1) ** 0.75 * error ** 2).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
keep("glove/losses", losses)
keep("glove/end", torch.cat([p.flatten() for p in (w, c, b, d)]))
print(f"GloVe: losses {losses[0]:.4f} to {losses[-1]:.4f}")

# The feed-forward model. The first places have not all symbols before them.
STEPS, SYMBOLS, CONTEXT, EMBEDDED, HIDDEN, PLACES, RATE = 20, 7, 3, 4, 6, 12, 0.02
text = torch.randint(SYMBOLS, (25,)).repeat(8)
places = torch.randint(len(text), (STEPS, PLACES))
places[:, 0] = torch.arange(STEPS) % 4
keep("feedforward/text", text)
keep("feedforward/places", places)


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = torch.nn.Embedding(SYMBOLS + 1, EMBEDDED)
        self.hidden = torch.nn.Linear(CONTEXT * EMBEDDED, HIDDEN)
        self.output = torch.nn.Linear(HIDDEN, SYMBOLS)

    def read(self, contexts):
        return self.embedding(contexts).flatten(1)

    def forward(self, contexts):
        return self.output(torch.tanh(self.hidden(self.read(contexts))))


def contexts_of(at):
    padded = torch.cat([torch.full((CONTEXT,), SYMBOLS), text])
    return torch.stack([padded[at + i] for i in range(CONTEXT)], 1)


def train(model):
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0)
    losses = []
    for at in places:
        loss = F.cross_entropy(model(contexts_of(at)), text[at])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


model = Model()
for name, value in model.named_parameters():
    keep(f"feedforward/start/{name}", value)
double = copy.deepcopy(model).double()
start = copy.deepcopy(double)
losses64 = train(double)
keep("feedforward/losses", losses64)
for name, value in double.named_parameters():
    keep(f"feedforward/end/{name}", value)
compare("feed-forward", train(model), losses64)
print("  largest difference of a weight at the end",
      max((a - b).abs().max().item() for a, b in zip(model.parameters(), double.parameters())))

# Exercise 4: CBOW. One word stands twice around the place.
WORDS, WIDTH = 6, 3
w, c = torch.randn(WORDS, WIDTH), torch.randn(WORDS, WIDTH)
around, others = [4, 1, 4, 0], [2, 5, 3, 5]
keep("cbow/words", w)
keep("cbow/contexts", c)
w, c = w.double().requires_grad_(), c.double().requires_grad_()
products = c[others] @ w[around].mean(0)
loss = -F.logsigmoid(products[0]) - F.logsigmoid(-products[1:]).sum()
loss.backward()
keep("cbow/around", around)
keep("cbow/others", others)
keep("cbow/loss", loss)
keep("cbow/dwords", w.grad)
keep("cbow/dcontexts", c.grad)

# Exercise 5: Bengio's direct connections.
direct = torch.randn(SYMBOLS, CONTEXT * EMBEDDED).double().requires_grad_()
at = places[0]
scores = start(contexts_of(at)) + start.read(contexts_of(at)) @ direct.T
F.cross_entropy(scores, text[at]).backward()
keep("direct/direct", direct)
keep("direct/contexts", contexts_of(at))
keep("direct/targets", text[at])
keep("direct/scores", scores)
keep("direct/ddirect", direct.grad)
keep("direct/dembedding", start.embedding.weight.grad)

# Principal components, each direction with its largest number positive.
points = torch.randn(8, 5).double() * torch.tensor([3, 2, 1, 1, .5])
points = points.float().double()
centred = (points - points.mean(0)).numpy()
_, values, directions = np.linalg.svd(centred, full_matrices=False)
for direction in directions:
    direction *= np.sign(direction[np.argmax(np.abs(direction))])
keep("pca/points", points)
keep("pca/projected", centred @ directions[:2].T)
keep("pca/share", values[:2] ** 2 / np.sum(values ** 2))

save_file(
    tensors,
    "golden.safetensors",
    metadata=dict(made_by="golden.py", torch=torch.__version__, seed=str(SEED)),
)
