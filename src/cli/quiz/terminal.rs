//! The quiz in a terminal: keys choose, Enter answers and goes on.

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use ntk_checker::Error;
use ntk_checker::quiz::{Answer, Question};

use super::super::screen::Screen;
use super::super::text;
use super::layout::{self, Draft};
use super::number;
use super::sitting::Sitting;

pub fn run(sitting: &mut Sitting) -> ntk_checker::Result<()> {
    let failed = |error: std::io::Error| Error::Program {
        program: "the terminal".into(),
        problem: error.to_string(),
    };
    let mut screen = Screen::open().map_err(failed)?;
    let mut draft = Draft::default();
    loop {
        let shown = match sitting.question() {
            Some(_) => layout::question(sitting, Some(&draft)),
            None => layout::summary(sitting),
        };
        screen.draw(&shown, &text::faint(keys(sitting))).map_err(failed)?;
        match event::read().map_err(failed)? {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                if is_quit(key) {
                    return Ok(());
                }
                press(sitting, &mut draft, &mut screen, key)?;
            }
            _ => {}
        }
    }
}

fn keys(sitting: &Sitting) -> &'static str {
    match sitting.question() {
        None => "Enter the wrong ones anew  ← back  q quit",
        Some(_) if sitting.answer().is_some() => "Enter next  ← → other questions  q quit",
        Some((_, question)) if question.number.is_some() => {
            "type a number  Enter answer  ← → other questions  q quit"
        }
        Some((_, question)) if question.several => {
            "↑ ↓ move  space pick  Enter answer  ← → other questions  q quit"
        }
        Some(_) => "↑ ↓ choose  Enter answer  ← → other questions  q quit",
    }
}

fn is_quit(key: KeyEvent) -> bool {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    matches!(key.code, KeyCode::Char('q') | KeyCode::Esc)
        || control && matches!(key.code, KeyCode::Char('c' | 'd'))
}

fn press(
    sitting: &mut Sitting,
    draft: &mut Draft,
    screen: &mut Screen,
    key: KeyEvent,
) -> ntk_checker::Result<()> {
    let Some((_, question)) = sitting.question() else {
        match key.code {
            KeyCode::Left => sitting.step(-1),
            KeyCode::Enter => {
                sitting.review();
            }
            KeyCode::Up => screen.scroll(-1),
            KeyCode::Down => screen.scroll(1),
            _ => return Ok(()),
        }
        *draft = Draft::default();
        return Ok(());
    };
    let open = sitting.answer().is_none();
    match key.code {
        KeyCode::Left => move_to(sitting, draft, screen, -1),
        KeyCode::Right => move_to(sitting, draft, screen, 1),
        KeyCode::PageUp => screen.scroll(-screen.page()),
        KeyCode::PageDown => screen.scroll(screen.page()),
        KeyCode::Enter if open => {
            if let Some(answer) = answer(sitting, question, draft) {
                sitting.give(answer)?;
            }
        }
        KeyCode::Enter => {
            sitting.go_on();
            *draft = Draft::default();
            screen.scroll_to_top();
        }
        KeyCode::Up if open => draft.cursor = draft.cursor.saturating_sub(1),
        KeyCode::Down if open => {
            draft.cursor = (draft.cursor + 1).min(question.options.len().saturating_sub(1));
        }
        KeyCode::Up => screen.scroll(-1),
        KeyCode::Down => screen.scroll(1),
        KeyCode::Backspace if open => {
            draft.typed.pop();
        }
        KeyCode::Char(character) if open => write(sitting, question, draft, character),
        _ => {}
    }
    Ok(())
}

fn move_to(sitting: &mut Sitting, draft: &mut Draft, screen: &mut Screen, by: isize) {
    sitting.step(by);
    *draft = Draft::default();
    screen.scroll_to_top();
}

/// A digit of a number; or space and an option's letter, which pick.
fn write(sitting: &Sitting, question: &Question, draft: &mut Draft, character: char) {
    if question.number.is_some() {
        if draft.typed.len() < 20 && "0123456789.,/eE+-−".contains(character) {
            draft.typed.push(character);
        }
        return;
    }
    let order = sitting.order();
    let lettered = (0..order.len()).find(|&row| layout::letter(row) == character);
    if let Some(row) = lettered {
        draft.cursor = row;
    }
    if question.several
        && (character == ' ' || lettered.is_some())
        && let Some(&place) = order.get(draft.cursor)
        && !draft.picked.remove(&place)
    {
        draft.picked.insert(place);
    }
}

/// What Enter gives; `None` while it would be no answer.
fn answer(sitting: &Sitting, question: &Question, draft: &Draft) -> Option<Answer> {
    let answer = if question.number.is_some() {
        Answer::Number(number::read(&draft.typed)?)
    } else if question.several {
        Answer::Options(draft.picked.iter().copied().collect())
    } else {
        Answer::Options(vec![*sitting.order().get(draft.cursor)?])
    };
    question.takes(&answer).then_some(answer)
}
