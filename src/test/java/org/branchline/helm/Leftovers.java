package org.branchline.helm;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a file said and Kubernetes's types have no place for: they keep it as additional properties. */
final class Leftovers {

    private static final String MODEL = "io.fabric8.";
    private static final String KEPT = "additionalProperties";

    private final List<String> found = new ArrayList<>();

    private Leftovers() {}

    /** Path by path, in it and everything below. */
    static List<String> of(Object resource) {
        Leftovers leftovers = new Leftovers();
        leftovers.look("", resource);
        return leftovers.found;
    }

    private void look(String path, Object at) {
        if (at instanceof Collection<?> items) {
            items.forEach(item -> look(path + "[]", item));
        } else if (at instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> look(path + "." + key, value));
        } else if (at != null
                && at.getClass().getName().startsWith(MODEL)
                && !at.getClass().isEnum()) {
            for (Class<?> type = at.getClass(); type != Object.class; type = type.getSuperclass()) {
                fields(path, at, type);
            }
        }
    }

    private void fields(String path, Object at, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            Object value = value(field, at);
            if (!field.getName().equals(KEPT)) {
                look(path + "." + field.getName(), value);
            } else if (value instanceof Map<?, ?> unknown && !holdsAnything(at)) {
                unknown.keySet().forEach(key -> found.add(path + "." + key));
            }
        }
    }

    /** An IntOrString, a Quantity and the like keep nothing but one value. */
    private static boolean holdsAnything(Object at) {
        return at.getClass().getSimpleName().equals("RawExtension");
    }

    private static Object value(Field field, Object at) {
        try {
            field.setAccessible(true);
            return field.get(at);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
