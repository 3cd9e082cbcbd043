package org.branchline.delivery;

/** Messages leave as fast as they can. */
final class Unpaced implements DeliveryConfig {

    @Override
    public double sendRate() {
        return 0;
    }

    @Override
    public double paidRate() {
        return 0;
    }

    @Override
    public double chatRate() {
        return 0;
    }

    @Override
    public long markMillis() {
        return 1;
    }
}
