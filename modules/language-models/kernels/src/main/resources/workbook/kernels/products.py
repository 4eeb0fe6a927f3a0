"""Measures products of float matrices, on as many threads as the second argument says.

Each line that comes in says: a form (ab, a'b or ab'), m, k, n, and for how many seconds. The answer
is the shortest time that one product took, in nanoseconds. The first line that goes out names the
library and its version.
"""
import sys
import time

if sys.argv[1] == "torch":
    import torch

    torch.set_num_threads(int(sys.argv[2]))
    torch.set_grad_enabled(False)
    new, empty = torch.randn, torch.empty
    multiply = lambda a, b, c: torch.mm(a, b, out=c)
    print("PyTorch", torch.__version__, flush=True)
else:
    import numpy as np

    new = lambda *shape: np.random.randn(*shape).astype(np.float32)
    empty = lambda *shape: np.empty(shape, np.float32)
    multiply = lambda a, b, c: np.dot(a, b, out=c)
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    print("NumPy", np.__version__, "with", blas["name"], blas["version"], flush=True)

for line in sys.stdin:
    form, m, k, n, seconds = line.split()
    m, k, n = int(m), int(k), int(n)
    a = new(k, m).T if form == "a'b" else new(m, k)
    b = new(n, k).T if form == "ab'" else new(k, n)
    c = empty(m, n)
    fastest = None
    end = time.perf_counter() + float(seconds)
    while fastest is None or time.perf_counter() < end:
        start = time.perf_counter_ns()
        multiply(a, b, c)
        took = time.perf_counter_ns() - start
        fastest = took if fastest is None else min(fastest, took)
    print(fastest, flush=True)
