-- A platform counts a call that is repeated after a crash or a lost answer once more, and so does this: what is counted
-- here is never less than what is counted there.
drop function budget_take(uuid, integer, text, boolean, text, jsonb);
drop function budget_sweep(interval);
drop table budget_charge;

-- Takes all of p_charges or none. Yields what refused it longest, or no row where all was taken.
-- Each statement in here sees what was committed before it began, so sums are right once the locks are held; the time
-- is read after that, so uses of one budget are in the order of their times.
create function budget_take(p_account text, p_charges jsonb)
    returns table (refused_by text, refused_until timestamptz, allowed bigint) language plpgsql as $$
declare
    v_now timestamptz;
    v_today date;
    v_charge record;
    v_budget budget;
    v_room timestamptz;
begin
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

-- Removes uses that have left their window.
create function budget_sweep() returns void language plpgsql as $$
declare
    v_budget record;
begin
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
