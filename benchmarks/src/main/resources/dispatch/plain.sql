create table plain_job (
    id      uuid        primary key,
    due_at  timestamptz not null,
    state   smallint    not null default 0,
    command text        not null
);
create index plain_job_due on plain_job (due_at) where state = 0;
