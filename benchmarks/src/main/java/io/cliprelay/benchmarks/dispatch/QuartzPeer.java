package io.cliprelay.benchmarks.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Quartz with its JDBC store, clustered: what is compared is safe with several replicas. Triggers are acquired in batches as
 * large as there are threads, under its lock, as its documentation demands for batches.
 */
public final class QuartzPeer {

    private static final int THREADS = 20;
    private static volatile RecordSender sender;

    private QuartzPeer() {}

    static Peer contender() {
        return new Peer(
                "quartz",
                20_000,
                "/dispatch/quartz.sql",
                List.of("qrtz_simple_triggers", "qrtz_fired_triggers", "qrtz_triggers"),
                """
                with planned as (
                    select gen_random_uuid() as id, ?::timestamptz + n * ? * interval '1 microsecond' as due
                    from generate_series(0, ? - 1) n),
                triggers as (
                    insert into qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group,
                        next_fire_time, prev_fire_time, priority, trigger_state, trigger_type, start_time, end_time,
                        misfire_instr, description)
                    select 'bench', cast(id as text), 'bench', 'dispatch', 'bench',
                        cast(extract(epoch from due) * 1000 as bigint), -1, 5, 'WAITING', 'SIMPLE',
                        cast(extract(epoch from due) * 1000 as bigint), 0, 0, %s
                    from planned returning trigger_name)
                insert into qrtz_simple_triggers (sched_name, trigger_name, trigger_group, repeat_count, repeat_interval,
                    times_triggered)
                select 'bench', trigger_name, 'bench', 0, 0, 0 from triggers
                """.formatted(Payload.sql("id", "due")));
    }

    static void start(String jdbcUrl, RecordSender with) throws SchedulerException {
        sender = with;
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", "bench"),
                Map.entry("org.quartz.scheduler.instanceId", "AUTO"),
                Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                Map.entry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(THREADS)),
                Map.entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                Map.entry("org.quartz.threadPool.threadCount", Integer.toString(THREADS)),
                Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                Map.entry("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
                Map.entry("org.quartz.jobStore.isClustered", "true"),
                Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true"),
                // What is late goes out late, and is no misfire.
                Map.entry("org.quartz.jobStore.misfireThreshold", "3600000"),
                Map.entry("org.quartz.jobStore.dataSource", "bench"),
                Map.entry("org.quartz.dataSource.bench.provider", "hikaricp"),
                Map.entry("org.quartz.dataSource.bench.driver", "org.postgresql.Driver"),
                Map.entry("org.quartz.dataSource.bench.URL", jdbcUrl),
                Map.entry("org.quartz.dataSource.bench.user", "cliprelay"),
                Map.entry("org.quartz.dataSource.bench.password", "cliprelay"),
                Map.entry("org.quartz.dataSource.bench.maxConnections", Integer.toString(THREADS + 3))));
        Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
        scheduler.addJob(
                JobBuilder.newJob(Dispatch.class)
                        .withIdentity("dispatch", "bench")
                        .storeDurably()
                        .build(),
                true);
        scheduler.start();
    }

    /** Sends what the trigger says. */
    public static final class Dispatch implements Job {

        @Override
        public void execute(JobExecutionContext context) {
            sender.sendAndWait(context.getTrigger().getDescription());
        }
    }
}
