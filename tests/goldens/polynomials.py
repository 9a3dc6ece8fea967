"""The two polynomials of src/kernel/polynomials.rs, by Chebyshev interpolation in high precision.

    pip install mpmath
    python tests/goldens/polynomials.py         (prints the Rust constants and their errors)

On 0 <= z <= 1/2, with z = sin^2(t/2), so that 1 - cos t = 2z:

    t = 2 sqrt(z) ARCSINE(z)                (sin t - t cos t)/pi = z sqrt(z) EXCESS(z)
"""

from mpmath import asin, chebyt, cos, mp, mpf, pi, sin, sqrt

mp.dps = 60
# The least degrees whose error is below the rounding of the coefficients.
DEGREES = {"ARCSINE": 18, "EXCESS": 16}


def arcsine(z):
    return asin(sqrt(z)) / sqrt(z)


def excess(z):
    t = 2 * asin(sqrt(z))
    return (sin(t) - t * cos(t)) / pi / (z * sqrt(z))


def interpolate(f, degree):
    """Coefficients in z, lowest first, of the interpolant at the Chebyshev points of [0, 1/2]."""
    n = degree + 1
    nodes = [cos(pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    values = [f((1 + x) / 4) for x in nodes]
    cheb = [2 * sum(v * cos(j * pi * (2 * k + 1) / (2 * n)) for k, v in enumerate(values)) / n
            for j in range(n)]
    cheb[0] /= 2
    # T_j(4z - 1) as polynomials in z
    before, current = [mpf(1)], [mpf(-1), mpf(4)]
    total = [mpf(0)] * n
    for j in range(n):
        poly = before
        for k, c in enumerate(poly):
            total[k] += cheb[j] * c
        following = [mpf(0)] * (len(current) + 1)
        for k, c in enumerate(current):
            following[k] -= 2 * c
            following[k + 1] += 8 * c
        for k, c in enumerate(before):
            following[k] -= c
        before, current = current, following
    return total


def main():
    for name, f in [("ARCSINE", arcsine), ("EXCESS", excess)]:
        exact = interpolate(f, DEGREES[name])
        rounded = [float(c) for c in exact]
        worst = 0
        for k in range(1, 400):
            z = mpf(k) / 800
            value = sum(mpf(c) * z ** i for i, c in enumerate(rounded))
            worst = max(worst, abs(value / f(z) - 1))
        print("// %s: relative error of the rounded coefficients %s" % (name, mp.nstr(worst, 3)))
        print("pub(crate) const %s: [f64; %d] = [" % (name, len(exact)))
        for c in rounded:
            print("    %r," % c)
        print("];")


if __name__ == "__main__":
    main()
