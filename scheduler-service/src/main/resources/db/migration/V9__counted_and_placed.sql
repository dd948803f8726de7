-- The attempts up to this one do not count any more: a person had the upload tried again after it.
alter table job add column counted_from integer not null default 0;
alter table job_done add column counted_from integer not null default 0;

-- Why it is not where its submission said, as long as it waits there.
alter table job add column placed jsonb;
