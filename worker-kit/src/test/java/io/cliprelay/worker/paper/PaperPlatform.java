package io.cliprelay.worker.paper;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.Opening;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.spi.UploadRequest;
import io.cliprelay.worker.spi.Window;

/** Keeps sessions and posts in memory. A step of an upload can be replaced by another, once each or from then on. */
@ApplicationScoped
public class PaperPlatform implements PlatformUploader {

    public static final String NAME = "paper";
    public static final String SHEETS = "sheets";

    private final Map<String, Long> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> completed = new ConcurrentHashMap<>();
    private final Map<UUID, List<String>> posts = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedQueue<Supplier<Uni<?>>>> instead = new ConcurrentHashMap<>();
    private final Map<String, Supplier<Uni<?>>> always = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    /** The next call of {@code step} for the upload does this instead. */
    public void instead(UUID upload, String step, Supplier<Uni<?>> what) {
        instead.computeIfAbsent(step + upload, key -> new ConcurrentLinkedQueue<>())
                .add(what);
    }

    /** Each call of {@code step} for the upload does this, once what is to be done instead of single ones is done. */
    public void always(UUID upload, String step, Supplier<Uni<?>> what) {
        always.put(step + upload, what);
    }

    /** Ends {@link #always}. */
    public void asUsual(UUID upload, String step) {
        always.remove(step + upload);
    }

    /** What was published for the upload. */
    public List<String> posts(UUID upload) {
        return posts.getOrDefault(upload, List.of());
    }

    /** The platform takes the whole file of the session, whatever anybody hears of it. */
    public String completeSession(UUID upload, String session) {
        return completed.computeIfAbsent(session, value -> {
            String id = "post-" + numbers.incrementAndGet();
            posts.computeIfAbsent(upload, key -> new CopyOnWriteArrayList<>()).add(id);
            return id;
        });
    }

    /** Forgets all sessions. */
    public void forgetSessions() {
        sessions.clear();
        completed.clear();
    }

    @Override
    public PlatformDescriptor descriptor() {
        return new PlatformDescriptor(
                NAME,
                "Paper",
                new MediaRules(Set.of("video/mp4"), 1 << 30),
                List.of(PostField.plain("title", TextPart.TITLE, new TextRule(true, 100, LengthUnit.CHARACTERS, ""))),
                Optional.empty(),
                List.of(Privacy.values()),
                Optional.empty(),
                Map.of(),
                3);
    }

    /** Each call takes a sheet. */
    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit(SHEETS, Limit.Scope.ACCOUNT, new Window.Rolling(Duration.ofHours(1)), Integer.MAX_VALUE));
    }

    @Override
    public List<Charge> charges(Call call) {
        return List.of(new Charge(SHEETS, 1));
    }

    @Override
    public boolean lastByteMayPublish() {
        return true;
    }

    @Override
    public Uni<Opening> open(UploadRequest request) {
        return or(request, "open", () -> {
            String value = "session-" + numbers.incrementAndGet();
            sessions.put(value, 0L);
            return Uni.createFrom().item(Opening.waiting(new RemoteHandle(value, Instant.now())));
        });
    }

    @Override
    public Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        return or(request, "status", () -> Uni.createFrom().item(status(handle)));
    }

    private SessionStatus status(RemoteHandle handle) {
        if (completed.containsKey(handle.value())) {
            return new SessionStatus.Completed(completed.get(handle.value()));
        }
        return sessions.containsKey(handle.value())
                ? new SessionStatus.Open(sessions.get(handle.value()), Optional.empty())
                : new SessionStatus.Gone();
    }

    @Override
    public Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range) {
        return or(request, "send", () -> range.bytes()
                .collect()
                .with(java.util.stream.Collectors.summingLong(buffer -> buffer.length()))
                .map(sent -> taken(request, handle, range.offset() + sent)));
    }

    private SessionStatus taken(UploadRequest request, RemoteHandle handle, long offset) {
        sessions.put(handle.value(), offset);
        return offset == request.totalBytes()
                ? new SessionStatus.Completed(completeSession(request.upload().uploadId(), handle.value()))
                : new SessionStatus.Open(offset, Optional.empty());
    }

    @Override
    public long rangeSize(RemoteHandle handle, long offset, long total) {
        return total - offset;
    }

    @Override
    public Uni<String> publish(UploadRequest request, RemoteHandle handle) {
        return or(request, "publish", () -> heldUp(request)
                .chain(request.fence()::pass)
                .replaceWith(() -> completeSession(request.upload().uploadId(), handle.value())));
    }

    private Uni<Void> heldUp(UploadRequest request) {
        return or(request, "held-up", () -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Finding> find(UploadRequest request, RemoteHandle handle, Optional<Instant> intendedAt) {
        return or(request, "find", () -> Uni.createFrom()
                .item(posts(request.upload().uploadId()).stream()
                        .findFirst()
                        .<Finding>map(Finding.Found::new)
                        .orElseGet(Finding.Absent::new)));
    }

    @Override
    public Uni<Inspection> inspect(UploadRequest request, String postId) {
        return or(request, "inspect", () -> Uni.createFrom()
                .item(new Inspection.Live(postId, URI.create("https://paper.example/" + postId))));
    }

    @Override
    public Uni<Void> complete(UploadRequest request, String postId, Optional<MediaRange> thumbnail) {
        return or(request, "complete", () -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Statistics> statistics(UploadRequest request, String postId) {
        return or(request, "statistics", () -> Uni.createFrom()
                .item(new Statistics.Counts(Optional.of(100L), Optional.of(10L), Optional.empty(), Optional.of(0L))));
    }

    @SuppressWarnings("unchecked") // a test that gives something else than the step gives, fails
    private <T> Uni<T> or(UploadRequest request, String step, Supplier<Uni<? extends T>> usual) {
        String key = step + request.upload().uploadId();
        return Uni.createFrom().deferred(() -> Optional.ofNullable(instead.get(key))
                .map(ConcurrentLinkedQueue::poll)
                .or(() -> Optional.ofNullable(always.get(key)))
                .map(replaced -> (Uni<T>) replaced.get())
                .orElseGet(() -> (Uni<T>) usual.get()));
    }
}
