-- What was used of a limit: one row per limit and owner ('app' or an account's id), which is also the lock.
create table budget (
    name    text   not null,
    owner   text   not null,
    used    bigint not null default 0,
    -- The day that it was used on, where the limit is counted by days.
    day     date,
    -- The amount that the platform named at run time.
    learned bigint,
    -- The platform told this account that it is used up, whatever was counted here.
    held_until timestamptz,
    primary key (name, owner)
);

-- Uses in a rolling window, until they leave it.
create table budget_use (
    id        bigint generated always as identity primary key,
    name      text        not null,
    owner     text        not null,
    amount    bigint      not null,
    leaves_at timestamptz not null
);

create index budget_use_by_leaving on budget_use (name, owner, leaves_at);

-- Calls that were charged once and for all: a crash and a repeat are one use.
create table budget_charge (
    upload_id  uuid        not null,
    attempt    integer     not null,
    call       text        not null,
    charged_at timestamptz not null default now(),
    primary key (upload_id, attempt, call)
);

create index budget_charge_by_age on budget_charge (charged_at);

-- Forgets what has left the rolling window; the caller holds the budget's lock.
create function budget_leave(p_name text, p_owner text, p_now timestamptz) returns void language sql as $$
    with gone as (
        delete from budget_use where name = p_name and owner = p_owner and leaves_at <= p_now returning amount)
    update budget set used = used - gone.amount
    from (select sum(amount) as amount from gone) gone
    where name = p_name and owner = p_owner and gone.amount is not null;
$$;

-- When there will be room for p_amount: a null window is a day in p_zone. Null: now.
create function budget_room(p_budget budget, p_amount bigint, p_capacity bigint, p_window interval, p_zone text,
                            p_now timestamptz) returns timestamptz language plpgsql as $$
declare
    v_capacity bigint := coalesce(p_budget.learned, p_capacity);
    v_room timestamptz;
begin
    if p_budget.used + p_amount <= v_capacity then
        return null;
    end if;
    if p_window is null then
        return ((p_now at time zone p_zone)::date + 1)::timestamp at time zone p_zone;
    end if;
    select leaving.leaves_at into v_room
    from (select leaves_at, sum(amount) over (order by leaves_at, id) as freed
          from budget_use where name = p_budget.name and owner = p_budget.owner) leaving
    where p_budget.used - leaving.freed + p_amount <= v_capacity
    order by leaving.leaves_at limit 1;
    -- More than there ever is room for: not in this window.
    return coalesce(v_room, p_now + p_window);
end
$$;

-- Takes all of p_charges or none. Yields what refused it longest, or no row where all was taken.
-- Each statement in here sees what was committed before it began, so sums are right once the locks are held; the time
-- is read after that, so uses of one budget are in the order of their times.
create function budget_take(p_upload uuid, p_attempt integer, p_call text, p_once boolean, p_account text,
                            p_charges jsonb)
    returns table (refused_by text, refused_until timestamptz, allowed bigint) language plpgsql as $$
declare
    v_now timestamptz;
    v_today date;
    v_charge record;
    v_budget budget;
    v_room timestamptz;
begin
    if p_once then
        insert into budget_charge (upload_id, attempt, call) values (p_upload, p_attempt, p_call)
        on conflict do nothing;
        if not found then
            return;
        end if;
    end if;

    for v_charge in
        select c.* from jsonb_to_recordset(p_charges) as c(name text, owner text) order by c.name, c.owner
    loop
        perform 1 from budget b where b.name = v_charge.name and b.owner = v_charge.owner for update;
        if not found then
            insert into budget (name, owner) values (v_charge.name, v_charge.owner) on conflict do nothing;
            perform 1 from budget b where b.name = v_charge.name and b.owner = v_charge.owner for update;
        end if;
    end loop;
    v_now := clock_timestamp();

    for v_charge in
        select c.name, c.owner, c.amount, c.capacity, c.zone, c.seconds * interval '1 second' as span
        from jsonb_to_recordset(p_charges)
            as c(name text, owner text, amount bigint, capacity bigint, zone text, seconds double precision)
    loop
        if v_charge.span is null then
            v_today := (v_now at time zone v_charge.zone)::date;
            update budget b set used = 0, day = v_today
            where b.name = v_charge.name and b.owner = v_charge.owner and b.day is distinct from v_today;
        else
            perform budget_leave(v_charge.name, v_charge.owner, v_now);
        end if;
        select * into v_budget from budget b where b.name = v_charge.name and b.owner = v_charge.owner;
        v_room := greatest(
            budget_room(v_budget, v_charge.amount, v_charge.capacity, v_charge.span, v_charge.zone, v_now),
            (select b.held_until from budget b
             where b.name = v_charge.name and b.owner = p_account and b.held_until > v_now));
        if v_room > refused_until or (v_room is not null and refused_until is null) then
            refused_by := v_charge.name;
            refused_until := v_room;
            allowed := coalesce(v_budget.learned, v_charge.capacity);
        end if;
    end loop;

    if refused_until is not null then
        delete from budget_charge
        where p_once and upload_id = p_upload and attempt = p_attempt and call = p_call;
        return next;
        return;
    end if;

    update budget b set used = b.used + c.amount
    from jsonb_to_recordset(p_charges) as c(name text, owner text, amount bigint)
    where b.name = c.name and b.owner = c.owner;
    insert into budget_use (name, owner, amount, leaves_at)
    select c.name, c.owner, c.amount, v_now + c.seconds * interval '1 second'
    from jsonb_to_recordset(p_charges) as c(name text, owner text, amount bigint, seconds double precision)
    where c.seconds is not null and c.amount > 0;
end
$$;

-- Removes what no budget needs any more.
create function budget_sweep(p_keep interval) returns void language plpgsql as $$
declare
    v_budget record;
begin
    delete from budget_charge where charged_at < now() - p_keep;
    for v_budget in
        select b.name, b.owner from budget b
        where exists (select 1 from budget_use u
                      where u.name = b.name and u.owner = b.owner and u.leaves_at <= now())
        for update skip locked
    loop
        perform budget_leave(v_budget.name, v_budget.owner, now());
    end loop;
end
$$;

-- Whether anything is asked of the platform (name 'platform') or of an account (name: its id). No row: closed.
create table breaker (
    name       text primary key,
    -- Failures in a row since the first of them; 0 once one call succeeded.
    failures   integer not null default 0,
    since      timestamptz,
    -- Open, or half open with one upload on its way, until then: the failure that opened it, and how often in a row.
    until      timestamptz,
    probing    boolean not null default false,
    openings   integer not null default 0,
    cause      text
);
