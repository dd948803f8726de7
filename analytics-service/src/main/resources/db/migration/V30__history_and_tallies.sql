-- What is known of each upload, and what it adds up to. A rebuild fills a second schema of this kind from Kafka and then
-- takes the first one's place, hence a function. What earlier versions knew is read from Kafka once more.
drop table upload_fact;
drop table post_fact;

create function create_generation(named text) returns void language plpgsql as $$
begin
    execute format('create schema %I', named);
    perform set_config('search_path', quote_ident(named), true);

    -- By the instant that the clip's id carries, which every event about the upload knows.
    create table upload_fact (
        created_at       timestamptz not null,
        upload_id        uuid        not null,
        tenant           text        not null,
        clip_id          uuid        not null,
        platform         text        not null,
        account_id       uuid        not null,
        title            text,
        tags             text[]      not null,
        submitted_at     timestamptz,
        planned_at       timestamptz,
        due_at           timestamptz,
        due_said_at      timestamptz,
        attempts         int         not null,
        started_attempt  int,
        started_at       timestamptz,
        accepted_at      timestamptz,
        outcome          text,
        ended_at         timestamptz,
        live_at          timestamptz,
        permalink        text,
        failure_category text,
        failure_code     text,
        read_at          timestamptz,
        views            bigint,
        likes            bigint,
        comments         bigint,
        shares           bigint,
        missing_at       timestamptz,
        primary key (created_at, upload_id)
    ) partition by range (created_at);
    create index on upload_fact (tenant, created_at, upload_id);
    create index on upload_fact (tenant, live_at) where live_at is not null;

    create table failed_attempt (
        created_at timestamptz not null,
        upload_id  uuid        not null,
        attempt    int         not null,
        tenant     text        not null,
        platform   text        not null,
        account_id uuid        not null,
        failed_at  timestamptz not null,
        category   text        not null,
        code       text        not null,
        primary key (created_at, upload_id, attempt)
    ) partition by range (created_at);

    -- Ids that carry no instant.
    create table upload_fact_undated partition of upload_fact for values from (minvalue) to ('2020-01-01Z');
    create table failed_attempt_undated partition of failed_attempt for values from (minvalue) to ('2020-01-01Z');

    -- Sums by quarter of an hour (Q), day (D) and month (M), UTC. Quarters, since every zone's hours and days begin with one.
    create table upload_tally (
        grain        text        not null,
        tenant       text        not null,
        at           timestamptz not null,
        platform     text        not null,
        account_id   uuid        not null,
        submitted    bigint      not null,
        published    bigint      not null,
        drafted      bigint      not null,
        failed       bigint      not null,
        cancelled    bigint      not null,
        last_success timestamptz,
        primary key (tenant, grain, at, platform, account_id)
    );
    create index on upload_tally (platform) where grain = 'M';

    -- How long things took: counts and sums by width class (see LogScale).
    create table duration_tally (
        grain      text        not null,
        tenant     text        not null,
        kind       text        not null,
        at         timestamptz not null,
        platform   text        not null,
        account_id uuid        not null,
        class      smallint    not null,
        uploads    bigint      not null,
        millis     bigint      not null,
        primary key (tenant, grain, kind, at, platform, account_id, class)
    );

    create table error_tally (
        grain      text        not null,
        tenant     text        not null,
        at         timestamptz not null,
        platform   text        not null,
        account_id uuid        not null,
        category   text        not null,
        code       text        not null,
        hits       bigint      not null,
        last_at    timestamptz not null,
        primary key (tenant, grain, at, platform, account_id, category, code)
    );

    -- What posts have come to, at the time they went live; with the tag '' all of them, with another those that have it.
    -- How many posts told a number stands beside it: nothing told is not 0.
    create table content_tally (
        grain         text        not null,
        tenant        text        not null,
        tag           text        not null,
        at            timestamptz not null,
        platform      text        not null,
        account_id    uuid        not null,
        posts         bigint      not null,
        missing       bigint      not null,
        views         bigint      not null,
        views_told    bigint      not null,
        likes         bigint      not null,
        likes_told    bigint      not null,
        comments      bigint      not null,
        comments_told bigint      not null,
        shares        bigint      not null,
        shares_told   bigint      not null,
        primary key (tenant, grain, at, tag, platform, account_id)
    );

    -- How far each topic is counted in, written with what was counted.
    create table intake_position (
        topic       text   not null,
        partition   int    not null,
        next_offset bigint not null,
        primary key (topic, partition)
    );
end $$;

-- Makes the partitions that a batch needs: one a month.
create function ensure_months(generation text, months date[]) returns void language plpgsql as $$
declare
    month date;
    parent text;
begin
    foreach month in array months loop
        foreach parent in array array['upload_fact', 'failed_attempt'] loop
            if to_regclass(format('%I.%I', generation, parent || to_char(month, '_YYYY_MM'))) is null then
                execute format('create table %I.%I partition of %I.%I for values from (%L) to (%L)',
                    generation, parent || to_char(month, '_YYYY_MM'), generation, parent,
                    month::text || ' 00:00Z', (month + interval '1 month')::date::text || ' 00:00Z');
            end if;
        end loop;
    end loop;
end $$;

-- Drops the months that ended before the given one, and the quarters of that time.
create function forget_before(generation text, month date) returns int language plpgsql as $$
declare
    partition text;
    dropped int := 0;
begin
    for partition in
        select child.relname from pg_inherits
        join pg_class child on child.oid = inhrelid
        join pg_class parent on parent.oid = inhparent
        join pg_namespace space on space.oid = parent.relnamespace
        where space.nspname = generation and child.relkind = 'r' and child.relname ~ '_\d{4}_\d{2}$'
          and right(child.relname, 7) < to_char(month, 'YYYY_MM')
    loop
        execute format('drop table %I.%I', generation, partition);
        dropped := dropped + 1;
    end loop;
    if dropped > 0 then
        execute format('delete from %I.upload_tally where grain = ''Q'' and at < %L', generation, month::text || ' 00:00Z');
        execute format('delete from %I.duration_tally where grain = ''Q'' and at < %L', generation, month::text || ' 00:00Z');
        execute format('delete from %I.error_tally where grain = ''Q'' and at < %L', generation, month::text || ' 00:00Z');
        execute format('delete from %I.content_tally where grain = ''Q'' and at < %L', generation, month::text || ' 00:00Z');
    end if;
    return dropped;
end $$;

create table rebuild (
    id         uuid        primary key,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    ended_at   timestamptz,
    events     bigint      not null default 0,
    failure    text
);

-- Local to the transaction, so that Flyway's own tables are found again after it.
select create_generation('live');
