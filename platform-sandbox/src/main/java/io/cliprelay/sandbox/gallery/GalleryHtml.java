package io.cliprelay.sandbox.gallery;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The gallery's pages as text; everything that came from outside is escaped. */
final class GalleryHtml {

    private static final int MOST_CARDS = 300;

    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem;
              color: #1c1c1c; background: #fafafa }
            h2 { text-transform: capitalize; border-bottom: 2px solid #ccc } h3 { margin: .5rem 0 }
            table { border-collapse: collapse; width: 100%% } th, td { text-align: left; padding: .4rem .8rem;
              border-bottom: 1px solid #ddd; vertical-align: top } code { font-size: .85em; overflow-wrap: anywhere }
            .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)) }
            .card { background: #fff; border: 1px solid #ddd; border-radius: .5rem; padding: .8rem; overflow: hidden }
            .card p { margin: .2rem 0; overflow-wrap: anywhere }
            video, .screen { width: 100%%; box-sizing: border-box; background: #222; border-radius: .4rem }
            .card video, .card .screen { height: 12rem } main video { max-height: 70vh }
            .screen { color: #eee; padding: 4rem 1rem; text-align: center }
            .state { background: #ddd; border-radius: .3rem; padding: .1rem .5rem; font-size: .85em }
            .processed { background: #c9eccf } .failed, .rejected, .removed { background: #f6cccc }
            </style></head><body>%s</body></html>
            """;

    private GalleryHtml() {}

    /** The posts by platform and account, in the order given. */
    static String all(List<PostView> posts) {
        var shown = posts.stream()
                .limit(MOST_CARDS)
                .collect(Collectors.groupingBy(
                        PostView::platform,
                        TreeMap::new,
                        Collectors.groupingBy(PostView::account, TreeMap::new, Collectors.toList())));
        String platforms = shown.entrySet().stream()
                .map(platform -> platform(platform.getKey(), platform.getValue()))
                .collect(Collectors.joining());
        String more = posts.size() > MOST_CARDS ? "<p>The newest " + MOST_CARDS + " of them are shown.</p>" : "";
        String content = posts.isEmpty() ? "<p>Nothing has been posted yet.</p>" : platforms;
        return FRAME.formatted(
                "Platform sandbox", "<h1>Platform sandbox</h1><p>" + posts.size() + " posts</p>" + more + content);
    }

    private static String platform(String name, Map<String, List<PostView>> byAccount) {
        return "<h2>" + escaped(name) + "</h2>"
                + byAccount.entrySet().stream()
                        .map(account -> account(account.getKey(), account.getValue()))
                        .collect(Collectors.joining());
    }

    private static String account(String name, List<PostView> posts) {
        return "<h3>" + escaped(name) + "</h3><div class=\"cards\">"
                + posts.stream().map(GalleryHtml::card).collect(Collectors.joining()) + "</div>";
    }

    private static String card(PostView post) {
        return """
                <div class="card">%s<p><a href="%s"><b>%s</b></a></p><p>%s</p>
                <p>%s %s, %s, %s</p><p><code>%s</code></p></div>
                """.formatted(
                        screen(post),
                        escaped(post.permalink()),
                        escaped(post.title().isEmpty() ? "(no title)" : post.title()),
                        escaped(shortened(post.description())),
                        state(post),
                        escaped(post.privacy()),
                        size(post.bytes()),
                        post.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        escaped(post.sha256()));
    }

    private static String screen(PostView post) {
        return post.video() == null
                ? "<div class=\"screen\">%s, %s: not kept</div>"
                        .formatted(escaped(post.contentType()), size(post.bytes()))
                : "<video controls preload=\"metadata\" src=\"%s\"></video>".formatted(escaped(post.video()));
    }

    private static String state(PostView post) {
        String reason = post.reason() == null ? "" : " (" + post.reason() + ")";
        return "<span class=\"state %s\">%s</span>".formatted(escaped(post.state()), escaped(post.state() + reason));
    }

    /** The page of one post. */
    static String one(PostView post) {
        String body = """
                <main><p><a href="/sandbox/">All posts</a></p>%s<h1>%s</h1>
                <p>%s on %s, %s</p><p style="white-space: pre-wrap">%s</p><table>
                <tr><th>State<td>%s</tr><tr><th>Permalink<td><a href="%s">%s</a></tr><tr><th>Tags<td>%s</tr>
                <tr><th>Posted<td>%s</tr><tr><th>Size<td>%s</tr>
                <tr><th>SHA-256 of the media<td><code>%s</code></tr>
                <tr><th>SHA-256 of the thumbnail<td><code>%s</code></tr></table></main>
                """.formatted(
                        screen(post),
                        escaped(post.title()),
                        escaped(post.account()),
                        escaped(post.platform()),
                        escaped(post.privacy()),
                        escaped(post.description()),
                        state(post),
                        escaped(post.permalink()),
                        escaped(post.permalink()),
                        escaped(String.join(", ", post.tags())),
                        post.createdAt(),
                        size(post.bytes()),
                        escaped(post.sha256()),
                        post.thumbnailSha256() == null ? "none" : escaped(post.thumbnailSha256()));
        return FRAME.formatted(escaped(post.title()), body);
    }

    static String none() {
        return FRAME.formatted("No such post", "<h1>No such post</h1><p><a href=\"/sandbox/\">All posts</a></p>");
    }

    private static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
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
