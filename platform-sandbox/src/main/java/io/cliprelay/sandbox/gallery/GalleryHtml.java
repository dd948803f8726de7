package io.cliprelay.sandbox.gallery;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The gallery's pages as text; everything that came from outside is escaped. */
final class GalleryHtml {

    private static final int MOST_ROWS = 500;
    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
              color: #1c1c1c; background: #fafafa }
            table { border-collapse: collapse; width: 100%% } th, td { text-align: left; padding: .4rem .8rem;
              border-bottom: 1px solid #ddd; vertical-align: top } code { font-size: .85em; overflow-wrap: anywhere }
            .screen { background: #222; color: #eee; padding: 5rem 1rem; text-align: center; border-radius: .5rem }
            </style></head><body>%s</body></html>
            """;

    private GalleryHtml() {}

    /** A table of posts, in the order given. */
    static String all(List<PostView> posts) {
        String rows = posts.stream().limit(MOST_ROWS).map(GalleryHtml::row).collect(Collectors.joining());
        String more = posts.size() > MOST_ROWS ? "<p>The newest " + MOST_ROWS + " of them are shown.</p>" : "";
        String table = posts.isEmpty()
                ? "<p>Nothing has been posted yet.</p>"
                : "<table><tr><th>Title<th>Account<th>Privacy<th>State<th>Size<th>Posted<th>SHA-256</tr>" + rows
                        + "</table>";
        return FRAME.formatted(
                "Platform sandbox", "<h1>Platform sandbox</h1><p>" + posts.size() + " posts</p>" + table + more);
    }

    private static String row(PostView post) {
        return "<tr><td><a href=\"/watch?v=%s\">%s</a><td>%s: %s<td>%s<td>%s<td>%s<td>%s<td><code>%s</code></tr>"
                .formatted(
                        escaped(post.id()),
                        escaped(post.title()),
                        escaped(post.platform()),
                        escaped(post.account()),
                        escaped(post.privacy()),
                        escaped(post.state()),
                        size(post.bytes()),
                        post.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        escaped(post.sha256().substring(0, 12)));
    }

    /** The page of one post. */
    static String one(PostView post) {
        String reason = post.reason() == null ? "" : " (" + escaped(post.reason()) + ")";
        String thumbnail = post.thumbnailSha256() == null ? "none" : escaped(post.thumbnailSha256());
        String body = """
                <p><a href="/sandbox/">All posts</a></p><div class="screen">%s, %s</div><h1>%s</h1>
                <p>%s on %s, %s</p><p style="white-space: pre-wrap">%s</p><table>
                <tr><th>State<td>%s%s</tr><tr><th>Tags<td>%s</tr><tr><th>Posted<td>%s</tr>
                <tr><th>SHA-256 of the media<td><code>%s</code></tr>
                <tr><th>SHA-256 of the thumbnail<td><code>%s</code></tr></table>
                """.formatted(
                        escaped(post.contentType()),
                        size(post.bytes()),
                        escaped(post.title()),
                        escaped(post.account()),
                        escaped(post.platform()),
                        escaped(post.privacy()),
                        escaped(post.description()),
                        escaped(post.state()),
                        reason,
                        escaped(String.join(", ", post.tags())),
                        post.createdAt(),
                        escaped(post.sha256()),
                        thumbnail);
        return FRAME.formatted(escaped(post.title()), body);
    }

    static String none() {
        return FRAME.formatted("No such post", "<h1>No such post</h1><p><a href=\"/sandbox/\">All posts</a></p>");
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
