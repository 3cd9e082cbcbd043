package org.branchline.drill.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final int A_MOMENT_MILLIS = 60;
    private static final int PATIENCE_MILLIS = 5_000;

    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        proxy = new FaultProxy(server.getLocalPort());
        threads.execute(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> answer(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** Notes each byte, and answers it with the next. */
    private void answer(Socket socket) {
        try (socket) {
            for (int said = socket.getInputStream().read();
                    said >= 0;
                    said = socket.getInputStream().read()) {
                heard.add(said);
                socket.getOutputStream().write(said + 1);
            }
        } catch (IOException reset) {
            // Some tests want that.
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
        threads.shutdownNow();
    }

    private Socket client() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static int ask(Socket client, int word) throws IOException {
        client.getOutputStream().write(word);
        return client.getInputStream().read();
    }

    private static void hearsNothing(Socket client) throws IOException {
        client.setSoTimeout(A_MOMENT_MILLIS);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(PATIENCE_MILLIS);
    }

    @Test
    void holdsWhatIsSaidAndLetsItArriveLater() throws Exception {
        // Given
        try (Socket client = client()) {
            assertThat(ask(client, 1)).isEqualTo(2);
            proxy.become(Fault.HELD);
            client.getOutputStream().write(5);
            hearsNothing(client);
            assertThat(heard).containsExactly(1);

            // When
            proxy.become(Fault.NONE);

            // Then
            assertThat(client.getInputStream().read()).isEqualTo(6);
        }
    }

    @Test
    void opensAConnectionWhileItHoldsAndLetsItThroughLater() throws Exception {
        // Given
        proxy.become(Fault.HELD);
        try (Socket client = client()) {
            client.getOutputStream().write(1);
            hearsNothing(client);

            // When
            proxy.become(Fault.NONE);

            // Then
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void resetsWhatIsOpenAndWhatOpens() throws Exception {
        // Given
        try (Socket client = client()) {
            assertThat(ask(client, 1)).isEqualTo(2);

            // When
            proxy.become(Fault.RESET);

            // Then
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> {
                        try (Socket late = client()) {
                            ask(late, 1);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void swallowsAnswersOfWhatArrivedAndTellsNobody() throws Exception {
        // Given
        try (Socket client = client()) {
            proxy.become(Fault.MUTE);
            client.getOutputStream().write(1);
            assertThat(heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(1);
            hearsNothing(client);

            // When
            proxy.become(Fault.NONE);
            client.getOutputStream().write(3);

            // Then
            assertThat(heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(3);
            hearsNothing(client);
            try (Socket next = client()) {
                assertThat(ask(next, 7)).isEqualTo(8);
            }
        }
    }

    @Test
    void swallowsTheAnswerToACommitAndWhatFollows() throws Exception {
        // Given
        try (Socket client = client()) {
            assertThat(ask(client, 1)).isEqualTo(2);
            proxy.become(Fault.MUTE_FROM_COMMIT);
            assertThat(ask(client, 3)).isEqualTo(4);

            // When
            client.getOutputStream().write("COMMIT".getBytes(StandardCharsets.US_ASCII));

            // Then
            hearsNothing(client);
            assertThat(heard).contains((int) 'C', (int) 'T');
            try (Socket late = client()) {
                late.getOutputStream().write(5);
                hearsNothing(late);
            }
        }
    }
}
