package org.branchline.roster.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the table once; what it gathers along the way is let go when the {@link Gazetteer} is built. */
final class GazetteerFile {

    private final StringBuilder names = new StringBuilder();
    private final List<String> known = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Map<String, Integer> areas = new HashMap<>();
    private final List<Gazetteer.Area> allAreas = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int bytes;

    private record Row(int start, int population, boolean capital, int area) {}

    private GazetteerFile() {}

    static GazetteerFile read(InputStream packed) throws IOException {
        GazetteerFile file = new GazetteerFile();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                file.add(line.split("\t", -1));
            }
        }
        return file;
    }

    private void add(String[] fields) {
        int row = rows.size();
        int area = areas.computeIfAbsent(fields[2] + '\t' + fields[3] + '\t' + fields[5], key -> newArea(fields));
        rows.add(new Row(bytes, Integer.parseInt(fields[4]), !fields[6].isEmpty(), area));
        String both = fields[0] + '\t' + fields[1];
        names.append(both);
        bytes += both.getBytes(UTF_8).length;
        index(known, row, fields[0], fields[1], fields[7]);
        index(others, row, fields[8]);
    }

    private int newArea(String[] fields) {
        int semicolon = fields[3].indexOf(';');
        String region = semicolon < 0 ? fields[3] : fields[3].substring(0, semicolon);
        String code = semicolon < 0 ? "" : Spelling.PLAIN.key(fields[3].substring(semicolon + 1));
        allAreas.add(
                new Gazetteer.Area(fields[2].intern(), region, Spelling.PLAIN.key(region), code, ZoneId.of(fields[5])));
        return allAreas.size() - 1;
    }

    private static void index(List<String> entries, int row, String... lists) {
        for (String list : lists) {
            int start = 0;
            while (start < list.length()) {
                int end = list.indexOf('|', start);
                String name = list.substring(start, end < 0 ? list.length() : end);
                String plain = Spelling.PLAIN.key(name);
                String spelt = Spelling.LONG.key(name);
                entries.add(plain + '\t' + row);
                if (!plain.equals(spelt)) {
                    entries.add(spelt + '\t' + row);
                }
                start = end < 0 ? list.length() : end + 1;
            }
        }
    }

    String names() {
        return names.toString();
    }

    int[] starts() {
        int[] starts = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            starts[i] = rows.get(i).start();
        }
        starts[rows.size()] = bytes;
        return starts;
    }

    int[] populations() {
        return rows.stream().mapToInt(Row::population).toArray();
    }

    boolean[] capitals() {
        boolean[] capitals = new boolean[rows.size()];
        for (int i = 0; i < capitals.length; i++) {
            capitals[i] = rows.get(i).capital();
        }
        return capitals;
    }

    short[] areas() {
        short[] found = new short[rows.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = (short) rows.get(i).area();
        }
        return found;
    }

    List<Gazetteer.Area> allAreas() {
        return List.copyOf(allAreas);
    }

    NameIndex known() {
        return NameIndex.of(known);
    }

    NameIndex others() {
        return NameIndex.of(others);
    }
}
