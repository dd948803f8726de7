-- The inbox: each command once.
create table attempt (
    upload_id   uuid        not null,
    attempt     integer     not null,
    received_at timestamptz not null default now(),
    primary key (upload_id, attempt)
);

-- One row per upload, whatever the number of its attempts: what the platform knows it by outlives an attempt.
create table upload (
    upload_id   uuid primary key,
    tenant      text        not null,
    attempt     integer     not null,
    command     text        not null,
    traceparent text,
    step        text        not null,
    next_at     timestamptz not null default now(),
    -- The lease. Each take raises the fencing number; a write that carries an older one changes nothing.
    owner       uuid,
    lease_until timestamptz,
    fencing     bigint      not null default 0,
    -- What the platform knows.
    handle      text,
    opened_at   timestamptz,
    total_bytes bigint      not null default 0,
    acked_bytes bigint      not null default 0,
    intent_at   timestamptz,
    post_id     text,
    -- How often in a row something was looked up in vain, and since when.
    looks       integer     not null default 0,
    unclear_at  timestamptz
);

create index upload_to_do on upload (next_at) where step not in ('DONE', 'FAILED');
