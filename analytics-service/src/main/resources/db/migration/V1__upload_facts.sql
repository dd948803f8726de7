-- What is known of each upload. Its submission and its outcome come on different topics, in either order.
create table upload_fact (
    upload_id        uuid primary key,
    tenant           text not null,
    platform         text not null,
    submitted_at     timestamptz,
    outcome          text,
    ended_at         timestamptz,
    failure_category text
);

create index upload_fact_by_tenant on upload_fact (tenant, platform, outcome);
