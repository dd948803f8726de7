-- Which version of the media a session was opened for: whoever resumes it must not mix two.
alter table upload add column media_version text;
