package io.cliprelay.gateway.clip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.account.Accounts;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.store.Store;

/** The clips that are stored, each visible to its tenant only. */
@ApplicationScoped
public class Clips {

    /** Above every id in the order of UUIDs. */
    private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Store store;
    private final Accounts accounts;

    Clips(Store store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** The clip; empty where there is none of that tenant. */
    public Uni<Optional<ClipView>> find(String tenant, UUID id) {
        return store.read(session -> find(session, tenant, id));
    }

    /** The same within a transaction. */
    public static Uni<Optional<ClipView>> find(StatelessSession session, String tenant, UUID id) {
        return rows(session, tenant, id)
                .chain(clips -> withUploads(session, clips))
                .map(views -> views.stream().findFirst());
    }

    /** The uploads of a clip, in the order of its targets; none where there is no such clip of that tenant. */
    public Uni<List<Upload>> uploads(String tenant, UUID clipId) {
        return store.read(session -> session.createSelectionQuery(
                        "from UploadRow where clipId = ?1 and tenant = ?2 order by position", UploadRow.class)
                .setParameter(1, clipId)
                .setParameter(2, tenant)
                .getResultList()
                .map(rows -> rows.stream().map(UploadRow::upload).toList()));
    }

    /** The tenant's clips that the filter lets through, newest first, from behind {@code begin} on. */
    Uni<ClipPage> page(String tenant, ClipFilter filter, Optional<ClipCursor> begin, int limit) {
        UUID before = begin.map(ClipCursor::last).orElse(NEWEST);
        Uni<List<ClipView>> found = filter.isEmpty()
                ? all(tenant, before, limit + 1)
                : meant(tenant, filter).chain(accounts -> matching(tenant, filter, accounts, before, limit + 1));
        return found.map(views -> ClipPage.of(views, limit, filter));
    }

    private Uni<List<ClipView>> all(String tenant, UUID before, int most) {
        return store.read(session -> session.createSelectionQuery(
                        "from ClipRow where tenant = ?1 and id < ?2 order by id desc", ClipRow.class)
                .setParameter(1, tenant)
                .setParameter(2, before)
                .setMaxResults(most)
                .getResultList()
                .chain(clips -> withUploads(session, clips)));
    }

    private Uni<List<ClipView>> matching(String tenant, ClipFilter filter, List<UUID> accounts, UUID before, int most) {
        ClipSearch search = ClipSearch.of(tenant, filter, accounts, before);
        return store.read(session -> {
            SelectionQuery<UUID> query = session.createNativeQuery(search.sql(), UUID.class);
            search.parameters().forEach(query::setParameter);
            return query.setMaxResults(most).getResultList().chain(ids -> clips(session, ids));
        });
    }

    private static Uni<List<ClipView>> clips(StatelessSession session, List<UUID> ids) {
        return session.createSelectionQuery("from ClipRow where id in ?1 order by id desc", ClipRow.class)
                .setParameter(1, ids)
                .getResultList()
                .chain(clips -> withUploads(session, clips));
    }

    /** The accounts that the filter means; more than one where platforms have one of the same name. */
    private Uni<List<UUID>> meant(String tenant, ClipFilter filter) {
        return filter.account()
                .map(reference -> accounts.of(tenant).map(own -> own.stream()
                        .filter(account -> account.isCalled(reference))
                        .map(Account::id)
                        .toList()))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private static Uni<List<ClipRow>> rows(StatelessSession session, String tenant, UUID id) {
        return session.createSelectionQuery("from ClipRow where id = ?1 and tenant = ?2", ClipRow.class)
                .setParameter(1, id)
                .setParameter(2, tenant)
                .getResultList();
    }

    private static Uni<List<ClipView>> withUploads(StatelessSession session, List<ClipRow> clips) {
        List<UUID> ids = clips.stream().map(ClipRow::id).toList();
        return session.createSelectionQuery(
                        "from UploadRow where clipId in ?1 order by clipId, position", UploadRow.class)
                .setParameter(1, ids)
                .getResultList()
                .map(uploads -> views(clips, uploads));
    }

    private static List<ClipView> views(List<ClipRow> clips, List<UploadRow> uploads) {
        Map<UUID, List<UploadRow>> byClip = uploads.stream().collect(Collectors.groupingBy(UploadRow::clipId));
        return clips.stream()
                .map(clip -> ClipView.of(clip, byClip.getOrDefault(clip.id(), List.of())))
                .toList();
    }
}
