//! The HTML of each block, reviewed. `cargo insta review` shows what a change does to it.

mod miniature;

use miniature::Repository;
use ntk_book::atlas::Atlas;
use ntk_book::data::Data;
use ntk_book::desk::{Chapter, Chapters, Desk};
use ntk_book::drawings::Drawings;
use ntk_book::maths::Maths;
use ntk_book::problem::Problems;
use ntk_book::{block, blocks};

/// What mdBook gets for a page with this text; formulas stay place-holders.
fn html(name: &str, text: &str) -> String {
    let repository = Repository::new(name);
    let mut problems = Problems::default();
    let data = Data::load(&repository.root, &mut problems);
    let mut chapters = Chapters::default();
    let page = Some("one.md".to_owned());
    chapters.0.insert(1, Chapter { name: "One".to_owned(), page });
    chapters.0.insert(2, Chapter { name: "Two".to_owned(), page: None });
    let pieces = blocks::parse("book/src/one.md", text, &mut problems);
    let mut atlas = Atlas::default();
    atlas.add("one.md", &pieces);
    // The card that others lead to stands on the page, if not in this text.
    let card = blocks::parse("book/src/one.md", "::: exercise ex01\n:::", &mut problems);
    atlas.add("one.md", &card);
    let mut desk = Desk {
        data: &data,
        chapters: &chapters,
        atlas: &atlas,
        maths: &mut Maths::new(data.macros.clone()),
        drawings: &mut Drawings::default(),
        problems: &mut problems,
        links: &mut Vec::new(),
        page: "one.md".to_owned(),
        questions: 0,
        boxed: Default::default(),
        told: Default::default(),
        linked: Default::default(),
        folded: false,
        silent: false,
    };
    let out = block::write(&mut desk, &pieces);
    let wrong = problems.sorted();
    assert!(wrong.is_empty(), "{wrong:?}");
    out.trim().to_owned()
}

macro_rules! block {
    ($name:ident, $text:expr) => {
        #[test]
        fn $name() {
            insta::assert_snapshot!(html(concat!("html-", stringify!($name)), $text));
        }
    };
}

block!(objectives, "::: objectives\n- see;\n- do.\n:::");
block!(claim_with_a_result, "::: claim C01\nMore about $x$.\n:::");
block!(claim_of_words_only, "::: claim C02\n:::");
block!(
    common_version,
    "::: common C01\nusual: $a$\ntempts: it\nlooks so.\nholds: $b$\n\nAlso $c$.\n:::"
);
block!(
    claim_below_its_common_version,
    "::: common C01\nusual: $a$\ntempts: it does.\nholds: $b$\n:::\n\n::: claim C01\n:::"
);
block!(exercise, "::: exercise ex01\nWrite it.\n:::");
block!(
    question,
    "::: question\nWhich of\n$a$ and $b$?\n\n- [ ] $a$\n  > No,\n  > not it.\n- [x] it is $b$\n  > Yes.\n:::"
);
block!(predict, "::: predict\nWhich?\n- [x] a\n- [ ] b\n\n::: reveal\nIt is **a**.\n:::\n:::");
block!(derivation, "::: derivation From $a$ to $b$\nThus.\n\n$$\na = b\n$$\n:::");
block!(hint_and_solution, "::: hint\nTry.\n:::\n::: solution In full\nSo.\n:::");
block!(definition, "::: definition mode\nA part.\n:::");
block!(code_by_function, "::: code src/part.rs#fn twice\nSee line two.\n:::");
block!(code_by_anchor, "::: code src/part.rs#body\n:::");
block!(reading, "::: reading\nann2001: because of\n  its $x$.\n:::");
block!(lists, "::: terms\n:::\n::: bibliography\n:::");
block!(ledger, "::: ledger\n:::");
block!(gallery, "::: gallery\n:::");
block!(trail, "::: trail C01 C02\nnumber: It is [](value:E01/slope).\ntrain: ex01 whole\n:::");
block!(trail_without_a_number, "::: trail C02 C01\n:::");
block!(note, "::: note\nMind.\n:::");
block!(
    links,
    "[m](term:mode), [C02](claim:C02), [](cite:ann2001), [chapter 1](chapter:1), [chapter 2](chapter:2), \
     [e](exercise:ex01), [](value:E01/slope)"
);

#[test]
fn figure() {
    let text =
        "::: figure relu-kernels\nalt: Three curves, $K$ and others.\n\nSee *them* fall.\n:::";
    insta::assert_snapshot!(html("html-figure", text));
}

#[test]
fn a_formula_is_the_same_bytes_each_time() {
    let render = || {
        let mut maths = Maths::new(Default::default());
        let span = maths.place("\\frac{1}{\\sqrt n}", true).expect("valid TeX");
        maths.fill(&span)
    };
    let first = render();
    assert!((0..5).all(|_| render() == first));
    insta::assert_snapshot!(first);
}

/// A name of the lab's has spaces, and a link to it angle brackets.
#[test]
fn a_link_by_name_may_stand_in_angle_brackets() {
    let plain = html("html-plain", "[](value:E01/slope)");
    assert!(plain.contains("class=\"value\""));
    assert_eq!(html("html-angle", "[](<value:E01/slope>)"), plain);
}

/// The first mention that every reader sees is a link; so is the first in folded text, if it comes before.
#[test]
fn the_first_mention_of_a_term_is_linked() {
    const LINK: &str = "[modes](terms.md#mode)";
    let text =
        "## A mode\n\n::: objectives\n- modes\n:::\n`mode`, modest; two modes and more modes.";
    let page = html("mention", text);
    assert!(page.contains("modest; two [modes](terms.md#mode) and more modes."), "{page}");
    assert_eq!(page.matches("terms.md#mode").count(), 1, "{page}");

    let folded =
        html("mention-folded", "::: hint\nSome modes, more modes.\n:::\nTwo modes.\n\nModes.");
    assert!(folded.contains(&format!("Some {LINK}, more modes.")), "{folded}");
    assert!(folded.contains(&format!("Two {LINK}.\n\nModes.")), "{folded}");

    let own = html("mention-own", "::: definition mode\nModes.\n:::\nModes.");
    let linked = html("mention-linked", "The [part](term:mode), and modes.");
    assert!(!own.contains("terms.md#mode") && linked.matches("terms.md#mode").count() == 1);
}
