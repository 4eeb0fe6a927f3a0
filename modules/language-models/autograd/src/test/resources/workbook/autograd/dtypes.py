"""Makes dtypes.safetensors: tensors of every kind that PyTorch writes, and of the floats of 16 bits
what PyTorch itself makes of them in 32.

    pip install torch==2.13.0 safetensors==0.8.0 numpy
    python3 dtypes.py
"""
import torch
from safetensors.torch import save_file

torch.manual_seed(20261127)
odd = [0.0, -0.0, 1.0, -2.0, 65504.0, 6e-8, 6.1e-5, 1e-40, float("inf"), float("-inf"), float("nan")]
numbers = torch.cat([torch.tensor(odd), torch.randn(29), torch.randn(10) * 1e-6])
half = numbers.to(torch.float16).reshape(5, 10)
brain = numbers.to(torch.bfloat16).reshape(5, 10)
tensors = {
    "half": half,
    "half as float": half.to(torch.float32),
    "brain": brain,
    "brain as float": brain.to(torch.float32),
    "ids": torch.arange(6).reshape(2, 3),
    "mask": torch.tensor([True, False, True]),
    "double": torch.randn(2, dtype=torch.float64),
    "bytes": torch.arange(3, dtype=torch.uint8),
    "none": torch.zeros(0, 3, dtype=torch.int32),
    "eighths": torch.randn(4).to(torch.float8_e4m3fn),
}
save_file(tensors, "dtypes.safetensors", metadata=dict(made_by="dtypes.py", torch=torch.__version__))
