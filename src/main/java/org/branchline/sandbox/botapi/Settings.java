package org.branchline.sandbox.botapi;

/** What a drill may change while the sandbox runs. */
public final class Settings {

    private Limits limits;
    private Faults faults = Faults.NONE;

    public Settings(Limits limits) {
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    public void limits(Limits next) {
        limits = next;
    }

    public Faults faults() {
        return faults;
    }

    public void faults(Faults next) {
        faults = next;
    }
}
