package io.cliprelay.sandbox.traffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

/** One tally a platform. */
@Singleton
public class Tallies {

    private final Map<String, Tally> byPlatform = new ConcurrentHashMap<>();

    public Tally of(String platform) {
        return byPlatform.computeIfAbsent(platform, name -> new Tally());
    }

    public Map<String, Tally.Sums> sums() {
        var sums = new TreeMap<String, Tally.Sums>();
        byPlatform.forEach((platform, tally) -> sums.put(platform, tally.sums()));
        return sums;
    }

    public void forget() {
        byPlatform.clear();
    }
}
