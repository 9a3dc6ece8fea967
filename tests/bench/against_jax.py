"""The same Gram matrices by neural-tangents, and how many times faster this library is.

    pip install "jax[cpu]==0.4.23" neural-tangents==0.6.5 "numpy<2" "scipy<1.13"
    cargo bench --bench gram | tee /tmp/ours.csv
    python tests/bench/against_jax.py /tmp/ours.csv

float64, d = 64, gain sqrt 2. "cold" is the first call, with the tracing and compilation that it needs, but
without the import of jax; "warm" is the best of several later calls.
"""

import sys
import time

import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
from neural_tangents import stax  # noqa: E402  (after the switch to float64)


def kernel_fn(activation, depth):
    layers = [stax.Dense(1, W_std=8.0)]  # 8 = sqrt 64 undoes their 1/sqrt d in the first layer
    for _ in range(depth):
        layers += [stax.Relu() if activation == "relu" else stax.Erf(1, 2**-0.5, 0)]
        layers += [stax.Dense(1, W_std=2**0.5)]
    kernel = stax.serial(*layers)[2]
    return jax.jit(lambda x: kernel(x, None, "ntk"))


def seconds(work):
    start = time.perf_counter()
    work().block_until_ready()
    return time.perf_counter() - start


def main():
    ours = {}
    for line in open(sys.argv[1]):
        if line[0] != "#" and not line.startswith("activation"):
            activation, m, depth, time_here = line.split(",")[:4]
            ours[activation, int(m), int(depth)] = float(time_here)
    print("activation,m,depth,here,warm there,cold there,times faster than warm,than cold")
    for (activation, m, depth), here in ours.items():
        x = jnp.asarray(np.random.default_rng(1).normal(size=(m, 64)))
        kernel = kernel_fn(activation, depth)
        cold = seconds(lambda: kernel(x))
        warm = min(seconds(lambda: kernel(x)) for _ in range(5 if m < 4000 else 3))
        print(f"{activation},{m},{depth},{here:.4f},{warm:.3f},{cold:.2f},{warm / here:.1f},{cold / here:.0f}",
              flush=True)


if __name__ == "__main__":
    main()
