"""The coefficients of Elementary.java: polynomials of nearly the least largest error.

Weighted least squares on Chebyshev nodes; the weights follow the error until it is level (Lawson).
numpy 2.4.6: python3 polynomials.py
"""
import math

import numpy as np


def fit(function, low, high, powers, weight, nodes=4000, rounds=400):
    x = np.cos(np.pi * (np.arange(nodes) + 0.5) / nodes) * (high - low) / 2 + (high + low) / 2
    terms = np.stack([x**p for p in powers], 1)
    values = np.array([function(v) for v in x])
    scale = np.array([weight(v) for v in x])
    emphasis = np.full(nodes, 1 / nodes)
    for _ in range(rounds):
        s = np.sqrt(emphasis) * scale
        c = np.linalg.lstsq(terms * s[:, None], values * s, rcond=1e-18)[0]
        error = np.abs((terms @ c - values) * scale)
        emphasis *= error + 1e-30
        emphasis /= emphasis.sum()
    return c, error.max()


def show(name, c, error):
    print(f"{name}: error {error:.1e}, from the lowest power:")
    print("  " + " ".join(str(np.float32(v)) for v in c))


# e^r = 1 + r + r^2 (c0 + c1 r + ...), relative error for |r| <= ln 2 / 2
show("exp", *fit(
    lambda r: math.fsum(r**k / math.factorial(k + 2) for k in range(20)),
    -math.log(2) / 2, math.log(2) / 2, range(5), lambda r: r * r * math.exp(-r)))


# tanh x = x + x u (c0 + c1 u + ...) with u = x^2, relative error for x <= 0.625
def tanh_rest(u):
    x = math.sqrt(u)
    if x < 0.05:
        return -1 / 3 + 2 * u / 15 - 17 * u**2 / 315 + 62 * u**3 / 2835
    return (math.tanh(x) / x - 1) / u


show("tanh", *fit(tanh_rest, 0, 0.625**2, range(5), lambda u: u))


# Phi(-x) = e^(-x^2/2) (c0 t + c1 t^2 + ...) with z = x / sqrt 2 and t = 1 / (1 + 0.34 z),
# absolute error for x >= 0
def half_scaled_erfc(t):
    z = (1 / t - 1) / 0.34
    if z < 5:
        return math.erfc(z) * math.exp(z * z) / 2
    total, term = 0, 1
    for k in range(8):
        total += term
        term *= -(2 * k + 1) / (2 * z * z)
    return total / (z * math.sqrt(math.pi)) / 2


show("normal tail", *fit(
    half_scaled_erfc, 1 / (1 + 0.34 * 10), 1, range(1, 8),
    lambda t: math.exp(-(((1 / t - 1) / 0.34) ** 2)), nodes=1000))
