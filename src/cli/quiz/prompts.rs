//! The quiz where there is no terminal: a question in plain lines, an answer on a line.

use std::io::{BufRead, Write};

use ntk_checker::quiz::{Answer, Question};

use super::layout;
use super::number;
use super::sitting::Sitting;

pub fn run(sitting: &mut Sitting) -> ntk_checker::Result<()> {
    let mut lines = std::io::stdin().lock().lines();
    while let Some((_, question)) = sitting.question() {
        say!("{}", layout::question(sitting, None).trim_end());
        let order = sitting.order();
        let answer = loop {
            prompt(question, order.len());
            let Some(Ok(line)) = lines.next() else { return Ok(()) };
            match line.trim() {
                "q" => return Ok(()),
                "" => break None,
                line => match understood(question, &order, line) {
                    Some(answer) => break Some(answer),
                    None => say!("That is no answer to this question."),
                },
            }
        };
        if let Some(answer) = answer {
            sitting.give(answer)?;
            say!("\n{}\n", layout::question(sitting, None).trim_end());
            sitting.go_on();
        } else {
            say!();
            sitting.step(1);
        }
    }
    say!("{}", layout::summary(sitting).trim_end());
    Ok(())
}

fn prompt(question: &Question, rows: usize) {
    let last = layout::letter(rows.saturating_sub(1));
    let form = match (&question.number, question.several) {
        (Some(_), _) => "a number".to_owned(),
        (None, true) => format!("letters from a to {last}, as `a c`"),
        (None, false) => format!("a letter from a to {last}"),
    };
    let mut out = anstream::stdout();
    // A reader that has gone will send no answer either.
    let _ = write!(out, "\n{form} (Enter passes, q stops): ").and_then(|()| out.flush());
}

fn understood(question: &Question, order: &[usize], line: &str) -> Option<Answer> {
    let answer = if question.number.is_some() {
        Answer::Number(number::read(line)?)
    } else {
        let letters = line.split([' ', ',']).filter(|part| !part.is_empty());
        let places: Option<Vec<usize>> = letters.map(|part| place(order, part)).collect();
        let mut places = places?;
        places.sort_unstable();
        places.dedup();
        Answer::Options(places)
    };
    question.takes(&answer).then_some(answer)
}

fn place(order: &[usize], text: &str) -> Option<usize> {
    let mut characters = text.chars();
    let (letter, None) = (characters.next()?.to_ascii_lowercase(), characters.next()) else {
        return None;
    };
    let row = u32::from(letter).checked_sub(u32::from('a'))?;
    order.get(usize::try_from(row).ok()?).copied()
}
