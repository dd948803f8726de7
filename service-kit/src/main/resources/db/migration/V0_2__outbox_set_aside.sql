-- Events that Kafka refuses for what they are, and those of the same subject after them, which must not overtake. They
-- stay until somebody puts them back into the outbox, in their order, or deletes them.
create table outbox_set_aside (
    id           bigint primary key,
    topic        text        not null,
    key          text,
    subject      text        not null,
    headers      jsonb       not null,
    payload      text        not null,
    created_at   timestamptz not null,
    reason       text        not null,
    set_aside_at timestamptz not null default now()
);

create index outbox_set_aside_by_subject on outbox_set_aside (subject);
