package org.tessera.knime.input;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.knime.kit.Snapshots;

/** Every bad input has its message, kept word by word; none is a stack trace, a riddle or bad English. */
class BadInputTest {

    private static final Map<String, BadInput.Shown> SHOWN = new ConcurrentHashMap<>();

    static Stream<BadInput> cases() {
        return Stream.concat(BadTables.all(), BadModels.all());
    }

    private static BadInput.Shown shown(BadInput input) throws InvalidSettingsException {
        BadInput.Shown known = SHOWN.get(input.toString());
        if (known == null) {
            known = input.shown();
            SHOWN.put(input.toString(), known);
        }
        return known;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_message_is_a_sentence_for_people(BadInput input) throws InvalidSettingsException {
        BadInput.Shown shown = shown(input);
        String message = shown.message();
        for (String riddle : List.of("Exception", "null", "Execute failed", "Configure failed", "Index", "NaN")) {
            assertFalse(message.contains(riddle), message);
        }
        assertFalse(
                message.matches("(?s).*\\b1 (rows|columns|segments|customers|components|iterations)\\b.*"), message);
        if (shown.outcome().equals("ran") && message.isEmpty()) {
            return;
        }
        assertTrue(message.endsWith("."), message);
        assertTrue(message.length() > 30 && message.length() < 400, message);
    }

    @Test
    void all_messages_are_those_of_the_table() throws InvalidSettingsException {
        StringBuilder table = new StringBuilder("| node | input | outcome | message |\n|---|---|---|---|\n");
        for (BadInput input : cases().toList()) {
            BadInput.Shown shown = shown(input);
            table.append("| ").append(input.toString().replace(": ", " | "));
            table.append(" | ").append(shown.outcome()).append(" | ").append(shown.message());
            table.append(" |\n");
        }
        Snapshots.check("bad-input.md", table.toString());
    }
}
