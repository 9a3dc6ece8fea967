//! Maths at build time: TeX to KaTeX's HTML for the eye and MathML for a screen reader.
//!
//! mdBook must not see the result (it would index the markup), so a formula stands in the page as an
//! empty `<span data-tex="N">` until mdBook is done.

use std::collections::BTreeMap;

use katex::macros::MacroDefinition;
use katex::{KatexContext, Settings, StrictMode, StrictSetting};

use crate::html::sort_attributes;

/// Classes of KaTeX whose fonts the book does not ship.
const FONTS_LEFT_OUT: [&str; 5] = ["mathfrak", "mathscr", "mathsf", "mathtt", "textsf"];

/// Inline formulas up to this many characters of TeX are never broken.
const UNBROKEN: usize = 16;

/// Renders formulas and keeps them until the page is finished.
pub struct Maths {
    context: KatexContext,
    macros: BTreeMap<String, String>,
    rendered: Vec<String>,
    known: BTreeMap<(String, bool), usize>,
}

impl Maths {
    /// `macros`: names with their backslash, and what they stand for.
    pub fn new(macros: BTreeMap<String, String>) -> Self {
        Self {
            context: KatexContext::default(),
            macros,
            rendered: Vec::new(),
            known: BTreeMap::new(),
        }
    }

    /// Renders `tex` and returns the place-holder for it, or what is wrong with it.
    pub fn place(&mut self, tex: &str, display: bool) -> Result<String, String> {
        let key = (tex.to_owned(), display);
        let number = match self.known.get(&key) {
            Some(&number) => number,
            None => {
                let html = self.render(tex, display)?;
                self.rendered.push(html);
                self.known.insert(key, self.rendered.len() - 1);
                self.rendered.len() - 1
            }
        };
        Ok(format!("<span data-tex=\"{number}\"></span>"))
    }

    fn render(&self, tex: &str, display: bool) -> Result<String, String> {
        let settings = Settings {
            display_mode: display,
            // Warnings go to stderr where nobody can point at a line: what is unusual is an error.
            strict: StrictSetting::Mode(StrictMode::Error),
            ..Settings::default()
        };
        for (name, meaning) in &self.macros {
            let meaning = MacroDefinition::String(meaning.clone());
            settings.macros.borrow_mut().insert(name.clone(), meaning);
        }
        let html = katex::render_to_string(&self.context, &braced_roots(tex), &settings)
            .map_err(|error| tidy(&error.to_string()))?;
        match FONTS_LEFT_OUT.iter().find(|font| html.contains(**font)) {
            Some(font) => Err(format!("the book ships no font for `\\{font}`")),
            // A short formula stays on one line; a long one may break after a relation.
            None if !display && tex.len() <= UNBROKEN => {
                Ok(sort_attributes(&html).replacen("\"katex\"", "\"katex tight\"", 1))
            }
            None => Ok(sort_attributes(&html)),
        }
    }

    /// Puts every formula in its place.
    pub fn fill(&self, page: &str) -> String {
        const OPEN: &str = "<span data-tex=\"";
        let mut out = String::with_capacity(page.len() * 2);
        let mut rest = page;
        while let Some(at) = rest.find(OPEN) {
            out.push_str(&rest[..at]);
            rest = &rest[at + OPEN.len()..];
            let (tag, after) = rest.split_once("></span>").unwrap_or((rest, ""));
            let number = tag.split('"').next().unwrap_or("");
            let formula = number.parse().ok().and_then(|n: usize| self.rendered.get(n));
            let formula = formula.map_or("", String::as_str);
            let mark = after.chars().next().filter(|c| ".,;:?!)’".contains(*c));
            match mark.and_then(|mark| with_mark(formula, mark)) {
                Some(whole) => {
                    out.push_str(&whole);
                    rest = &after[mark.map_or(0, char::len_utf8)..];
                }
                None => {
                    out.push_str(formula);
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        out
    }
}

/// The formula with the punctuation that follows it inside, for the eye and for a screen reader:
/// beside it, a browser might begin a line with a comma. `None` for a displayed formula.
fn with_mark(formula: &str, mark: char) -> Option<String> {
    const LAST_BASE: &str = "</span></span></span>";
    if !formula.starts_with("<span class=\"katex") || formula.contains("katex-display") {
        return None;
    }
    let base = formula.strip_suffix(LAST_BASE)?;
    let (mathml, drawn) = base.split_once("</mrow><annotation")?;
    Some(format!(
        "{mathml}<mtext>{mark}</mtext></mrow><annotation{drawn}<span class=\"mord\">{mark}</span>{LAST_BASE}"
    ))
}

/// `\sqrt n` as `\sqrt{n}`: katex-rs draws the root of a bare symbol on top of it.
fn braced_roots(tex: &str) -> String {
    const ROOT: &str = "\\sqrt";
    let mut out = String::with_capacity(tex.len() + 8);
    let mut rest = tex;
    while let Some(at) = rest.find(ROOT) {
        out.push_str(&rest[..at + ROOT.len()]);
        rest = rest[at + ROOT.len()..].trim_start();
        if rest.starts_with(['{', '[']) {
            continue;
        }
        let body = match rest.strip_prefix('\\') {
            Some(name) => 1 + name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len()),
            None => rest.chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&format!("{{{}}}", &rest[..body]));
        rest = &rest[body..];
    }
    out + rest
}

/// Without the prefix, and without the position that is underlined in characters of its own.
fn tidy(message: &str) -> String {
    let message = message.strip_prefix("KaTeX parse error: ").unwrap_or(message);
    message.split(" at position").next().unwrap_or(message).to_owned()
}

/// A formula in plain characters, as far as that goes: for headings in a list of contents.
pub fn plain(tex: &str) -> String {
    const NAMES: [(&str, &str); 16] = [
        ("\\|", "‖"),
        ("\\,", " "),
        ("\\;", " "),
        ("\\top", "ᵀ"),
        ("\\Theta", "Θ"),
        ("\\theta", "θ"),
        ("\\sigma", "σ"),
        ("\\lambda", "λ"),
        ("\\rho", "ρ"),
        ("\\eta", "η"),
        ("\\phi", "φ"),
        ("\\pi", "π"),
        ("\\infty", "∞"),
        ("\\le", "≤"),
        ("\\cdot", "·"),
        ("\\to", "→"),
    ];
    let mut text = tex.to_owned();
    while let Some(at) = text.find("\\dot ") {
        let dotted = text[at + 5..].chars().next().map(String::from).unwrap_or_default();
        text.replace_range(at..at + 5 + dotted.len(), &format!("{dotted}\u{307}"));
    }
    for (name, character) in NAMES {
        text = text.replace(name, character);
    }
    text.chars().filter(|c| !matches!(c, '{' | '}' | '\\' | '$')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maths() -> Maths {
        Maths::new(BTreeMap::from([("\\E".to_owned(), "\\mathbb{E}".to_owned())]))
    }

    #[test]
    fn a_formula_is_rendered_once_and_filled_in() {
        let mut maths = maths();
        let first = maths.place("\\E[x^2]", false).expect("valid TeX");
        let second = maths.place("\\E[x^2]", false).expect("valid TeX");
        assert_eq!(first, second);
        let page = maths.fill(&format!("<p>{first}</p>"));
        assert!(page.starts_with("<p><span class=\"katex tight\">"), "{page}");
        assert!(page.contains("<math"), "no MathML: {page}");
    }

    #[test]
    fn an_unknown_macro_is_an_error() {
        let error = maths().place("\\nosuchmacro x", false).expect_err("unknown macro");
        assert!(error.contains("nosuchmacro"), "{error}");
    }

    #[test]
    fn a_font_that_is_not_shipped_is_an_error() {
        assert!(maths().place("\\mathfrak{g}", false).is_err());
    }

    #[test]
    fn punctuation_goes_with_the_formula_before_it() {
        let mut maths = maths();
        let (inline, display) = (maths.place("x", false), maths.place("x", true));
        let (inline, display) = (inline.expect("valid TeX"), display.expect("valid TeX"));
        let page = maths.fill(&format!("{inline}, so {inline} is. {display}."));
        assert!(page.contains("<mtext>,</mtext>"), "{page}");
        assert!(page.contains("<span class=\"mord\">,</span></span></span></span> so"), "{page}");
        assert!(page.ends_with("</span>."), "{page}");
        assert!(page.contains("</span> is."), "{page}");
    }

    #[test]
    fn a_root_keeps_clear_of_its_symbol() {
        assert_eq!(braced_roots("1/\\sqrt n + \\sqrt\\pi x"), "1/\\sqrt{n} + \\sqrt{\\pi} x");
        assert_eq!(braced_roots("\\sqrt{n} \\sqrt[3]{x}"), "\\sqrt{n} \\sqrt[3]{x}");
        let html = maths().render("\\sqrt n", false).expect("valid TeX");
        assert!(html.contains("padding-left"), "{html}");
    }

    #[test]
    fn headings_get_plain_characters() {
        assert_eq!(plain("\\dot K"), "K\u{307}");
        assert_eq!(plain("\\Theta^{-1}"), "Θ^-1");
    }
}
