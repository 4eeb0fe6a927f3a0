"""Multiplies matrices of floats on one thread whenever a line comes in, and answers with a line.

products.py LIBRARY FORM M K N REPEAT: LIBRARY is torch or numpy; FORM is ab, a'b or ab'.
"""
import sys

library, form = sys.argv[1:3]
m, k, n, repeat = map(int, sys.argv[3:])
shape_a = (k, m) if form == "a'b" else (m, k)
shape_b = (n, k) if form == "ab'" else (k, n)

if library == "torch":
    import torch

    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    a, b, c = torch.randn(shape_a), torch.randn(shape_b), torch.empty(m, n)
    left, right = a.T if form == "a'b" else a, b.T if form == "ab'" else b

    def product():
        torch.mm(left, right, out=c)
else:
    import numpy as np

    a, b = (np.random.randn(*s).astype(np.float32) for s in (shape_a, shape_b))
    c = np.empty((m, n), np.float32)
    left, right = a.T if form == "a'b" else a, b.T if form == "ab'" else b

    def product():
        np.dot(left, right, out=c)


for line in sys.stdin:
    for _ in range(repeat):
        product()
    print("done", flush=True)
