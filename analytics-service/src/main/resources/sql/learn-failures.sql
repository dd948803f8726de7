-- Writes attempts that failed, each counted the first time it is told. $1 is a JSON array of rows of failed_attempt.
with fresh as (
    insert into GENERATION.failed_attempt
    select * from json_populate_recordset(null::GENERATION.failed_attempt, $1::text::json)
    on conflict do nothing
    returning *
)
insert into GENERATION.error_tally as tally
select grain, tenant, slot, platform, account_id, category, code, count(*), max(failed_at)
from fresh
cross join lateral (values ('Q', date_bin('15 minutes', failed_at, 'epoch')), ('D', date_trunc('day', failed_at, 'UTC')),
                           ('M', date_trunc('month', failed_at, 'UTC'))) slots (grain, slot)
group by grain, tenant, slot, platform, account_id, category, code
on conflict (tenant, grain, at, platform, account_id, category, code) do update
set hits = tally.hits + excluded.hits, last_at = greatest(tally.last_at, excluded.last_at)
