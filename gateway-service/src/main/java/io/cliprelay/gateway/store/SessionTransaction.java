package io.cliprelay.gateway.store;

import java.util.List;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.MutationQuery;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.kit.transaction.OpenTransaction;

/** Lets the kit's tables be written in a session's transaction. */
public record SessionTransaction(StatelessSession session) implements OpenTransaction {

    @Override
    public Uni<Integer> update(String sql, List<Object> parameters) {
        MutationQuery statement = session.createNativeQuery(ordinal(sql));
        for (int position = 1; position <= parameters.size(); position++) {
            statement.setParameter(position, parameters.get(position - 1));
        }
        return statement.executeUpdate();
    }

    /** The same statement with parameters as Hibernate writes them: {@code ?1} for {@code $1}. */
    private static String ordinal(String sql) {
        return sql.replaceAll("\\$(\\d+)", "?$1");
    }
}
