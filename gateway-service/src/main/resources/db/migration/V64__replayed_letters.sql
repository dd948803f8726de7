-- Which records were taken from a dead-letter topic and sent to their own topic again: each at most once.
create table replayed_letter (
    topic       text        not null,
    partition   integer     not null,
    "offset"    bigint      not null,
    replayed_by text        not null,
    replayed_at timestamptz not null default clock_timestamp(),
    primary key (topic, partition, "offset")
);
