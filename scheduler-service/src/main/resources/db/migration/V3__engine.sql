-- What is due is decided by this clock alone. Tests replace it to move time.
create function scheduler_now() returns timestamptz language sql volatile as 'select clock_timestamp()';

alter table job rename to job_before;
alter table job_before rename constraint job_pkey to job_before_pkey;
drop index job_waiting;
drop index job_unanswered;

-- What is not over.
create table job (
    upload_id    uuid        primary key,
    clip_id      uuid        not null,
    tenant       text        not null,
    platform     text        not null,
    account_id   uuid        not null,
    -- An UploadState.
    state        text        not null default 'SCHEDULED',
    -- Of the next attempt while one waits, else of the last.
    due_at       timestamptz not null,
    -- 0 urgent, 1 normal, 2 bulk.
    priority     smallint    not null default 1 check (priority between 0 and 2),
    -- After this instant it is of no use any more.
    not_after    timestamptz,
    -- What the user meant, where that was a time on the wall: due_at is its instant by these rules.
    wall_time    text,
    zone         text,
    zone_rules   text,
    -- Waits until that upload is published, and then this long.
    after_upload uuid,
    after_gap    interval,
    -- How many were ordered, and how many of those used up one of the platform's tries.
    attempt      integer     not null default 0,
    spent        integer     not null default 0,
    -- Text as it came: it becomes a part of the command without being read.
    content      json        not null,
    traceparent  text,
    last_failure jsonb,
    hold         jsonb,
    paused_at    timestamptz,
    -- The claim under which the last attempt was ordered, and when that was.
    claimed_by   uuid,
    claimed_at   timestamptz,
    created_at   timestamptz not null default scheduler_now(),
    -- Since when in this state.
    updated_at   timestamptz not null default scheduler_now(),
    -- What indexes ask.
    waiting      boolean     not null generated always as (state in ('SCHEDULED', 'RETRY_WAIT')) stored,
    ordered      boolean     not null generated always as (state = 'QUEUED') stored
) with (fillfactor = 70);

create index job_by_clip on job (clip_id);
-- In the order of time: when all that is due fits into a batch, and to see what is due next.
create index job_due on job (due_at) where waiting;
-- By turns: when it does not.
create index job_in_turn on job (tenant, priority, due_at) where waiting;
-- Commands that are out and unanswered are few, whatever waits.
create index job_unanswered on job (updated_at) where ordered;

-- What is over, by the instant at which it ended.
create table job_done (
    upload_id    uuid        not null,
    clip_id      uuid        not null,
    tenant       text        not null,
    platform     text        not null,
    account_id   uuid        not null,
    state        text        not null,
    due_at       timestamptz not null,
    priority     smallint    not null,
    not_after    timestamptz,
    wall_time    text,
    zone         text,
    zone_rules   text,
    after_upload uuid,
    after_gap    interval,
    attempt      integer     not null,
    spent        integer     not null,
    content      json        not null,
    traceparent  text,
    last_failure jsonb,
    hold         jsonb,
    paused_at    timestamptz,
    claimed_by   uuid,
    claimed_at   timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    finished_at  timestamptz not null,
    primary key (upload_id, finished_at)
) partition by range (finished_at);

create index job_done_by_clip on job_done (clip_id);

-- One row per attempt that was ordered: written with the order, ended by the worker's report.
create table job_attempt (
    upload_id  uuid        not null,
    attempt    integer     not null,
    -- The job's claimed_at.
    ordered_at timestamptz not null,
    ended_at   timestamptz,
    -- The upload state that it ended in, or RETRY_WAIT.
    outcome    text,
    failure    jsonb,
    primary key (upload_id, attempt, ordered_at)
) partition by range (ordered_at);

-- What no partition was made for is kept here until one is; nothing fails for want of one.
create table job_done_unsorted partition of job_done default;
create table job_attempt_unsorted partition of job_attempt default;

-- Makes the weekly partitions of p_table that are missing, up to p_ahead from now, moves into them what was unsorted,
-- and drops those that ended longer than p_retention ago; yields how many were made and dropped. Any number of replicas
-- may call it at any time.
create function keep_history(p_table text, p_column text, p_ahead interval, p_retention interval)
    returns table (made integer, dropped integer) language plpgsql set lock_timeout = '5s' as $$
declare
    v_unsorted text := p_table || '_unsorted';
    v_kept timestamp := date_trunc('week', (scheduler_now() - p_retention) at time zone 'UTC');
    v_oldest timestamptz;
    v_week timestamp;
    v_name text;
begin
    made := 0;
    dropped := 0;
    perform pg_advisory_xact_lock(hashtext('cliprelay.history.' || p_table));
    execute format('delete from %I where %I < $1', v_unsorted, p_column) using v_kept at time zone 'UTC';
    execute format('select min(%I) from %I', p_column, v_unsorted) into v_oldest;
    for v_week in
        select generate_series(
            date_trunc('week', least(scheduler_now(), v_oldest) at time zone 'UTC'),
            (scheduler_now() + p_ahead) at time zone 'UTC',
            interval '7 days')
    loop
        v_name := p_table || to_char(v_week, '_YYYYMMDD');
        continue when to_regclass(v_name) is not null;
        execute format('create table %I (like %I including all)', v_name, p_table);
        execute format(
            'with moved as (delete from %I where %I >= $1 and %I < $2 returning *) insert into %I select * from moved',
            v_unsorted, p_column, p_column, v_name)
            using v_week at time zone 'UTC', (v_week + interval '7 days') at time zone 'UTC';
        execute format('alter table %I attach partition %I for values from (%L) to (%L)', p_table, v_name,
            v_week at time zone 'UTC', (v_week + interval '7 days') at time zone 'UTC');
        made := made + 1;
    end loop;
    for v_name in
        select child.relname from pg_inherits
        join pg_class child on child.oid = inhrelid
        where inhparent = p_table::regclass and child.relname ~ ('^' || p_table || '_\d{8}$')
          and to_date(right(child.relname, 8), 'YYYYMMDD')::timestamp < v_kept
        order by child.relname
    loop
        execute format('drop table %I', v_name);
        dropped := dropped + 1;
    end loop;
    return next;
end
$$;

-- What is still to be told of an upload goes out before its next command.
create index outbox_by_subject on outbox (subject);

-- Who is at work: a replica whose beat stands still is dead, whatever the clocks say.
create table scheduler_node (
    node_id uuid        primary key,
    beat    bigint      not null default 0,
    seen_at timestamptz not null
);

-- Jobs that were ordered together and whose commands Kafka may not have yet: whoever owns the claim sends them. It goes
-- when Kafka has them, which is one row and not as many as there are jobs.
create table scheduler_claim (
    claim_id   uuid        primary key,
    node_id    uuid        not null,
    -- And updated_at of its jobs as long as nothing was heard of them.
    claimed_at timestamptz not null
);

-- A table is built anew where its columns are; the rows are those that were there.
insert into job (upload_id, clip_id, tenant, platform, account_id, state, due_at, attempt, spent, content, traceparent,
                 last_failure, claimed_at, created_at, updated_at)
select upload_id, clip_id, tenant, platform, account_id, state, due_at, attempt, spent, content, traceparent,
       last_failure, case when attempt > 0 then updated_at end, created_at, updated_at
from job_before where state not in ('PUBLISHED', 'DRAFTED', 'FAILED', 'CANCELLED');

insert into job_done (upload_id, clip_id, tenant, platform, account_id, state, due_at, priority, attempt, spent,
                      content, traceparent, last_failure, claimed_at, created_at, updated_at, finished_at)
select upload_id, clip_id, tenant, platform, account_id, state, due_at, 1, attempt, spent,
       content, traceparent, last_failure, case when attempt > 0 then updated_at end, created_at, updated_at, updated_at
from job_before where state in ('PUBLISHED', 'DRAFTED', 'FAILED', 'CANCELLED');

drop table job_before;

select keep_history('job_done', 'finished_at', interval '28 days', interval '100 years');
select keep_history('job_attempt', 'ordered_at', interval '28 days', interval '100 years');
