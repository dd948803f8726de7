package io.cliprelay.instagram;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import io.cliprelay.worker.account.AccountSettings;

/** Notices at start what an account lacks; its calls would fail one by one. */
@Dependent
class AccountCheck {

    void start(@Observes StartupEvent starting, InstagramConfig config) {
        config.accounts().forEach(AccountCheck::check);
    }

    private static void check(String name, AccountSettings.Account account) {
        if (account.externalId().filter(id -> id.matches("\\d{1,20}")).isEmpty()) {
            throw wrong(name, "external-id", "the number of the professional account, such as 17841400000000001");
        }
        attribute(account.attributes(), Login.ATTRIBUTE, name);
    }

    private static void attribute(Map<String, String> attributes, String attribute, String name) {
        if (Login.of(Optional.ofNullable(attributes.get(attribute))).isEmpty()) {
            throw wrong(name, "attributes." + attribute, "facebook or instagram");
        }
    }

    private static IllegalStateException wrong(String name, String setting, String cure) {
        return new IllegalStateException(
                "cliprelay.instagram.accounts.\"%s\".%s is missing or wrong; set %s".formatted(name, setting, cure));
    }
}
