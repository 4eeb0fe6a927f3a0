"""Makes golden.safetensors: what PyTorch computes.

    pip install torch==2.13.0 safetensors==0.8.0 numpy
    python3 golden.py
"""
import torch
import torch.nn.functional as F
from safetensors.torch import save_file

SEED = 20261127
torch.manual_seed(SEED)
torch.set_num_threads(1)
tensors = {}


def keep(name, value):
    tensors[name] = torch.as_tensor(value).detach().to(torch.float32).contiguous().clone()


# Numbers of 16 bits: every kind, ties among them, and many at random.
bits = torch.randint(-(2**31), 2**31, (4000,), dtype=torch.int64).to(torch.int32)
special = [0.0, -0.0, 1.0, float("inf"), float("-inf"), float("nan"), 65504.0, 65519.99, 65520.0,
           1e-8, 2.0**-24, 2.0**-25, 1.5 * 2.0**-25, 2.0**-14, 3.4028235e38, 3.39e38, 1e-45,
           1.00390625, 1.01171875, -1.00390625, 1.0 + 2.0**-11, 1.0 + 3 * 2.0**-11]
numbers = torch.cat([torch.tensor(special), bits.view(torch.float32),
                     torch.randn(2000) * 10.0 ** torch.randint(-9, 6, (2000,))])
keep("numbers", numbers)
keep("bf16", numbers.to(torch.bfloat16))
keep("fp16", numbers.to(torch.float16))

# Dynamic loss scaling: [scale before, step taken, scale after, gradients before, gradients after].
scaler = torch.amp.GradScaler("cpu", init_scale=1024.0, growth_interval=3)
parameter = torch.nn.Parameter(torch.zeros(2))
optimizer = torch.optim.SGD([parameter], lr=1.0)
scaler.scale(torch.ones(()))
rows = []
inf, nan = float("inf"), float("nan")
for g in [[1024, 2048], [inf, 1], [1, 2], [3, 4], [5, nan], [1, 2], [1, 2], [1, 2], [-inf, 2],
          [1, 2], [1, 1], [1, 1], [1, 1], [8, 16]]:
    parameter.grad = torch.tensor(g, dtype=torch.float32)
    before, scale = parameter.detach().clone(), scaler.get_scale()
    scaler.unscale_(optimizer)
    unscaled = parameter.grad.clone()
    scaler.step(optimizer)
    scaler.update()
    taken = bool((parameter != before).any())
    rows.append([scale, float(taken), scaler.get_scale(), *g, *unscaled.tolist()])
keep("scaler", rows)

# The loss of a token and its gradient; the largest score makes a plain exponential overflow.
for name, scores, target in [("small", torch.randn(7) * 3, 4), ("large", torch.randn(7) * 3 + 200, 0),
                             ("one", torch.randn(5), 4), ("spread", torch.randn(8) * 60, 2)]:
    scores = scores.requires_grad_()
    loss = F.cross_entropy(scores[None], torch.tensor([target]))
    loss.backward()
    keep(f"loss/{name}/scores", scores)
    keep(f"loss/{name}/target", [float(target)])
    keep(f"loss/{name}/loss", loss)
    keep(f"loss/{name}/gradient", scores.grad)

# A gradient in four shards of unequal sizes, clipped as one.
shards = [torch.randn(n) * s for n, s in [(5, 1.0), (1, 4.0), (3, 0.1), (4, 2.0)]]
for r, shard in enumerate(shards):
    keep(f"clip/{r}", shard)
whole = torch.nn.Parameter(torch.zeros(13))
whole.grad = torch.cat(shards)
keep("clip/norm", torch.nn.utils.clip_grad_norm_([whole], 1.0))
keep("clip/clipped", whole.grad)

# The mean loss of 3 + 1 + 0 + 6 tokens of which each worker has some.
weights = torch.randn(6, 4).requires_grad_()
shards, all_x, all_y = [3, 1, 0, 6], [], []
for r, n in enumerate(shards):
    x, y = torch.randn(n, 4), torch.randint(0, 6, (n,))
    all_x.append(x)
    all_y.append(y)
    grad = torch.zeros(6, 4)
    if n:
        grad, = torch.autograd.grad(F.cross_entropy(x @ weights.T, y), weights)
    keep(f"mean/{r}", grad)
grad, = torch.autograd.grad(F.cross_entropy(torch.cat(all_x) @ weights.T, torch.cat(all_y)), weights)
keep("mean/all", grad)

save_file(tensors, "golden.safetensors", {"torch": torch.__version__, "seed": str(SEED)})
