package org.branchline.database.trace;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes traces in as a collector does: OTLP over HTTP, read by the numbers that opentelemetry-proto gives its fields. */
public final class Collector implements AutoCloseable {

    /** One step as it came. Values are shown as text. */
    public record Span(String trace, String name, Map<String, String> attributes, int links) {}

    private static final int ATTRIBUTES = 9;
    private static final int LINKS = 13;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    public static Collector open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Collector collector = new Collector(server);
        server.createContext("/v1/traces", collector::take);
        server.start();
        return collector;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** The names of each trace's steps, in the order of the alphabet. */
    public List<TreeSet<String>> traces() {
        return List.copyOf(spans.stream()
                .collect(Collectors.groupingBy(
                        Span::trace, Collectors.mapping(Span::name, Collectors.toCollection(TreeSet::new))))
                .values());
    }

    /** All that came, to be searched: as it was on the wire, and with its numbers as text. */
    public String everything() {
        return String.join("\n", bodies) + spans;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        bodies.add(exchange.getRequestHeaders().entrySet() + new String(body, StandardCharsets.ISO_8859_1));
        for (UnknownFieldSet resource : within(UnknownFieldSet.parseFrom(body), 1)) {
            for (UnknownFieldSet scope : within(resource, 2)) {
                for (UnknownFieldSet span : within(scope, 2)) {
                    spans.add(span(span));
                }
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static Span span(UnknownFieldSet span) throws InvalidProtocolBufferException {
        Map<String, String> attributes = new HashMap<>();
        for (UnknownFieldSet attribute : within(span, ATTRIBUTES)) {
            UnknownFieldSet value = within(attribute, 2).get(0);
            attributes.put(
                    bytes(attribute, 1).toStringUtf8(),
                    value.hasField(1)
                            ? bytes(value, 1).toStringUtf8()
                            : value.getField(3).getVarintList().toString());
        }
        return new Span(
                HexFormat.of().formatHex(bytes(span, 1).toByteArray()),
                bytes(span, 5).toStringUtf8(),
                attributes,
                within(span, LINKS).size());
    }

    private static ByteString bytes(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().get(0);
    }

    private static List<UnknownFieldSet> within(UnknownFieldSet message, int field)
            throws InvalidProtocolBufferException {
        List<UnknownFieldSet> all = new ArrayList<>();
        for (ByteString inner : message.getField(field).getLengthDelimitedList()) {
            all.add(UnknownFieldSet.parseFrom(inner));
        }
        return all;
    }
}
