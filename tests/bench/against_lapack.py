"""LAPACK's symmetric eigendecomposition and Cholesky factorisation (numpy.linalg), beside tests/bench/spectrum.rs.

    pip install numpy
    python tests/bench/against_lapack.py
"""

import time

import numpy as np


def best(work):
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


print("what,by,m,seconds")
for m in (300, 1000):
    x = np.random.default_rng(1).normal(size=(m, 64))
    u = x @ x.T
    norms = np.sqrt(np.diag(u))
    theta = np.maximum(u, 0) + np.diag(norms)  # any full symmetric matrix will do
    ridged = u + np.eye(m)
    print(f"eigen,lapack,{m},{best(lambda: np.linalg.eigh(theta)):.4f}")
    print(f"cholesky,lapack,{m},{best(lambda: np.linalg.cholesky(ridged)):.4f}")
