package io.cliprelay.sandbox.instagram;

/** A professional account, reachable by one of the logins. */
public record Account(String name, String id, Login login) {}
