-- Jobs that end by themselves at an instant, and jobs that wait for another's success: few, and found by these alone.
create index job_deadline on job (not_after) where not_after is not null;
create index job_successor on job (after_upload) where after_upload is not null;
-- Whose time was meant by the clock on a wall.
create index job_wall_time on job (zone_rules) where zone is not null;

-- What is planned and done in a platform's budgets; of an account, job_to_account says it. Only what waits is in it, so that
-- an order need not touch it.
create index job_planned on job (platform, due_at) where waiting;
create index job_used on job_done (platform, finished_at);

-- Why what was cancelled was.
alter table job_done add column reason jsonb;

alter table platform_limit add column limits jsonb not null default '[]';

-- The recurring times of an account, or of all accounts of a tenant that have none of their own (the id of all zeros).
create table slot_plan (
    tenant     text  not null,
    account_id uuid  not null,
    slots      jsonb not null,
    primary key (tenant, account_id)
);
