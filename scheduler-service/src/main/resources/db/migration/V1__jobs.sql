-- One row per upload: when it goes out next, and how it went so far.
create table job (
    upload_id    uuid        primary key,
    clip_id      uuid        not null,
    tenant       text        not null,
    platform     text        not null,
    account_id   uuid        not null,
    state        text        not null default 'SCHEDULED',
    -- Of the next attempt while one waits, else of the last.
    due_at       timestamptz not null,
    -- How many were ordered, and how many of those used up one of the platform's tries.
    attempt      integer     not null default 0,
    spent        integer     not null default 0,
    content      jsonb       not null,
    traceparent  text,
    last_failure jsonb,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

-- Only what waits is in it, however long the history grows.
create index job_waiting on job (due_at) where state in ('SCHEDULED', 'RETRY_WAIT');

-- What the scheduler needs of each platform's descriptor.
create table platform_limit (
    platform       text    primary key,
    retry_attempts integer not null
);
