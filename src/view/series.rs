//! The series of a line chart.
