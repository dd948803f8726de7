package io.cliprelay.scheduler.due;

/**
 * The SQL of claims. The size of a batch stands in the text, because a plan for an unknown one may be for a million. What a
 * table row is found by a second time is its place, which costs no index; the places are an array, because a join to them may
 * be one that reads the whole table. What is limited is ordered, too: of an instant that it does not know the planner takes a
 * third of all jobs to be due, and would read the table until it has found so many, to its end when hardly any is.
 */
record ClaimStatements(int batchSize) {

    /** The one reading of the clock that a statement goes by. */
    private static final String CLOCK = """
            with clock as materialized (select scheduler_now() as now)""";

    /** What was said of an upload comes before its next command; mostly nothing is left to say of any. */
    private static final String NOTHING_LEFT_TO_SAY = "((select not exists (select 1 from outbox)) or not exists ("
            + "select 1 from outbox where outbox.subject = cast(job.upload_id as text)))";

    /** After its deadline nothing is begun, however soon it is cancelled. */
    private static final String IN_TIME = "(not_after is null or not_after >= (select now from clock))";

    /** Only what a command says is carried on, and the attempt itself is written down when it is over. */
    private static final String CLAIMED = """
            claimed as (
                update job set state = 'QUEUED', attempt = job.attempt + 1, claimed_by = $1, claimed_at = clock.now,
                               updated_at = clock.now
                from clock where job.ctid = any (array(select place from due))
                returning upload_id, clip_id, platform, account_id, tenant, priority, due_at, attempt, claimed_at,
                          claimed_by, content, traceparent),
            opened as (
                insert into scheduler_claim (claim_id, node_id, claimed_at)
                select $1, $2, now from clock where exists (select 1 from claimed))
            """;

    private static final String COMMAND =
            "upload_id, clip_id, platform, account_id, tenant, priority, due_at, attempt, claimed_at, cast(content as text), "
                    + "traceparent";

    /** The commands, and in one more row what is said of all of them: so it is written and read once. */
    private static final String RETURNED = """
            select %1$s, cast(null as timestamptz), cast(null as timestamptz), cast(null as bigint), cast(null as uuid)
            from claimed
            union all
            select null, null, null, null, null, null, null, null, null, null, null,
                   clock.now, %2$s, %3$s, %4$s
            from clock
            """;

    private static final String OWN_ID = "(select claimed_by from claimed limit 1)";

    private static final String NEXT =
            "(select min(due_at) from job where waiting and due_at > (select now from clock))";

    /** Lane by lane through the index, not row by row. */
    static final String LANES = """
            with recursive lane as (
                (select tenant, priority from job where waiting order by tenant, priority limit 1)
                union all
                select next.tenant, next.priority
                from lane, lateral (
                    select tenant, priority from job
                    where waiting and (tenant, priority) > (lane.tenant, lane.priority)
                    order by tenant, priority limit 1) next),
            clock as materialized (select scheduler_now() as now)
            select lane.tenant, lane.priority, oldest.due_at
            from lane, clock, lateral (
                select due_at from job
                where waiting and job.tenant = lane.tenant and job.priority = lane.priority and due_at <= clock.now
                order by due_at limit 1) oldest
            order by lane.priority, oldest.due_at
            """;

    /** One row, however many jobs: they are queued, and what made them somebody's to send is gone. */
    static final String CONFIRM = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true))
            delete from scheduler_claim using quick where claim_id = $1 and node_id = $2
            """;

    static final String GIVE_BACK = """
            with closed as (
                delete from scheduler_claim where claim_id = $1 and node_id = $2 returning claim_id, claimed_at),
            back as (
                update job set state = case when attempt > 1 then 'RETRY_WAIT' else 'SCHEDULED' end,
                               attempt = attempt - 1, claimed_by = null, updated_at = scheduler_now()
                from closed
                where job.ordered and job.updated_at = closed.claimed_at and job.claimed_by = closed.claim_id
                returning job.upload_id)
            select pg_notify('job_due', '0') from back limit 1
            """;

    /** Who has claims and never beat, or was forgotten, stands still as much as one whose beat does. */
    static final String BEAT = """
            with clock as materialized (
                select scheduler_now() as now, set_config('synchronous_commit', 'off', true)),
            own as (
                insert into scheduler_node (node_id, beat, seen_at) select $1, 1, now from clock
                on conflict (node_id) do update set beat = scheduler_node.beat + 1, seen_at = excluded.seen_at)
            select clock.now, others.node_id, others.beat
            from clock
            left join (
                select node_id, beat from scheduler_node
                union all
                select distinct node_id, cast(0 as bigint) from scheduler_claim
                where not exists (select 1 from scheduler_node where scheduler_node.node_id = scheduler_claim.node_id)
            ) others on others.node_id <> $1
            """;

    static final String FORGET = """
            delete from scheduler_node
            where node_id = $1 and beat = $2
              and not exists (select 1 from scheduler_claim where scheduler_claim.node_id = $1)
            """;

    String claimDue() {
        return CLOCK
                + """
                , due as materialized (
                    select job.ctid as place from job
                    where waiting and due_at <= (select now from clock) and %4$s and %1$s
                    order by due_at limit %2$d
                    for update of job skip locked),
                %3$s
                """.formatted(NOTHING_LEFT_TO_SAY, batchSize, CLAIMED, IN_TIME)
                + RETURNED.formatted(COMMAND, NEXT, """
                (select count(*) from (
                    select 1 from job where waiting and due_at <= (select now from clock) and %s
                    order by due_at limit %d) seen)
                """.formatted(IN_TIME, batchSize), OWN_ID);
    }

    String claimInTurn() {
        return CLOCK
                + """
                , due as materialized (
                    select next.place
                    from unnest($3::text[], $4::smallint[], $5::timestamptz[]) as lane(tenant, priority, since),
                         lateral (
                            select job.ctid as place from job
                            where waiting and job.tenant = lane.tenant and job.priority = lane.priority
                              and due_at >= lane.since and due_at <= (select now from clock) and %3$s and %1$s
                            order by due_at limit $6
                            for update of job skip locked) next),
                %2$s
                """.formatted(NOTHING_LEFT_TO_SAY, CLAIMED, IN_TIME)
                + RETURNED.formatted(COMMAND, "null", "0", OWN_ID);
    }

    /** One claim, with what of its jobs is still to be answered: by its time, which is theirs, they are found at once. */
    String takeOver() {
        return CLOCK + """
                , left_behind as materialized (
                    select claim_id from scheduler_claim
                    where node_id = any($2::uuid[]) and claim_id <> all($3::uuid[])
                    order by claimed_at limit 1
                    for update skip locked),
                taken as (
                    update scheduler_claim set node_id = $1 from left_behind
                    where scheduler_claim.claim_id = left_behind.claim_id
                    returning scheduler_claim.claim_id, scheduler_claim.claimed_at),
                claimed as (
                    select job.* from taken
                    join job on job.ordered and job.updated_at = taken.claimed_at and job.claimed_by = taken.claim_id)
                """ + RETURNED.formatted(COMMAND, "null", "0", "(select claim_id from taken)");
    }

    String unanswered() {
        return """
                with silent as materialized (
                    select job.ctid as place from job
                    where ordered and updated_at < $1
                      and not exists (select 1 from scheduler_claim where scheduler_claim.claim_id = job.claimed_by)
                    order by updated_at limit %1$d
                    for update of job skip locked)
                update job set updated_at = scheduler_now() where job.ctid = any (array(select place from silent))
                returning upload_id, clip_id, platform, account_id, tenant, priority, due_at, attempt, claimed_at,
                          cast(content as text), traceparent
                """.formatted(batchSize);
    }
}
