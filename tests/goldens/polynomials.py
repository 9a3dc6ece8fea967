"""The polynomials of src/kernel/polynomials.rs, by Chebyshev interpolation in high precision.

    pip install mpmath
    python tests/goldens/polynomials.py         (prints the Rust constants and their errors)

With z = sin^2(t/2), so that 1 - cos t = 2z:

    t = 2 sqrt(z) ARCSINE(z)                (sin t - t cos t)/pi = z sqrt(z) EXCESS(z)
"""

from mpmath import asin, chebyt, cos, mp, mpf, pi, sin, sqrt

mp.dps = 60

def arcsine(z):
    return asin(sqrt(z)) / sqrt(z)


def excess(z):
    t = 2 * asin(sqrt(z))
    return (sin(t) - t * cos(t)) / pi / (z * sqrt(z))


# Name, function, end of the interval [0, end], and the least degree whose error is below the rounding of the
# coefficients.
POLYNOMIALS = [
    ("ARCSINE", arcsine, mpf(1) / 2, 18),
    ("ARCSINE_BELOW_HALF", arcsine, mpf(1) / 4, 12),
    ("EXCESS", excess, mpf(1) / 2, 16),
]


def interpolate(f, end, degree):
    """Coefficients in z, lowest first, of the interpolant at the Chebyshev points of [0, end]."""
    n = degree + 1
    nodes = [cos(pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    values = [f((1 + x) * end / 2) for x in nodes]
    cheb = [2 * sum(v * cos(j * pi * (2 * k + 1) / (2 * n)) for k, v in enumerate(values)) / n
            for j in range(n)]
    cheb[0] /= 2
    # T_j(2z/end - 1) as polynomials in z
    slope = 2 / end
    before, current = [mpf(1)], [mpf(-1), slope]
    total = [mpf(0)] * n
    for j in range(n):
        poly = before
        for k, c in enumerate(poly):
            total[k] += cheb[j] * c
        following = [mpf(0)] * (len(current) + 1)
        for k, c in enumerate(current):
            following[k] -= 2 * c
            following[k + 1] += 2 * slope * c
        for k, c in enumerate(before):
            following[k] -= c
        before, current = current, following
    return total


def main():
    for name, f, end, degree in POLYNOMIALS:
        exact = interpolate(f, end, degree)
        rounded = [float(c) for c in exact]
        worst = 0
        for k in range(1, 400):
            z = end * k / 400
            value = sum(mpf(c) * z ** i for i, c in enumerate(rounded))
            worst = max(worst, abs(value / f(z) - 1))
        print("// %s: relative error of the rounded coefficients %s" % (name, mp.nstr(worst, 3)))
        print("pub(crate) const %s: [f64; %d] = [" % (name, len(exact)))
        for c in rounded:
            print("    %r," % c)
        print("];")


if __name__ == "__main__":
    main()
