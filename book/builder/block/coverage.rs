//! The subject item by item, each with links to the places that treat it.

use crate::data::{Item, Part};
use crate::desk::{Desk, LinkUse};
use crate::html::escape;
use crate::problem::Place;
use crate::prose;

pub fn write(desk: &mut Desk) -> String {
    let data = desk.data;
    data.coverage.iter().map(|part| write_part(desk, part)).collect()
}

fn write_part(desk: &mut Desk, part: &Part) -> String {
    let items: String = part.items.iter().map(|item| write_item(desk, item)).collect();
    let address = prose::address_of(&part.name);
    let mostly = match part.at.as_str() {
        "" => String::new(),
        at => {
            follow(desk, part.line, at);
            format!("<p>Mostly in {}.</p>\n", place(desk, at))
        }
    };
    format!(
        "<h2 id=\"{address}\">{}</h2>\n{mostly}<ul class=\"coverage\">\n{items}</ul>\n",
        escape(&part.name)
    )
}

fn write_item(desk: &mut Desk, item: &Item) -> String {
    let ledger = desk.path_to("ledger.html");
    let mut links: Vec<String> = Vec::new();
    for at in &item.at {
        follow(desk, item.line, at);
        links.push(place(desk, at));
    }
    let claims: Vec<String> = item
        .claims
        .iter()
        .map(|id| format!("<a class=\"id\" href=\"{ledger}#{id}\">{id}</a>", id = escape(id)))
        .collect();
    let claims = match claims.as_slice() {
        [] => String::new(),
        claims => format!(" <span class=\"where\">{}</span>", claims.join(", ")),
    };
    format!(
        "<li>{} <span class=\"kind\">{}</span><br>\n{}{claims}</li>\n",
        escape(&item.name),
        escape(&item.kind),
        links.join("; ")
    )
}

/// `chapter 6, Off the sphere`, linked.
fn place(desk: &Desk, at: &str) -> String {
    let (page, address) = at.split_once('#').unwrap_or((at, ""));
    let words = match desk.atlas.heading(page, address) {
        Some(heading) => format!("{}, {heading}", desk.page_name(page)),
        None if desk.data.claim(address).is_some() => {
            format!("{}, box {address}", desk.page_name(page))
        }
        None => desk.page_name(page),
    };
    format!("<a href=\"{}\">{}</a>", desk.page_link(page, address), escape(&words))
}

/// Has the link followed once the site is built: one that leads nowhere is a problem at this line.
fn follow(desk: &mut Desk, line: usize, at: &str) {
    let place = Place::new(crate::data::COVERAGE, line);
    desk.links.push(LinkUse { place, page: desk.page.clone(), to: desk.path_to(at) });
}
