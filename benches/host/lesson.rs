//! A class of seats plays questions; the times of each step.

use std::time::{Duration, Instant};

use futures_util::future::{join_all, try_join_all};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tokio::time::sleep_until;

use crate::Result;
use crate::hosting::Hosting;
use crate::seat::Seat;
use crate::table::quantile;

/// Who plays, and how.
#[derive(Clone, Copy)]
pub(crate) struct Class {
    pub seats: usize,
    /// The answers of a question are spread over this time.
    pub answers_over: Duration,
    pub questions: usize,
}

/// What a lesson cost: milliseconds, and the host's memory in MB.
#[derive(Clone, Copy)]
pub(crate) struct Figures {
    /// From the first byte of the connection to the welcome, p95.
    pub join: f64,
    /// From the teacher's key to a seat, p99.
    pub question: f64,
    /// From an answer to the word that it is on disk, p99.
    pub saved: f64,
    pub memory: f64,
}

/// A host with its seats.
pub(crate) struct Lesson {
    class: Class,
    hosting: Hosting,
    seats: Vec<Seat>,
    joins: Vec<f64>,
    chance: ChaCha8Rng,
}

#[derive(Default)]
struct Times {
    question: Vec<f64>,
    saved: Vec<f64>,
}

impl Lesson {
    /// Everybody joins at once.
    pub(crate) async fn start(class: Class, hosting: Hosting) -> Result<Self> {
        let (address, code) = (hosting.address, hosting.code.clone());
        let join = |n: usize| {
            let code = code.clone();
            async move {
                let began = Instant::now();
                let seat = Seat::join(address, &code, &format!("Seat {n}")).await?;
                Result::Ok((seat, ms(began)))
            }
        };
        let (seats, joins) = try_join_all((0..class.seats).map(join)).await?.into_iter().unzip();
        Ok(Self { class, hosting, seats, joins, chance: ChaCha8Rng::seed_from_u64(1) })
    }

    pub(crate) fn hosting(&self) -> &Hosting {
        &self.hosting
    }

    /// Plays all questions of the class.
    pub(crate) async fn play(&mut self) -> Result<Figures> {
        let mut times = Times::default();
        for _ in 0..self.class.questions {
            self.question(&mut times).await?;
        }
        Ok(self.figures(&times))
    }

    /// Plays for `time`, in so many parts.
    pub(crate) async fn play_for(&mut self, time: Duration, parts: u32) -> Result<Vec<Figures>> {
        let mut all = Vec::new();
        for _ in 0..parts {
            let (began, mut times) = (Instant::now(), Times::default());
            while began.elapsed() < time / parts {
                self.question(&mut times).await?;
            }
            all.push(self.figures(&times));
        }
        Ok(all)
    }

    fn figures(&self, times: &Times) -> Figures {
        Figures {
            join: quantile(&self.joins, 0.95),
            question: quantile(&times.question, 0.99),
            saved: quantile(&times.saved, 0.99),
            memory: self.hosting.memory(),
        }
    }

    async fn question(&mut self, times: &mut Times) -> Result<()> {
        let began = Instant::now();
        self.hosting.open()?;
        let asked: Vec<_> = try_join_all(self.seats.iter_mut().map(|seat| async move {
            let question = seat.next("question").await?;
            Result::Ok((question, ms(began)))
        }))
        .await?;
        times.question.extend(asked.iter().map(|(_, time)| time));
        let (spread, start) = (self.class.answers_over, tokio::time::Instant::now());
        let pauses: Vec<Duration> = asked.iter().map(|_| spread.mul_f64(self.chance.random_range(0.0..1.0))).collect();
        let answers = self.seats.iter_mut().zip(&asked).zip(pauses).enumerate();
        let saved = try_join_all(answers.map(|(n, ((seat, (question, _)), pause))| async move {
            sleep_until(start + pause).await;
            let sent = Instant::now();
            seat.answer(question, n).await?;
            Result::Ok(ms(sent))
        }))
        .await?;
        times.saved.extend(saved);
        self.hosting.close()?;
        try_join_all(self.seats.iter_mut().map(|seat| seat.next("result"))).await?;
        Ok(())
    }

    /// The most bytes that a seat sends and gets in `time`, while nothing happens.
    pub(crate) async fn most_idle_bytes(&mut self, time: Duration) -> Result<usize> {
        let bytes = join_all(self.seats.iter_mut().map(|seat| seat.idle_bytes(time))).await;
        Ok(bytes.into_iter().collect::<Result<Vec<_>>>()?.into_iter().max().unwrap_or(0))
    }
}

fn ms(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}
