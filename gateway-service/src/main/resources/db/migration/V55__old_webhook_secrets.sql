-- Secrets before the current one go on signing, each until its own time: who lost the answer to an exchange has an older one.
create table webhook_old_secret (
    endpoint_id uuid        not null references webhook_endpoint (id) on delete cascade,
    secret      text        not null,
    signs_until timestamptz not null,
    primary key (endpoint_id, secret)
);

insert into webhook_old_secret (endpoint_id, secret, signs_until)
select id, previous_secret, previous_until from webhook_endpoint where previous_until > now();

alter table webhook_endpoint drop column previous_secret, drop column previous_until;
