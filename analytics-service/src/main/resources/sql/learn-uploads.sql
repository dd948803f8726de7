-- Writes what is known of some uploads now, and adds to the tallies the difference to what was known before: a fact that
-- is as it was adds nothing. $1 is a JSON array of rows of upload_fact.
with written as (
    insert into GENERATION.upload_fact as fact
    select * from json_populate_recordset(null::GENERATION.upload_fact, $1::text::json)
    on conflict (created_at, upload_id) do update
    set title = excluded.title, tags = excluded.tags, submitted_at = excluded.submitted_at,
        planned_at = excluded.planned_at, due_at = excluded.due_at, due_said_at = excluded.due_said_at,
        attempts = excluded.attempts,
        started_attempt = excluded.started_attempt, started_at = excluded.started_at,
        accepted_at = excluded.accepted_at, outcome = excluded.outcome, ended_at = excluded.ended_at,
        live_at = excluded.live_at, permalink = excluded.permalink, failure_category = excluded.failure_category,
        failure_code = excluded.failure_code, read_at = excluded.read_at, views = excluded.views,
        likes = excluded.likes, comments = excluded.comments, shares = excluded.shares, missing_at = excluded.missing_at
    returning old as was, new as now
),
-- Both sides of each change: what was counted goes, what is to be counted comes.
side as (
    select -1 as sign, (was).* from written where (was).upload_id is not null and was is distinct from now
    union all
    select 1, (now).* from written where was is distinct from now
),
counted as (
    insert into GENERATION.upload_tally as tally
    select grain, tenant, slot, platform, account_id,
           sum(sign * submitted), sum(sign * (outcome is not distinct from 'PUBLISHED' and ended)::int),
           sum(sign * (outcome is not distinct from 'DRAFTED' and ended)::int),
           sum(sign * (outcome is not distinct from 'FAILED' and ended)::int),
           sum(sign * (outcome is not distinct from 'CANCELLED' and ended)::int),
           max(live_at) filter (where sign = 1 and ended)
    from side
    cross join lateral (values (submitted_at, 1, false), (ended_at, 0, true)) moment (at, submitted, ended)
    cross join lateral (values ('Q', date_bin('15 minutes', at, 'epoch')), ('D', date_trunc('day', at, 'UTC')),
                               ('M', date_trunc('month', at, 'UTC'))) slots (grain, slot)
    where at is not null
    group by grain, tenant, slot, platform, account_id
    on conflict (tenant, grain, at, platform, account_id) do update
    set submitted = tally.submitted + excluded.submitted, published = tally.published + excluded.published,
        drafted = tally.drafted + excluded.drafted, failed = tally.failed + excluded.failed,
        cancelled = tally.cancelled + excluded.cancelled,
        last_success = greatest(tally.last_success, excluded.last_success)
),
timed as (
    insert into GENERATION.duration_tally as tally
    select grain, tenant, kind, slot, platform, account_id, class, sum(sign), sum(sign * millis)
    from side
    cross join lateral (values ('upload', started_at, live_at),
                               ('accepted', coalesce(due_at, planned_at), coalesce(accepted_at, live_at)),
                               ('live', coalesce(due_at, planned_at), live_at)) span (kind, since, until)
    cross join lateral (
        select greatest(0, extract(epoch from until - since) * 1000)::bigint as millis) length
    cross join lateral (select ceil(ln(greatest(millis, 1)::float8) / ln(1.1::float8))::smallint as class) width
    cross join lateral (values ('Q', date_bin('15 minutes', ended_at, 'epoch')), ('D', date_trunc('day', ended_at, 'UTC')),
                               ('M', date_trunc('month', ended_at, 'UTC'))) slots (grain, slot)
    where ended_at is not null and since is not null and until is not null
    group by grain, tenant, kind, slot, platform, account_id, class
    on conflict (tenant, grain, kind, at, platform, account_id, class) do update
    set uploads = tally.uploads + excluded.uploads, millis = tally.millis + excluded.millis
)
insert into GENERATION.content_tally as tally
select grain, tenant, tag, slot, platform, account_id,
       sum(sign * (live_at is not null)::int), sum(sign * (missing_at is not null)::int),
       sum(sign * coalesce(views, 0)), sum(sign * (views is not null)::int),
       sum(sign * coalesce(likes, 0)), sum(sign * (likes is not null)::int),
       sum(sign * coalesce(comments, 0)), sum(sign * (comments is not null)::int),
       sum(sign * coalesce(shares, 0)), sum(sign * (shares is not null)::int)
from side
cross join lateral (select distinct lower(tag) as tag from unnest(array_append(tags, '')) tag) marks
cross join lateral (select coalesce(live_at, submitted_at) as at) moment
cross join lateral (values ('Q', date_bin('15 minutes', at, 'epoch')), ('D', date_trunc('day', at, 'UTC')),
                           ('M', date_trunc('month', at, 'UTC'))) slots (grain, slot)
where at is not null and (live_at is not null or read_at is not null or missing_at is not null)
group by grain, tenant, tag, slot, platform, account_id
on conflict (tenant, grain, at, tag, platform, account_id) do update
set posts = tally.posts + excluded.posts, missing = tally.missing + excluded.missing,
    views = tally.views + excluded.views, views_told = tally.views_told + excluded.views_told,
    likes = tally.likes + excluded.likes, likes_told = tally.likes_told + excluded.likes_told,
    comments = tally.comments + excluded.comments, comments_told = tally.comments_told + excluded.comments_told,
    shares = tally.shares + excluded.shares, shares_told = tally.shares_told + excluded.shares_told
