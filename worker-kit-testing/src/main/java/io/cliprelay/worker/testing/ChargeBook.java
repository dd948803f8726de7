package io.cliprelay.worker.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/** All that was ever charged, as the database itself saw it: budgets forget what has left their windows. */
final class ChargeBook {

    private static final List<String> SCHEMA = List.of("""
            create table if not exists contract_charge (name text not null, amount bigint not null)
            """, """
            create or replace function contract_charge_noted() returns trigger language plpgsql as $$
            begin
                insert into contract_charge values (new.name, new.used - old.used);
                return null;
            end
            $$
            """, """
            create or replace trigger contract_charge_noted after update of used on budget
            for each row when (new.used > old.used) execute function contract_charge_noted()
            """);

    private final Pool pool;

    private ChargeBook(Pool pool) {
        this.pool = pool;
    }

    /** Keeps it from now on. */
    static ChargeBook open(Pool pool) {
        SCHEMA.forEach(statement -> pool.query(statement).execute().await().indefinitely());
        return new ChargeBook(pool);
    }

    /** What was charged up to now, by the limits' names. */
    Map<String, Long> sums() {
        Map<String, Long> sums = new HashMap<>();
        for (Row row : pool.query("select name, sum(amount)::bigint as amount from contract_charge group by name")
                .execute()
                .await()
                .indefinitely()) {
            sums.put(row.getString("name"), row.getLong("amount"));
        }
        return sums;
    }
}
