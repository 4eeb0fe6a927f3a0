"""Makes golden.safetensors: what PyTorch computes for each block, and for small whole models.

    pip install torch==2.13.0 safetensors==0.8.0 numpy
    python3 golden.py

All is computed in float64 from numbers that fit float32, so that the roundings are ours alone. The
versions and the seed are in the file too, under __metadata__.
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


def r(*shape):
    return torch.randn(*shape).double().requires_grad_()


def keep_gradients(name, y, **inputs):
    """Keeps inputs, output, a gradient of the output, and what it becomes for the inputs."""
    dy = torch.randn(y.shape).double()
    y.backward(dy)
    keep(f"{name}/y", y)
    keep(f"{name}/dy", dy)
    for key, value in inputs.items():
        keep(f"{name}/{key}", value)
        keep(f"{name}/d{key}", value.grad)


# Attention with 4 heads of queries and 2 of keys, under every mask.
BATCH, TIME = 2, 7
i, j = torch.arange(TIME)[:, None], torch.arange(TIME)
lengths = torch.tensor([5, 3])
MASKS = dict(
    bidirectional=torch.ones(TIME, TIME, dtype=bool),
    causal=j <= i,
    prefix=(j <= i) | (j < 3),
    window=(j <= i) & (j > i - 3),
    padding=(j < lengths[:, None])[:, None, None, :].expand(BATCH, 1, TIME, TIME),
    nothing=(j <= i) & (i != 2),  # Place 2 sees nothing.
)
for name, mask in MASKS.items():
    q, k, v = r(BATCH, 4, TIME, 6), r(BATCH, 2, TIME, 6), r(BATCH, 2, TIME, 6)
    y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, enable_gqa=True)
    keep_gradients(f"attention/{name}", y, q=q, k=k, v=v)

# RMSNorm, activations, and a feed-forward network with a gate.
x, gain = r(5, 6), r(6)
keep_gradients("rms", F.rms_norm(x, (6,), gain, 1e-6), x=x, gain=gain)
ACTIVATIONS = dict(
    RELU=F.relu, GELU=F.gelu, GELU_TANH=lambda x: F.gelu(x, approximate="tanh"), SILU=F.silu
)
for name, activation in ACTIVATIONS.items():
    x = r(40)
    keep_gradients(f"activation/{name}", activation(x), x=x)
x, gate, up, down = r(5, 4), r(6, 4), r(6, 4), r(4, 6)
y = (F.silu(x @ gate.T) * (x @ up.T)) @ down.T
keep_gradients("gated", y, x=x, gate=gate, up=up, down=down)

# A mixture of experts, each a matrix: Mixtral's routing, all experts for all rows, then chosen.
x, router, experts = r(7, 4), r(5, 4), r(5, 4, 4)
logits = x @ router.T
best, which = logits.topk(2, 1)
gates = torch.zeros_like(logits).scatter(1, which, F.softmax(best, 1))
y = torch.einsum("ne,eoi,ni->no", gates, experts, x)
keep_gradients("experts", y, x=x, router=router, experts=experts)

# PyTorch's own layers, with the norm behind and before.
for name, first in dict(POST=False, PRE=True).items():
    layer = torch.nn.TransformerEncoderLayer(
        8, 2, 16, 0, F.gelu, batch_first=True, norm_first=first
    ).double()
    for parameter in layer.parameters():
        parameter.data = torch.randn(parameter.shape).double() * 0.5
    x = r(BATCH, TIME, 8)
    keep_gradients(f"layer/{name}", layer(x, src_mask=~MASKS["causal"]), x=x)
    for parameter, value in layer.named_parameters():
        keep(f"layer/{name}/weights/{parameter}", value)
        keep(f"layer/{name}/gradients/{parameter}", value.grad)

# A GPT of two of these layers: the loss and every gradient.
VOCABULARY, WIDTH = 11, 8
stack = torch.nn.TransformerEncoder(
    torch.nn.TransformerEncoderLayer(
        WIDTH, 2, 32, 0, ACTIVATIONS["GELU_TANH"], batch_first=True, norm_first=True
    ),
    2,
    torch.nn.LayerNorm(WIDTH),
    enable_nested_tensor=False,
).double()
for parameter in stack.parameters():
    parameter.data = torch.randn(parameter.shape).double() * 0.5
token, position = r(VOCABULARY, WIDTH), r(TIME + 1, WIDTH)
ids = torch.randint(VOCABULARY, (BATCH, TIME + 1))
x = token[ids[:, :-1]] + position[:TIME]
logits = stack(x, mask=~MASKS["causal"]) @ token.T
loss = F.cross_entropy(logits.flatten(0, 1), ids[:, 1:].flatten())
loss.backward()
keep("gpt/ids", ids)
keep("gpt/loss", loss)
for parameter, value in [("token", token), ("position", position), *stack.named_parameters()]:
    keep(f"gpt/weights/{parameter}", value)
    keep(f"gpt/gradients/{parameter}", value.grad)

save_file(
    tensors,
    "golden.safetensors",
    metadata=dict(made_by="golden.py", torch=torch.__version__, seed=str(SEED)),
)
