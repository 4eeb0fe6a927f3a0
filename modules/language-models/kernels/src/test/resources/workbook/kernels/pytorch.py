"""The numbers of pytorch.txt, made with PyTorch 2.13.0 on one thread: python3 pytorch.py > pytorch.txt

Each line: a name, a colon, and floats in the shortest form that gives them back.
"""
import numpy as np
import torch
import torch.nn.functional as F

torch.manual_seed(20261125)
torch.set_num_threads(1)


def show(name, tensor):
    values = tensor.detach().flatten().numpy()
    print(name + ":", " ".join(str(np.float32(v)) for v in values))


print("# PyTorch", torch.__version__.split("+")[0], "seed", torch.initial_seed(), "(pytorch.py)")

x = torch.cat([torch.linspace(-9, 9, 37), torch.tensor([1e-4, -1e-4, 0.0, -0.0, 87.0, -87.0])])
show("x", x)
show("exp", torch.exp(x))
show("tanh", torch.tanh(x))
show("sigmoid", torch.sigmoid(x))
x.requires_grad_()
y = F.gelu(x)
show("gelu", y)
y.backward(torch.ones_like(y))
show("gelu gradient", x.grad)

special = torch.tensor([float("inf"), float("-inf"), float("nan")])
for name, function in dict(exp=torch.exp, tanh=torch.tanh, sigmoid=torch.sigmoid).items():
    show("special " + name, function(special))

rows = torch.randn(5, 19) * 4
rows[1, 3:7] = float("-inf")
rows[2, :] = 1000 + torch.arange(19.0)
show("rows", rows)
show("softmax", torch.softmax(rows, 1))
odd = torch.tensor([[1.0, float("inf"), 0.0], [float("-inf")] * 3, [1.0, float("nan"), 0.0]])
show("odd rows", odd)
show("odd softmax", torch.softmax(odd, 1))

x = torch.randn(5, 19) * 3 + 7
gain, bias = torch.randn(19), torch.randn(19)
show("norm x", x)
show("norm gain", gain)
show("norm bias", bias)
show("norm y", F.layer_norm(x, (19,), gain, bias, 1e-5))

a, b = torch.randn(11, 23), torch.randn(23, 35)
show("a", a)
show("b", b)
show("ab", a @ b)
