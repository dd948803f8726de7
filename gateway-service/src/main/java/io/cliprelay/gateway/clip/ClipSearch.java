package io.cliprelay.gateway.clip;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The statement that finds a page's clips, newest first. It walks the index of the narrowest thing that is said, in the
 * order of clips, and stops when the page is full.
 *
 * @param sql with named parameters; yields clip ids
 */
record ClipSearch(String sql, Map<String, Object> parameters) {

    ClipSearch {
        parameters = Map.copyOf(parameters);
    }

    /**
     * @param accounts those that the filter's account means; of no meaning where it names none
     * @param before clips from this one on are not wanted
     */
    static ClipSearch of(String tenant, ClipFilter filter, List<UUID> accounts, UUID before) {
        Map<String, Object> parameters = new HashMap<>(Map.of("tenant", tenant, "before", before));
        String table = filter.concernsUploads() ? "upload" : filter.tag().isPresent() ? "clip_tag" : "submission";
        StringBuilder sql = new StringBuilder("select distinct f.clip_id from %s f".formatted(table))
                .append(" where f.tenant = :tenant and f.clip_id < :before");
        filter.state().ifPresent(state -> and(sql, parameters, "f.state = :state", "state", state.name()));
        filter.platform().ifPresent(id -> and(sql, parameters, "f.platform = :platform", "platform", id));
        filter.account().ifPresent(name -> and(sql, parameters, "f.account_id in :accounts", "accounts", accounts));
        filter.dueFrom().ifPresent(from -> and(sql, parameters, "f.due_at >= :dueFrom", "dueFrom", from));
        filter.dueTo().ifPresent(to -> and(sql, parameters, "f.due_at < :dueTo", "dueTo", to));
        filter.tag().ifPresent(tag -> and(sql, parameters, tagged(table), "tag", tag));
        filter.idempotencyKey().ifPresent(key -> and(sql, parameters, named(table), "key", key));
        return new ClipSearch(sql.append(" order by f.clip_id desc").toString(), parameters);
    }

    private static void and(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, Object value) {
        sql.append(" and ").append(condition);
        parameters.put(name, value);
    }

    private static String tagged(String table) {
        return table.equals("clip_tag")
                ? "f.tag = :tag"
                : "exists (select from clip_tag t where t.tenant = f.tenant and t.tag = :tag and t.clip_id = f.clip_id)";
    }

    private static String named(String table) {
        String byHttp = "%s.origin in ('http', 'http-test') and %1$s.key = :key";
        return table.equals("submission")
                ? byHttp.formatted("f")
                : "f.clip_id in (select s.clip_id from submission s where s.tenant = f.tenant and %s)"
                        .formatted(byHttp.formatted("s"));
    }
}
