"""Golden values of tanh, GELU and sine kernels, depths 1 and 2, with 25 digits.

    pip install mpmath
    python tests/goldens/quadrature.py          (some minutes; rewrites quadrature.csv)

Each expectation is a plain trapezoidal sum on equidistant nodes, one variable at a time; for these analytic
functions, at these norms, its error is below 1e-18.
"""

import os

from mpmath import cos, cosh, erfc, exp, mp, mpf, pi, sin, sqrt, tanh

mp.dps = 25
HERE = os.path.dirname(os.path.abspath(__file__))
Phi = lambda z: erfc(-z / sqrt(mpf(2))) / 2
density = lambda z: exp(-z * z / 2) / sqrt(2 * pi)
FUNCTIONS = {
    "tanh": (tanh, lambda z: 1 / cosh(z) ** 2),
    "gelu": (lambda z: z * Phi(z), lambda z: Phi(z) + z * density(z)),
    "sin": (sin, cos),
}
PAIRS = [((1, 0), (1, 0)), ((1, 0), (0, 1)), ((1, 0), (-0.8, 0.6)), ((1, 0), (0.96, 0.28)),
         ((2, 0.5), (0.5, -1)), ((0.1, 0), (0.1, 0.001)), ((1.5, 1), (-1, 2))]


STEP = mpf(1) / 14
NODES = [(k * STEP, STEP * density(k * STEP)) for k in range(-133, 134)]


def expect(g, sd):
    return sum(weight * g(sd * z) for z, weight in NODES)


def expect2(g, a, b, c):
    sx = sqrt(a)
    if a == 0 or b == 0:
        raise ValueError
    own = b - c * c / a
    if own < mpf(10) ** -25:
        ratio = c / a
        return expect(lambda u: g(u) * g(ratio * u), sx)
    return expect(lambda u: g(u) * expect(lambda e: g(c / a * u + e), sqrt(own)), sx)


def kernels(name, gain, bias, x, y, depth):
    phi, slope = FUNCTIONS[name]
    g2, b2 = mpf(gain) ** 2, mpf(bias) ** 2
    dot = lambda u, v: sum(mpf(p) * mpf(q) for p, q in zip(u, v))
    a, b, c = dot(x, x) + b2, dot(y, y) + b2, dot(x, y) + b2
    theta, found = c, []
    for _ in range(depth):
        k, kdot = expect2(phi, a, b, c), expect2(slope, a, b, c)
        a, b = (g2 * expect(lambda u: phi(u) ** 2, sqrt(v)) + b2 for v in (a, b))
        c = g2 * k + b2
        theta = c + theta * g2 * kdot
        found.append((theta, c))
    return found


def main():
    with open(os.path.join(HERE, "quadrature.csv"), "w") as out:
        out.write("# activation,gain,bias,depth,x1,x2,y1,y2,ntk,nngp\n")
        for name in FUNCTIONS:
            for gain, bias in [(1.0, 0.0), (1.5, 0.25)]:
                for x, y in PAIRS:
                    for depth, (theta, k) in enumerate(kernels(name, gain, bias, x, y, 2), 1):
                        row = [name, gain, bias, depth, *x, *y, float(theta), float(k)]
                        out.write(",".join(str(v) for v in row) + "\n")
                    out.flush()


if __name__ == "__main__":
    main()
