package io.cliprelay.cli.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortChoiceTest {

    @Test
    void everyoneGetsTheUsualPortWhereItIsFree() {
        PortChoice.Chosen chosen = new PortChoice(port -> true).near(Map.of("gateway", 8080, "scheduler", 8081));
        assertThat(chosen.ports().byName()).containsEntry("gateway", 8080).containsEntry("scheduler", 8081);
        assertThat(chosen.moved()).isEmpty();
    }

    @Test
    void whoMustMoveTakesTheNextFreePortThatNobodyElseUsuallyHas() {
        Map<String, Integer> usual = new LinkedHashMap<>();
        usual.put("gateway", 8080);
        usual.put("scheduler", 8081);
        PortChoice.Chosen chosen = new PortChoice(port -> port != 8080 && port != 8082).near(usual);
        assertThat(chosen.ports().byName()).containsEntry("scheduler", 8081).containsEntry("gateway", 8083);
        assertThat(chosen.moved()).containsExactly(new PortChoice.Moved("gateway", 8080, 8083));
    }

    @Test
    void randomPortsAreFreeAndDiffer() {
        Set<String> names = Set.of("a", "b", "c", "d");
        PortChoice.Chosen chosen = new PortChoice(port -> port % 2 == 0).random(names);
        assertThat(chosen.ports().byName().values()).doesNotHaveDuplicates().allMatch(port -> port % 2 == 0);
        assertThat(chosen.ports().byName()).containsOnlyKeys(names);
    }
}
