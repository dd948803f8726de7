package io.cliprelay.worker.testing;

/**
 * What one run took from a limit.
 *
 * @param charged by the worker's count
 * @param arrived at the sandbox, by the prices of the calls
 */
record Spending(Meter meter, long charged, long arrived) {

    /**
     * Whether the worker counted less than the platform may have, or more than is explained: a call may be charged and not
     * arrive, or not be made at all, where {@code calls} were interrupted.
     */
    boolean isWrong(int calls) {
        return charged < arrived || charged > arrived + calls * meter.dearest();
    }

    @Override
    public String toString() {
        return "%s %d charged %d arrived".formatted(meter.limit(), charged, arrived);
    }
}
