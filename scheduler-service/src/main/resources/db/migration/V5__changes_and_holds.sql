-- What keeps the uploads to an account or a platform from going out, as its worker last told; kept when it is over, so
-- that an older word has no effect.
create table obstacle (
    -- consent: its owner has to connect the account again. account, platform: its breaker is open, or it is switched off.
    source  text        not null check (source in ('consent', 'account', 'platform')),
    -- The account's id, or the platform's.
    target  text        not null,
    open    boolean     not null,
    since   timestamptz not null,
    -- When it is tried again; nobody can say where absent.
    until   timestamptz,
    reason  jsonb       not null,
    told_at timestamptz not null,
    -- The one upload that tries first.
    probe   uuid,
    primary key (source, target)
);

create index obstacle_open on obstacle (target) where open;

-- What was wanted of clips that were not heard of yet.
create table clip_change (
    position   bigint      generated always as identity primary key,
    clip_id    uuid        not null,
    tenant     text        not null,
    change_id  text        not null unique,
    type       text        not null,
    body       text        not null,
    created_at timestamptz not null default scheduler_now()
);

create index clip_change_by_clip on clip_change (clip_id);

alter table job add column held boolean not null generated always as (state = 'HELD') stored;

create index job_held on job (platform, account_id, due_at) where held;
create index job_to_account on job (platform, account_id, due_at) where waiting;
