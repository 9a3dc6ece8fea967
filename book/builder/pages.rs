//! From the author's Markdown to mdBook's: every page is parsed, its blocks written out.

use std::collections::BTreeMap;

use mdbook_driver::MDBook;
use mdbook_driver::book::BookItem;
use ntk_checker::author::book::Book;
use ntk_checker::quiz::Question;

use crate::atlas::Atlas;
use crate::block;
use crate::blocks::{Piece, parse};
use crate::data::{Data, Exercise, QUIZ, line_of};
use crate::desk::{Chapter, Chapters, Desk, LinkUse};
use crate::drawings::Drawings;
use crate::maths::Maths;
use crate::problem::{Place, Problems};
use crate::site::files;

/// What the pages leave to do once they are written.
pub struct Written {
    /// Links to follow once the book is built.
    pub links: Vec<LinkUse>,
    /// What stops no build, and what an author may have forgotten.
    pub notes: Vec<String>,
}

/// Rewrites every page of the book.
pub fn write(
    book: &mut MDBook,
    data: &Data,
    maths: &mut Maths,
    drawings: &mut Drawings,
    problems: &mut Problems,
) -> Written {
    let chapters = chapters(book);
    check_chapters(data, &chapters, problems);
    check_questions(data, problems);
    check_summary(book, data, problems);
    let (parsed, atlas) = read(book, problems);
    let notes = without_card(data, &chapters, &atlas);
    let mut links = Vec::new();
    book.book.for_each_chapter_mut(|chapter| {
        let Some((page, pieces)) = chapter.source_path.as_ref().and_then(|path| {
            let page = path.to_str()?.replace('\\', "/");
            parsed.get(&page).map(|pieces| (page, pieces))
        }) else {
            return;
        };
        let mut desk = Desk {
            data,
            chapters: &chapters,
            atlas: &atlas,
            maths,
            drawings,
            problems,
            links: &mut links,
            page,
            questions: 0,
            boxed: Default::default(),
            told: Default::default(),
            linked: Default::default(),
            folded: false,
            silent: false,
        };
        chapter.content = block::write(&mut desk, pieces);
    });
    Written { links, notes }
}

/// A line for each exercise that no page shows, though its chapter is written.
fn without_card(data: &Data, chapters: &Chapters, atlas: &Atlas) -> Vec<String> {
    let hidden = data.exercises.iter().filter(|exercise| atlas.card(&exercise.id, None).is_none());
    let note = |exercise: &Exercise| {
        let (id, page) = (&exercise.id, chapters.page(exercise.chapter)?);
        Some(format!("{id} has no card on any page: put `::: exercise {id}` on book/src/{page}"))
    };
    hidden.filter_map(note).collect()
}

/// Every page taken to pieces, by its path from `book/src`, and where in them things stand.
fn read(book: &MDBook, problems: &mut Problems) -> (BTreeMap<String, Vec<Piece>>, Atlas) {
    let (mut parsed, mut atlas) = (BTreeMap::new(), Atlas::default());
    for item in book.iter() {
        let BookItem::Chapter(chapter) = item else { continue };
        let Some(page) = chapter.source_path.as_ref().and_then(|path| path.to_str()) else {
            continue;
        };
        let page = page.replace('\\', "/");
        let pieces = parse(&format!("book/src/{page}"), &chapter.content, problems);
        atlas.add(&page, &pieces);
        parsed.insert(page, pieces);
    }
    (parsed, atlas)
}

/// A file that SUMMARY.md leaves out would be left out of the book without a word.
fn check_summary(book: &MDBook, data: &Data, problems: &mut Problems) {
    let listed: Vec<_> = book
        .iter()
        .filter_map(|item| match item {
            BookItem::Chapter(chapter) => chapter.source_path.clone(),
            _ => None,
        })
        .collect();
    let folder = data.root.join("book/src");
    for file in files(&folder).unwrap_or_default() {
        let Ok(path) = file.strip_prefix(&folder) else { continue };
        let chapter = path.extension().is_some_and(|e| e == "md") && !path.ends_with("SUMMARY.md");
        if chapter && !listed.iter().any(|known| known == path) {
            let place = Place::new(format!("book/src/{}", path.display()), 0);
            problems.add(&place, "the book leaves this page out", "list it in book/src/SUMMARY.md");
        }
    }
}

/// The numbered chapters of SUMMARY.md.
fn chapters(book: &MDBook) -> Chapters {
    let mut out = BTreeMap::new();
    for item in book.iter() {
        let BookItem::Chapter(chapter) = item else { continue };
        let Some(number) = chapter.number.as_ref().and_then(|number| number.first()) else {
            continue;
        };
        let page = chapter.path.as_ref().and_then(|path| path.to_str());
        let page = page.map(|page| page.replace('\\', "/"));
        out.entry(*number).or_insert(Chapter { name: chapter.name.clone(), page });
    }
    Chapters(out)
}

/// Claims, terms, exercises and questions belong to chapters that SUMMARY.md knows.
fn check_chapters(data: &Data, chapters: &Chapters, problems: &mut Problems) {
    let claims = data.claims.iter().map(|claim| (claim.place(), &claim.id, claim.chapter));
    let terms = data.terms.iter().map(|term| (term.place(), &term.id, term.chapter));
    let exercises = data.exercises.iter().map(|exercise| {
        let file = format!("exercises/{}/exercise.toml", exercise.folder);
        (Place::new(file, exercise.line), &exercise.id, exercise.chapter)
    });
    let questions = data
        .questions
        .iter()
        .map(|question| (question_place(data, question), question.id.get_ref(), question.chapter));
    for (place, id, chapter) in claims.chain(terms).chain(exercises).chain(questions) {
        if !chapters.0.contains_key(&chapter) {
            let next = "the chapters are numbered in book/src/SUMMARY.md";
            problems.add(&place, format!("{id} belongs to chapter {chapter}, which is none"), next);
        }
    }
    for claim in &data.claims {
        for key in claim.sources.iter().filter(|key| data.source(key).is_none()) {
            let next = "the sources are in book/data/sources.toml";
            problems.add(&claim.place(), format!("unknown source `{key}`"), next);
        }
    }
}

fn question_place(data: &Data, question: &Question) -> Place {
    Place::new(QUIZ, line_of(&data.root, QUIZ, "id", question.id()))
}

/// A question sends its reader to a section, as the messages of the exercises do.
fn check_questions(data: &Data, problems: &mut Problems) {
    let book = Book::at(&data.root);
    for question in &data.questions {
        if let Some(what) = book.wrong_reference(question.chapter, &question.read) {
            let next = "`read` is a heading of that chapter, letter by letter";
            problems.add(
                &question_place(data, question),
                format!("{}: {what}", question.id()),
                next,
            );
        }
    }
}
