-- Since when a post is not shown by each answer. A time without an answer, which unclear_at counts too, is no part of it.
alter table upload add column missing_at timestamptz;
