//! Yew components. They place the words and drawings of [`crate::view`] and [`crate::chart`], and turn what the user does into
//! [`Action`](crate::state::Action)s. No statistics, no words of their own outside `text` and the `*_text`, no browser outside `edge`.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`app`], `page` | the whole page: state at the top, one view below |
//! | `bar`, `tools` | brand, views, file; language, colours, projector, print |
//! | `data`, `start`, `drop`, `profile`, `privacy`, `guard`, `report`, `data_text` | Data: what do we have? |
//! | `mapping`, `mapping_row`, `mapping_text`, `repair` | what each column is read as |
//! | `reading` | files are given, read, and read again |
//! | `quality` | Data: what the files hold, and what stands out |
//! | `overview`, `card`, `matrix_takes`, `why` | Läget: where are we? |
//! | `trend` | Utveckling: where are we heading? |
//! | `compare`, `compare_text` | Jämför: do we differ? |
//! | `groups`, `groups_text` | Grupper: for whom? |
//! | `figure`, `subject` (its words, its size), `plot`, `pointed`, `readout` | a figure, and which drawing it is |
//! | `howto`, `howto_text` | how each kind of figure is read |
//! | `urval`, `choices`, `schools`, `roster`, `programme`, `years`, `pool`, `urval_text` | the choices |
//! | `combobox`, `select`, `slider`, `segments`, `table`, `table_text`, `table_walk`, `menu`, `icon`, `keys` | parts |
//! | `foot`, `help_text` | the foot of the page: keys, glossary, accessibility |
//! | `location`, `link_text` | the address of the page, and what is said of links |
//! | `tour`, `tour_text` | the tour |
//! | `messages`, `banner`, `progress` | what is going on with files |
//! | `patience` | says that something takes a moment before it is done |
//! | `cut` | the first of very many chosen schools, and a way to all |
//! | `context` | language, dispatcher and look, for every component |
//! | `look` | what drawings need to know of the page |
//! | `edge` | the seam to the browser; natively it does nothing |
//! | `take`, `take_text` | what can be done with a figure |
//! | `export`, `way`, `leave` | what files and the clipboard get, and the gate that it passes |
//! | `text` | the words that are not in a `*_text` beside what says them, in both languages |

pub mod app;
mod banner;
mod bar;
mod card;
mod choices;
mod combobox;
mod compare;
mod compare_text;
mod context;
mod cut;
mod data;
mod data_text;
mod drop;
mod edge;
mod export;
mod figure;
mod foot;
mod groups;
mod groups_text;
mod guard;
mod help_text;
mod howto;
mod howto_text;
mod icon;
mod keys;
mod leave;
mod link_text;
mod location;
mod look;
mod mapping;
mod mapping_row;
mod mapping_text;
mod matrix_takes;
mod menu;
mod messages;
mod overview;
mod page;
mod patience;
mod plot;
mod pointed;
mod pool;
mod privacy;
mod profile;
mod programme;
mod progress;
mod quality;
mod reading;
mod readout;
mod repair;
mod report;
mod roster;
mod schools;
mod segments;
mod select;
mod slider;
mod start;
mod subject;
mod table;
mod table_text;
mod table_walk;
mod take;
mod take_text;
mod text;
mod tools;
mod tour;
mod tour_text;
mod trend;
mod urval;
mod urval_text;
mod way;
mod why;
mod years;

pub use app::App;
pub use look::Look;
