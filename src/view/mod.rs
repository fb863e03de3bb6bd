//! Publishable values → view models: words, numbers, tables and chart models.
//!
//! Everything here is plain data that can be compared and printed, in Swedish and English. Pixels belong to [`crate::chart`].
//!
//! | module | what it makes |
//! | --- | --- |
//! | [`overview`], `card`, `matrix` | Läget: cards and matrix |
//! | `grid`, `breaks`, `succession` | the values of the urval, and where they cannot be compared, for all views |
//! | [`trend`], `last`, `years_table` | Utveckling: line chart, sentence and table of one indicator |
//! | `change` | the same as changes since a base year |
//! | `forms` | Utveckling as one chart per school, and as start and end |
//! | [`compare`] | Jämför: funnel, interval plot, distribution, sentences and table of one indicator over all schools |
//! | [`beside`] | all schools of a municipality or provider together, as a line beside schools |
//! | [`roster`] | the schools to choose among, by name or by value |
//! | [`groups`] | Grupper: the gap between two groups over the years and beside other schools, and all groups as a table |
//! | [`report`] | the import report in words, and as a file |
//! | [`mapping`] | what each column was taken for, and what else it could be |
//! | [`coverage`] | schools × school years: how many pupils, and what stands out |
//! | [`plausibility`] | indicators: values used and missing, repeated rows |
//! | [`anonymity`] | how easily a pupil is recognised in a file of pupil rows |
//! | [`why`] | what any value of a figure rests on |
//! | [`series`] | the series of a chart, and how each school is told apart |
//! | [`sorting`] | the rows of a table in another order |
//! | `absent` | why there is nothing at all |
//! | `wayout` | what to choose where everything is withheld |
//! | [`ready`] | whether what may be shown has been worked out |
//! | [`cut`] | of very many schools, those that are worked out at once |
//! | [`table_csv`], [`urval_csv`], `csv_file` | a table, and everything of a urval, as a file for Excel |
//! | [`table_clip`] | a table for the clipboard |
//! | [`window`] | school years put together |
//! | [`leaving`] | what is about to leave, as printed strings for the attack |
//! | [`protection`] | what protects small groups, what it costs, what it cannot do |
//! | [`words`], `notes`, `refusal`, `share`, `spelled` | the wordings that recur: withheld, change, interval |
//! | `targets` | the targets of the profile as lines, in a sentence and below the figure |
//! | [`format`] | numbers and years |
//! | [`model`], [`panel`], [`screen`] | the plain data that all of this is |

mod absent;
pub mod anonymity;
pub mod beside;
mod bounds;
mod breaks;
mod card;
mod change;
pub mod compare;
pub mod coverage;
mod csv_file;
pub mod cut;
pub mod format;
mod forms;
mod grid;
pub mod groups;
mod last;
pub mod leaving;
pub mod mapping;
mod matrix;
pub mod model;
mod notes;
pub mod overview;
pub mod panel;
pub mod plausibility;
pub mod protection;
pub mod ready;
mod refusal;
pub mod report;
pub mod roster;
pub mod screen;
pub mod series;
mod share;
pub mod sorting;
mod spelled;
mod succession;
pub mod table_clip;
pub mod table_csv;
mod targets;
pub mod trend;
pub mod urval_csv;
mod wayout;
pub mod why;
pub mod window;
pub mod words;
mod years_table;
