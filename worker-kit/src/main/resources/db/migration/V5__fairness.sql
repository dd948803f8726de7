-- Who an upload is for, and how it stands to others of the same tenant: 0 urgent, 1 normal, 2 bulk.
alter table upload add column account_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table upload add column priority smallint not null default 1 check (priority between 0 and 2);

update upload
set account_id = (command::jsonb #>> '{upload,accountId}')::uuid
where case when command is json then pg_input_is_valid(command::jsonb #>> '{upload,accountId}', 'uuid') end;

-- Whether a take may send media; else it only asks the platform something.
alter table upload add column sends boolean not null
    generated always as (step not in ('PREPARE', 'INSPECT', 'FOLLOW_UP')) stored;

-- The first columns lead from account to account without a look at what waits there, the others to what is due.
create index upload_in_turn on upload (tenant, account_id, sends, priority, next_at) where step not in ('DONE', 'FAILED');
drop index upload_to_do;

create index upload_held on upload (tenant, account_id) where owner is not null;

-- When something was last taken of an account: whoever waits longest goes first among equals.
create table turn (
    tenant     text        not null,
    account_id uuid        not null,
    taken_at   timestamptz not null,
    primary key (tenant, account_id)
);
