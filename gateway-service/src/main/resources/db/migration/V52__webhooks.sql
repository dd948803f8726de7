-- Where tenants want to be told of what happens. While secrets are exchanged, the one before signs, too.
create table webhook_endpoint (
    id              uuid primary key,
    tenant          text        not null,
    url             text        not null,
    description     text        not null,
    types           text        not null,
    secret          text        not null,
    previous_secret text,
    previous_until  timestamptz,
    paused          boolean     not null default false,
    paused_because  text,
    failing_since   timestamptz,
    created_at      timestamptz not null
);

create index webhook_endpoint_by_tenant on webhook_endpoint (tenant, id);

-- What happened, written in the transaction that makes it true; the body is what is sent, always the same bytes.
create table webhook_event (
    id      text primary key,
    tenant  text        not null,
    type    text        not null,
    body    text        not null,
    at      timestamptz not null
);

create index webhook_event_by_tenant on webhook_event (tenant, at);
create index webhook_event_by_time on webhook_event (at);

-- One event on its way to one endpoint. A lease says that a replica is sending it.
create table webhook_delivery (
    id           bigint generated always as identity primary key,
    endpoint_id  uuid        not null references webhook_endpoint (id) on delete cascade,
    event_id     text        not null references webhook_event (id) on delete cascade,
    state        text        not null default 'PENDING',
    attempt      integer     not null default 0,
    due_at       timestamptz not null,
    leased_until timestamptz,
    attempts     jsonb       not null default '[]',
    finished_at  timestamptz,
    unique (endpoint_id, event_id)
);

create index webhook_delivery_due on webhook_delivery (endpoint_id, due_at) where state = 'PENDING';
create index webhook_delivery_log on webhook_delivery (endpoint_id, id);
create index webhook_delivery_by_event on webhook_delivery (event_id);
