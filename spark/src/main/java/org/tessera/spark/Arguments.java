package org.tessera.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a command, {@code --name=value} or {@code --name}, each at most once. */
final class Arguments {

    private static final String PREFIX = "--";

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Reads arguments.
     *
     * @param tokens the command line behind the command
     * @param known the names of the arguments that the command has
     * @throws UsageException if an argument is unknown, given twice or no argument at all
     */
    Arguments(List<String> tokens, Set<String> known) throws UsageException {
        for (String token : tokens) {
            if (!token.startsWith(PREFIX)) {
                throw new UsageException("'" + token + "' is no argument: arguments are --name=value");
            }
            int equals = token.indexOf('=');
            String name = token.substring(PREFIX.length(), equals < 0 ? token.length() : equals);
            if (!known.contains(name)) {
                throw new UsageException("Unknown argument '--" + name + "'");
            }
            if (values.put(name, equals < 0 ? "" : token.substring(equals + 1)) != null) {
                throw new UsageException("Argument '--" + name + "' is given twice");
            }
        }
    }

    /** The value of an argument that has to be given. */
    String required(String name) throws UsageException {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new UsageException("Argument '--" + name + "=...' is missing");
        }
        return value;
    }

    /** The value of an argument, empty if it is not given or has none. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isBlank());
    }

    /** Whether a switch is given; it has no value. */
    boolean flag(String name) throws UsageException {
        String value = values.get(name);
        if (value != null && !value.isEmpty()) {
            throw new UsageException("Argument '--" + name + "' has no value, but '" + value + "' is given");
        }
        return value != null;
    }

    /** Whether an argument is given, with or without a value. */
    boolean given(String name) {
        return values.containsKey(name);
    }

    /** A whole number within bounds. */
    long number(String name, long otherwise, long min, long max) throws UsageException {
        if (!given(name)) {
            return otherwise;
        }
        String value = values.get(name);
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(outOf(name, value, min, max));
        }
        throw new UsageException(outOf(name, value, min, max));
    }

    private static String outOf(String name, String value, long min, long max) {
        return "Argument '--" + name + "' needs a whole number from " + min + " to " + max + ", but is '" + value + "'";
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String name, E otherwise) throws UsageException {
        String value = values.getOrDefault(name, "");
        if (!given(name) || value.isEmpty()) {
            return otherwise;
        }
        List<String> choices = new ArrayList<>();
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            String written = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (written.equals(value)) {
                return constant;
            }
            choices.add(written);
        }
        throw new UsageException(
                "Argument '--" + name + "' is '" + value + "', but can be " + String.join(", ", choices));
    }
}
