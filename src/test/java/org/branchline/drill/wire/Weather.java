package org.branchline.drill.wire;

/** What the network does just now; whoever is held waits here. */
final class Weather {

    private Fault fault = Fault.NONE;

    synchronized Fault now() {
        return fault;
    }

    synchronized void become(Fault next) {
        fault = next;
        notifyAll();
    }

    /** Returns what the network does when it holds nothing any more. */
    synchronized Fault awaitMoving() throws InterruptedException {
        while (fault == Fault.HELD) {
            wait();
        }
        return fault;
    }
}
