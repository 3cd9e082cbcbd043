package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.branchline.sandbox.chat.Json;

/**
 * What goes wrong on purpose, from now until changed. Percentages are of requests, 0-100, one fault per request.
 *
 * @param latencyMinMillis every answer is late by a random time between the two
 * @param error 500 with a Bot API body, nothing carried out
 * @param html a proxy's 502 page; half of these were carried out
 * @param truncated carried out, the answer's JSON cut in the middle
 * @param cutBefore the connection ends, nothing carried out
 * @param cutAfter the connection ends, carried out
 * @param duplicate of taken updates that are delivered once more
 * @param pause no update is delivered while true
 * @param methods lower-case names these faults are for; empty: all that send (not {@code getUpdates} and set-up)
 */
public record Faults(
        int latencyMinMillis,
        int latencyMaxMillis,
        double error,
        double html,
        double truncated,
        double cutBefore,
        double cutAfter,
        double duplicate,
        boolean pause,
        Set<String> methods) {

    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, false, Set.of());

    /** Methods that receive or set up; faults reach them only by name. */
    static final Set<String> SET_UP =
            Set.of("getupdates", "getme", "setwebhook", "deletewebhook", "getwebhookinfo", "getfile", "getchat");

    public Faults {
        methods = Set.copyOf(methods);
        if (latencyMinMillis < 0 || latencyMaxMillis < latencyMinMillis) {
            throw new IllegalArgumentException("latency_max_ms must be at least latency_min_ms");
        }
        for (double percent : new double[] {error, html, truncated, cutBefore, cutAfter, duplicate}) {
            if (!(percent >= 0 && percent <= 100)) {
                throw new IllegalArgumentException("a percentage must be 0 to 100");
            }
        }
    }

    /** These faults with what the JSON names changed. */
    public Faults changed(ObjectNode json) {
        Set<String> names = methods;
        if (json.get("methods") instanceof ArrayNode list) {
            names = new HashSet<>();
            for (JsonNode name : list) {
                names.add(name.asText().toLowerCase(Locale.ROOT));
            }
        }
        int least = json.path("latency_ms").asInt(json.path("latency_min_ms").asInt(latencyMinMillis));
        int most = json.path("latency_ms").asInt(json.path("latency_max_ms").asInt(Math.max(least, latencyMaxMillis)));
        return new Faults(
                least,
                most,
                json.path("error_percent").asDouble(error),
                json.path("html_percent").asDouble(html),
                json.path("truncated_percent").asDouble(truncated),
                json.path("cut_before_percent").asDouble(cutBefore),
                json.path("cut_after_percent").asDouble(cutAfter),
                json.path("duplicate_percent").asDouble(duplicate),
                json.path("pause").asBoolean(pause),
                names);
    }

    public ObjectNode write() {
        ObjectNode json = Json.object()
                .put("latency_min_ms", latencyMinMillis)
                .put("latency_max_ms", latencyMaxMillis)
                .put("error_percent", error)
                .put("html_percent", html)
                .put("truncated_percent", truncated)
                .put("cut_before_percent", cutBefore)
                .put("cut_after_percent", cutAfter)
                .put("duplicate_percent", duplicate)
                .put("pause", pause);
        ArrayNode names = json.putArray("methods");
        methods.forEach(names::add);
        return json;
    }

    boolean concern(String method) {
        return methods.isEmpty() ? !SET_UP.contains(method) : methods.contains(method);
    }

    /** The fault that a random number from 0 up to 100 falls on. */
    Fault pick(double roll) {
        double left = roll;
        double[] percents = {error, html, truncated, cutBefore, cutAfter};
        for (int i = 0; i < percents.length; i++) {
            if (left < percents[i]) {
                return Fault.values()[i];
            }
            left -= percents[i];
        }
        return Fault.NONE;
    }

    /** What happens to one request, in the order of the percentages. */
    enum Fault {
        ERROR,
        HTML,
        TRUNCATED,
        CUT_BEFORE,
        CUT_AFTER,
        NONE
    }
}
