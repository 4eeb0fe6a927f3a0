"""Makes golden.safetensors and the folders gpt2, gpt2-saved, llama, llama-meta and llama-tied: small
models in the layouts in which GPT-2 and LLaMA are published, and what PyTorch computes with them.

    pip install torch==2.13.0 numpy
    python3 golden.py

The weights are random numbers of the type of the file. All is computed in float64 from the rounded
weights, in plain PyTorch and under the names of the files, after Hugging Face's modeling_gpt2.py and
modeling_llama.py, and Meta's model.py: as they are published, and without any of our code.
"""
import json
import math
import struct
from pathlib import Path

import torch
import torch.nn.functional as F

SEED = 20261127
torch.manual_seed(SEED)
torch.set_num_threads(1)
NAMES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.bool: "BOOL"}
golden = {}


def save(path, tensors, **metadata):
    """https://github.com/huggingface/safetensors#format"""
    header, data = {"__metadata__": metadata} if metadata else {}, b""
    for name, tensor in tensors.items():
        raw = tensor.contiguous().flatten().view(torch.uint8).numpy().tobytes()
        header[name] = dict(
            dtype=NAMES[tensor.dtype],
            shape=list(tensor.shape),
            data_offsets=[len(data), len(data) + len(raw)],
        )
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def write(folder, config, weights):
    save(Path(folder) / "model.safetensors", weights, format="pt")
    (Path(folder) / "config.json").write_text(json.dumps(config, indent=2) + "\n")


def keep(name, ids, logits):
    golden[f"{name}/ids"] = torch.tensor(ids, dtype=torch.float32)
    golden[f"{name}/logits"] = logits.float()


def random(dtype, *shape, around=0.0):
    return (around + 0.4 * torch.randn(*shape)).to(dtype)


def attention(q, k, v):
    """Causal; q is [heads, time, width], k and v may have fewer heads."""
    k = k.repeat_interleave(q.shape[0] // k.shape[0], 0)
    v = v.repeat_interleave(q.shape[0] // v.shape[0], 0)
    scores = q @ k.transpose(1, 2) / math.sqrt(q.shape[2])
    mask = torch.ones(scores.shape[1:], dtype=torch.bool).tril()
    return F.softmax(scores.masked_fill(~mask, -torch.inf), -1) @ v


def heads(x, count):
    return x.view(x.shape[0], count, -1).transpose(0, 1)


def joined(x):
    return x.transpose(0, 1).flatten(1)


# GPT-2. Conv1D: y = x W + b, with W inputs by outputs.
GPT2 = dict(
    model_type="gpt2",
    activation_function="gelu_new",
    vocab_size=13,
    n_positions=10,
    n_embd=8,
    n_layer=2,
    n_head=2,
    n_inner=None,
    layer_norm_epsilon=1e-5,
)


def gpt2_weights(dtype):
    v, t, d = GPT2["vocab_size"], GPT2["n_positions"], GPT2["n_embd"]
    w = {"wte.weight": random(dtype, v, d), "wpe.weight": random(dtype, t, d)}

    def norm(name):
        w[name + ".weight"], w[name + ".bias"] = random(dtype, d, around=1), random(dtype, d)

    def conv(name, inputs, outputs):
        w[name + ".weight"], w[name + ".bias"] = random(dtype, inputs, outputs), random(dtype, outputs)

    for i in range(GPT2["n_layer"]):
        norm(f"h.{i}.ln_1")
        conv(f"h.{i}.attn.c_attn", d, 3 * d)
        conv(f"h.{i}.attn.c_proj", d, d)
        norm(f"h.{i}.ln_2")
        conv(f"h.{i}.mlp.c_fc", d, 4 * d)
        conv(f"h.{i}.mlp.c_proj", 4 * d, d)
    norm("ln_f")
    return w


def gpt2(weights, ids):
    w = {name: weight.double() for name, weight in weights.items()}

    def norm(x, name):
        return F.layer_norm(x, (x.shape[1],), w[name + ".weight"], w[name + ".bias"], 1e-5)

    def conv(x, name):
        return x @ w[name + ".weight"] + w[name + ".bias"]

    x = w["wte.weight"][ids] + w["wpe.weight"][: len(ids)]
    for i in range(GPT2["n_layer"]):
        parts = conv(norm(x, f"h.{i}.ln_1"), f"h.{i}.attn.c_attn").split(GPT2["n_embd"], 1)
        found = joined(attention(*(heads(part, GPT2["n_head"]) for part in parts)))
        x = x + conv(found, f"h.{i}.attn.c_proj")
        hidden = F.gelu(conv(norm(x, f"h.{i}.ln_2"), f"h.{i}.mlp.c_fc"), approximate="tanh")
        x = x + conv(hidden, f"h.{i}.mlp.c_proj")
    return norm(x, "ln_f") @ w["wte.weight"].T


ids = torch.randint(GPT2["vocab_size"], (10,)).tolist()
weights = gpt2_weights(torch.float32)
keep("gpt2", ids, gpt2(weights, ids))
# As published: with the mask as a buffer, without a head.
for i in range(GPT2["n_layer"]):
    weights[f"h.{i}.attn.bias"] = torch.ones(10, 10).tril()[None, None]
write("gpt2", GPT2, weights)

# As GPT2LMHeadModel saves it in half precision: with a prefix, the head, and masks of booleans.
weights = gpt2_weights(torch.float16)
keep("gpt2-saved", ids, gpt2(weights, ids))
saved = {"transformer." + name: weight for name, weight in weights.items()}
for i in range(GPT2["n_layer"]):
    saved[f"transformer.h.{i}.attn.bias"] = torch.ones(1, 1, 10, 10).tril().bool()
    saved[f"transformer.h.{i}.attn.masked_bias"] = torch.tensor(-1e4)
saved["lm_head.weight"] = weights["wte.weight"].clone()
write("gpt2-saved", GPT2, saved)


# LLaMA: linear layers, outputs by inputs.
def llama_config(**changes):
    return dict(
        model_type="llama",
        hidden_act="silu",
        vocab_size=13,
        max_position_embeddings=64,
        hidden_size=16,
        intermediate_size=24,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        rms_norm_eps=1e-5,
        rope_theta=500000.0,
        tie_word_embeddings=False,
    ) | changes


def llama_weights(c, dtype):
    d, ff = c["hidden_size"], c["intermediate_size"]
    shared = d // c["num_attention_heads"] * c["num_key_value_heads"]
    w = {"model.embed_tokens.weight": random(dtype, c["vocab_size"], d)}
    for i in range(c["num_hidden_layers"]):
        p = f"model.layers.{i}."
        w[p + "input_layernorm.weight"] = random(dtype, d, around=1)
        w[p + "self_attn.q_proj.weight"] = random(dtype, d, d)
        w[p + "self_attn.k_proj.weight"] = random(dtype, shared, d)
        w[p + "self_attn.v_proj.weight"] = random(dtype, shared, d)
        w[p + "self_attn.o_proj.weight"] = random(dtype, d, d)
        w[p + "post_attention_layernorm.weight"] = random(dtype, d, around=1)
        w[p + "mlp.gate_proj.weight"] = random(dtype, ff, d)
        w[p + "mlp.up_proj.weight"] = random(dtype, ff, d)
        w[p + "mlp.down_proj.weight"] = random(dtype, d, ff)
    w["model.norm.weight"] = random(dtype, d, around=1)
    if not c["tie_word_embeddings"]:
        w["lm_head.weight"] = random(dtype, c["vocab_size"], d)
    return w


def rms(x, weight, eps):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps) * weight


def rotate_half(x, theta):
    """modeling_llama.py: apply_rotary_pos_emb."""
    width = x.shape[2]
    inv_freq = 1 / theta ** (torch.arange(0, width, 2).double() / width)
    angles = torch.outer(torch.arange(x.shape[1]).double(), inv_freq)
    cos, sin = torch.cat((angles, angles), 1).cos(), torch.cat((angles, angles), 1).sin()
    x1, x2 = x[..., : width // 2], x[..., width // 2 :]
    return x * cos + torch.cat((-x2, x1), -1) * sin


def llama(c, weights, ids):
    w = {name: weight.double() for name, weight in weights.items()}
    x = w["model.embed_tokens.weight"][ids]
    for i in range(c["num_hidden_layers"]):
        p = f"model.layers.{i}."
        h = rms(x, w[p + "input_layernorm.weight"], c["rms_norm_eps"])
        q = heads(h @ w[p + "self_attn.q_proj.weight"].T, c["num_attention_heads"])
        k = heads(h @ w[p + "self_attn.k_proj.weight"].T, c["num_key_value_heads"])
        v = heads(h @ w[p + "self_attn.v_proj.weight"].T, c["num_key_value_heads"])
        found = attention(rotate_half(q, c["rope_theta"]), rotate_half(k, c["rope_theta"]), v)
        x = x + joined(found) @ w[p + "self_attn.o_proj.weight"].T
        h = rms(x, w[p + "post_attention_layernorm.weight"], c["rms_norm_eps"])
        gate = F.silu(h @ w[p + "mlp.gate_proj.weight"].T)
        x = x + (gate * (h @ w[p + "mlp.up_proj.weight"].T)) @ w[p + "mlp.down_proj.weight"].T
    head = "model.embed_tokens.weight" if c["tie_word_embeddings"] else "lm_head.weight"
    return rms(x, w["model.norm.weight"], c["rms_norm_eps"]) @ w[head].T


# Two query heads share one of keys; in bfloat16, in two files, with frequencies of an old file.
c = llama_config()
ids = torch.randint(c["vocab_size"], (12,)).tolist()
weights = llama_weights(c, torch.bfloat16)
keep("llama", ids, llama(c, weights, ids))
weights["model.layers.0.self_attn.rotary_emb.inv_freq"] = torch.ones(2)
first = [name for name in weights if "layers.1." not in name and name != "lm_head.weight"]
shards = {
    "model-00001-of-00002.safetensors": first,
    "model-00002-of-00002.safetensors": [name for name in weights if name not in first],
}
for file, names in shards.items():
    save(Path("llama") / file, {name: weights[name] for name in names}, format="pt")
index = {name: file for file, names in shards.items() for name in names}
Path("llama/model.safetensors.index.json").write_text(
    json.dumps(dict(metadata=dict(total_size=0), weight_map=index), indent=1) + "\n"
)
Path("llama/config.json").write_text(json.dumps(c, indent=2) + "\n")


# The same model as Meta publishes it, computed as Meta's model.py does: pairs are complex numbers.
def meta(c, w, ids):
    w = {name: weight.double() for name, weight in w.items()}
    width = c["hidden_size"] // c["num_attention_heads"]
    freqs = 1 / c["rope_theta"] ** (torch.arange(0, width, 2).double() / width)
    angles = torch.outer(torch.arange(len(ids)).double(), freqs)
    turns = torch.polar(torch.ones_like(angles), angles)

    def rotated(x):
        return torch.view_as_real(torch.view_as_complex(x.unflatten(2, (-1, 2)).contiguous()) * turns).flatten(2)

    x = w["tok_embeddings.weight"][ids]
    for i in range(c["num_hidden_layers"]):
        p = f"layers.{i}."
        h = rms(x, w[p + "attention_norm.weight"], c["rms_norm_eps"])
        q = heads(h @ w[p + "attention.wq.weight"].T, c["num_attention_heads"])
        k = heads(h @ w[p + "attention.wk.weight"].T, c["num_key_value_heads"])
        v = heads(h @ w[p + "attention.wv.weight"].T, c["num_key_value_heads"])
        x = x + joined(attention(rotated(q), rotated(k), v)) @ w[p + "attention.wo.weight"].T
        h = rms(x, w[p + "ffn_norm.weight"], c["rms_norm_eps"])
        gate = F.silu(h @ w[p + "feed_forward.w1.weight"].T)
        x = x + (gate * (h @ w[p + "feed_forward.w3.weight"].T)) @ w[p + "feed_forward.w2.weight"].T
    return rms(x, w["norm.weight"], c["rms_norm_eps"]) @ w["output.weight"].T


def meta_name(name):
    for theirs, metas in (
        ("model.embed_tokens", "tok_embeddings"),
        ("lm_head", "output"),
        ("post_attention_layernorm", "ffn_norm"),
        ("input_layernorm", "attention_norm"),
        ("self_attn.q_proj", "attention.wq"),
        ("self_attn.k_proj", "attention.wk"),
        ("self_attn.v_proj", "attention.wv"),
        ("self_attn.o_proj", "attention.wo"),
        ("mlp.gate_proj", "feed_forward.w1"),
        ("mlp.up_proj", "feed_forward.w3"),
        ("mlp.down_proj", "feed_forward.w2"),
        ("model.", ""),
    ):
        name = name.replace(theirs, metas)
    return name


def adjacent(weight, count):
    """The inverse of permute in convert_llama_weights_to_hf.py, head by head."""
    return weight.unflatten(0, (count, 2, -1)).transpose(1, 2).flatten(0, 2)


metas = {meta_name(name): weight for name, weight in weights.items() if "inv_freq" not in name}
for i in range(c["num_hidden_layers"]):
    for part, count in (("wq", c["num_attention_heads"]), ("wk", c["num_key_value_heads"])):
        name = f"layers.{i}.attention.{part}.weight"
        metas[name] = adjacent(metas[name], count)
keep("llama-meta", ids, meta(c, metas, ids))
assert torch.allclose(golden["llama/logits"], golden["llama-meta/logits"], atol=1e-6)
write("llama-meta", c, metas)

# One head of keys for all, embeddings tied, in float32.
c = llama_config(num_key_value_heads=1, tie_word_embeddings=True, rope_theta=10000.0)
weights = llama_weights(c, torch.float32)
keep("llama-tied", ids, llama(c, weights, ids))
write("llama-tied", c, weights)


# Sampling, as TemperatureLogitsWarper, TopKLogitsWarper and TopPLogitsWarper are defined.
def warped(scores, temperature, k, p):
    scores = scores / temperature
    if k:
        scores = scores.masked_fill(scores < scores.topk(k)[0][-1], -torch.inf)
    if p < 1:
        ascending, order = scores.sort()
        remove = ascending.softmax(0).cumsum(0) <= 1 - p
        remove[-1] = False
        scores = scores.masked_fill(torch.zeros_like(remove).scatter(0, order, remove), -torch.inf)
    return scores.softmax(0)


logits = (2 * torch.randn(20, 9)).float()
settings = torch.tensor(
    [[t, k, p] for t in (0.5, 1.0, 1.7) for k in (0, 1, 4, 9) for p in (0.2, 0.5, 0.9, 1.0)]
)
golden["sampling/logits"] = logits
golden["sampling/settings"] = settings
golden["sampling/probabilities"] = torch.stack(
    [
        torch.stack([warped(row.double(), t, int(k), p) for row in logits])
        for t, k, p in settings.double().round(decimals=3).tolist()
    ]
).float()

# int8: symmetric, by the largest of a row or of all; torch.round takes halves to the even number.
w = torch.randn(6, 10)
w[2] = 0
w[3, 4] = 40
for name, largest in (("row", w.abs().amax(1, keepdim=True)), ("tensor", w.abs().max())):
    scale = largest / 127
    golden[f"int8/{name}"] = torch.where(scale == 0, torch.zeros(()), torch.round(w / scale))
golden["int8/weights"] = w

save(Path("golden.safetensors"), golden, made_by="golden.py", torch=torch.__version__, seed=str(SEED))
