package org.branchline.drill.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP proxy on the loopback address in front of one port, whose network can be disturbed and mended. */
public final class FaultProxy implements AutoCloseable {

    private final int target;
    private final ServerSocket server;
    private final Weather weather = new Weather();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * @param target the port of the server, on the loopback address
     */
    public FaultProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Where clients connect. */
    public int port() {
        return server.getLocalPort();
    }

    /** From now on the network does this, to the connections that there are and to new ones. */
    public void become(Fault fault) {
        weather.become(fault);
        if (fault == Fault.RESET) {
            links.forEach(Link::reset);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> join(client));
            } catch (IOException closed) {
                // The loop ends with the server.
            }
        }
    }

    private void join(Socket client) {
        Link link = new Link(client, weather);
        links.add(link);
        try {
            if (weather.now() == Fault.RESET) {
                link.reset();
                return;
            }
            weather.awaitMoving();
            link.open(target, threads);
        } catch (IOException | InterruptedException nobodyThere) {
            link.reset();
        } finally {
            links.removeIf(Link::over);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(Link::reset);
        threads.shutdownNow();
    }
}
