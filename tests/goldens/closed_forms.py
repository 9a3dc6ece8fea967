"""Golden values of the closed-form kernels, in high precision.

    pip install mpmath
    python tests/goldens/closed_forms.py        (about two minutes; rewrites pairs.csv and closed_forms.csv)

The textbook formulas, with acos and asin of plain dot products, in so many digits that what they lose
does not matter. Nothing here is shared with the library.
"""

import math
import os

from mpmath import acos, asin, cosh, exp, mp, mpf, pi, sin, sinh, sqrt

HERE = os.path.dirname(os.path.abspath(__file__))
DEPTHS = [1, 2, 3, 10, 50]
SCALES = [(1.0, 0.0), (math.sqrt(2.0), 0.0), (math.sqrt(2.0), 0.25), (3.0, 0.0), (0.9, 1.5)]
ACTIVATIONS = ["relu", "leaky-relu:0.125", "abs", "linear", "erf", "sin"]


def pairs():
    """(x, x') in f64, d = 3: every angle at equal norms, then other norms, then zero vectors."""
    direction, normal = (0.48, -0.6, 0.64), (0.8, 0.6, -0.0375)

    def at(angle_cos, angle_sin, norm_x, norm_y):
        x = [norm_x * u for u in direction]
        y = [norm_y * (angle_cos * u + angle_sin * v) for u, v in zip(direction, normal)]
        return x, y

    tilts = [0.0, 1e-15, 1e-12, 1e-8, 1e-4, 0.01, 0.05, 0.1, 0.3]
    for tilt in tilts:
        yield at(1.0, tilt, 1.0, 1.0)
        yield at(-1.0, tilt, 1.0, 1.0)
    for angle in [0.5, 1.0, math.pi / 2, 1.9760, 2.5]:
        yield at(math.cos(angle), math.sin(angle), 1.0, 1.0)
    for norms in [(2.0, 0.5), (1e-150, 1e-150), (1e150, 1e150), (1e-150, 1e150), (1e-5, 3e-5), (40.0, 41.0)]:
        yield at(1.0, 1e-8, *norms)
        yield at(-1.0, 1e-8, *norms)
        yield at(0.3, 0.9, *norms)
    yield [0.0, 0.0, 0.0], [0.3, -0.2, 0.1]
    yield [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]


def arc(c, a, b):
    rho = c / sqrt(a * b)
    return acos(max(mpf(-1), min(mpf(1), rho)))


def relu(c, a, b):
    if a == 0 or b == 0:
        return mpf(0), mpf(0)
    theta = arc(c, a, b)
    norms = sqrt(a * b)
    return norms * (sin(theta) + (pi - theta) * c / norms) / (2 * pi), (pi - theta) / (2 * pi)


def leaky(slope):
    """phi = (1 - s) relu + s z, whose cross terms are s (1 - s) c in all."""
    s = mpf(slope)

    def dual(c, a, b):
        k, kdot = relu(c, a, b)
        if a == 0 and b == 0:
            return mpf(0), s * s
        if a == 0 or b == 0:
            return mpf(0), s * (1 + s) / 2
        return (1 - s) ** 2 * k + s * c, (1 - s) ** 2 * kdot + s

    return dual


def erf(c, a, b):
    square = (1 + a) * (1 + b)
    return 2 / pi * asin(c / sqrt(square)), 2 / pi / sqrt(square - c * c)


def sine(c, a, b):
    damping = exp(-(a + b) / 2)
    return damping * sinh(c), damping * cosh(c)


DUALS = {"relu": relu, "leaky-relu:0.125": leaky(0.125), "abs": leaky(-1), "linear": leaky(1), "erf": erf, "sin": sine}


def recursion(activation, gain, bias, x, y, depths):
    """{depth: (ntk, nngp, kdot)} for one pair."""
    dual, g2, b2 = DUALS[activation], mpf(gain) ** 2, mpf(bias) ** 2
    x, y = [mpf(v) for v in x], [mpf(v) for v in y]
    dot = lambda u, v: sum(p * q for p, q in zip(u, v))
    a, b, c = dot(x, x) + b2, dot(y, y) + b2, dot(x, y) + b2
    theta, found = c, {}
    for layer in range(1, max(depths) + 1):
        k, kdot = dual(c, a, b)
        a, b = g2 * dual(a, a, a)[0] + b2, g2 * dual(b, b, b)[0] + b2
        c, kdot = g2 * k + b2, g2 * kdot
        theta = c + theta * kdot
        if layer in depths:
            found[layer] = (theta, c, kdot)
    return found


def number(value):
    return repr(float(value))


def write_rows(out, activation, gain, bias, index, x, y, depths):
    both, xx, yy = (recursion(activation, gain, bias, *p, depths) for p in [(x, y), (x, x), (y, y)])
    for depth in depths:
        fields = [activation, repr(gain), repr(bias), str(depth), str(index)]
        fields += [number(v) for v in both[depth]]
        fields += ["%.2e" % float(sqrt(p * q)) for p, q in zip(xx[depth], yy[depth])]
        out.write(",".join(fields) + "\n")


def main():
    table = list(pairs())
    with open(os.path.join(HERE, "pairs.csv"), "w") as out:
        for x, y in table:
            out.write(",".join(repr(v) for v in x + y) + "\n")
    with open(os.path.join(HERE, "closed_forms.csv"), "w") as out:
        out.write("# activation,gain,bias,depth,pair,ntk,nngp,kdot,ntk scale,nngp scale,kdot scale\n")
        out.write("# pair: row of pairs.csv from 0; the scale of a kernel is sqrt(its (x,x) times its (x',x'))\n")
        for activation in ACTIVATIONS:
            # 1 + 1e300 must not lose the 1, nor its square root.
            mp.dps = 700 if activation in ["erf", "sin"] else 150
            for gain, bias in SCALES:
                # sin with gain 3 is chaotic: at depth 50 the kernel shows how the inputs were rounded.
                depths = DEPTHS[:-1] if (activation, gain) == ("sin", 3.0) else DEPTHS
                for index, (x, y) in enumerate(table):
                    write_rows(out, activation, gain, bias, index, x, y, depths)
        mp.dps = 150
        for activation in ["relu", "abs", "erf", "sin"]:
            for gain, bias in SCALES[:3]:
                for index in [8, 18, 20, 22]:
                    write_rows(out, activation, gain, bias, index, *table[index], [1000])


if __name__ == "__main__":
    main()
