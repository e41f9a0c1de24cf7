package org.tessera.bench;

import java.util.Map;

/**
 * What a child process prints as its last line, in JSON.
 *
 * @param seconds of each repetition in order
 * @param values figures of the result
 * @param peak bytes in use at most, beyond the data
 */
record Answer(double[] seconds, Map<String, Double> values, double peak) {

    double value(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The answer has no '" + name + "', only " + values.keySet());
        }
        return value;
    }
}
