package org.branchline.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and its server and counts flights: each time the client speaks after the server did. */
public final class FlightCounter implements AutoCloseable {

    private final ServerSocket door;
    private final int serverPort;
    private final AtomicInteger flights = new AtomicInteger();
    private final AtomicBoolean serverSpoke = new AtomicBoolean(true);

    public FlightCounter(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public int flights() {
        return flights.get();
    }

    public void reset() {
        flights.set(0);
        serverSpoke.set(true);
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> copy(client, server, true));
            start(() -> copy(server, client, false));
        }
    }

    /** Until one side hangs up; then the other hears it too. */
    private void copy(Socket speaker, Socket listener, boolean clientSpeaks) throws IOException {
        try (speaker;
                listener) {
            copy(speaker.getInputStream(), listener.getOutputStream(), clientSpeaks);
        }
    }

    private void copy(InputStream from, OutputStream to, boolean clientSpeaks) throws IOException {
        byte[] buffer = new byte[65_536];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (!clientSpeaks) {
                serverSpoke.set(true);
            } else if (serverSpoke.compareAndSet(true, false)) {
                flights.incrementAndGet();
            }
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private interface Copying {
        void run() throws IOException;
    }

    private static void start(Copying copying) {
        Thread thread = new Thread(() -> {
            try {
                copying.run();
            } catch (IOException closed) {
                // Either side hung up.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
