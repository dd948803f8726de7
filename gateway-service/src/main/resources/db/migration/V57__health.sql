-- How accounts and platforms are, as their workers tell of them: what a clip would meet at its time.
create table account_health (
    account_id      uuid primary key,
    tenant          text        not null,
    told_at         timestamptz not null,
    consent_needed  text,
    consent_ends_at timestamptz,
    held            text,
    held_until      timestamptz
);

create index account_health_by_tenant on account_health (tenant);

create table platform_health (
    platform text primary key,
    told_at  timestamptz not null,
    held     text,
    until    timestamptz
);
