package io.cliprelay.worker.inbox;

/**
 * The statement that takes uploads in turn. Parameters: owner, lease in ms, how many, what not to take, and how many may
 * send at once for an account.
 *
 * <p>Tenants come first by how little they have running, then by how long they have waited for a turn; so do accounts
 * within a tenant. Priorities order a tenant's own uploads; nobody gets ahead of other tenants by them. The way over
 * the index is: from account to account, then to the first due of each priority; what waits behind is not looked at.
 */
final class FairTake {

    /** Takers wait for each other, so that each counts what the other has taken. The number means nothing. */
    static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(4_207_731)";

    static final String SQL = """
            with recursive lane as (
                (select tenant, account_id from upload where step not in ('DONE', 'FAILED')
                 order by tenant, account_id limit 1)
                union all
                select further.tenant, further.account_id from lane cross join lateral (
                    select tenant, account_id from upload where step not in ('DONE', 'FAILED')
                      and (tenant, account_id) > (lane.tenant, lane.account_id)
                    order by tenant, account_id limit 1) further),
            held as (
                select tenant, account_id, count(*) as uploads, count(*) filter (where sends) as sending
                from upload where owner is not null and lease_until >= now() group by tenant, account_id),
            held_by_tenant as (select tenant, sum(uploads) as uploads from held group by tenant),
            turn_of_tenant as (select tenant, max(taken_at) as taken_at from turn group by tenant),
            due as (
                select lane.tenant, lane.account_id, kind.sends, level.priority, waiting.upload_id, waiting.next_at,
                       row_number() over (partition by lane.tenant, lane.account_id, kind.sends
                                          order by level.priority, waiting.next_at) as nth
                from lane cross join (values (true), (false)) kind(sends)
                cross join (values (0::smallint), (1::smallint), (2::smallint)) level(priority)
                cross join lateral (
                    select upload_id, next_at from upload
                    where tenant = lane.tenant and account_id = lane.account_id and sends = kind.sends
                      and priority = level.priority and step not in ('DONE', 'FAILED') and next_at <= now()
                      and (lease_until is null or lease_until < now()) and upload_id <> all($4)
                    order by next_at limit $3) waiting),
            by_account as (
                select due.*, turn.taken_at, coalesce(held.uploads, 0) + row_number() over (
                    partition by due.tenant, due.account_id order by priority, next_at) as place
                from due left join held using (tenant, account_id) left join turn using (tenant, account_id)
                where not sends or nth + coalesce(held.sending, 0) <= $5),
            by_tenant as (
                select upload_id, priority, next_at, t.taken_at, coalesce(h.uploads, 0) + row_number() over (
                    partition by tenant order by priority, place, a.taken_at nulls first, next_at) as place
                from by_account a left join held_by_tenant h using (tenant) left join turn_of_tenant t using (tenant)),
            chosen as (
                select upload_id from by_tenant order by place, taken_at nulls first, priority, next_at limit $3),
            taken as (
                update upload
                set owner = $1, lease_until = clock_timestamp() + $2 * interval '1 millisecond', fencing = fencing + 1
                where upload_id in (
                    select upload_id from upload
                    where upload_id = any(array(select upload_id from chosen)) and step not in ('DONE', 'FAILED')
                      and (lease_until is null or lease_until < now())
                    for update skip locked)
                returning *),
            marked as (
                insert into turn (tenant, account_id, taken_at)
                select distinct tenant, account_id, statement_timestamp() from taken
                on conflict (tenant, account_id) do update set taken_at = excluded.taken_at)
            select * from taken
            """;

    private FairTake() {}
}
