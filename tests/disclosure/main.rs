//! What complementary suppression costs, beside other methods, on made-up schools: `cargo test --test disclosure -- --nocapture`.
//!
//! | module | what it does |
//! | --- | --- |
//! | `generate` | makes schools up |
//! | `hull` | the least and the most that a hidden number can be, independently of the product |
//! | `methods` | other methods, for comparison |
//! | `utility` | the table, and what it must say |

mod generate;
mod hull;
mod methods;
mod utility;
