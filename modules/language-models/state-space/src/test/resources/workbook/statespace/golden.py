"""Makes golden.safetensors and numbers.txt: what PyTorch, Hugging Face's models and scipy compute.

    pip install torch==2.13.0 transformers==5.18.0 scipy==1.17.1 safetensors==0.8.0 numpy
    python3 golden.py

The versions and the seed are in the files too.
"""
import math

import numpy as np
import scipy
import scipy.linalg
import scipy.signal
import torch
import torch.nn.functional as F
import transformers
from safetensors.torch import save_file
from transformers.models.mamba.modeling_mamba import MambaMixer
from transformers.models.minimax.configuration_minimax import MiniMaxConfig
from transformers.models.minimax.modeling_minimax import MiniMaxLightningAttention
from transformers.models.qwen3_next.modeling_qwen3_next import torch_chunk_gated_delta_rule
from transformers.models.rwkv.modeling_rwkv import rwkv_linear_attention_cpu

SEED = 20261127
torch.manual_seed(SEED)
torch.set_num_threads(1)
tensors = {}
numbers = []


def keep(name, value):
    tensors[name] = torch.as_tensor(value).detach().to(torch.float32).contiguous().clone()


def keep_gradients(name, y, **inputs):
    """Keeps inputs, output, a gradient of the output, and what it becomes for the inputs."""
    dy = torch.randn(y.shape).to(y.dtype)
    y.backward(dy)
    keep(f"{name}/y", y)
    keep(f"{name}/dy", dy)
    for key, value in inputs.items():
        keep(f"{name}/{key}", value)
        keep(f"{name}/d{key}", value.grad)


def r(*shape):
    """Numbers that fit float32, in float64, so that the roundings are ours alone."""
    return torch.randn(*shape).double().requires_grad_()


# The scan, place by place, with each choice of what is selective.
B, T, E, N = 3, 7, 5, 4
for delta_selective in (False, True):
    for b_selective in (False, True):
        for c_selective in (False, True):
            u = r(B, T, E)
            delta = F.softplus(torch.randn(*((B, T, E) if delta_selective else (E,)))).double().requires_grad_()
            a = (-torch.rand(N, E).float() - 0.1).double().requires_grad_()
            b = r(*((B, T, N) if b_selective else (N, E)))
            c = r(*((B, T, N) if c_selective else (N, E)))
            h = torch.zeros(B, N, E, dtype=torch.float64)
            ys = []
            for t in range(T):
                d = delta[:, t, None, :] if delta_selective else delta
                bt = b[:, t, :, None] if b_selective else b
                ct = c[:, t, :, None] if c_selective else c
                h = torch.exp(d * a) * h + d * bt * u[:, t, None, :]
                ys.append((ct * h).sum(1))
            name = "scan" + "+delta" * delta_selective + "+b" * b_selective + "+c" * c_selective
            keep_gradients(name, torch.stack(ys, 1), u=u, delta=delta, a=a, b=b, c=c)

x = (torch.randn(4, 9) * 8).double().requires_grad_()
keep_gradients("softplus", F.softplus(x, threshold=1000), x=x)

x, weight, bias = r(2, 6, 3), r(4, 3), r(3)
# PyTorch's filter has the place itself last.
filtered = F.conv1d(x.transpose(1, 2), weight.flip(0).T[:, None, :], bias, padding=3, groups=3)
keep_gradients("convolution", filtered[:, :, :6].transpose(1, 2), x=x, weight=weight, bias=bias)

# Hugging Face's block of Mamba, with a full matrix for the step.
config = transformers.MambaConfig(
    hidden_size=6, state_size=3, expand=2, conv_kernel=4, time_step_rank=12, num_hidden_layers=1)
mixer = MambaMixer(config, 0)
with torch.no_grad():
    mixer.dt_proj.weight.copy_(torch.eye(12))
    mixer.D.copy_(torch.randn(12))
x = torch.randn(2, 9, 6, requires_grad=True)
y = mixer(x)
dy = torch.randn(y.shape)
y.backward(dy)
keep("mamba/x", x)
keep("mamba/dx", x.grad)
keep("mamba/y", y)
keep("mamba/dy", dy)
weights = {
    "in": (mixer.in_proj.weight, slice(0, 12)),
    "gate": (mixer.in_proj.weight, slice(12, 24)),
    "delta": (mixer.x_proj.weight, slice(0, 12)),
    "b": (mixer.x_proj.weight, slice(12, 15)),
    "c": (mixer.x_proj.weight, slice(15, 18)),
    "delta.bias": (mixer.dt_proj.bias, slice(None)),
    "filter.bias": (mixer.conv1d.bias, slice(None)),
    "d": (mixer.D, slice(None)),
    "out": (mixer.out_proj.weight, slice(None)),
}
for name, (weight, part) in weights.items():
    keep(f"mamba/{name}", weight[part])
    keep(f"mamba/gradient/{name}", weight.grad[part])
keep("mamba/logA", mixer.A_log.T)
keep("mamba/gradient/logA", mixer.A_log.grad.T)
keep("mamba/filter", mixer.conv1d.weight[:, 0, :].flip(1).T)
keep("mamba/gradient/filter", mixer.conv1d.weight.grad[:, 0, :].flip(1).T)


# The forms, with inputs that anyone can make again: sin 1, sin 2, ... row by row, cos 1, ..., .1, .2, ...
def number(name, *values):
    flat = np.concatenate([np.asarray(v, dtype=np.float64).ravel() for v in values])
    numbers.append(name + ": " + " ".join(f"{v:.15g}" for v in flat))


def s(*shape):
    return torch.sin(torch.arange(1, math.prod(shape) + 1).double()).reshape(shape)


def c(*shape):
    return torch.cos(torch.arange(1, math.prod(shape) + 1).double()).reshape(shape)


def ramp(*shape):
    return (torch.arange(1, math.prod(shape) + 1).double() / 10).reshape(shape)


T = 10
q, k, v = s(T, 4), c(T, 4), ramp(T, 3)

# scipy
A = np.array([[0.0, 1.0], [-2.0, -3.0]])
Bm, C, D = np.array([[0.0], [1.0]]), np.array([[1.0, 0.0]]), np.zeros((1, 1))
legs = np.zeros((4, 4))
for n in range(4):
    for m in range(n + 1):
        legs[n, m] = -(n + 1) if n == m else -math.sqrt((2 * n + 1) * (2 * m + 1))
legs_b = np.sqrt(2 * np.arange(4) + 1.0)[:, None]
systems = {"spring": (A, Bm, C), "legs": (legs, legs_b, np.ones((1, 4))),
           "integrator": (np.array([[0.0, 1.0], [0.0, 0.0]]), Bm, C)}
for system, (a, b, cc) in systems.items():
    for ours, method in (("zero-order-hold", "zoh"), ("bilinear", "bilinear"), ("euler", "euler")):
        for dt in (0.1, 2.0):
            ad, bd, *_ = scipy.signal.cont2discrete((a, b, cc, np.zeros((1, 1))), dt, method)
            number(f"{system} {ours} {dt} A", ad)
            number(f"{system} {ours} {dt} B", bd)
ad, bd, cd, dd, _ = scipy.signal.cont2discrete((A, Bm, C, D), 0.1, "bilinear")
number("spring bilinear 0.1 C D", cd, dd)
ad, bd, cd, dd, dt = scipy.signal.cont2discrete((A, Bm, C, D), 0.1, "zoh")
u = np.array([1.0, 0.0, 0.0, 2.0, -1.0])
kernel = scipy.signal.dimpulse((ad, bd, cd, dd, dt), n=65)[1][0].ravel()[1:]  # scipy's y has a D, and is one later
number("spring kernel", kernel)
number("spring y", np.convolve(u, kernel)[:5])
long = np.sin(np.arange(1, 65.0))
number("spring long", scipy.signal.fftconvolve(long, kernel)[:64])
number("fft", np.fft.fft(np.sin(np.arange(1, 9.0))).real, np.fft.fft(np.sin(np.arange(1, 9.0))).imag)

# Hugging Face's RWKV takes log w, and keeps its states in float32.
wkv_k, wkv_v = s(T) * 3, ramp(T)
out, _ = rwkv_linear_attention_cpu(
    torch.tensor([math.log(0.5)]).double(), torch.tensor([0.3]).double(), wkv_k.reshape(1, T, 1), wkv_v.reshape(1, T, 1))
number("wkv", out)
out, _ = rwkv_linear_attention_cpu(
    torch.tensor([math.log(0.5)]).double(), torch.tensor([0.3]).double(), wkv_k.reshape(1, T, 1) * 400,
    wkv_v.reshape(1, T, 1))
number("wkv large", out)

# MiniMax's lightning attention is retention in blocks: its projections, gate and norm are taken off.
config = MiniMaxConfig(hidden_size=4, num_attention_heads=1, head_dim=4, num_hidden_layers=2, block_size=3)
attention = MiniMaxLightningAttention(config, 0)
gamma = math.exp(-attention.slope_rate.item())


class Given(torch.nn.Module):
    def __init__(self, value):
        super().__init__()
        self.value = value

    def forward(self, _):
        return self.value


v4 = ramp(T, 4)
attention.qkv_proj = Given(torch.cat([q, k, v4], 1)[None].float())
attention.act_fn = torch.nn.Identity()
attention.norm = torch.nn.Identity()
attention.output_gate = Given(torch.full((1, T, 4), 100.0))  # its sigmoid is 1
attention.out_proj = torch.nn.Identity()
number("retention gamma", gamma)
number("retention", attention(torch.zeros(1, T, 4), None, None)[0].detach())

# Qwen3-Next's chunked delta rule divides q by the root of its width, and normalises q too; not here.
unit = k / k.norm(dim=1, keepdim=True)
for beta in (1.0, 0.5):
    out, _ = torch_chunk_gated_delta_rule(
        (q * 2)[None, :, None], unit[None, :, None], v[None, :, None], torch.zeros(1, T, 1),
        torch.full((1, T, 1), beta), chunk_size=4)
    number(f"delta rule {beta}", out)

# Linear attention as a masked matrix: phi is elu + 1.
weights = torch.tril((F.elu(q) + 1) @ (F.elu(k) + 1).T)
number("linear attention", weights @ v / weights.sum(1, keepdim=True))

versions = {"torch": torch.__version__, "transformers": transformers.__version__,
            "scipy": scipy.__version__, "numpy": np.__version__, "seed": str(SEED)}
save_file(tensors, "golden.safetensors", metadata=versions)
with open("numbers.txt", "w") as file:
    file.write("# made by golden.py: " + ", ".join(f"{k} {v}" for k, v in versions.items()) + "\n")
    file.write("\n".join(numbers) + "\n")
