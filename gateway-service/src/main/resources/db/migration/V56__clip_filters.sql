-- Clips by what their uploads are, and by their tags: each index in the order of the pages, so that any page is a short walk.
create index upload_by_state on upload (tenant, state, clip_id);
create index upload_by_platform on upload (tenant, platform, clip_id);
create index upload_by_account on upload (tenant, account_id, clip_id);
create index upload_by_due on upload (tenant, due_at, clip_id);

-- In lower case and without "#"; those of the clip and of its targets.
create table clip_tag (
    tenant  text not null,
    tag     text not null,
    clip_id uuid not null references clip (id) on delete cascade,
    primary key (tenant, tag, clip_id)
);

create index clip_tag_by_clip on clip_tag (clip_id);

insert into clip_tag (tenant, tag, clip_id)
select distinct tenant, lower(btrim(btrim(tag), '#')), id
from clip
cross join lateral (
    select jsonb_path_query(submission::jsonb, '$.tags[*] ? (@.type() == "string")') #>> '{}'
    union all
    select jsonb_path_query(submission::jsonb, '$.targets[*].tags[*] ? (@.type() == "string")') #>> '{}'
) as said(tag)
where btrim(btrim(tag), '#') <> '';
