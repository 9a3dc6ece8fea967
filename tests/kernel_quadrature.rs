//! The quadrature against closed forms that it does not know, and against mpmath's own quadrature.

use std::f64::consts::FRAC_1_SQRT_2;

use ntk::kernel::{Architecture, Erf, Named, Quadrature, Relu};

/// |found − exact| relative to √(value at (x, x) · value at (y, y)).
fn assert_close(found: f64, exact: f64, scale: f64, allowed: f64, what: &str) {
    let error = (found - exact).abs() / scale;
    assert!(error <= allowed, "{what}: {found} for {exact}, off by {error:.1e}");
}

fn at_angle(theta: f64, norm: f64) -> [f64; 2] {
    [norm * theta.cos(), norm * theta.sin()]
}

/// The library has it in closed form.
const SINE: Named = Quadrature::new(f64::sin, f64::cos);

const ANGLES: [f64; 8] = [0.0, 1e-12, 1e-6, 0.1, 1.0, 1.6, 3.0, std::f64::consts::PI];

#[test]
fn erf_by_quadrature_is_erf_in_closed_form() {
    let slope = |z: f64| (2.0 / std::f64::consts::PI).sqrt() * (-z * z / 2.0).exp();
    let by_quadrature = Quadrature::new(|z| libm::erf(z * FRAC_1_SQRT_2), slope);
    for (depth, gain, bias) in [(1, 1.0, 0.0), (3, 1.5, 0.3), (2, 4.0, 0.0)] {
        let closed = Architecture::new(depth, Erf).with_gain(gain).with_bias(bias);
        let quadrature = Architecture::new(depth, by_quadrature).with_gain(gain).with_bias(bias);
        for theta in ANGLES {
            for (norm_x, norm_y) in [(1.0, 1.0), (0.01, 0.02), (1.0, 30.0), (100.0, 90.0)] {
                let (x, y) = ([norm_x, 0.0], at_angle(theta, norm_y));
                let exact = closed.ntk(&x, &y).unwrap();
                let scale = (closed.ntk(&x, &x).unwrap() * closed.ntk(&y, &y).unwrap()).sqrt();
                let what = format!("depth {depth} angle {theta} norms {norm_x} {norm_y}");
                assert_close(quadrature.ntk(&x, &y).unwrap(), exact, scale, 2e-13, &what);
            }
        }
    }
}

#[test]
fn sine_matches_its_closed_form() {
    let sine = Architecture::new(1, SINE);
    for theta in ANGLES {
        for (norm_x, norm_y) in [(1.0, 1.0), (0.1, 2.0), (3.0, 3.0)] {
            let (x, y) = ([norm_x, 0.0], at_angle(theta, norm_y));
            let (a, b, c) = (norm_x * norm_x, norm_y * norm_y, norm_x * norm_y * theta.cos());
            let damping = (-(a + b) / 2.0).exp();
            let scale = ((1.0 - (-2.0 * a).exp()) * (1.0 - (-2.0 * b).exp())).sqrt() / 2.0;
            let k = sine.nngp(&x, &y).unwrap();
            assert_close(k, damping * c.sinh(), scale, 1e-14, "E[sin sin]");
            let kdot = sine.kdot(&x, &y).unwrap();
            assert_close(kdot, damping * c.cosh(), 0.5, 1e-14, "E[cos cos]");
        }
    }
}

#[test]
fn tanh_gelu_and_sine_match_independent_quadrature() {
    for line in include_str!("goldens/quadrature.csv").lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split(',').collect();
        let number = |i: usize| fields[i].parse::<f64>().unwrap();
        let activation = match fields[0] {
            "tanh" => Quadrature::tanh(),
            "gelu" => Quadrature::gelu(),
            _ => SINE,
        };
        let depth = fields[3].parse().unwrap();
        let architecture =
            Architecture::new(depth, activation).with_gain(number(1)).with_bias(number(2));
        let (x, y) = ([number(4), number(5)], [number(6), number(7)]);
        let scale = |k: fn(&Architecture<_>, &[f64], &[f64]) -> f64| {
            (k(&architecture, &x, &x) * k(&architecture, &y, &y)).sqrt()
        };
        let ntk_scale = scale(|a, x, y| a.ntk(x, y).unwrap());
        let nngp_scale = scale(|a, x, y| a.nngp(x, y).unwrap());
        assert_close(architecture.ntk(&x, &y).unwrap(), number(8), ntk_scale, 1e-13, line);
        assert_close(architecture.nngp(&x, &y).unwrap(), number(9), nngp_scale, 1e-13, line);
    }
}

#[test]
fn the_stated_error_bounds_the_error_at_a_kink() {
    let kinked = Quadrature::new(|z: f64| z.max(0.0), |z| f64::from(z > 0.0));
    let (x, y) = ([1.0, 0.0], at_angle(1.0, 1.0));
    let found = Architecture::new(1, kinked).ntk(&x, &y).unwrap();
    let exact = Architecture::new(1, Relu).ntk(&x, &y).unwrap();
    let stated = kinked.stated_error(1.0);
    println!("stated {stated:.1e}, found {:.1e}", (found - exact).abs());
    assert!((found - exact).abs() < 10.0 * stated && stated < 1e-2);
}

#[test]
fn named_activations_are_resolved_at_every_norm() {
    for exponent in -8..=12 {
        for digits in [1.0, 2.2, 5.0] {
            let std = digits * 10f64.powi(exponent);
            for (name, activation) in [("tanh", Quadrature::tanh()), ("gelu", Quadrature::gelu())] {
                let error = activation.stated_error(std);
                assert!(error < 5e-14, "{name} at {std}: {error:.1e}");
            }
        }
    }
    assert!(SINE.stated_error(50.0) > 1e-4);
}

#[test]
fn no_finite_input_gives_nan() {
    for activation in [Quadrature::tanh(), Quadrature::gelu(), SINE] {
        let architecture = Architecture::new(2, activation);
        for (x, y) in [(0.0, 0.0), (0.0, 1.0), (1e-150, 1e-150), (1e6, 1e-6), (1e150, -1e150)] {
            let value = architecture.ntk(&[x], &[y]).unwrap();
            assert!(!value.is_nan(), "Θ({x}, {y}) is {value}");
        }
    }
}
