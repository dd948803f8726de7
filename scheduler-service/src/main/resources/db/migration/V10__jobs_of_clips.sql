-- Which jobs a clip has that are not over. An index of job would say the same, and be written anew whenever a job changes
-- its state, which is what the engine does most; this is written when a job comes and when it goes. By triggers, so that
-- a replica of an earlier version keeps it too.
create table job_of_clip (
    clip_id   uuid not null,
    upload_id uuid not null,
    primary key (clip_id, upload_id)
);

create function list_job() returns trigger language plpgsql as $$
begin
    insert into job_of_clip (clip_id, upload_id) values (new.clip_id, new.upload_id) on conflict do nothing;
    return null;
end
$$;

-- A plan that was made while the table was small must not be one that reads all of it.
create function unlist_job() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    delete from job_of_clip where clip_id = old.clip_id and upload_id = old.upload_id;
    return null;
end
$$;

lock table job in share row exclusive mode;
create trigger job_comes after insert on job for each row execute function list_job();
create trigger job_goes after delete on job for each row execute function unlist_job();
insert into job_of_clip (clip_id, upload_id) select clip_id, upload_id from job;
drop index job_by_clip;
