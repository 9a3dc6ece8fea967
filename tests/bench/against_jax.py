"""The same Gram matrices by neural-tangents, and how many times faster this library is.

    pip install "jax[cpu]==0.4.23" neural-tangents==0.6.5 "numpy<2" "scipy<1.13"
    cargo bench --bench gram | tee /tmp/ours.csv
    python tests/bench/against_jax.py /tmp/ours.csv

float64, d = 64, gain sqrt 2, milliseconds. "cold" is the first call, with the tracing and compilation that
it needs, but without the import of jax; "warm" is the best of at least five later calls, and of as many as
fit in two seconds, as it is here. Both return memory that they asked the system for ("fresh" here); "reused"
is a matrix of ours filled again, for which neural-tangents has nothing to compare.
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


def milliseconds(work):
    start = time.perf_counter()
    work().block_until_ready()
    return 1e3 * (time.perf_counter() - start)


def best(work):
    begun, times = time.perf_counter(), []
    while len(times) < 5 or time.perf_counter() - begun < 2:
        times.append(milliseconds(work))
    return min(times)


def main():
    print("activation,m,depth,fresh,reused,warm there,cold there,times faster: fresh,reused,than cold")
    for line in open(sys.argv[1]):
        if line.startswith(("#", "activation")):
            continue
        activation, m, depth, fresh, reused = line.split(",")[:5]
        fresh, reused = float(fresh), float(reused)
        x = jnp.asarray(np.random.default_rng(1).normal(size=(int(m), 64)))
        kernel = kernel_fn(activation, int(depth))
        cold = milliseconds(lambda: kernel(x))
        warm = best(lambda: kernel(x))
        faster = f"{warm / fresh:.1f},{warm / reused:.1f},{cold / fresh:.0f}"
        print(f"{activation},{m},{depth},{fresh:.2f},{reused:.2f},{warm:.1f},{cold:.0f},{faster}", flush=True)


if __name__ == "__main__":
    main()
