"""Makes golden.safetensors: what PyTorch computes for a small BERT and a small GPT-1.

    pip install torch==2.13.0 safetensors==0.8.0 numpy
    python3 golden.py

The loss of hidden words with every gradient; and one step of fine-tuning, with nothing frozen and
with the embeddings and the first block frozen. All in float64, from numbers that fit float32. The
names are ours.
"""
import torch
import torch.nn.functional as F
from safetensors.torch import save_file

SEED = 20261127
torch.manual_seed(SEED)
torch.set_num_threads(1)
VOCABULARY, CONTEXT, WIDTH, HIDDEN, HEADS, LAYERS = 11, 8, 8, 16, 2, 2
RATE, DECAY, BETAS, EPSILON = 0.01, 0.1, (0.9, 0.99), 1e-8
tensors = {}


def keep(name, value):
    tensors[name] = torch.as_tensor(value).detach().to(torch.float32).contiguous().clone()


def weights(encoder):
    shapes = {"token": (VOCABULARY, WIDTH), "position": (CONTEXT, WIDTH)}
    if encoder:
        shapes["segment"] = (2, WIDTH)
        shapes["embeddingNorm.gain"] = shapes["embeddingNorm.bias"] = (WIDTH,)
    for layer in range(LAYERS):
        for norm in ("first", "second"):
            shapes[f"{layer}.{norm}.gain"] = shapes[f"{layer}.{norm}.bias"] = (WIDTH,)
        for part in ("query", "key", "value", "output"):
            shapes[f"{layer}.{part}.weight"] = (WIDTH, WIDTH)
            shapes[f"{layer}.{part}.bias"] = (WIDTH,)
        shapes[f"{layer}.up.weight"], shapes[f"{layer}.up.bias"] = (HIDDEN, WIDTH), (HIDDEN,)
        shapes[f"{layer}.down.weight"], shapes[f"{layer}.down.bias"] = (WIDTH, HIDDEN), (WIDTH,)
    if encoder:
        shapes["head.weight"], shapes["head.bias"] = (WIDTH, WIDTH), (WIDTH,)
        shapes["headNorm.gain"] = shapes["headNorm.bias"] = (WIDTH,)
        shapes["output.bias"] = (VOCABULARY,)
    shapes["classifier.weight"], shapes["classifier.bias"] = (2, WIDTH), (2,)
    return {
        name: (torch.randn(shape) * 0.5 + name.endswith("gain")).double().requires_grad_()
        for name, shape in shapes.items()
    }


def blocks(w, x, hidden_from, encoder):
    """PyTorch's own layers with these weights. `hidden_from` is True where attention may not look."""
    for layer in range(LAYERS):
        block = torch.nn.TransformerEncoderLayer(
            WIDTH, HEADS, HIDDEN, 0, F.gelu if encoder else lambda y: F.gelu(y, approximate="tanh"),
            layer_norm_eps=1e-12 if encoder else 1e-5, batch_first=True,
        ).double()
        p = lambda name: w[f"{layer}.{name}"]
        state = {
            "self_attn.in_proj_weight": torch.cat([p("query.weight"), p("key.weight"), p("value.weight")]),
            "self_attn.in_proj_bias": torch.cat([p("query.bias"), p("key.bias"), p("value.bias")]),
            "self_attn.out_proj.weight": p("output.weight"), "self_attn.out_proj.bias": p("output.bias"),
            "linear1.weight": p("up.weight"), "linear1.bias": p("up.bias"),
            "linear2.weight": p("down.weight"), "linear2.bias": p("down.bias"),
            "norm1.weight": p("first.gain"), "norm1.bias": p("first.bias"),
            "norm2.weight": p("second.gain"), "norm2.bias": p("second.bias"),
        }
        mask = dict(src_key_padding_mask=hidden_from) if encoder else dict(src_mask=hidden_from)
        x = torch.func.functional_call(block, state, (x,), mask)
    return x


def read(w, ids, lengths, encoder):
    places = torch.arange(ids.shape[1])
    x = w["token"][ids] + w["position"][: ids.shape[1]]
    if encoder:
        x = x + w["segment"][0]
        x = F.layer_norm(x, (WIDTH,), w["embeddingNorm.gain"], w["embeddingNorm.bias"], 1e-12)
        return blocks(w, x, places >= lengths[:, None], True)
    return blocks(w, x, places[None, :] > places[:, None], False)


def case(family, encoder):
    start = weights(encoder)
    ids = torch.randint(3, VOCABULARY, (3, 6))
    ids[:, 0] = 2
    lengths = torch.tensor([6, 3, 5])
    ids[torch.arange(6) >= lengths[:, None]] = 0
    keep(f"{family}/ids", ids)
    keep(f"{family}/lengths", lengths)
    for name, value in start.items():
        keep(f"{family}/start/{name}", value)

    # The loss of pretraining. Row by row, place 2 of the first, 1 of the second, 2 and 4 of the
    # third are hidden; one of them is another word, and one stays as it was.
    w = {name: value.detach().clone().requires_grad_() for name, value in start.items()}
    if encoder:
        chosen = torch.zeros_like(ids, dtype=bool)
        chosen[0, 2] = chosen[1, 1] = chosen[2, 2] = chosen[2, 4] = True
        inputs = ids.clone()
        inputs[0, 2] = inputs[2, 4] = 1
        inputs[1, 1] = 7
        keep(f"{family}/inputs", inputs)
        x = F.gelu(F.linear(read(w, inputs, lengths, True), w["head.weight"], w["head.bias"]))
        x = F.layer_norm(x, (WIDTH,), w["headNorm.gain"], w["headNorm.bias"], 1e-12)
        logits = x @ w["token"].T + w["output.bias"]
        labels = ids.masked_fill(~chosen, -100)
    else:
        logits = (read(w, ids, lengths, False) @ w["token"].T)[:, :-1]
        labels = ids[:, 1:].masked_fill(ids[:, 1:] == 0, -100)
    loss = F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100)
    loss.backward()
    keep(f"{family}/loss", loss)
    for name, value in w.items():
        if value.grad is not None:
            keep(f"{family}/gradients/{name}", value.grad)

    # One step of fine-tuning, with the head on the first place of an encoder, the last of a decoder.
    for way in ("all", "frozen"):
        w = {name: value.detach().clone() for name, value in start.items()}
        learned = [
            name for name in w
            if name.startswith(("1.", "classifier")) or way == "all" and not name.startswith(("head", "output"))
        ]
        for name in learned:
            w[name].requires_grad_()
        at = torch.zeros_like(lengths) if encoder else lengths - 1
        states = read(w, ids, lengths, encoder)[torch.arange(3), at]
        logits = F.linear(states, w["classifier.weight"], w["classifier.bias"])
        loss = F.cross_entropy(logits, torch.tensor([1, 0, 1]))
        loss.backward()
        values = [w[name] for name in learned]
        keep(f"{family}/{way}/norm", torch.nn.utils.clip_grad_norm_(values, 1.0))
        groups = [
            dict(params=[v for v in values if v.dim() == 2], weight_decay=DECAY),
            dict(params=[v for v in values if v.dim() == 1], weight_decay=0.0),
        ]
        torch.optim.AdamW(groups, lr=RATE, betas=BETAS, eps=EPSILON).step()
        keep(f"{family}/{way}/loss", loss)
        for name, value in w.items():
            keep(f"{family}/{way}/after/{name}", value)


case("encoder", True)
case("decoder", False)

save_file(
    tensors,
    "golden.safetensors",
    metadata=dict(made_by="golden.py", torch=torch.__version__, seed=str(SEED)),
)
