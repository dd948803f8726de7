package io.cliprelay.cli.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.cli.api.AccountView;
import io.cliprelay.cli.api.GatewayClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With a real Kafka and PostgreSQL, and services that only say that they are well. */
class StackTest {

    @TempDir
    Path folder;

    private Path project;
    private final List<Stack> stacks = new ArrayList<>();

    @BeforeEach
    void installServices() throws IOException {
        project = folder.resolve("project");
        for (String name : List.of(StackPart.SANDBOX, StackPart.GATEWAY, "youtube-worker")) {
            FakeService.install(project, name);
        }
    }

    @AfterEach
    void stopAll() {
        stacks.forEach(Stack::stop);
    }

    @Test
    void startsEachPartOnceAndStopsAllOfThem() {
        Stack stack = stack(options("home"));
        assertThat(stack.start(StartListener.SILENT)).isEqualTo(Stack.StartResult.STARTED);
        assertThat(stack.status())
                .extracting(PartStatus::name)
                .containsExactly("local-stack", "platform-sandbox", "gateway-service", "youtube-worker");
        assertThat(stack.status()).extracting(PartStatus::health).containsOnly(Health.HEALTHY);
        long gateway = stack.pid(StackPart.GATEWAY);

        assertThat(another(stack).start(StartListener.SILENT)).isEqualTo(Stack.StartResult.ALREADY_RUNNING);
        assertThat(stack.pid(StackPart.GATEWAY)).isEqualTo(gateway);

        assertThat(another(stack).stop()).isEqualTo(4);
        assertThat(ProcessHandle.of(gateway)).isEmpty();
        assertThat(stack.status()).extracting(PartStatus::health).containsOnly(Health.STOPPED);
        assertThat(stack.stop()).isZero();
    }

    @Test
    void isUpOnlyWhenClipsCanBeHandedInForEveryWorkersPlatform() {
        Stack stack = stack(options("home"));
        stack.start(StartListener.SILENT);
        GatewayClient gateway = new GatewayClient(stack.url(StackPart.GATEWAY));
        assertThat(gateway.platforms()).containsExactly("youtube");
        assertThat(gateway.accounts()).extracting(AccountView::platform).containsExactly("youtube");
    }

    @Test
    void onlyTheWantedWorkersAreStarted() throws IOException {
        FakeService.install(project, "tiktok-worker");
        Stack stack = stack(options("home").withWorkers(Set.of("youtube-worker")));
        stack.start(StartListener.SILENT);
        assertThat(stack.status())
                .extracting(PartStatus::name)
                .contains("youtube-worker")
                .doesNotContain("tiktok-worker");
    }

    @Test
    void whatWasKilledIsStartedAgainOnItsOldPortAndTheRestIsLeftAlone() {
        Stack stack = stack(options("home"));
        stack.start(StartListener.SILENT);
        StackPorts ports = stack.ports();
        long sandbox = stack.pid(StackPart.SANDBOX);
        stack.kill(StackPart.GATEWAY);
        stack.kill(StackPart.LOCAL_STACK);
        assertThat(stack.status())
                .filteredOn(part -> part.health() == Health.STOPPED)
                .extracting(PartStatus::name)
                .containsExactly(StackPart.LOCAL_STACK, StackPart.GATEWAY);

        RecordingListener heard = new RecordingListener();
        assertThat(stack.start(heard)).isEqualTo(Stack.StartResult.STARTED);
        assertThat(heard.dead).containsExactly(StackPart.LOCAL_STACK, StackPart.GATEWAY);
        assertThat(stack.ports()).isEqualTo(ports);
        assertThat(stack.pid(StackPart.SANDBOX)).isEqualTo(sandbox);
        assertThat(stack.status()).extracting(PartStatus::health).containsOnly(Health.HEALTHY);
    }

    @Test
    void aRestartGivesAPartANewProcessInTheOldPlace() {
        Stack stack = stack(options("home"));
        stack.start(StartListener.SILENT);
        long before = stack.pid(StackPart.GATEWAY);
        stack.restart(StackPart.GATEWAY);
        assertThat(stack.pid(StackPart.GATEWAY)).isNotEqualTo(before);
        assertThat(stack.status()).extracting(PartStatus::health).containsOnly(Health.HEALTHY);
    }

    @Test
    void aPartThatFailsIsNamedWithItsReasonAndNothingIsLeftRunning() {
        Stack stack = stack(options("home").withEnvironment(StackPart.GATEWAY, Map.of("FAKE_FAILURE", "gateway")));
        assertThatThrownBy(() -> stack.start(StartListener.SILENT))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("gateway-service ended during its start")
                .hasMessageContaining("ERROR no database of that name: gateway")
                .hasMessageContaining(
                        stack.options().home().log(StackPart.GATEWAY).toString());
        assertThat(stack.isRunning()).isFalse();
        assertThat(stack.status()).extracting(PartStatus::health).containsOnly(Health.STOPPED);
    }

    @Test
    void aStartThatWasHaltedStartsNothingMore() {
        StackOptions options = options("home");
        options.home().create();
        Startup startup =
                new Startup(options, new StackState(new StackPorts(Map.of()), List.of()), StartListener.SILENT);

        assertThat(startup.halt()).isEmpty();

        assertThatThrownBy(startup::run)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("interrupted before " + StackPart.LOCAL_STACK);
        assertThat(startup.halt()).isEmpty();
    }

    @Test
    void twoStacksRunSideBySide() {
        Stack one = stack(options("one"));
        Stack other = stack(options("other"));
        one.start(StartListener.SILENT);
        other.start(StartListener.SILENT);
        assertThat(one.ports().byName().values())
                .doesNotContainAnyElementsOf(other.ports().byName().values());
        one.stop();
        assertThat(other.status()).extracting(PartStatus::health).containsOnly(Health.HEALTHY);
    }

    @Test
    void stoppingNeverEndsAProcessThatOnlyHasTheSameNumber() {
        Stack stack = stack(options("home"));
        stack.options().home().create();
        ProcessNote someoneElse = new ProcessNote(
                StackPart.GATEWAY, ProcessHandle.current().pid(), Instant.now().minus(Duration.ofDays(1)));
        new StateFile(stack.options().home().stateFile())
                .save(new StackState(new StackPorts(Map.of(StackPart.GATEWAY, 8080)), List.of(someoneElse)));
        assertThat(stack.stop()).isZero();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aPortOfADeadPartThatIsTakenMeanwhileMovesTheWholeStack() throws IOException {
        Stack stack = stack(options("home"));
        stack.start(StartListener.SILENT);
        int port = stack.url(StackPart.GATEWAY).getPort();
        stack.kill(StackPart.GATEWAY);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            stack.start(StartListener.SILENT);
            assertThat(stack.url(StackPart.GATEWAY).getPort()).isNotEqualTo(taken.getLocalPort());
            assertThat(stack.status()).extracting(PartStatus::health).containsOnly(Health.HEALTHY);
        }
    }

    private StackOptions options(String home) {
        return StackOptions.usual(new Installation(project), new StackHome(folder.resolve(home)))
                .onFreePorts();
    }

    private Stack stack(StackOptions options) {
        Stack stack = new Stack(options);
        stacks.add(stack);
        return stack;
    }

    private static Stack another(Stack stack) {
        return new Stack(stack.options());
    }

    private static final class RecordingListener implements StartListener {

        private final List<String> dead = new ArrayList<>();

        @Override
        public void portMoved(String name, int usual, int chosen) {}

        @Override
        public void foundDead(String part) {
            dead.add(part);
        }

        @Override
        public void started(String part, String port) {}

        @Override
        public void healthy(String part, String port) {}
    }
}
