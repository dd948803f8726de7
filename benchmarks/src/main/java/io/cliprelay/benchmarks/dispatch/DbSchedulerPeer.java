package io.cliprelay.benchmarks.dispatch;

import java.time.Duration;
import java.util.List;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

/**
 * db-scheduler, as its documentation advises for throughput: lock-and-fetch, which takes due executions by one statement
 * with SKIP LOCKED instead of one each. Many threads, because each waits for Kafka; a poll each 10 ms, because that is the
 * only way for it to be on time.
 */
final class DbSchedulerPeer {

    private static final int THREADS = 100;

    private DbSchedulerPeer() {}

    static Peer contender() {
        return new Peer(
                "db-scheduler", 100_000, "/dispatch/db-scheduler.sql", List.of("scheduled_tasks"), """
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                select 'dispatch', id, convert_to(%s, 'UTF8'), due, false, 1
                from (select gen_random_uuid() as id, ?::timestamptz + n * ? * interval '1 microsecond' as due
                      from generate_series(0, ? - 1) n) planned
                """.formatted(
                                Payload.sql("id", "due")));
    }

    static void start(String jdbcUrl, RecordSender sender) {
        OneTimeTask<String> dispatch = Tasks.oneTime("dispatch", String.class)
                .execute((instance, context) -> sender.sendAndWait(instance.getData()));
        Scheduler.create(Pools.of(jdbcUrl, 20), dispatch)
                .threads(THREADS)
                // Fetches again when half of the threads are idle, four times as many as there are threads.
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(Duration.ofMillis(10))
                .serializer(new Text())
                .build()
                .start();
    }

    /** The plainest way to keep a text. */
    private static final class Text implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return data == null ? null : data.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return bytes == null ? null : type.cast(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
