//! What every symbol means here, and how other people's symbols map to ours.
//!
//! **The network.** With width n → ∞ and every entry of W and β drawn from N(0, 1),
//!
//! ```text
//! h¹ = W¹x + b β¹          hˡ⁺¹ = (c/√n) Wˡ⁺¹ φ(hˡ) + b βˡ⁺¹          f = hᴸ⁺¹
//! ```
//!
//! `depth` L counts *hidden* layers: depth 1 is the two-layer network, with two weight matrices.
//! `gain` c multiplies every layer after the first, in the forward pass: 1 by default, √2 for He's
//! initialisation of ReLU. `bias` b is the standard deviation of every layer's bias, 0 by default.
//! The first layer has no 1/√d.
//!
//! **The kernels.** With (u, v) ~ N(0, Λˡ⁻¹) and Λˡ⁻¹ the 2×2 matrix of Kˡ⁻¹ on the pair,
//!
//! ```text
//! K⁰ = x·x′ + b²           Kˡ = c² E[φ(u)φ(v)] + b²           K̇ˡ = c² E[φ′(u)φ′(v)]
//! Θ⁰ = K⁰                  Θˡ = Kˡ + Θˡ⁻¹ K̇ˡ      so   Θᴸ = Σ_{ℓ=0}^{L} Kˡ Π_{k>ℓ} K̇ᵏ
//! ```
//!
//! (Jacot, Gabriel & Hongler 2018; Lee et al. 2019.) `nngp` is Kᴸ, the covariance of the network's
//! output at initialisation; `ntk` is Θᴸ, with every weight and bias trained; `kdot` is K̇ᴸ. Term ℓ of
//! the sum is what weight layer ℓ+1 contributes, its bias included.
//!
//! **Derivatives at a kink.** φ′(0) is the slope left of 0, so a zero input never opens a ReLU gate.
//!
//! **Data.** A data set is a matrix whose rows are samples.
//!
//! **Training.** The loss is ½ Σᵢ (f(xᵢ) − yᵢ)², a sum and not a mean: ḟ = −Θ(f − y).
//!
//! # From neural-tangents
//!
//! | `neural_tangents` 0.6.5 | here |
//! |---|---|
//! | `stax.Dense(n, W_std=s, b_std=b)`, NTK parametrisation: (s/√fan_in) W z + bβ | first layer: multiply the *data* by s/√d; later layers: `gain` s; `bias` b |
//! | `Dense, Relu, Dense` | depth 1: one hidden layer |
//! | `stax.Erf(1, b, 0)`: erf(bz), b = 1 by default | [`ScaledErf`](super::ScaledErf) of scale b; [`Erf`](super::Erf) is erf(z/√2): b = 2**-0.5 |
//! | `stax.ABRelu(a, b)`: a·min(z, 0) + b·max(z, 0) | `LeakyRelu { slope: a }` for b = 1 |
//! | `kernel_fn(x, None, "ntk")` | [`Architecture::ntk_gram`](super::Architecture::ntk_gram) |
//! | `predict.gradient_descent_mse(…)`, `gradient_descent_mse_ensemble`: loss ½ *mean* over the m·C entries of targets | loss ½ sum: their time m·C·t is our t |
//! | `diag_reg=r`: adds r·tr(Θ)/m | ridge λ is absolute: λ = r·tr(Θ)/m |
