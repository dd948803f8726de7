package io.cliprelay.cli.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.api.AccountView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.SlotPlan;
import io.cliprelay.cli.stack.StackException;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.clip.ClipSubmission.Target;

/** Shows, sets and clears recurring times. */
@Command(
        name = "slots",
        mixinStandardHelpOptions = true,
        description =
                "Shows recurring times for clips, and sets them. submit --slot next takes the first that is free.",
        footer = {"", "Example: ./cliprelay slots \"tue,thu 18:00 Europe/Berlin\" --account youtube:demo"})
final class SlotsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "SLOT",
            converter = SlotArgument.class,
            description =
                    "To set: days, a time and a zone, such as \"tue,thu 18:00 Europe/Berlin\", \"weekdays 9:00 UTC\".")
    private List<SlotPlan.Slot> slots = List.of();

    @Option(
            names = "--account",
            paramLabel = "PLATFORM[:ACCOUNT]",
            converter = TargetArgument.class,
            description = "Whose slots; those of all accounts that have none of their own if absent.")
    private Target account;

    @Option(names = "--clear", description = "Take the slots away.")
    private boolean clear;

    @Option(names = "-n", paramLabel = "COUNT", description = "How many instants to show (default: 5).")
    private int count = 5;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        GatewayClient client = gateway.client();
        Optional<UUID> whose = Optional.ofNullable(account).map(target -> id(client.accounts(), target));
        if (clear) {
            client.clearSlots(whose);
        } else if (!slots.isEmpty()) {
            client.putSlots(whose, slots);
        }
        Terminal terminal = Terminal.standard();
        table(client.slots(count), client.accounts()).forEach(terminal::line);
        return ExitCode.OK;
    }

    static List<String> table(List<SlotPlan> plans, List<AccountView> accounts) {
        Table table = new Table("ACCOUNT", "SLOTS", "NEXT");
        plans.forEach(plan -> table.row(
                plan.accountId().map(id -> name(id, accounts)).orElse("all others"),
                String.join("; ", plan.slots().stream().map(SlotPlan.Slot::text).toList()),
                String.join(" ", plan.next().stream().map(Instant::toString).toList())));
        return table.lines();
    }

    private static String name(UUID id, List<AccountView> accounts) {
        return accounts.stream()
                .filter(known -> known.id().equals(id.toString()))
                .map(AccountView::target)
                .findFirst()
                .orElse(id.toString());
    }

    private static UUID id(List<AccountView> accounts, Target target) {
        List<AccountView> meant = accounts.stream()
                .filter(known -> known.platform().equals(target.platform().orElse("")))
                .filter(known -> target.account().map(known.name()::equals).orElse(true))
                .toList();
        if (meant.size() != 1) {
            throw new StackException("Say whose slots with --account PLATFORM:ACCOUNT; connected are: "
                    + String.join(
                            ", ", accounts.stream().map(AccountView::target).toList()));
        }
        return UUID.fromString(meant.getFirst().id());
    }
}
