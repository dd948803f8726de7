-- What happened is read in order by event streams, beside being sent to webhooks. An event gets its position after the
-- commit that made it true, one event after the other: whoever has read up to a position has missed nothing before it.
alter table webhook_event
    add column clip_id  uuid,
    add column seq      bigint generated always as identity,
    add column position bigint;

update webhook_event
set clip_id = (body::jsonb #>> '{data,clipId}')::uuid, position = seq
where body::jsonb #>> '{data,clipId}' is not null;

create index webhook_event_without_position on webhook_event (seq) where position is null and clip_id is not null;
create unique index webhook_event_by_position on webhook_event (position);
create index webhook_event_of_tenant_by_position on webhook_event (tenant, position);
create index webhook_event_of_clip_by_position on webhook_event (clip_id, position);

-- The last position that was given; who gives others has this row locked.
create table webhook_event_head (
    one      boolean primary key default true check (one),
    position bigint not null
);

insert into webhook_event_head (position) select coalesce(max(position), 0) from webhook_event;
