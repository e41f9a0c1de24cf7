package org.tessera.workbench.batch;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types a setting or a flow variable can have on the command line. */
public enum OptionType {
    /** Text. */
    STRING("String") {
        @Override
        Object parseValue(String text) {
            return text;
        }
    },
    /** A 32-bit integer. */
    INT("int") {
        @Override
        Object parseValue(String text) {
            return Integer.valueOf(text.trim());
        }
    },
    /** A 64-bit integer. */
    LONG("long") {
        @Override
        Object parseValue(String text) {
            return Long.valueOf(text.trim());
        }
    },
    /** A 64-bit floating point number. */
    DOUBLE("double") {
        @Override
        Object parseValue(String text) {
            return Double.valueOf(text.trim());
        }
    },
    /** A 32-bit floating point number. */
    FLOAT("float") {
        @Override
        Object parseValue(String text) {
            return Float.valueOf(text.trim());
        }
    },
    /** A 16-bit integer. */
    SHORT("short") {
        @Override
        Object parseValue(String text) {
            return Short.valueOf(text.trim());
        }
    },
    /** An 8-bit integer. */
    BYTE("byte") {
        @Override
        Object parseValue(String text) {
            return Byte.valueOf(text.trim());
        }
    },
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean") {
        @Override
        Object parseValue(String text) {
            String word = text.trim();
            if (word.equalsIgnoreCase("true")) {
                return Boolean.TRUE;
            }
            if (word.equalsIgnoreCase("false")) {
                return Boolean.FALSE;
            }
            throw new IllegalArgumentException("neither true nor false");
        }
    },
    /** One character, or its hexadecimal code as {@code \x0A}. */
    CHAR("char") {
        @Override
        Object parseValue(String text) {
            if (text.length() == 1) {
                return text.charAt(0);
            }
            if (text.matches("\\\\x[0-9a-fA-F]{1,4}")) {
                return (char) Integer.parseInt(text.substring(2), 16);
            }
            throw new IllegalArgumentException("not one character");
        }
    };

    private final String word;

    OptionType(String word) {
        this.word = word;
    }

    abstract Object parseValue(String text);

    /**
     * Returns the name used on the command line.
     *
     * @return such as {@code int}
     */
    public String word() {
        return word;
    }

    /**
     * Reads a value of this type.
     *
     * @param text the text
     * @return the boxed value
     * @throws IllegalArgumentException if the text is no such value
     */
    public Object parse(String text) {
        return parseValue(text);
    }

    /**
     * Finds a type by its name.
     *
     * @param word the name on the command line; case matters only as far as KNIME's spelling goes, so it is ignored
     * @return the type, or empty if there is none of that name
     */
    public static Optional<OptionType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equalsIgnoreCase(word.trim()))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(OptionType::word).collect(Collectors.joining(", "));
    }
}
