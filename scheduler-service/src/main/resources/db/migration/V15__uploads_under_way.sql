-- How many are under way at each platform is asked every few seconds, for the number of workers. An order is not in it: it
-- is found by job_unanswered, so that what the engine does most writes no further entry.
create index job_uploading on job (platform) where state = 'UPLOADING';
