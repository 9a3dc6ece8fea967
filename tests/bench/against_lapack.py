"""LAPACK's symmetric eigendecomposition (numpy.linalg.eigh), beside tests/bench/spectrum.rs.

    pip install numpy
    python tests/bench/against_lapack.py
"""

import time

import numpy as np

for m in (300, 1000):
    x = np.random.default_rng(1).normal(size=(m, 64))
    u = x @ x.T
    norms = np.sqrt(np.diag(u))
    theta = np.maximum(u, 0) + np.diag(norms)  # any full symmetric matrix will do
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        np.linalg.eigh(theta)
        best = min(best, time.perf_counter() - start)
    print(f"lapack,{m},{best:.3f}")
