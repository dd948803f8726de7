package io.cliprelay.cli.stack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.cliprelay.cli.api.AccountView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.GatewayException;

/** What the workers have told the gateway of themselves by Kafka, as far as it has arrived there. */
record Announcements(StackOptions options, StackPorts ports) {

    /** A worker that clips cannot be handed in for yet; empty once there is none. */
    Optional<String> silentWorker() {
        List<ServiceDefinition> workers = options.workerServices();
        return ports.url(StackPart.GATEWAY)
                .flatMap(url -> silentOf(
                        workers,
                        new GatewayClient(url, new FirstKey(options.home().apiKey()).text())));
    }

    private Optional<String> silentOf(List<ServiceDefinition> workers, GatewayClient gateway) {
        try {
            Set<String> described = Set.copyOf(gateway.platforms());
            Set<String> reachable =
                    gateway.accounts().stream().map(AccountView::platform).collect(Collectors.toSet());
            return workers.stream()
                    .filter(worker -> !described.contains(worker.bareName())
                            || !(hasItsOwnAccounts(worker) || reachable.contains(worker.bareName())))
                    .map(ServiceDefinition::name)
                    .findFirst();
        } catch (GatewayException busy) {
            return workers.stream().map(ServiceDefinition::name).findFirst();
        }
    }

    /** Its user may not have connected one yet; one that talks to the sandbox always has one. */
    private boolean hasItsOwnAccounts(ServiceDefinition worker) {
        return options.installation().isReal(worker);
    }
}
