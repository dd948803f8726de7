package io.cliprelay.worker.inbox;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import io.cliprelay.kit.retention.Forgetting;
import io.cliprelay.worker.WorkerConfig;

/** Forgets uploads with their attempts long after they ended, once no reading of their posts is left to be made. */
@ApplicationScoped
class OldUploads {

    /** As long as the commands' topic keeps them: a command that came again would be a new upload, and a second post. */
    private static final Duration SHORTEST = Duration.ofDays(30);

    private static final int BATCH = 1000;

    /** The attempt's own row is what a command that comes again would find; the last one goes with the upload. */
    private static final String FORGET = """
            with ended as (
                select upload.upload_id from upload
                where step in ('DONE', 'FAILED') and upload_id in (
                    select upload_id from attempt where received_at < now() - $1::bigint * interval '1 millisecond')
                  and not exists (
                    select 1 from attempt where attempt.upload_id = upload.upload_id
                      and received_at >= now() - $1::bigint * interval '1 millisecond')
                  and not exists (select 1 from reading where reading.upload_id = upload.upload_id)
                limit $2 for update of upload skip locked),
            attempts as (delete from attempt using ended where attempt.upload_id = ended.upload_id)
            delete from upload using ended where upload.upload_id = ended.upload_id
            """;

    void start(@Observes StartupEvent started, Forgetting forgetting, WorkerConfig config) {
        if (config.retention().compareTo(SHORTEST) <= 0) {
            throw new IllegalStateException(
                    "cliprelay.worker.retention is %s; set more than %s, for which commands are kept on their topic"
                            .formatted(config.retention(), SHORTEST));
        }
        forgetting.regularly("old uploads", FORGET, config.retention(), BATCH);
    }
}
