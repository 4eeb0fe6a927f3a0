"""Makes golden.safetensors: what PyTorch computes, for every operation and for a short training.

    pip install torch==2.13.0 safetensors==0.8.0 numpy
    python3 golden.py

The versions and the seed are in the file too, under __metadata__.
"""
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


def operation(name, function, *inputs):
    """Keeps the inputs, the output, a random gradient of it, and the gradients of the inputs."""
    inputs = [x.clone().requires_grad_() for x in inputs]
    y = function(*inputs)
    dy = torch.randn_like(y)
    y.backward(dy)
    for i, x in enumerate(inputs):
        keep(f"{name}/x{i}", x)
        keep(f"{name}/dx{i}", x.grad)
    keep(f"{name}/y", y)
    keep(f"{name}/dy", dy)


def r(*shape):
    return torch.randn(*shape)


operation("add", lambda a, b: a + b, r(2, 3, 4), r(3, 4))
operation("sub", lambda a, b: a - b, r(5, 4), r(4))
operation("mul", lambda a, b: a * b, r(2, 3, 4), r(4))
operation("scale", lambda x: x * 2.5, r(3, 4))
operation("sum", lambda x: x.sum(), r(7, 5))
operation("mean", lambda x: x.mean(), r(7, 5))
operation("sum axis 1", lambda x: x.sum(1), r(2, 3, 4))
operation("mean axis 0", lambda x: x.mean(0), r(5, 4))
operation("exp", torch.exp, r(4, 9))
operation("log", torch.log, r(4, 9).abs() + 0.1)
operation("tanh", torch.tanh, r(4, 9))
operation("sigmoid", torch.sigmoid, r(4, 9) * 3)
operation("logSigmoid", F.logsigmoid, r(4, 9) * 5)
operation("relu", F.relu, r(4, 9))
operation("gelu", F.gelu, r(4, 9) * 2)
operation("matmul", torch.matmul, r(5, 3), r(3, 4))
operation("matmul shared", torch.matmul, r(2, 3, 4), r(4, 5))
operation("matmul batched", torch.matmul, r(2, 3, 4, 5), r(2, 3, 5, 2))
operation("matmulTransposed", lambda a, b: a @ b.T, r(5, 3), r(4, 3))
operation("matmulTransposed batched", lambda a, b: a @ b.mT, r(2, 4, 5), r(2, 3, 5))
operation("layerNorm", lambda x, g, b: F.layer_norm(x, (6,), g, b), r(2, 4, 6) * 3 + 1, r(6), r(6))
operation("softmax", lambda x: torch.softmax(x, -1), r(4, 7) * 2)
operation("crossEntropy", lambda x: F.cross_entropy(x, torch.tensor([1, 0, 4, 3])), r(4, 5) * 2)
operation("embedding", lambda t: F.embedding(torch.tensor([[2, 0, 2], [4, 1, 2]]), t), r(5, 3))
operation("reshape", lambda x: x.reshape(4, 6), r(2, 3, 4))
operation("transpose", lambda x: x.transpose(1, 3), r(2, 3, 2, 4))
operation("slice", lambda x: x[:, 1:3], r(2, 4, 3))
operation("concat", lambda a, b, c: torch.cat([a, b, c], 1), r(2, 1, 3), r(2, 2, 3), r(2, 3, 3))
operation("stack", lambda a, b: torch.stack([a, b], 1), r(3, 4), r(3, 4))
# Exercise 3.
operation(
    "label smoothing",
    lambda x: F.cross_entropy(x, torch.tensor([1, 0, 4, 3]), label_smoothing=0.1),
    r(4, 5) * 2,
)

# Exercise 5: six steps of AMSGrad with decay. The gradients are large first, then small: only so
# does the largest mean square matter.
x = torch.nn.Parameter(r(4))
optimizer = torch.optim.AdamW([x], lr=0.1, betas=(0.8, 0.9), weight_decay=0.5, amsgrad=True)
keep("amsgrad/start", x)
gradients = r(6, 4) * torch.tensor([[3.0], [2.0], [0.1], [0.2], [0.1], [0.3]])
keep("amsgrad/gradients", gradients)
path = []
for gradient in gradients:
    x.grad = gradient
    optimizer.step()
    path.append(x.detach().clone())
keep("amsgrad/path", torch.stack(path))

# Training: which symbol comes after three? Embedding, linear, layer norm, GELU, linear.
STEPS, WARMUP, PEAK, END, CLIP, DECAY = 20, 4, 0.03, 0.003, 1.0, 0.1
SYMBOLS, WIDTH, CONTEXT, HIDDEN, BATCH = 11, 6, 3, 16, 20
start = {
    "embedding": r(SYMBOLS, WIDTH),
    "w1": r(CONTEXT * WIDTH, HIDDEN) * 0.3,
    "b1": torch.zeros(HIDDEN),
    "gain": torch.ones(HIDDEN),
    "bias": torch.zeros(HIDDEN),
    "w2": r(HIDDEN, SYMBOLS) * 0.3,
    "b2": torch.zeros(SYMBOLS),
}
text = torch.randint(SYMBOLS, (40,)).repeat(2)  # something that can be learned
positions = torch.randint(40, (STEPS, BATCH))
for name, value in start.items():
    keep("train/start/" + name, value)
keep("train/text", text)
keep("train/positions", positions)


def train(dtype):
    p = {name: torch.nn.Parameter(value.to(dtype, copy=True)) for name, value in start.items()}
    decayed = [p["embedding"], p["w1"], p["w2"]]
    others = [p["b1"], p["gain"], p["bias"], p["b2"]]
    optimizer = torch.optim.AdamW(
        [dict(params=decayed, weight_decay=DECAY), dict(params=others, weight_decay=0.0)], lr=PEAK
    )
    rising = torch.optim.lr_scheduler.LinearLR(optimizer, 1 / (WARMUP + 1), 1.0, WARMUP)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, STEPS - WARMUP, END)
    schedule = torch.optim.lr_scheduler.SequentialLR(optimizer, [rising, falling], [WARMUP])
    losses, norms, rates = [], [], []
    for step in range(STEPS):
        at = positions[step]
        ids = torch.stack([text[at + i] for i in range(CONTEXT)], 1)
        e = F.embedding(ids, p["embedding"]).reshape(BATCH, CONTEXT * WIDTH)
        h = F.gelu(F.layer_norm(e @ p["w1"] + p["b1"], (HIDDEN,), p["gain"], p["bias"]))
        loss = F.cross_entropy(h @ p["w2"] + p["b2"], text[at + CONTEXT])
        optimizer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        norms.append(torch.nn.utils.clip_grad_norm_(list(p.values()), CLIP).item())
        rates.append(schedule.get_last_lr()[0])
        optimizer.step()
        schedule.step()
    return p, np.array(losses), np.array(norms), np.array(rates)


p32, losses32, norms32, rates = train(torch.float32)
p64, losses64, norms64, _ = train(torch.float64)
keep("train/losses", losses64)
keep("train/norms", norms64)
keep("train/rates", rates)
for name, value in p64.items():
    keep("train/end/" + name, value)
print("PyTorch in float32 against itself in float64:")
print("  largest relative difference of a loss", np.max(np.abs(losses32 / losses64 - 1)))
print("  of a norm", np.max(np.abs(norms32 / norms64 - 1)))
worst = max((p32[n].detach() - p64[n].detach()).abs().max().item() for n in start)
print("  largest difference of a weight at the end", worst)
print("losses", losses64)
print("norms", norms64)

save_file(
    tensors,
    "golden.safetensors",
    metadata=dict(made_by="golden.py", torch=torch.__version__, seed=str(SEED)),
)
