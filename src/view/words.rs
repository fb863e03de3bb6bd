//! Wordings that recur.
