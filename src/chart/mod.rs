//! Chart model → display list.
