-- What was handed in in test mode stays with the sandbox, whoever changes it later.
alter table clip add column sandbox_only boolean not null default false;
