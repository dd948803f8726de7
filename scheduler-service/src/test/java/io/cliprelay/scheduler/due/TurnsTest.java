package io.cliprelay.scheduler.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadRef;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {

    private static final Instant DUE = Instant.parse("2026-12-01T18:00:00Z");

    @Test
    void nothingDueIsNoTurn() {
        assertThat(Turns.none().over()).isTrue();
    }

    @Test
    void tenantsShareABatchEvenly() {
        Turns turns = new Turns(List.of(lane("a", 1), lane("b", 1), lane("c", 1)), 100);

        Turn turn = turns.next();

        assertThat(turn.share()).isEqualTo(33);
        assertThat(turn.tenants()).containsExactly("a", "b", "c");
    }

    @Test
    void whoIsUrgentGoesBeforeAllOthers() {
        Turns turns = new Turns(List.of(lane("a", 2), lane("b", 0), lane("a", 0), lane("c", 1)), 10);
        List<String> order = new ArrayList<>();

        while (!turns.over()) {
            Turn turn = turns.next();
            turn.lanes().forEach(lane -> order.add(lane.tenant() + lane.priority()));
            turns.took(turn, List.of());
        }

        assertThat(order).containsExactly("b0", "a0", "c1", "a2");
    }

    @Test
    void aLaneThatGaveItsShareIsGoneOnWithAndAnyOtherIsEmpty() {
        Turns turns = new Turns(List.of(lane("much", 1), lane("little", 1)), 10);
        Turn turn = turns.next();

        turns.took(turn, Stream.concat(jobs("much", 5), jobs("little", 4)).toList());

        assertThat(turns.next()).isEqualTo(new Turn(List.of(new Lane("much", 1, DUE.plusSeconds(5))), 10));
    }

    @Test
    void moreTenantsThanABatchHasPlacesForTakeTurns() {
        List<Lane> many = IntStream.range(0, 25).mapToObj(n -> lane("t" + n, 1)).toList();
        Turns turns = new Turns(many, 10);
        List<String> order = new ArrayList<>();

        for (int pass = 0; pass < 3; pass++) {
            Turn turn = turns.next();
            assertThat(turn.share()).isEqualTo(1);
            turn.lanes().forEach(lane -> order.add(lane.tenant()));
            turns.took(
                    turn,
                    turn.lanes().stream()
                            .flatMap(lane -> jobs(lane.tenant(), 1))
                            .toList());
        }

        assertThat(order).startsWith(many.stream().map(Lane::tenant).toArray(String[]::new));
        assertThat(order.subList(25, 30)).containsExactly("t0", "t1", "t2", "t3", "t4");
    }

    @Test
    void turnsThatAreOutAtOnceHaveNoLaneInCommon() {
        Turns turns = new Turns(List.of(lane("a", 1), lane("b", 1), lane("c", 1)), 100, 2);

        Turn first = turns.next();
        Turn second = turns.next();

        assertThat(first).isEqualTo(new Turn(List.of(lane("a", 1), lane("b", 1)), 50));
        assertThat(second).isEqualTo(new Turn(List.of(lane("c", 1)), 100));
        assertThat(turns.ready()).isFalse();
        assertThat(turns.over()).isFalse();
        turns.took(second, List.of());
        turns.took(first, List.of());
        assertThat(turns.over()).isTrue();
    }

    @Test
    void whatIsLessUrgentWaitsWhileWhatIsMoreUrgentIsOut() {
        Turns turns = new Turns(List.of(lane("a", 0), lane("b", 1)), 10, 2);
        Turn urgent = turns.next();

        assertThat(turns.ready()).isFalse();

        turns.took(urgent, jobs("a", 10).toList());
        assertThat(turns.next().lanes()).extracting(Lane::tenant).containsExactly("a");
    }

    private static Lane lane(String tenant, int priority) {
        return new Lane(tenant, priority, DUE);
    }

    private static Stream<DueJob> jobs(String tenant, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> job(tenant, DUE.plusSeconds(n)));
    }

    private static DueJob job(String tenant, Instant due) {
        UploadRef upload = new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "testtube", UUID.randomUUID());
        return new DueJob(upload, tenant, Priority.NORMAL, due, 1, DUE, "{}", Optional.empty());
    }
}
