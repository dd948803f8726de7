-- API keys. The key itself is nowhere: it is known by its hash, and shown by its beginning.
create table api_key (
    id           uuid primary key,
    tenant       text        not null,
    name         text        not null,
    mode         text        not null,
    scopes       text        not null,
    hint         text        not null,
    sha256       text        not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

create index api_key_by_tenant on api_key (tenant, id);

-- Whether an account is the sandbox's. A worker tells it at each of its starts.
alter table account add column sandbox boolean not null default false;
