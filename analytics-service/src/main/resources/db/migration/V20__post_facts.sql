-- What each post has come to, as last told; null what its platform does not tell.
create table post_fact (
    upload_id  uuid primary key,
    tenant     text        not null,
    platform   text        not null,
    read_at    timestamptz not null,
    views      bigint,
    likes      bigint,
    comments   bigint,
    shares     bigint,
    -- Since when its platform shows it no more; what it had come to stays counted.
    missing_at timestamptz
);

create index post_fact_by_tenant on post_fact (tenant, platform);
