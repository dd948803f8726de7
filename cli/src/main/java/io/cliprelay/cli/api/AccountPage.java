package io.cliprelay.cli.api;

import java.util.List;

record AccountPage(List<AccountView> items) {

    AccountPage {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
