"""Golden kernels and predictions from neural-tangents 0.6.5, in float64.

    pip install "jax[cpu]==0.4.23" neural-tangents==0.6.5 "numpy<2" "scipy<1.13"
    python tests/goldens/from_jax.py            (rewrites from_jax.json)

The mapping of conventions is that of src/kernel/conventions.rs: the first Dense divides by sqrt d, so the
data are given here times sqrt d; the later ones carry gain = W_std; their loss is a mean over the m C entries
of the targets, so that their time m C t is our t; diag_reg is relative to the mean of the diagonal.
"""

import json
import os

import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
import neural_tangents as nt  # noqa: E402  (after the switch to float64)
from neural_tangents import stax  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
ACTIVATIONS = {
    "relu": stax.Relu,
    "leaky-relu:0.125": lambda: stax.ABRelu(0.125, 1),
    "abs": stax.Abs,
    "erf": lambda: stax.Erf(1, 2**-0.5, 0),
    "gelu": lambda: stax.Gelu(approximate=False),
    "sin": stax.Sin,
}
D = 5


def kernel_fn(activation, depth, gain, bias):
    layers = [stax.Dense(1, W_std=1.0, b_std=bias)]
    for _ in range(depth):
        layers += [ACTIVATIONS[activation](), stax.Dense(1, W_std=gain, b_std=bias)]
    return stax.serial(*layers)[2]


def rows(matrix):
    return np.asarray(matrix).tolist()


def main():
    rng = np.random.default_rng(20)
    train, test = rng.normal(size=(7, D)), rng.normal(size=(4, D))
    targets = rng.normal(size=(7, 2))
    out = {"versions": {"neural_tangents": nt.__version__, "jax": jax.__version__},
           "train": rows(train), "test": rows(test), "targets": rows(targets), "kernels": []}
    x, z = jnp.asarray(train * D**0.5), jnp.asarray(test * D**0.5)
    for activation in ACTIVATIONS:
        for depth, gain, bias in [(1, 1.0, 0.0), (3, 2**0.5, 0.0), (2, 1.25, 0.5), (10, 2**0.5, 0.125)]:
            kernel = kernel_fn(activation, depth, gain, bias)
            found = {name: rows(kernel(z, x, name)) for name in ("ntk", "nngp")}
            out["kernels"].append(dict(activation=activation, depth=depth, gain=gain, bias=bias, **found))
    kernel = kernel_fn("relu", 2, 2**0.5, 0.125)
    k = lambda a, b: kernel(a, b, ("nngp", "ntk"))
    entries = targets.size
    law = nt.predict.gradient_descent_mse_ensemble(kernel, x, jnp.asarray(targets), diag_reg=0.0)
    out["ensemble"] = []
    for time in (0.1, 1.0, 10.0):
        found = law(t=time * entries, x_test=z, get="ntk", compute_cov=True)
        out["ensemble"].append(dict(time=time, mean=rows(found.mean), covariance=rows(found.covariance)))
    found = law(t=None, x_test=z, get="nngp", compute_cov=True)
    out["posterior"] = dict(mean=rows(found.mean), covariance=rows(found.covariance))
    ridged = nt.predict.gradient_descent_mse_ensemble(kernel, x, jnp.asarray(targets), diag_reg=0.03)
    out["ridge"] = dict(relative=0.03, mean=rows(ridged(t=None, x_test=z, get="ntk")))
    with open(os.path.join(HERE, "from_jax.json"), "w") as file:
        json.dump(out, file)


if __name__ == "__main__":
    main()
