//! The two macros: what an exercise's functions are, and which mistakes a solution knows.

use serde::{Deserialize, Serialize};

use crate::argument::{Arguments, Mismatch, Type};
use crate::value::Value;

/// A function's name and types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub name: String,
    pub arguments: Vec<(String, Type)>,
    pub returns: Type,
    /// The earlier functions from which this one follows, where the exercise declares it.
    pub given: Vec<String>,
}

/// A table of an exercise's functions, called by name.
pub trait Callable: Copy + Send + 'static {
    fn signatures() -> Vec<Signature>;

    /// Calls one function.
    ///
    /// # Errors
    ///
    /// No such function, or arguments of other types.
    fn call(&self, function: &str, arguments: &Arguments) -> Result<Value, Mismatch>;

    /// What the function should return if the earlier ones, as they stand in this table, are right.
    ///
    /// # Errors
    ///
    /// As [`call`](Self::call); also when nothing is declared for the function.
    fn given(&self, function: &str, arguments: &Arguments) -> Result<Value, Mismatch>;
}

/// A known mistake: the reference with one function (or several) gone wrong.
pub struct Mistake<F> {
    pub name: &'static str,
    pub functions: &'static [&'static str],
    /// The source of the wrong function; the comment at its head is the message.
    pub source: &'static str,
    pub table: F,
}

/// Lists an exercise's functions.
///
/// ```ignore
/// ntk_harness::exercise! {
///     fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64;
///     fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64;
///     fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64
///         where given(nngp_relu, kdot_relu) => nngp_relu(x, y) + x.dot(y) * kdot_relu(x, y);
/// }
/// ```
///
/// The functions themselves are expected in the parent module, under these names. A `given` clause
/// says how a function follows from earlier ones; with it the checker can tell a learner that a
/// function is right, and only suffers from an earlier one.
///
/// The macro defines `Functions` (a table of function pointers), `YOURS` (the parent module's) and
/// `main`.
#[macro_export]
macro_rules! exercise {
    ($(
        fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $returns:ty
            $(where given($($earlier:ident),+ $(,)?) => $given:expr)?;
    )+) => {
        #[global_allocator]
        static MEMORY: $crate::Memory = $crate::memory();

        /// The exercise's functions, each of which can be exchanged.
        #[derive(Clone, Copy)]
        pub struct Functions {
            $(pub $name: fn($($type),*) -> $returns,)+
        }

        /// The functions of the module that lists them.
        pub const YOURS: Functions = Functions { $($name: super::$name,)+ };

        impl $crate::Callable for Functions {
            fn signatures() -> ::std::vec::Vec<$crate::Signature> {
                ::std::vec![$(
                    $crate::Signature {
                        name: stringify!($name).to_owned(),
                        arguments: ::std::vec![$((
                            stringify!($argument).to_owned(),
                            <<$type as $crate::Argument<'_>>::Owned as $crate::FromValue>::kind(),
                        )),*],
                        returns: <$returns as $crate::IntoValue>::kind(),
                        given: ::std::vec![$($(stringify!($earlier).to_owned()),+)?],
                    }
                ),+]
            }

            fn call(
                &self,
                function: &str,
                arguments: &$crate::Arguments,
            ) -> ::std::result::Result<$crate::Value, $crate::Mismatch> {
                match function {
                    $(stringify!($name) => {
                        $(let $argument = $crate::__argument::<$type>(
                            arguments,
                            stringify!($argument),
                        )?;)*
                        ::std::result::Result::Ok($crate::IntoValue::into_value((self.$name)(
                            $(<$type as $crate::Argument<'_>>::lend(&$argument)),*
                        )))
                    })+
                    _ => ::std::result::Result::Err($crate::__no_function(function)),
                }
            }

            #[allow(unused, clippy::all)]
            fn given(
                &self,
                function: &str,
                arguments: &$crate::Arguments,
            ) -> ::std::result::Result<$crate::Value, $crate::Mismatch> {
                match function {
                    $(stringify!($name) => {
                        $(let $argument = $crate::__argument::<$type>(
                            arguments,
                            stringify!($argument),
                        )?;)*
                        $(let $argument = <$type as $crate::Argument<'_>>::lend(&$argument);)*
                        $crate::__given!(self, $returns, $([$($earlier),+] $given)?)
                    })+
                    _ => ::std::result::Result::Err($crate::__no_function(function)),
                }
            }
        }

        /// Answers the checker's requests.
        #[allow(dead_code)]
        pub fn main() {
            $crate::serve(YOURS, &MEMORY, file!());
        }

        /// Answers the author's requests too: the solution and its known mistakes.
        #[allow(dead_code)]
        pub fn main_with_mistakes(mistakes: ::std::vec::Vec<$crate::Mistake<Functions>>) {
            $crate::serve_with_mistakes(YOURS, mistakes, &MEMORY, file!());
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __given {
    ($table:ident, $returns:ty,) => {
        ::std::result::Result::Err($crate::__no_function("nothing declared"))
    };
    ($table:ident, $returns:ty, [$($earlier:ident),+] $given:expr) => {{
        $(let $earlier = $table.$earlier;)+
        let value: $returns = $given;
        ::std::result::Result::Ok($crate::IntoValue::into_value(value))
    }};
}

/// Lists a solution's known mistakes: the file `mistakes/NAME.rs`, and the functions it holds.
///
/// ```ignore
/// ntk_harness::mistakes! {
///     dot_for_cosine: nngp_relu, kdot_relu;
///     nngp_for_ntk: ntk_relu;
/// }
/// ```
///
/// Each file is an ordinary module. The `//!` comment at its head is the message that a learner
/// reads, so it says what was computed, why that is tempting, and where to read on.
#[macro_export]
macro_rules! mistakes {
    ($($name:ident: $($function:ident),+;)+) => {
        mod mistakes {
            $(pub mod $name;)+
        }

        // A mistake may change every function: then nothing is left for `..YOURS` to fill in.
        #[allow(clippy::needless_update)]
        fn known_mistakes() -> ::std::vec::Vec<$crate::Mistake<signatures::Functions>> {
            ::std::vec![$($crate::Mistake {
                name: stringify!($name),
                functions: &[$(stringify!($function)),+],
                source: include_str!(concat!("mistakes/", stringify!($name), ".rs")),
                table: signatures::Functions {
                    $($function: mistakes::$name::$function,)+
                    ..signatures::YOURS
                },
            }),+]
        }
    };
}
