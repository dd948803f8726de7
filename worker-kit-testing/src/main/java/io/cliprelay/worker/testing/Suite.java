package io.cliprelay.worker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;

/** Runs one upload after another, each with another fault, and writes down what became of it. */
final class Suite {

    private static final Logger LOG = Logger.getLogger(Suite.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ASIDE = Duration.ofMillis(5);
    private static final int ATTEMPTS = 4;
    private static final int TRIES = 5;

    private final Subject subject;
    private final Director director;
    private final Supplier<Replica> replicas;
    private final Pool pool;
    private final Sandbox sandbox;
    private final Scenery scenery;
    private final Meters meters;
    private final Orders orders;
    private final TopicReader events;
    private final Path folder;

    Suite(
            Subject subject,
            Director director,
            Supplier<Replica> replicas,
            Pool pool,
            Sandbox sandbox,
            Scenery scenery,
            Orders orders,
            TopicReader events,
            Path folder) {
        this.subject = subject;
        this.director = director;
        this.replicas = replicas;
        this.pool = pool;
        this.sandbox = sandbox;
        this.scenery = scenery;
        this.meters = new Meters(subject, sandbox, ChargeBook.open(pool));
        this.orders = orders;
        this.events = events;
        this.folder = folder;
    }

    /** The clean run, and one run for each fault that it gives occasion for. */
    Ledger run() {
        Journey clean = cleanRun();
        List<Step> steps = shorter(director.end(), stepsOfAnother());
        Stream<Journey> others = Fault.of(steps).stream().map(this::hitting);
        return new Ledger(
                subject.platform(),
                steps,
                Stream.concat(Stream.of(clean), others).toList());
    }

    /** How often a platform is asked whether it is ready differs from run to run: a step that not every run has is left out. */
    private static List<Step> shorter(List<Step> one, List<Step> other) {
        return one.size() <= other.size() ? one : other;
    }

    private List<Step> stepsOfAnother() {
        journey(Optional.empty());
        return director.end();
    }

    /** A run that was too short for its fault is repeated. */
    private Journey hitting(Fault fault) {
        Journey journey = journey(Optional.of(fault));
        for (int tries = 1; tries < TRIES && journey.missed() && journey.clean(); tries++) {
            journey = journey(Optional.of(fault));
        }
        return journey;
    }

    /** The first run with such a fault that does not end as it should. */
    Optional<Journey> firstUnclean(Fault.Kind kind) {
        cleanRun();
        return Fault.of(director.end()).stream()
                .filter(fault -> fault.kind() == kind)
                .map(fault -> journey(Optional.of(fault)))
                .filter(journey -> !journey.clean())
                .findFirst();
    }

    /** The run before it fetches tokens, and warms up what later ones find warm. */
    private Journey cleanRun() {
        journey(Optional.empty());
        return journey(Optional.empty());
    }

    private Journey journey(Optional<Fault> fault) {
        String title = "Contract " + UUID.randomUUID();
        MediaFile file = MediaFile.ofNoise(folder, subject.mediaBytes());
        UploadRef upload = new UploadRef(
                UUID.randomUUID(),
                UUID.randomUUID(),
                subject.platform(),
                Ids.account("default", subject.platform(), subject.account()));
        meters.since();
        director.begin(fault);
        boolean ended = drive(upload, content(title, file, fault), fault);
        director.end();
        director.lateRequest().ifPresent(arrived -> scenery.usual());
        boolean hit = director.hit()
                || fault.map(Fault::kind).filter(Fault.Kind::isOfTheRun).isPresent();
        Journey journey = new Journey(
                fault,
                hit,
                ended,
                upload.uploadId(),
                file.path(),
                told(upload, ended),
                posts(title),
                file.sha256(),
                meters.since());
        LOG.infof("%s %s", journey.clean() ? "clean:  " : "UNCLEAN:", journey);
        delete(file.path());
        return journey;
    }

    private static boolean is(Optional<Fault> fault, Fault.Kind kind) {
        return fault.map(Fault::kind).filter(kind::equals).isPresent();
    }

    /** Plays scheduler and operating system until the upload has come to its end. */
    private boolean drive(UploadRef upload, PostContent content, Optional<Fault> fault) {
        Instant deadline = Instant.now().plus(PATIENCE);
        EventEnvelope<PlatformCommand> first = order(upload, 1, content);
        if (is(fault, Fault.Kind.COMMAND_TWICE)) {
            orders.deliverAgain(first);
        }
        boolean late = is(fault, Fault.Kind.COMMAND_LATE);
        List<Replica> living = new ArrayList<>(List.of(replicas.get()));
        if (is(fault, Fault.Kind.TWO_REPLICAS)) {
            living.add(replicas.get());
        }
        List<Replica.Go> paused = new ArrayList<>();
        int attempt = 1;
        while (Instant.now().isBefore(deadline)) {
            String step = step(upload);
            if (step.equals("DONE") && late) {
                late = false;
                orders.deliverAgain(first);
                continue;
            }
            if (step.equals("DONE") || step.equals("FAILED") && attempt == ATTEMPTS) {
                return finish(paused);
            }
            if (step.equals("FAILED")) {
                order(upload, ++attempt, content);
            }
            longPausePasses(upload);
            // All look for work before any is awaited: two at once, where there are two.
            Map<Replica, Replica.Go> going = new LinkedHashMap<>();
            living.forEach(replica -> replica.take().ifPresent(go -> going.put(replica, go)));
            going.forEach((replica, go) -> await(upload, replica, go, living, paused));
            if (going.isEmpty()) {
                pause();
            }
        }
        finish(paused);
        return false;
    }

    private void await(
            UploadRef upload, Replica replica, Replica.Go go, List<Replica> living, List<Replica.Go> paused) {
        CompletableFuture<Void> crash = director.crash();
        CompletableFuture<Void> takeover = director.takeover();
        try {
            go.await(CompletableFuture.anyOf(crash, takeover).thenApply(any -> null), PATIENCE.toSeconds());
        } catch (TimeoutException stuck) {
            go.drop();
            return;
        }
        if (go.over()) {
            return;
        }
        if (crash.isDone()) {
            go.drop();
        } else {
            paused.add(go);
            director.lateRequest().ifPresent(scenery::lateArrival);
        }
        director.succeeded();
        expireLease(upload);
        living.remove(replica);
        living.add(replicas.get());
    }

    /** Lets those go on that another replica overtook, and sees them end. */
    private boolean finish(List<Replica.Go> paused) {
        director.finished().complete(null);
        paused.forEach(go -> Awaitility.await().atMost(PATIENCE).until(go::over));
        return true;
    }

    /** So much time goes by that the database hands the upload to another. */
    private void expireLease(UploadRef upload) {
        pool.preparedQuery("update upload set lease_until = now() - interval '1 second' where upload_id = $1")
                .execute(Tuple.of(upload.uploadId()))
                .await()
                .indefinitely();
    }

    private String step(UploadRef upload) {
        for (Row row : pool.preparedQuery("select step from upload where upload_id = $1")
                .execute(Tuple.of(upload.uploadId()))
                .await()
                .indefinitely()) {
            return row.getString("step");
        }
        return "";
    }

    /** The scheduler orders nothing before the pauses are over, and no run waits for another's. What was used stays. */
    private void pausesPass() {
        List.of("delete from breaker", "update budget set held_until = null where held_until is not null")
                .forEach(change -> pool.query(change).execute().await().indefinitely());
    }

    private EventEnvelope<PlatformCommand> order(UploadRef upload, int attempt, PostContent content) {
        pausesPass();
        PlatformCommand command = new UploadCommand(upload, attempt, Instant.now(), content);
        EventEnvelope<PlatformCommand> order = EventEnvelope.of(
                "/cliprelay/scheduler", upload.uploadId().toString(), "default", Instant.now(), command);
        orders.send(order);
        awaitQuietly(() -> attemptOf(upload) >= attempt);
        return order;
    }

    /** A platform may want to be left alone for minutes before it is asked what became of a post. */
    private void longPausePasses(UploadRef upload) {
        boolean waits = pool.preparedQuery(
                                "update upload set next_at = now() where upload_id = $1 and next_at > now() + interval '3 seconds'")
                        .execute(Tuple.of(upload.uploadId()))
                        .await()
                        .indefinitely()
                        .rowCount()
                > 0;
        if (waits) {
            pausesPass();
        }
    }

    private int attemptOf(UploadRef upload) {
        for (Row row : pool.preparedQuery("select attempt from upload where upload_id = $1")
                .execute(Tuple.of(upload.uploadId()))
                .await()
                .indefinitely()) {
            return row.getInteger("attempt");
        }
        return 0;
    }

    /** What was told, once the end that is written down was told, too: it leaves the outbox a little later. */
    private List<UploadEvent> told(UploadRef upload, boolean ended) {
        if (ended) {
            boolean done = step(upload).equals("DONE");
            awaitQuietly(() -> done ? publication(told(upload)) : failures(told(upload)) == ATTEMPTS);
        }
        return told(upload);
    }

    private static boolean publication(List<UploadEvent> told) {
        return !told.isEmpty()
                && (told.getLast() instanceof UploadEvent.Published || told.getLast() instanceof UploadEvent.Drafted);
    }

    private static long failures(List<UploadEvent> told) {
        return told.stream().filter(UploadEvent.AttemptFailed.class::isInstance).count();
    }

    private List<UploadEvent> told(UploadRef upload) {
        return events.about(upload.uploadId()).stream().map(Suite::event).toList();
    }

    private static UploadEvent event(ReceivedEvent received) {
        for (Class<?> kind : UploadEvent.class.getPermittedSubclasses()) {
            if (received.is(kind)) {
                return (UploadEvent) received.data(kind);
            }
        }
        throw new IllegalStateException("No event of an upload: " + received.type());
    }

    private List<String> posts(String title) {
        return sandbox.posts(title).stream()
                .map(post -> post.path("sha256").asText())
                .toList();
    }

    private PostContent content(String title, MediaFile file, Optional<Fault> fault) {
        MediaReference media = new MediaReference(
                file.path().toUri(),
                Optional.of((long) subject.mediaBytes()),
                Optional.empty(),
                Optional.of("video/mp4"),
                Optional.of(file.sha256()).filter(digest -> declares(fault)));
        return new PostContent(media, title, "", List.of(), subject.privacy(), Optional.empty(), subject.options());
    }

    /** The digest is declared in every other run: a clip goes its way with it as well as without. */
    private static boolean declares(Optional<Fault> fault) {
        return fault.filter(planned -> planned.number() % 2 == 1).isPresent();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void awaitQuietly(java.util.concurrent.Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(PATIENCE).pollInterval(ASIDE).until(condition);
        } catch (ConditionTimeoutException notInTime) {
            LOG.warn("Waited in vain; the journey tells what is missing");
        }
    }

    private static void pause() {
        Awaitility.await().pollDelay(ASIDE).until(() -> true);
    }
}
