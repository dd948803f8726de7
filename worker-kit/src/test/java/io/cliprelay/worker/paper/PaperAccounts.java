package io.cliprelay.worker.paper;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cliprelay.contracts.Ids;
import io.cliprelay.worker.account.AccountSettings;

/** One account. */
@ApplicationScoped
public class PaperAccounts implements AccountSettings {

    public static final UUID DEMO = Ids.account("default", PaperPlatform.NAME, "demo");

    private record Demo(String tenant, String refreshToken) implements Account {}

    @Override
    public Map<String, Account> accounts() {
        return Map.of("demo", new Demo("default", "paper-refresh-token"));
    }
}
