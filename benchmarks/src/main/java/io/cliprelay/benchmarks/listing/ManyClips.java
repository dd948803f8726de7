package io.cliprelay.benchmarks.listing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Clips of one tenant with one upload each: nine of ten published, every hundredth with a tag of its own. */
final class ManyClips {

    /** Whose key the stack hands out. */
    private static final String TENANT = "default";

    private static final String CLIPS = """
            insert into clip (id, tenant, title, created_at, submission)
            select md5('clip' || n)::uuid, '%s', 'Clip ' || n, now() - n * interval '1 minute', '{"title":"Clip"}'
            from generate_series(1, ?) n
            """.formatted(TENANT);
    private static final String UPLOADS = """
            insert into upload
                (id, clip_id, tenant, position, platform, account_id, account_name, state, attempt, due_at)
            select md5('upload' || n)::uuid, md5('clip' || n)::uuid, '%s', 0,
                   (array['youtube', 'instagram', 'tiktok', 'linkedin'])[1 + n %% 4], md5('account' || n %% 8)::uuid, 'demo',
                   case when n %% 10 = 0 then 'SCHEDULED' else 'PUBLISHED' end, 1, now() - n * interval '1 minute'
            from generate_series(1, ?) n
            """.formatted(TENANT);
    private static final String TAGS = """
            insert into clip_tag (tenant, tag, clip_id)
            select '%s', case when n %% 100 = 0 then 'rare' else 'common' end, md5('clip' || n)::uuid
            from generate_series(1, ?) n
            """.formatted(TENANT);

    private ManyClips() {}

    static void in(Connection database, int count) throws SQLException {
        for (String rows : new String[] {CLIPS, UPLOADS, TAGS}) {
            try (PreparedStatement insert = database.prepareStatement(rows)) {
                insert.setInt(1, count);
                insert.executeUpdate();
            }
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum (analyze) clip, upload, clip_tag");
            statement.execute("checkpoint");
        }
    }
}
