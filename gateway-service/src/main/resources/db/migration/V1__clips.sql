-- What was handed in. Ids are time-ordered, so the newest clips sit at the end of the index.
create table clip (
    id         uuid primary key,
    tenant     text        not null,
    title      text        not null,
    created_at timestamptz not null
);

create index clip_by_tenant on clip (tenant, id);

-- One delivery of a clip to one account, and what is known of it from events.
create table upload (
    id               uuid primary key,
    clip_id          uuid        not null references clip (id),
    tenant           text        not null,
    position         integer     not null,
    platform         text        not null,
    account_id       uuid        not null,
    account_name     text        not null,
    state            text        not null,
    attempt          integer     not null,
    due_at           timestamptz not null,
    next_attempt_at  timestamptz,
    platform_post_id text,
    permalink        text,
    published_at     timestamptz,
    failure          text
);

create index upload_by_clip on upload (clip_id, position);

-- Which submissions were answered, and how: a repeat gets the same answer. `origin` keeps the keys of different
-- producers apart.
create table submission (
    tenant       text        not null,
    origin       text        not null,
    key          text        not null,
    request_hash text        not null,
    accepted     boolean     not null,
    clip_id      uuid references clip (id),
    answer       text        not null,
    answered_at  timestamptz not null,
    primary key (tenant, origin, key)
);

-- Accounts and platforms as the workers tell of them.
create table account (
    id           uuid primary key,
    tenant       text        not null,
    platform     text        not null,
    name         text        not null,
    connected_at timestamptz not null
);

create index account_by_tenant on account (tenant, platform, name);

create table platform (
    id           text primary key,
    descriptor   text        not null,
    described_at timestamptz not null
);
