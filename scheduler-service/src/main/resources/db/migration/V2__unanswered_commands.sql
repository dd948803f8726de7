-- Commands that are out and unanswered are few, whatever the history.
create index job_unanswered on job (updated_at) where state = 'QUEUED';
