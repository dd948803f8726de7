-- What its owner wants, so that a part of it can be changed, and how often it was.
alter table clip
    add column revision integer not null default 0,
    add column submission text;

-- What an upload is held by, and why it was cancelled.
alter table upload
    add column hold text,
    add column cancellation text;
