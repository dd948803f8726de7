-- Events that were committed and are not yet on Kafka.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text        not null,
    key        text,
    subject    text        not null,
    headers    jsonb       not null,
    payload    text        not null,
    created_at timestamptz not null default now()
);

-- The ids of events that were handled, written in the transaction of what they caused.
create table consumed_event (
    consumer    text        not null,
    event_id    text        not null,
    consumed_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index consumed_event_by_age on consumed_event (consumed_at);
