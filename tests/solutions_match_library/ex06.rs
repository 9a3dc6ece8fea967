use ntk_harness::Value;

use super::{agree, get, kernel, numbers, two_layer};

#[test]
fn exercise_06_is_the_kernel_of_the_library() {
    let relu = two_layer();
    agree("ex06", "nngp_relu", |call| kernel(call, |x, y| relu.nngp(x, y).expect("finite")));
    agree("ex06", "kdot_relu", |call| kernel(call, |x, y| relu.kdot(x, y).expect("finite")));
    agree("ex06", "ntk_relu", |call| kernel(call, |x, y| relu.ntk(x, y).expect("finite")));
    agree("ex06", "ntk_gram", |call| {
        let gram = relu.ntk_gram(&get(call, "xs")).expect("finite");
        numbers(&Value::from(&gram))
    });
}
