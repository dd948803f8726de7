-- How often an attempt went on after it could not be said whether it had published: a bound for going round in circles.
alter table upload add column resumes integer not null default 0;
