package org.branchline.drill.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One connection through the proxy: two ways, each with a thread that waits for its next bytes. */
final class Link {

    private static final int CHUNK = 64 << 10;
    private static final String COMMIT = "COMMIT";

    private final Socket client;
    private final Weather weather;
    private volatile @Nullable Socket server;
    private volatile boolean mute;
    private volatile boolean over;

    Link(Socket client, Weather weather) {
        this.client = client;
        this.weather = weather;
    }

    void open(int target, Executor threads) throws IOException {
        Socket opened = new Socket(InetAddress.getLoopbackAddress(), target);
        server = opened;
        if (over) {
            opened.close();
            return;
        }
        mute = weather.now() == Fault.MUTE_FROM_COMMIT;
        opened.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        threads.execute(() -> pass(client, opened, false));
        threads.execute(() -> pass(opened, client, true));
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[CHUNK];
        try {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                Fault fault = weather.awaitMoving();
                if (answers
                        ? fault == Fault.MUTE
                        : fault == Fault.MUTE_FROM_COMMIT
                                && new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(COMMIT)) {
                    mute = true;
                }
                if (!answers || !mute) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
            // An end is told as late as bytes are, and by one that lost answers not at all.
            weather.awaitMoving();
            if (!answers || !mute) {
                to.shutdownOutput();
            }
        } catch (IOException | InterruptedException broken) {
            if (!mute) {
                reset();
            }
        }
    }

    boolean over() {
        return over;
    }

    /** Both sides see the connection reset. */
    void reset() {
        over = true;
        end(client);
        Socket opened = server;
        if (opened != null) {
            end(opened);
        }
    }

    private static void end(Socket socket) {
        try {
            // No seconds to linger: a reset in place of an orderly end.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // There is nothing left to reset.
        }
    }
}
