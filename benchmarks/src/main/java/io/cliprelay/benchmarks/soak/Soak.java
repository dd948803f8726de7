package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;
import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.cli.stack.StackPart;

/** Small uploads over all platforms, a fault or crash in each, two processes of each worker. */
public final class Soak implements Measure {

    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** After the last one has ended: for whatever would still post something. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);

    private static final int FINDINGS_SHOWN = 40;

    @Override
    public String purpose() {
        return "[--uploads 10000] [--seed S] [--at-once 200]: faults and crashes in each upload; what is lost or posted twice";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int uploads = (int) arguments.number("uploads", 10_000);
        long seed = arguments.number("seed", new Random().nextInt(1_000_000));
        int atOnce = (int) arguments.number("at-once", AT_ONCE);
        arguments.nothingElse();
        figures.note("soak: " + uploads + " uploads; --seed " + seed + " repeats what is drawn");
        try (MeasuredStack stack = MeasuredStack.prepare(SoakOptions::of)) {
            stack.start();
            stack.awaitAccounts(SoakOptions.workers(stack.stack().options()).size());
            List<Replica> replicas = replicas(stack);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> replicas.forEach(Replica::close), "end-replicas"));
            try {
                run(stack, replicas, uploads, seed, atOnce, figures);
            } finally {
                replicas.forEach(Replica::close);
            }
        }
    }

    private static void run(
            MeasuredStack stack, List<Replica> replicas, int uploads, long seed, int atOnce, Figures figures)
            throws Exception {
        SandboxDesk sandbox = new SandboxDesk(stack.stack().url(StackPart.SANDBOX));
        List<FaultPlan> plans = plans(stack, sandbox, figures);
        Path folder = Files.createDirectory(stack.folder().resolve("clips"));
        List<Clip> clips = IntStream.range(0, uploads)
                .mapToObj(number -> Clip.drawn(number, seed, plans, folder))
                .toList();
        Traffic traffic = new Traffic(stack.gateway(), sandbox, atOnce, PATIENCE);
        Havoc havoc = new Havoc(replicas, new Random(seed), SoakOptions.LEASE);
        long start = System.nanoTime();
        havoc.start();
        try (havoc;
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleAtFixedRate(
                    () -> figures.note("soak: %d of %d over, %d kills, %d freezes, %d s"
                            .formatted(traffic.over(), uploads, havoc.kills(), havoc.freezes(), seconds(start))),
                    30,
                    30,
                    TimeUnit.SECONDS);
            traffic.run(clips);
            clock.shutdownNow();
        }
        long took = seconds(start);
        Thread.sleep(AFTERMATH);
        Verdict verdict = Verdict.of(traffic.read(clips), sandbox.posts().toList());
        tell(verdict, figures);
        // The first posts of the platforms are counted, too.
        Totals told = new Totals(uploads + plans.size(), verdict.published() + plans.size(), verdict.failed());
        tell(told, Totals.of(stack.stack()), figures);
        tellFaults(sandbox, figures);
        figures.print("soak.kills", havoc.kills(), "kills");
        figures.print("soak.freezes", havoc.freezes(), "freezes");
        figures.print("soak.own_deaths", havoc.ownDeaths(), "processes");
        figures.print("soak.time", took, "s");
        figures.print("soak.seed", seed, "");
    }

    private static List<FaultPlan> plans(MeasuredStack stack, SandboxDesk sandbox, Figures figures) throws IOException {
        Map<String, SandboxDesk.Vocabulary> words = sandbox.platforms();
        List<FaultPlan> plans = new ArrayList<>();
        for (String worker : SoakOptions.workers(stack.stack().options())) {
            String platform = SoakOptions.platform(worker);
            Allowance allowance = Allowance.of(platform);
            sandbox.change(platform, allowance.settings());
            plans.add(new CleanRun(stack, sandbox).plan(platform, words.get(platform), allowance));
            figures.note("soak: " + platform + " calls " + plans.getLast().points());
        }
        return plans;
    }

    /** Those of the stack, and one more of each. */
    private static List<Replica> replicas(MeasuredStack stack) throws IOException {
        List<Replica> replicas = new ArrayList<>();
        for (String worker : SoakOptions.workers(stack.stack().options())) {
            long pid = stack.stack().pid(worker);
            Path log = stack.stack().options().home().log(worker);
            Launch launch = Launch.of(pid, log);
            replicas.add(new Replica(launch, ProcessHandle.of(pid).orElseThrow()));
            replicas.add(Replica.started(launch.elsewhere(freePort(), log.resolveSibling(worker + "-2.log"))));
        }
        return replicas;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void tell(Verdict verdict, Figures figures) {
        verdict.findings().stream().limit(FINDINGS_SHOWN).forEach(figures::note);
        verdict.reasons().forEach((reason, times) -> figures.note("soak: failed " + times + " x " + reason));
        figures.print("soak.published", verdict.published(), "uploads");
        figures.print("soak.failed", verdict.failed(), "uploads");
        figures.print("soak.unconfirmed", verdict.unconfirmed(), "uploads");
        figures.print("soak.unexplained", verdict.unexplained(), "uploads", 0);
        figures.never("soak.duplicates", verdict.duplicates(), "posts");
        figures.never("soak.lost", verdict.lost(), "uploads");
        figures.never("soak.false_published", verdict.falselyPublished(), "uploads");
        figures.never("soak.false_failed", verdict.falselyFailed(), "uploads");
    }

    private static void tell(Totals gateway, Totals analytics, Figures figures) {
        figures.note("soak: in all, by the gateway " + gateway + ", by analytics " + analytics);
        figures.never("soak.miscounted", gateway.differenceTo(analytics), "uploads");
    }

    /** Faults that were met, by kind; a rule whose call was never made has injected nothing. */
    private static void tellFaults(SandboxDesk sandbox, Figures figures) {
        Map<String, Integer> met = new TreeMap<>();
        sandbox.faults()
                .filter(fault -> !CleanRun.marks(fault.path("rule")))
                .forEach(fault -> met.merge(kind(fault), fault.path("hits").asInt(), Integer::sum));
        met.forEach((kind, times) -> figures.print("soak.faults." + kind, times, "calls"));
        figures.print(
                "soak.faults", met.values().stream().mapToInt(Integer::intValue).sum(), "calls");
    }

    private static String kind(JsonNode fault) {
        JsonNode rule = fault.path("rule");
        JsonNode action = rule.path("action");
        String status = action.has("status") ? "-" + action.path("status").asText() : "";
        return rule.path("platform").asText() + "." + action.path("type").asText() + status;
    }

    private static long seconds(long start) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }
}
