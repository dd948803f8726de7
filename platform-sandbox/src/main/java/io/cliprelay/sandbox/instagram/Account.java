package io.cliprelay.sandbox.instagram;

/** A professional account, reachable by one of the logins. */
record Account(String name, String id, Login login) {}
