package org.branchline.bench;

/** What is asked of a benchmark on the command line: {@code -Dbench=NAME}, {@code -Dbench.warm}, {@code -Dbench.seconds}. */
final class BenchRun {

    static final int PEOPLE = 200;

    /** Where warming up ends, if the seconds allowed for it did not end it before. */
    private static final int WARM_TURNS = 400_000;

    private static final int WARM_SECONDS = Integer.getInteger("bench.warm", 60);

    /** How long each figure is measured. */
    static final int SECONDS = Integer.getInteger("bench.seconds", 15);

    private BenchRun() {}

    static boolean wants(String name) {
        String only = System.getProperty("bench", "");
        return only.isEmpty() || only.equals(name);
    }

    /** Until the service is warm. */
    static void warm(Crowd crowd) {
        crowd.come(PEOPLE);
        long turns = 0;
        for (int second = 0; second < WARM_SECONDS && turns < WARM_TURNS; second++) {
            turns += crowd.count(1).turns;
        }
        crowd.rest();
        crowd.count(1);
    }
}
