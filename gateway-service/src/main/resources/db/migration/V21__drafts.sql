-- Until when the owner of a drafted upload can publish it on the platform.
alter table upload add column draft_expires_at timestamptz;
