-- When a published post is read next for what it has come to. The row goes with the last reading.
create table reading (
    upload_id    uuid primary key,
    published_at timestamptz not null default now(),
    due_at       timestamptz not null,
    -- Who reads it, until due_at: an outcome is written only under the last claim.
    claim        uuid
);

create index reading_by_due on reading (due_at);
