package io.cliprelay.benchmarks.soak;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.GatewayException;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.Privacy;

/** Hands the clips in by the gateway's HTTP API, so many under way at once, and waits until each has ended. */
final class Traffic {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    private static final int CALL_TRIES = 6;
    private static final Duration NEXT_LOOK = Duration.ofSeconds(5);
    /** An upload that takes longer makes room for others while it is waited for. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    private final GatewayClient gateway;
    private final SandboxDesk sandbox;
    private final Semaphore underWay;
    private final Duration patience;
    private final AtomicInteger over = new AtomicInteger();
    private final Map<Integer, UUID> handedIn = new ConcurrentHashMap<>();

    Traffic(GatewayClient gateway, SandboxDesk sandbox, int atOnce, Duration patience) {
        this.gateway = gateway;
        this.sandbox = sandbox;
        this.underWay = new Semaphore(atOnce);
        this.patience = patience;
    }

    /** How many have ended, or have been waited for in vain. */
    int over() {
        return over.get();
    }

    /** Returns when all are over. */
    void run(Collection<Clip> clips) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Clip clip : clips) {
                underWay.acquire();
                threads.execute(() -> publish(clip));
            }
        }
    }

    /** What the gateway says of each clip now. */
    List<Verdict.Handed> read(Collection<Clip> clips) {
        return clips.stream().map(this::read).toList();
    }

    private void publish(Clip clip) {
        long start = System.nanoTime();
        boolean[] makesRoom = {true};
        try {
            clip.faults().forEach(sandbox::addFault);
            handIn(clip);
            sleep(FIRST_LOOK);
            while (!isOver(clip) && elapsed(start).compareTo(patience) < 0) {
                if (makesRoom[0] && elapsed(start).compareTo(USUAL) > 0) {
                    makesRoom[0] = false;
                    underWay.release();
                }
                sleep(NEXT_LOOK);
            }
        } finally {
            over.incrementAndGet();
            if (makesRoom[0]) {
                underWay.release();
            }
        }
    }

    private void handIn(Clip clip) {
        ClipSubmission submission = MeasuredStack.clip(
                clip.file(), "Clip " + clip.token(), Optional.empty(), clip.platform(), Privacy.PUBLIC);
        handedIn.put(
                clip.number(),
                patiently(() -> gateway.submit(submission, clip.token())).id());
    }

    private boolean isOver(Clip clip) {
        return upload(clip).filter(upload -> upload.state().terminal()).isPresent();
    }

    private Verdict.Handed read(Clip clip) {
        Optional<Verdict.Told> told = upload(clip).map(upload -> new Verdict.Told(upload.state(), reason(upload)));
        return new Verdict.Handed(clip.token(), clip.platform(), clip.sha256(), clip.mayFail(), told);
    }

    private Optional<UploadView> upload(Clip clip) {
        return Optional.ofNullable(handedIn.get(clip.number()))
                .map(id -> patiently(() -> gateway.clip(id)))
                .map(ClipView::uploads)
                .flatMap(uploads -> uploads.stream().findFirst());
    }

    /** A busy machine may make the gateway slow; asking again, and handing in again under the same key, does no harm. */
    private static <T> T patiently(Supplier<T> call) {
        for (int failures = 1; ; failures++) {
            try {
                return call.get();
            } catch (GatewayException e) {
                if (failures == CALL_TRIES) {
                    throw e;
                }
                sleep(NEXT_LOOK);
            }
        }
    }

    private static String reason(UploadView upload) {
        return upload.failure()
                .map(failure -> failure.category() + ": " + failure.reason().code())
                .orElse("");
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while uploads were under way", e);
        }
    }
}
