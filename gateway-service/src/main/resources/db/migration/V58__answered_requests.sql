-- Which requests with an idempotency key were answered, and how; handing in clips has a table of its own. A row is
-- written in the transaction that does what was asked for, so its key is free again where that is rolled back.
create table answered_request (
    tenant       text        not null,
    origin       text        not null,
    key          text        not null,
    operation    text        not null,
    request_hash text        not null,
    -- The answer: set before the transaction ends. No secret is in it.
    status       integer,
    location     text,
    body         text,
    -- The row lives as long as its clip; one that belongs to none is deleted by its age.
    clip_id      uuid references clip (id) on delete cascade,
    answered_at  timestamptz not null default clock_timestamp(),
    primary key (tenant, origin, key)
);

create index answered_request_by_clip on answered_request (clip_id) where clip_id is not null;
create index answered_request_by_age on answered_request (answered_at) where clip_id is null;
