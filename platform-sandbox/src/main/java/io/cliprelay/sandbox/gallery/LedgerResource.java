package io.cliprelay.sandbox.gallery;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /sandbox/ledger}: how often each thing was posted, by which a duplicate shows. */
@Path("/sandbox/ledger")
@NonBlocking
public class LedgerResource {

    private final Ledger ledger;

    LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What was posted to one account under one title with the same bytes. */
    public record Entry(String platform, String account, String title, String sha256, int posts, List<String> ids) {}

    /** Posts that were removed count; only those of failed or rejected videos never were to be seen. */
    @GET
    public List<Entry> entries(@RestQuery @DefaultValue("1") int atLeast) {
        var posts = ledger.allEver().stream().filter(LedgerResource::tookEffect);
        return posts.collect(Collectors.groupingBy(LedgerResource::key)).entrySet().stream()
                .map(group -> group.getKey().withPosts(group.getValue()))
                .filter(entry -> entry.posts() >= atLeast)
                .sorted(Comparator.comparing(Entry::platform)
                        .thenComparing(Entry::account)
                        .thenComparing(Entry::title))
                .toList();
    }

    private static boolean tookEffect(Post post) {
        return switch (post.processing().outcome()) {
            case PROCESSED, DRAFT, REMOVED -> true;
            case FAILED, REJECTED -> false;
        };
    }

    private record Key(String platform, String account, String title, String sha256) {
        Entry withPosts(List<Post> posts) {
            var ids = posts.stream().map(Post::id).toList();
            return new Entry(platform, account, title, sha256, ids.size(), ids);
        }
    }

    private static Key key(Post post) {
        return new Key(post.platform(), post.account(), post.title(), post.sha256());
    }
}
