"""Makes golden.safetensors: what PyTorch computes for each block, and for small whole models.

    pip install torch==2.13.0 transformers==5.18.0 safetensors==0.8.0 numpy
    python3 golden.py

All is computed in float64 from numbers that fit float32, so that the roundings are ours alone. The
versions and the seed are in the file too, under __metadata__.
"""
import math

import torch
import torch.nn.functional as F
import transformers
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

# Ten steps of training of three models of Hugging Face's, in the manner of llm.c: what comes out of
# every block, every gradient of the first step, and the loss and the norm of each. The names are
# ours; where queries, keys and values are one matrix, or a matrix lies inputs by outputs, it is put
# as ours lie.
STEPS, LONGEST = 10, 1.0
SIZES = dict(vocab_size=VOCABULARY, use_cache=False)
BERT_BLOCK = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "output", "attention.output.LayerNorm": "first",
    "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "second",
}
LLAMA_BLOCK = {
    "self_attn.q_proj": "query", "self_attn.k_proj": "key", "self_attn.v_proj": "value",
    "self_attn.o_proj": "output", "input_layernorm": "first", "post_attention_layernorm": "second",
    "mlp.gate_proj": "gate", "mlp.up_proj": "up", "mlp.down_proj": "down",
}
GPT_BLOCK = {
    "ln_1": "first", "ln_2": "second", "attn.c_proj": "output", "mlp.c_fc": "up",
    "mlp.c_proj": "down",
}
REST = {
    "transformer.wte.weight": "token", "transformer.wpe.weight": "position",
    "transformer.ln_f.weight": "norm.gain", "transformer.ln_f.bias": "norm.bias",
    "model.embed_tokens.weight": "token", "model.norm.weight": "norm.gain",
    "lm_head.weight": "output.weight",
    "bert.embeddings.word_embeddings.weight": "token",
    "bert.embeddings.position_embeddings.weight": "position",
    "bert.embeddings.token_type_embeddings.weight": "segment",
    "bert.embeddings.LayerNorm.weight": "embeddingNorm.gain",
    "bert.embeddings.LayerNorm.bias": "embeddingNorm.bias",
    "cls.predictions.transform.dense.weight": "head.weight",
    "cls.predictions.transform.dense.bias": "head.bias",
    "cls.predictions.transform.LayerNorm.weight": "headNorm.gain",
    "cls.predictions.transform.LayerNorm.bias": "headNorm.bias",
    "cls.predictions.bias": "output.bias",
}


def ours(name, value):
    """Yields our names of a parameter of Hugging Face's, with what lies there."""
    if name in REST:
        yield REST[name], value
        return
    layer, rest = name.split(".", 3)[2:] if "bert" not in name else name.split(".", 4)[3:]
    part, kind = rest.rsplit(".", 1)
    conv = "c_" in part and kind == "weight"
    if part == "attn.c_attn":
        for key, third in zip(("query", "key", "value"), value.chunk(3, -1)):
            yield f"{layer}.{key}.{kind}", third.T if conv else third
        return
    block = GPT_BLOCK if "transformer" in name else LLAMA_BLOCK if "model" in name else BERT_BLOCK
    norm = block[part] in ("first", "second")
    yield (
        f"{layer}.{block[part]}.{'gain' if norm and kind == 'weight' else kind}",
        value.T if conv else value,
    )


def rate(step):
    """nanoGPT's get_lr with a peak of 0.03, an end of 0.003 and two steps of warm-up."""
    if step < 2:
        return 0.03 * (step + 1) / 3
    return 0.003 + 0.5 * (1 + math.cos(math.pi * (step - 2) / (STEPS - 2))) * (0.03 - 0.003)


def train(family, model, masked):
    model = model.double().train()
    for name, parameter in model.named_parameters():
        gain = name.endswith("weight") and ("norm" in name.lower() or ".ln_" in name)
        start = torch.randn(parameter.shape) * 0.25 + (1 if gain else 0)
        parameter.data = start.double()
        for key, value in ours(name, parameter):
            keep(f"{family}/start/{key}", value)
    parameters = list(model.parameters())
    matrices = [p for p in parameters if p.dim() == 2]
    others = [p for p in parameters if p.dim() == 1]
    groups = [dict(params=matrices, weight_decay=0.1), dict(params=others, weight_decay=0.0)]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.99), eps=1e-8)
    batches = torch.randint(VOCABULARY, (STEPS, BATCH, TIME + 1))
    keep(f"{family}/ids", batches)
    losses, norms = [], []
    for step in range(STEPS):
        ids = batches[step]
        if masked:
            # Places 1 and 4 of the first row and 2 of the second are to be filled in.
            chosen = torch.zeros_like(ids, dtype=bool)
            chosen[0, 1] = chosen[0, 4] = chosen[1, 2] = True
            labels = ids.masked_fill(~chosen, -100)
            inputs = ids.masked_fill(chosen, VOCABULARY - 1)
        else:
            labels, inputs = ids[:, 1:], ids[:, :-1]
        out = model(input_ids=inputs, output_hidden_states=True)
        loss = F.cross_entropy(out.logits.flatten(0, 1), labels.flatten())
        model.zero_grad()
        loss.backward()
        if step == 0:
            for i, state in enumerate(out.hidden_states):
                keep(f"{family}/states/{i}", state)
            keep(f"{family}/logits", out.logits)
            for name, parameter in model.named_parameters():
                for key, value in ours(name, parameter.grad):
                    keep(f"{family}/gradients/{key}", value)
        norms.append(torch.nn.utils.clip_grad_norm_(parameters, LONGEST))
        losses.append(loss)
        for group in optimizer.param_groups:
            group["lr"] = rate(step)
        optimizer.step()
    keep(f"{family}/losses", torch.stack(losses))
    keep(f"{family}/norms", torch.stack(norms))


train(
    "gpt2",
    transformers.GPT2LMHeadModel(
        transformers.GPT2Config(
            n_positions=TIME + 1, n_embd=WIDTH, n_layer=2, n_head=2, resid_pdrop=0, embd_pdrop=0,
            attn_pdrop=0, bos_token_id=0, eos_token_id=0, **SIZES
        )
    ),
    False,
)
train(
    "llama",
    transformers.LlamaForCausalLM(
        transformers.LlamaConfig(
            hidden_size=WIDTH, intermediate_size=12, num_hidden_layers=2, num_attention_heads=4,
            num_key_value_heads=2, rms_norm_eps=1e-6, tie_word_embeddings=False, **SIZES
        )
    ),
    False,
)
train(
    "bert",
    transformers.BertForMaskedLM(
        transformers.BertConfig(
            hidden_size=WIDTH, intermediate_size=16, num_hidden_layers=2, num_attention_heads=2,
            max_position_embeddings=TIME + 1, hidden_dropout_prob=0,
            attention_probs_dropout_prob=0, layer_norm_eps=1e-12, pad_token_id=None, **SIZES
        )
    ),
    True,
)

# Twelve steps of a line through eight points, for the exercise on the loss curve.
x = torch.sin(torch.arange(1, 25, dtype=torch.float64)).view(8, 3)
y = torch.cos(torch.arange(1, 9, dtype=torch.float64))
w = torch.tensor([2, -1, 0.5], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.AdamW([w], betas=(0.9, 0.95), eps=1e-8, weight_decay=0.1)
warmup, steps, peak, end = 3, 12, 0.5, 0.05
losses = []
for step in range(steps):
    loss = ((x @ w - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    losses.append(loss)
    share = (step - warmup) / (steps - warmup)
    cosine = end + 0.5 * (1 + math.cos(math.pi * share)) * (peak - end)
    optimizer.param_groups[0]["lr"] = (
        peak * (step + 1) / (warmup + 1) if step < warmup else cosine
    )
    optimizer.step()
keep("curve", torch.stack(losses))

# A decoder's layer that looks at what an encoder read, with the norm behind and before; of what was
# read, the second sequence has three places.
READ = 5
unseen = torch.arange(READ) >= torch.tensor([READ, 3])[:, None]
for name, first in dict(POST=False, PRE=True).items():
    layer = torch.nn.TransformerDecoderLayer(
        8, 2, 16, 0, F.gelu, batch_first=True, norm_first=first
    ).double()
    for parameter in layer.parameters():
        parameter.data = torch.randn(parameter.shape).double() * 0.5
    x, read = r(BATCH, TIME, 8), r(BATCH, READ, 8)
    y = layer(x, read, tgt_mask=~MASKS["causal"], memory_key_padding_mask=unseen)
    keep_gradients(f"cross/{name}", y, x=x, read=read)
    for parameter, value in layer.named_parameters():
        keep(f"cross/{name}/weights/{parameter}", value)
        keep(f"cross/{name}/gradients/{parameter}", value.grad)

# The transformer of 2017 with one layer on each side: the loss and every gradient.
sides = dict(
    encoder=torch.nn.TransformerEncoderLayer(WIDTH, 2, 16, 0, F.relu, batch_first=True),
    decoder=torch.nn.TransformerDecoderLayer(WIDTH, 2, 16, 0, F.relu, batch_first=True),
)
for side in sides.values():
    side.double()
    for parameter in side.parameters():
        parameter.data = torch.randn(parameter.shape).double() * 0.5
token, position = r(VOCABULARY, WIDTH), r(TIME + 1, WIDTH)
source = torch.randint(VOCABULARY, (BATCH, READ))
ids = torch.randint(VOCABULARY, (BATCH, TIME + 1))
read = sides["encoder"](token[source] + position[:READ], src_key_padding_mask=unseen)
logits = sides["decoder"](
    token[ids[:, :-1]] + position[:TIME],
    read,
    tgt_mask=~MASKS["causal"],
    memory_key_padding_mask=unseen,
) @ token.T
loss = F.cross_entropy(logits.flatten(0, 1), ids[:, 1:].flatten())
loss.backward()
keep("two/source", source)
keep("two/ids", ids)
keep("two/loss", loss)
keep("two/weights/token", token)
keep("two/gradients/token", token.grad)
keep("two/weights/position", position)
keep("two/gradients/position", position.grad)
for name, side in sides.items():
    for parameter, value in side.named_parameters():
        keep(f"two/weights/{name}.{parameter}", value)
        keep(f"two/gradients/{name}.{parameter}", value.grad)

save_file(
    tensors,
    "golden.safetensors",
    metadata=dict(
        made_by="golden.py",
        torch=torch.__version__,
        transformers=transformers.__version__,
        seed=str(SEED),
    ),
)
