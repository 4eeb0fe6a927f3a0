"""Makes golden.safetensors: what PyTorch computes, for every loss of this topic on a GRU.

    pip install torch==2.13.0 safetensors==0.8.0 numpy
    python3 golden.py

In float64, by PyTorch's own GRU, log_softmax, logsigmoid and autograd. The losses are written as
the papers write them. The versions and the seed are in the file too, under __metadata__.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import save_file

SEED = 20261127
LETTERS, LENGTH, INPUTS, WIDTH = 4, 6, 16, 32
torch.manual_seed(SEED)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
tensors = {}


def keep(name, value):
    tensors[name] = torch.as_tensor(value).detach().to(torch.float32).contiguous().clone()


class Model(nn.Module):
    def __init__(self, outputs):
        super().__init__()
        self.embedding = nn.Embedding(LETTERS + 1, INPUTS)
        self.rnn = nn.GRU(INPUTS, WIDTH, batch_first=True)
        self.output = nn.Linear(WIDTH, outputs)

    def forward(self, x):
        return self.output(self.rnn(self.embedding(x))[0])

    def log_probabilities(self, y):
        start = torch.full((len(y), 1), LETTERS)
        logs = self(torch.cat([start, y[:, :-1]], 1)).log_softmax(-1)
        return logs.gather(2, y[:, :, None]).squeeze(2).sum(1)

    def reward(self, y):
        start = torch.full((len(y), 1), LETTERS)
        return self(torch.cat([start, y], 1))[:, -1, 0]


def case(name, model, loss):
    model.zero_grad()
    value = loss()
    value.backward()
    keep(f"{name}/loss", value)
    for parameter, x in model.named_parameters():
        keep(f"{name}/d/{parameter}", x.grad)


# The numbers that both read are of float32, so that both read the same.
def shared(x):
    return x.to(torch.float32).to(torch.float64)


policy, judge = Model(LETTERS), Model(1)
for name, model in (("policy", policy), ("judge", judge)):
    for parameter, x in model.named_parameters():
        x.data = shared(x.data)
        keep(f"{name}/{parameter}", x)

strings = torch.randint(LETTERS, (8, LENGTH))
keep("strings", (strings * torch.tensor([LETTERS ** (LENGTH - 1 - k) for k in range(LENGTH)])).sum(1))
advantages = shared(torch.randn(8) * 2)
# So that some ratios are inside 1 - 0.2 to 1 + 0.2, and some on either side.
old = shared(policy.log_probabilities(strings).detach() + torch.linspace(-0.5, 0.5, 8))
reference = shared(torch.randn(4))
keep("advantages", advantages)
keep("old", old)
keep("reference", reference)
keep("logs", policy.log_probabilities(strings))
keep("rewards", judge.reward(strings))

case("supervised", policy, lambda: -policy.log_probabilities(strings).mean())
case("policyGradient", policy, lambda: -(advantages * policy.log_probabilities(strings)).mean())


def clipped():
    ratio = (policy.log_probabilities(strings) - old).exp()
    return -torch.min(ratio * advantages, ratio.clamp(0.8, 1.2) * advantages).mean()


def dpo():
    logs = policy.log_probabilities(strings)
    return -F.logsigmoid(0.3 * (logs[:4] - logs[4:] - reference)).mean()


def bradley_terry():
    r = judge.reward(strings)
    return -F.logsigmoid(r[:4] - r[4:]).mean()


case("clipped", policy, clipped)
case("dpo", policy, dpo)
case("bradleyTerry", judge, bradley_terry)
save_file(tensors, "golden.safetensors", metadata={"torch": torch.__version__, "seed": str(SEED)})
