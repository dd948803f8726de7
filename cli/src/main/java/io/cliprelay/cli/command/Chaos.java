package io.cliprelay.cli.command;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.cliprelay.cli.stack.PartStatus;
import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackException;
import io.cliprelay.cli.terminal.Terminal;

/** Kills a worker at random, starts it again, and so on until it is closed; then all of them run. */
final class Chaos implements AutoCloseable {

    private static final int LONGEST_PEACE_MILLIS = 1500;
    private static final Duration FIRST_PEACE = Duration.ofMillis(300);

    private final Stack stack;
    private final Terminal terminal;
    private final Random random;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Future<?> work;
    private volatile boolean over;
    private volatile int kills;

    private Chaos(Stack stack, Terminal terminal, long seed) {
        this.stack = stack;
        this.terminal = terminal;
        this.random = new Random(seed);
        this.work = executor.submit(this::rage);
    }

    /** Begins at once. */
    static Chaos in(Stack stack, Terminal terminal, long seed) {
        return new Chaos(stack, terminal, seed);
    }

    /** How many processes it has killed. */
    int kills() {
        return kills;
    }

    private void rage() {
        List<String> workers = stack.status().stream()
                .map(PartStatus::name)
                .filter(name -> name.endsWith("-worker"))
                .toList();
        pause(FIRST_PEACE.toMillis());
        while (!over) {
            String victim = workers.get(random.nextInt(workers.size()));
            stack.kill(victim);
            kills++;
            terminal.line("killed " + victim);
            pause(random.nextInt(LONGEST_PEACE_MILLIS));
            stack.restart(victim);
            pause(random.nextInt(LONGEST_PEACE_MILLIS));
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StackException("The chaos was interrupted", stop);
        }
    }

    /** Lets the last victim come back. */
    @Override
    public void close() {
        over = true;
        try {
            work.get();
        } catch (ExecutionException failed) {
            throw new StackException("A worker did not come back; its log says why", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StackException("The chaos was interrupted", stop);
        } finally {
            executor.shutdown();
        }
    }
}
