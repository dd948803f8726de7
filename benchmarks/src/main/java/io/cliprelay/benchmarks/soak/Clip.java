package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One upload to be: some 10 kB of noise behind what an MP4 begins with, and what goes wrong with it. The run's seed and the
 * number decide all of it.
 */
record Clip(int number, String platform, Path file, String sha256, List<ObjectNode> faults) {

    private static final byte[] FILE_TYPE_BOX =
            HexFormat.of().parseHex("000000186674797069736f6d0000020069736f6d6d703432");
    private static final int SPREAD = 4_000;
    /** So that neighbouring numbers draw from unlike sequences. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    String token() {
        return Verdict.token(number);
    }

    /** Whether one of the faults is the platform's last word on the clip. */
    boolean mayFail() {
        return faults.stream()
                .map(rule -> rule.path("action").path("type").asText())
                .anyMatch(FaultPlan.FOR_GOOD::contains);
    }

    /** Writes the file into {@code folder}. */
    static Clip drawn(int number, long seed, List<FaultPlan> plans, Path folder) {
        Random random = new Random(seed + number * MIX);
        FaultPlan plan = plans.get(random.nextInt(plans.size()));
        byte[] noise = new byte[plan.smallest() + random.nextInt(SPREAD)];
        random.nextBytes(noise);
        ByteBuffer.wrap(noise).put(FILE_TYPE_BOX);
        String token = Verdict.token(number);
        Path file = folder.resolve(token + ".mp4");
        try {
            Files.write(file, noise);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write " + file, e);
        }
        return new Clip(number, plan.platform(), file, sha256(noise), plan.draw(token, random));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
